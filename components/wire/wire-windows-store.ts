'use client'

import { create } from 'zustand'
import type { TrafficDetail, TrafficSummary } from '../../server/tester/contract.ts'
import type { RowIdentity } from './row-identity.ts'

/** The row that is written on, as it was when its window opened. */
export type NotedRow = RowIdentity & Pick<TrafficSummary, 'comment'>

interface WireWindows {
  /** A window will open as soon as its row is read: what is typed meanwhile is meant for it. */
  isOpening: boolean
  /** The row whose request is edited, as it was when its window opened; null: that window is closed. */
  edited: TrafficDetail | null
  /** The row that is written on; null: that window is closed. */
  noted: NotedRow | null
}

const closed: WireWindows = { isOpening: false, edited: null, noted: null }

/** What of the wire is edited: one window at a time. Whatever becomes of a row meanwhile, its window is about what it was. */
export const useWireWindows = create<WireWindows>()(() => closed)

export const openEditSoon = () => useWireWindows.setState({ ...closed, isOpening: true })

/** Whether it is still to open: the page may have been left meanwhile, or another window opened. */
export const isEditOpening = () => useWireWindows.getState().isOpening

/** Opens the window in which the request of a row is changed and sent again. */
export const openEdit = (edited: TrafficDetail) => useWireWindows.setState({ ...closed, edited })

/** Opens the one in which somebody writes on a row. */
export const openNote = ({ number, at, comment }: NotedRow) =>
  useWireWindows.setState({ ...closed, noted: { number, at, comment } })

export const closeWireWindows = () => useWireWindows.setState(closed)

/** Whether the keyboard is a window's. */
export function isWireWindowOpen(): boolean {
  const { isOpening, edited, noted } = useWireWindows.getState()
  return isOpening || edited !== null || noted !== null
}

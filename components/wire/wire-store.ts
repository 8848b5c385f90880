'use client'

import { create } from 'zustand'
import { lineKey, rowKey, type TrafficGroup, type WireLine } from './wire-lines.ts'

interface WireState {
  /** The row whose detail is open. */
  opened: number | null
  /** The key of the line the keyboard stands on. */
  active: string | null
  text: string
  groups: ReadonlySet<TrafficGroup>
  isThisCustomerOnly: boolean
  /** The first numbers of the folds that are open. */
  openFolds: ReadonlySet<number>
  areHeadersOpen: boolean
  open: (number: number | null) => void
  /** An open detail goes along from row to row. */
  activate: (line: WireLine) => void
  search: (text: string) => void
  toggleGroup: (group: TrafficGroup) => void
  showThisCustomerOnly: (isOn: boolean) => void
  toggleFold: (first: number) => void
  showHeaders: (areOpen: boolean) => void
  clearFilter: () => void
}

const allGroups: ReadonlySet<TrafficGroup> = new Set(['rest', 'push', 'bayeux'])

/** What the reader of the wire looks for and has opened. */
export const useWireStore = create<WireState>()((set) => ({
  opened: null,
  active: null,
  text: '',
  groups: allGroups,
  isThisCustomerOnly: false,
  openFolds: new Set(),
  areHeadersOpen: false,
  open: (opened) => set((was) => ({ opened, active: opened === null ? was.active : rowKey(opened) })),
  activate: (line) =>
    set(({ opened }) => ({
      active: lineKey(line),
      opened: opened === null || line.kind === 'fold' ? opened : line.row.number,
    })),
  search: (text) => set({ text }),
  toggleGroup: (group) => set(({ groups }) => ({ groups: toggled(groups, group) })),
  showThisCustomerOnly: (isThisCustomerOnly) => set({ isThisCustomerOnly }),
  toggleFold: (first) => set(({ openFolds }) => ({ openFolds: toggled(openFolds, first) })),
  showHeaders: (areHeadersOpen) => set({ areHeadersOpen }),
  clearFilter: () => set({ text: '', groups: allGroups, isThisCustomerOnly: false }),
}))

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}

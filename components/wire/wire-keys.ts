'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { trafficDetailQuery } from '../traffic-queries.ts'
import { useToast } from '../ui/toast.tsx'
import { usePreferencesStore } from '../preferences-store.ts'
import { useFailedNotice } from '../use-failed-notice.ts'
import { isReplayable } from './replay.ts'
import { isSameRow } from './row-identity.ts'
import { useWireActions } from './use-wire-actions.ts'
import { rowOf, type WireLine } from './wire-lines.ts'
import { closeWireWindows, isEditOpening, openEdit, openEditSoon, openNote } from './wire-windows-store.ts'

/** So long the page waits for the second key of two: `g`, and then a page's. */
const sequenceMillis = 1_000

interface WireKeysOptions {
  /** Opens a row and brings it into view. */
  goTo: (number: number) => void
  toggleFollow: () => void
}

type ActOnKey = (event: KeyboardEvent, line: WireLine | undefined, moveBy: (count: number) => void) => boolean

/**
 * What single letters do while the grid has the focus, unless the reader has switched them off (WCAG 2.1.4). Answers
 * whether a key is one of them; what a row cannot do is said.
 */
export function useWireKeys({ goTo, toggleFollow }: WireKeysOptions): ActOnKey {
  const areLetterKeysOn = usePreferencesStore((store) => store.areLetterKeysOn)
  const actions = useWireActions()
  const client = useQueryClient()
  const t = useTranslations('wire')
  const toast = useToast()
  const failed = useFailedNotice()

  /** When `g` was pressed: the next letter may name a page (`g` `n`), and is none of the grid's. */
  const beganAt = useRef(-Infinity)

  const edit = (row: TrafficSummary) => {
    if (!isReplayable(row)) return toast({ tone: 'info', title: t('actions.notReplayable') })
    openEditSoon()
    void client.fetchQuery(trafficDetailQuery(row.number)).then(
      (detail) => {
        if (!isEditOpening()) return
        if (isSameRow(detail, row)) return openEdit(detail)
        closeWireWindows()
        toast({ tone: 'info', title: t('detail.otherRow', { number: row.number }) })
      },
      (error: unknown) => {
        if (!isEditOpening()) return
        closeWireWindows()
        failed(t('detail.unreadable'), error, () => edit(row))
      },
    )
  }

  const goAlong = (number: number, way: 'cause' | 'effect'): void =>
    void client.fetchQuery(trafficDetailQuery(number)).then(
      ({ cause, effects }) => {
        const next = way === 'cause' ? cause : (effects[0] ?? null)
        if (next !== null) goTo(next)
        else
          toast({ tone: 'info', title: t(`actions.${way === 'cause' ? 'noCause' : 'noEffect'}`, { number }) })
      },
      (error: unknown) => failed(t('detail.unreadable'), error, () => goAlong(number, way)),
    )

  return (event, line, moveBy) => {
    if (!areLetterKeysOn || event.ctrlKey || event.metaKey || event.altKey) return false
    const isSecond = event.timeStamp - beganAt.current < sequenceMillis
    beganAt.current = event.key === 'g' ? event.timeStamp : -Infinity
    if (isSecond) return false
    const row = rowOf(line)
    switch (event.key) {
      case 'j':
        moveBy(1)
        return true
      case 'k':
        moveBy(-1)
        return true
      case 'f':
        toggleFollow()
        return true
      case '/':
        document.querySelector<HTMLElement>('[data-wire-query]')?.focus()
        return true
      case 'c':
        if (row) actions.copyCurl(row.number)
        return row !== undefined
      case 'r':
        if (row) void actions.replay(row)
        return row !== undefined
      case 'e':
        if (row) edit(row)
        return row !== undefined
      case 'm':
        if (row) actions.togglePin(row)
        return row !== undefined
      case 'n':
        if (row) openNote(row)
        return row !== undefined
      case '[':
      case ']':
        if (row) goAlong(row.number, event.key === '[' ? 'cause' : 'effect')
        return row !== undefined
      default:
        return false
    }
  }
}

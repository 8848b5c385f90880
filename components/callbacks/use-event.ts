'use client'

import { parseAsInteger, useQueryState } from 'nuqs'
import type { TimelineItem } from '../../server/tester/contract.ts'
import { eventAt } from './story.ts'

/**
 * The event that the page stands at, kept in the address. Without one it is the newest, and the page goes along with
 * what happens.
 */
export function useEvent(timeline: readonly TimelineItem[]) {
  const [asked, ask] = useQueryState('event', parseAsInteger)
  const event = eventAt(timeline, asked)
  const newest = timeline.at(-1)?.number
  return {
    event,
    index: timeline.findIndex(({ number }) => number === event?.number),
    isNow: asked === null || event?.number === newest,
    goTo: (number: number | null) => void ask(number === newest ? null : number),
  }
}

export type EventControl = ReturnType<typeof useEvent>

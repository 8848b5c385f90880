'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCallbackLookup, useSelectedServiceId } from '../customer/use-selected-callback.ts'
import { queuesQuery, useMovedQueues } from '../queues-queries.ts'
import { useUiStore } from '../ui-store.ts'
import { queueToShow } from './queue-to-show.ts'

/**
 * All queues, and the one to show: the chosen one, else that of the callback the page is about, else the first.
 * `unknown` is the name of a chosen one that is not there. Without a queue the page reads, has failed, or has none.
 */
export function useChosenQueue() {
  const chosen = useUiStore((store) => store.selectedQueue)
  const choose = useUiStore((store) => store.selectQueue)
  const { data, error, refetch, dataUpdatedAt } = useQuery(queuesQuery())
  const queues = useMovedQueues(data)
  const shown = queueToShow(queues, chosen, useFollowedQueue())
  return { ...shown, queues, choose, error, refetch: () => void refetch(), readAt: dataUpdatedAt }
}

export type ChosenQueue = ReturnType<typeof useChosenQueue>

/**
 * The name of the queue of the callback the page is about; null: there is none. While another callback is read it
 * stays what it was; undefined: nothing was read yet.
 */
function useFollowedQueue(): string | null | undefined {
  const { callback, error } = useCallbackLookup(useSelectedServiceId(), false)
  const [followed, setFollowed] = useState<string | null>()
  const now = callback === undefined && error === null ? followed : (callback?.queue ?? null)
  if (now !== followed) setFollowed(now)
  return now
}

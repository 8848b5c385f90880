'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCallbackLookup, useSelectedServiceId } from '../customer/use-selected-callback.ts'
import { queuesQuery, useMovedQueues } from '../queues-queries.ts'
import { useUiStore } from '../ui-store.ts'
import { queueToShow } from './queue-to-show.ts'

/**
 * All queues, and the one to show: the chosen one, else that of the callback the page is about, else the first; while
 * another callback is read it stays what it was. `unknown` is the name of a chosen one that is not there.
 */
export function useChosenQueue() {
  const chosen = useUiStore((store) => store.selectedQueue)
  const choose = useUiStore((store) => store.selectQueue)
  const { data, error, refetch, dataUpdatedAt } = useQuery(queuesQuery())
  const queues = useMovedQueues(data)
  const selected = useCallbackLookup(useSelectedServiceId(), false)
  const isAwaited = selected.callback === undefined && selected.error === null
  const [last, setLast] = useState<string>()
  const shown = queueToShow(queues, chosen, isAwaited ? last : (selected.callback?.queue ?? null))
  if (shown.queue && shown.queue.name !== last) setLast(shown.queue.name)
  return { ...shown, queues, choose, error, refetch: () => void refetch(), readAt: dataUpdatedAt }
}

export type ChosenQueue = ReturnType<typeof useChosenQueue>

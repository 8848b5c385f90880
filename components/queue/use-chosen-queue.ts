'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryState } from 'nuqs'
import { queuesQuery, useMovedQueues } from '../queues-queries.ts'

/** All queues, and the one that the address names, else the first. */
export function useChosenQueue() {
  const [name, choose] = useQueryState('queue')
  const { data, error, refetch, dataUpdatedAt } = useQuery(queuesQuery())
  const queues = useMovedQueues(data)
  const queue = queues?.find((each) => each.name === name) ?? queues?.[0]
  return { queues, queue, choose, error, refetch, readAt: dataUpdatedAt }
}

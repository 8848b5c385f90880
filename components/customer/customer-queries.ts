'use client'

import { skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import {
  paths,
  type AvailableMessage,
  type ChatAnswer,
  type CustomerMessage,
  type GmsError,
  type QueuePositionAnswer,
} from '../../server/gms/contract.ts'
import { callbackKeys } from '../callbacks-queries.ts'
import { centreNowIn } from '../centre-now.ts'
import { askGms } from '../gms-client.ts'
import { customerKeys } from './customer-keys.ts'
import { takeUpCustomers, useCustomerStore, type StartedCustomer } from './customer-store.ts'
import { nextEstimate, type EstimatedPlace } from './estimate.ts'
import { noteArrival } from './note-arrival.ts'
import { isAvailable, lastIndex, receivePolled } from './received.ts'
import { changeInbox, takeChat } from './take-chat.ts'

const positionEveryMillis = 2_000
export const pollEveryMillis = 2_000

/** The place in the queue, asked for every 2 s as the scenario expects of a device, and how its estimate runs. */
export function useQueuePosition({ user, session: { serviceId } }: StartedCustomer) {
  const client = useQueryClient()
  const queryKey = customerKeys.position(serviceId)
  return useQuery({
    queryKey,
    queryFn: async () => {
      const path = paths.operation(serviceId, 'check-queue-position')
      const place = await askGms<QueuePositionAnswer>(path, user)
      return nextEstimate(client.getQueryData<EstimatedPlace>(queryKey), place, centreNowIn(client))
    },
    refetchInterval: positionEveryMillis,
  })
}

/** Fetches what waits for the device, and takes it in. What has been fetched does not come again (decision 27). */
async function fetchNotifications(client: QueryClient, user: string, serviceId: string): Promise<null> {
  const contents = await askGms<(AvailableMessage | CustomerMessage)[]>(
    paths.operation(serviceId, 'retrieve-notifications'),
    user,
  )
  if (contents.length > 0) {
    // It does not come again: what another tab has just written must not be lost with it, nor this by that.
    takeUpCustomers()
    changeInbox(serviceId, (inbox) => receivePolled(inbox, contents, Date.now()))
    if (contents.some(isAvailable)) void noteArrival(client, serviceId)
    else void client.invalidateQueries({ queryKey: callbackKeys.detail(serviceId) })
  }
  return null
}

/** Polls the mailbox of a device that is not pushed to, as a phone does: also while nobody looks at the page. */
export function useNotificationPolling({ user, session }: StartedCustomer, isOn: boolean) {
  const client = useQueryClient()
  const { serviceId } = session
  useQuery({
    queryKey: customerKeys.notifications(serviceId),
    queryFn: isOn ? () => fetchNotifications(client, user, serviceId) : skipToken,
    refetchInterval: pollEveryMillis,
    refetchIntervalInBackground: true,
    // A mailbox is emptied by reading it: looking again on focus would only look like a poll out of turn.
    refetchOnWindowFocus: false,
  })
}

/** Asks once, by hand, for what waits for the device. */
export function useFetchOnce({ user, session: { serviceId } }: StartedCustomer) {
  const client = useQueryClient()
  return () =>
    client.fetchQuery({
      queryKey: customerKeys.notifications(serviceId),
      queryFn: () => fetchNotifications(client, user, serviceId),
      staleTime: 0,
    })
}

/**
 * Keeps the chat's lines whole: asks once when the device (re)appears, when a push has skipped lines, and, for a
 * device that is not pushed to, every 2 s.
 */
export function useChatRefresh(started: StartedCustomer, hasChat: boolean) {
  const { user, delivery, session } = started
  const { serviceId, inbox } = session
  const isOn = hasChat && !inbox.hasChatEnded && delivery !== 'off'
  // A chat that was created without comet is never pushed, whatever the device does since.
  const isPolled = isOn && (delivery === 'polling' || !session.isChatPushed)
  const { refetch } = useQuery({
    queryKey: customerKeys.chat(serviceId),
    queryFn: isOn
      ? () => {
          // Lines may have come since this was drawn: the position is read at the moment of asking.
          const now = useCustomerStore
            .getState()
            .customers.find((one) => one.session?.serviceId === serviceId)
          return refreshChat(user, serviceId, lastIndex(now?.session?.inbox ?? inbox))
        }
      : skipToken,
    refetchInterval: isPolled ? pollEveryMillis : false,
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: false,
  })
  const mustAsk = isOn && inbox.hasGap
  useEffect(() => {
    if (mustAsk) void refetch()
  }, [mustAsk, refetch])
}

/**
 * Asks for the chat lines after those the device has. After the end has been delivered, the answer is an error with
 * status 200 (decision 20): it says that nothing more comes.
 */
async function refreshChat(user: string, serviceId: string, position: number): Promise<null> {
  const answer = await askGms<ChatAnswer | GmsError>(paths.operation(serviceId, 'ixn/chat/refresh'), user, [
    ['transcriptPosition', String(position)],
  ])
  if ('exception' in answer) changeInbox(serviceId, (now) => ({ ...now, hasChatEnded: true, hasGap: false }))
  else takeChat(serviceId, answer)
  return null
}

'use client'

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { create } from 'zustand'
import { pushChannel, type PushData } from '../../server/gms/contract.ts'
import { openCometSession } from '../push/comet-session.ts'
import { nextConnection, type Connection } from '../push/push-store.ts'
import { useNewNotices } from './browser-notices.tsx'
import { useChatRefresh, useNotificationPolling } from './customer-queries.ts'
import { startedOf, useCustomerStore, type Customer, type StartedCustomer } from './customer-store.ts'
import { noteArrival } from './note-arrival.ts'
import { receivePush } from './received.ts'
import { changeInbox } from './take-chat.ts'
import { useCallbackOf } from './use-selected-callback.ts'

/** How each customer's device is connected, by letter. */
export const useDeviceStore = create<{ devices: Record<string, Connection> }>()(() => ({ devices: {} }))

/** The app on one customer's phone, as far as it works by itself: it is told of things, or asks for them. */
function Device({ customer }: { customer: Customer }) {
  const { letter, user, delivery, isAppClosed } = customer
  const started = startedOf(customer)
  usePush(letter, user, delivery === 'push' && !isAppClosed)
  return started && <Asking started={started} />
}

/** What the app asks for as long as the tester knows its callback. */
function Asking({ started }: { started: StartedCustomer }) {
  const callback = useCallbackOf(started.session.serviceId)
  useNotificationPolling(started, Boolean(callback) && started.delivery === 'polling')
  useChatRefresh(started, Boolean(callback?.chat))
  return null
}

/** A CometD session of the customer's own while push is on. */
function usePush(letter: string, user: string, isOn: boolean) {
  const client = useQueryClient()
  useEffect(() => {
    if (!isOn) return
    const session = openCometSession({
      user,
      channel: pushChannel,
      isAcknowledged: true,
      onMessage: (data) => takePush(client, data as PushData),
      onState: (standing) =>
        useDeviceStore.setState(({ devices }) => ({
          devices: { ...devices, [letter]: nextConnection(devices[letter], standing, Date.now()) },
        })),
    })
    return session.close
  }, [client, letter, user, isOn])
}

function takePush(client: QueryClient, push: PushData) {
  const serviceId = serviceIdOf(push)
  changeInbox(serviceId, (inbox) => receivePush(inbox, push, Date.now()))
  if ('_action' in push.message) void noteArrival(client, serviceId)
}

/** The callback a push is about: its message names it, but for a chat's, whose tag ends in it. */
function serviceIdOf({ message, tag }: PushData): string {
  return '_id' in message ? message._id : (tag.split('.').at(-1) ?? '')
}

/** Every customer's device, drawn or not: a phone rings, and asks, also when nobody looks at it. */
export function Devices() {
  const customers = useCustomerStore((store) => store.customers)
  useNewNotices()
  return customers.map((customer) => <Device key={customer.user} customer={customer} />)
}

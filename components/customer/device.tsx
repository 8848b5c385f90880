'use client'

import { useEffect } from 'react'
import { create } from 'zustand'
import { pushChannel, type PushData } from '../../server/gms/contract.ts'
import { openCometSession } from '../push/comet-session.ts'
import { nextConnection, type Connection } from '../push/push-store.ts'
import { useOtherTabs } from '../use-other-tabs.ts'
import { useBrowserNotices } from './browser-notices.tsx'
import { customersKey, useCustomerStore } from './customer-store.ts'
import { receivePush } from './received.ts'
import { changeInbox } from './take-chat.ts'

/** How each customer's device is connected, by letter. */
export const useDeviceStore = create<{ devices: Record<string, Connection> }>()(() => ({ devices: {} }))

/** The app on one customer's phone, as far as push goes: a CometD session of its own while push is on. */
function Device({ letter, user, isOn }: { letter: string; user: string; isOn: boolean }) {
  useEffect(() => {
    if (!isOn) return
    const session = openCometSession({
      user,
      channel: pushChannel,
      isAcknowledged: true,
      onMessage: (data) => takePush(data as PushData),
      onState: (standing) =>
        useDeviceStore.setState(({ devices }) => ({
          devices: { ...devices, [letter]: nextConnection(devices[letter], standing, Date.now()) },
        })),
    })
    return session.close
  }, [letter, user, isOn])
  return null
}

function takePush(push: PushData) {
  changeInbox(serviceIdOf(push), (inbox) => receivePush(inbox, push, Date.now()))
}

/** The callback a push is about: its message names it, but for a chat's, whose tag ends in it. */
function serviceIdOf({ message, tag }: PushData): string {
  return '_id' in message ? message._id : (tag.split('.').at(-1) ?? '')
}

const takeUpCustomers = () => useCustomerStore.persist.rehydrate()

/** Every customer's device, drawn or not: a phone rings also when nobody looks at it. */
export function Devices() {
  const customers = useCustomerStore((store) => store.customers)
  useBrowserNotices()
  // They are the same customers in every tab.
  useOtherTabs(customersKey, takeUpCustomers)
  return customers.map(({ letter, user, delivery, isAppClosed }) => (
    <Device key={letter} letter={letter} user={user} isOn={delivery === 'push' && !isAppClosed} />
  ))
}

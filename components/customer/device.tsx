'use client'

import { useEffect } from 'react'
import { create } from 'zustand'
import { pushChannel, type PushData } from '../../server/gms/contract.ts'
import { openCometSession, type CometState } from '../push/comet-session.ts'
import { useCustomerStore } from './customer-store.ts'
import { receivePush } from './received.ts'
import { changeInbox } from './take-chat.ts'

interface DeviceState {
  state: CometState
  transport: string | null
}

/** How each customer's device is connected, by letter. */
export const useDeviceStore = create<{ devices: Record<string, DeviceState> }>()(() => ({ devices: {} }))

/** The app on one customer's phone, as far as push goes: a CometD session of its own while push is on. */
function Device({ letter, user, isOn }: { letter: string; user: string; isOn: boolean }) {
  useEffect(() => {
    if (!isOn) return
    const session = openCometSession({
      user,
      channel: pushChannel,
      isAcknowledged: true,
      onMessage: (data) => takePush(data as PushData),
      onState: (state, transport) =>
        useDeviceStore.setState(({ devices }) => ({
          devices: { ...devices, [letter]: { state, transport } },
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

/** Every customer's device, drawn or not: a phone rings also when nobody looks at it. */
export function Devices() {
  const customers = useCustomerStore((store) => store.customers)
  return customers.map(({ letter, user, delivery, session }) => (
    <Device key={letter} letter={letter} user={user} isOn={(session?.delivery ?? delivery) === 'push'} />
  ))
}

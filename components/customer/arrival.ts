import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { defaultDeviceOs } from './personas.ts'
import type { CustomerSession, StartedCustomer } from './customer-store.ts'
import { isAvailable, type ReceivedNotice } from './received.ts'

/** What a phone has received of an announcement, or what stands between. */
export type Arrival =
  | { kind: 'here'; notice: ReceivedNotice }
  /** It comes by itself: it is pushed now, or once CometD is connected, or the phone asks for it. */
  | { kind: 'underway' | 'waits-for-push' | 'next-poll' }
  /** Nothing comes unless somebody changes that. */
  | { kind: 'off' | 'off-without-device' | 'without-device' | 'other-device' }

type Announced = Pick<CallbackDetailJson, 'step' | 'timeline'>

/** The announcement in force: the number of its event, by which it differs from those before. Null: there is none. */
export function announcementIn({ step, timeline }: Announced): number | null {
  if (step !== 'agent-available') return null
  return timeline.findLast(({ type }) => type === 'agent-available')?.number ?? null
}

/** The news of an agent that this phone has received, as far as it is about the announcement in force. */
export function newsOf({ inbox, arrivedFor }: CustomerSession, callback: Announced): ReceivedNotice | null {
  const announcement = announcementIn(callback)
  if (announcement === null || announcement !== arrivedFor) return null
  return inbox.notices.findLast(({ content }) => isAvailable(content)) ?? null
}

/** How far the news of an agent has come to this phone; `isConnected`: it holds a push session now. */
export function arrivalOf(
  { delivery, session }: StartedCustomer,
  callback: Announced,
  isConnected: boolean,
): Arrival {
  const notice = newsOf(session, callback)
  if (notice) return { kind: 'here', notice }
  const { hasDevice, submitted } = session
  const isPushedHere = hasDevice && submitted.deviceOs === defaultDeviceOs
  switch (delivery) {
    case 'polling':
      return { kind: 'next-poll' }
    case 'off':
      return { kind: isPushedHere ? 'off' : 'off-without-device' }
    case 'push':
      if (isPushedHere) return { kind: isConnected ? 'underway' : 'waits-for-push' }
      return { kind: hasDevice ? 'other-device' : 'without-device' }
  }
}

/** Whether nothing comes to this phone as things are. */
export const isCutOff = ({ kind }: Arrival): boolean =>
  kind === 'off' || kind === 'off-without-device' || kind === 'without-device' || kind === 'other-device'

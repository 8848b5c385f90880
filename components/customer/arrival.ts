import { defaultDeviceOs } from './personas.ts'
import type { StartedCustomer } from './customer-store.ts'
import { isAvailable, type ReceivedNotice } from './received.ts'

/** What a phone has received of an announcement, or what stands between. */
export type Arrival =
  | { kind: 'here'; notice: ReceivedNotice }
  /** It comes by itself: it is pushed now, or once CometD is connected, or the phone asks for it. */
  | { kind: 'underway' | 'waits-for-push' | 'next-poll' }
  /** Nothing comes unless somebody changes that. */
  | { kind: 'off' | 'off-without-device' | 'without-device' | 'other-device' }

/** How far the news of an agent has come to this phone; `isConnected`: it holds a push session now. */
export function arrivalOf({ delivery, session }: StartedCustomer, isConnected: boolean): Arrival {
  const notice = session.inbox.notices.findLast(({ content }) => isAvailable(content))
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

import { pushChannel, type PushData } from '../gms/contract.ts'
import type { CustomerNotification } from '../contact-center/contact-center.ts'
import { createCapture } from './traffic-record.ts'
import type { TrafficTapOptions } from './traffic-tap.ts'

/** A notification as it is handed to push. */
export interface PushSeen {
  readonly notification: CustomerNotification
  readonly data: PushData
  readonly user: string | null
  /** To how many sessions; 0: it waits, or its kind is rendered here and sent nowhere. */
  readonly sessions: number
}

/** Writes each push down as a row, whether a session takes it or not. */
export function createPushTap({ log, clock, limits }: TrafficTapOptions) {
  return {
    pushed({ notification, data, user, sessions }: PushSeen): void {
      const responseBody = createCapture(limits.trafficBodyBytesMax)
      responseBody.add(JSON.stringify(data))
      const reach = sessions === 1 ? '1 session' : `${sessions} sessions`
      log.add({
        number: 0,
        at: clock.now(),
        kind: 'push',
        actor: 'server',
        protocol: 'bayeux',
        method: 'PUSH',
        path: pushChannel,
        user,
        serviceId: notification.callback,
        note: `${data.tag} to ${reach}`,
        status: null,
        durationMillis: null,
        isHeld: false,
        isHeartbeat: false,
        httpVersion: null,
        requestHeaders: [],
        responseHeaders: [],
        requestBody: createCapture(0),
        responseBody,
      })
    },
  }
}

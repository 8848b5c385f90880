import type { DeliveryOutcome } from '../bayeux/bayeux.ts'
import { pushChannel } from '../gms/contract.ts'
import type { Pushed } from '../gms/push.ts'
import type { TrafficCauses } from './traffic-causes.ts'
import { Capture, unwritten, type TrafficRecord } from './traffic-record.ts'
import type { TrafficTapOptions } from './traffic-tap.ts'

/** Writes each push down as a row, whether a session takes it or not; one that is over has its duration. */
export function createPushTap(
  { log, links, clock, limits }: TrafficTapOptions,
  causes: Pick<TrafficCauses, 'ofNotification'>,
) {
  return {
    pushed({ notification, data, user, sessions }: Pushed): (outcome: DeliveryOutcome) => void {
      const responseBody = new Capture(limits.trafficBodyBytesMax)
      responseBody.add(JSON.stringify(data))
      const reach = sessions === 1 ? '1 session' : `${sessions} sessions`
      const lineage = causes.ofNotification(notification.id)
      const record: TrafficRecord = {
        ...unwritten,
        at: clock.now(),
        kind: 'push',
        actor: 'server',
        protocol: 'bayeux',
        method: 'PUSH',
        path: pushChannel,
        user,
        serviceId: notification.callback,
        note: `${data.tag} to ${reach}`,
        httpVersion: null,
        requestHeaders: [],
        requestBody: new Capture(0),
        responseBody,
        cause: lineage?.row ?? null,
        events: lineage?.events ?? [],
      }
      log.add(record)
      links.pushed(notification.id, record)
      return (outcome) => {
        record.durationMillis = clock.now() - record.at
        if (outcome === 'lost') record.note += ', lost'
        log.update(record)
      }
    },
  }
}

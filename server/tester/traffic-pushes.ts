import type { DeliveryOutcome } from '../bayeux/bayeux.ts'
import { pushChannel } from '../gms/contract.ts'
import type { Pushed } from '../gms/push.ts'
import type { TrafficCauses } from './traffic-causes.ts'
import { beginRow, Capture, noBody, type TrafficRecord } from './traffic-record.ts'
import type { TrafficTapOptions } from './traffic-tap.ts'

/** Writes each push down as a row, whether a session takes it or not; one that is over has its duration. */
export function createPushTap(
  { log, links, clock, centreClock, limits }: TrafficTapOptions,
  causes: Pick<TrafficCauses, 'ofNotification'>,
) {
  const rowOf = (pushed: Pushed): TrafficRecord => {
    const { notification, user, unsent } = pushed
    const lineage = causes.ofNotification(notification.id)
    const words = unsent === null ? overBayeux(pushed) : toDevice(unsent, pushed)
    return beginRow({
      at: clock.now(),
      centreAt: centreClock.now(),
      kind: words.kind,
      actor: 'server',
      protocol: words.protocol,
      method: words.method,
      path: words.path,
      user,
      serviceId: notification.callback,
      note: words.note,
      httpVersion: null,
      requestHeaders: words.requestHeaders,
      requestBody: words.requestBody,
      responseBody: words.responseBody,
      cause: lineage?.row ?? null,
      events: lineage?.events ?? [],
    })
  }

  const capture = (text: string) => {
    const body = new Capture(limits.trafficBodyBytesMax)
    body.add(text)
    return body
  }

  const overBayeux = ({ data, sessions }: Pushed) => ({
    kind: 'push' as const,
    protocol: 'bayeux' as const,
    method: 'PUSH',
    path: pushChannel,
    note: `${data.tag} to ${sessions === 1 ? '1 session' : `${sessions} sessions`}`,
    requestHeaders: [],
    requestBody: noBody,
    responseBody: capture(JSON.stringify(data)),
  })

  const toDevice = ({ provider, path, headers, body }: NonNullable<Pushed['unsent']>, { data }: Pushed) => ({
    kind: 'unsent' as const,
    protocol: 'rest' as const,
    method: provider,
    path,
    note: `${data.tag}, rendered, not sent`,
    requestHeaders: headers.flat(),
    requestBody: capture(body),
    responseBody: noBody,
  })

  return {
    pushed(pushed: Pushed): (outcome: DeliveryOutcome) => void {
      const record = rowOf(pushed)
      log.add(record)
      links.pushed(pushed.notification.id, record)
      return (outcome) => {
        record.durationMillis = clock.now() - record.at
        if (outcome === 'lost') record.note += ', lost'
        log.update(record)
      }
    },
  }
}

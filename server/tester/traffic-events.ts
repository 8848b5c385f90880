import type { CentreEvent } from '../contact-center/event.ts'
import type { Numbered } from '../storage/port.ts'
import { timelineText } from './timeline.ts'
import { actorOf, type Moment } from './traffic-moments.ts'
import { beginRow, noBody } from './traffic-record.ts'
import type { TrafficTapOptions } from './traffic-tap.ts'

/** Writes down as a row each what passing time made the contact centre do. */
export function createEventTap({ log, clock, limits }: Pick<TrafficTapOptions, 'log' | 'clock' | 'limits'>) {
  let second = 0
  let inSecond = 0
  const hasRoom = (): boolean => {
    const now = Math.floor(clock.now() / 1000)
    inSecond = now === second ? inSecond + 1 : 1
    second = now
    return inSecond <= limits.eventRowsPerSecondMax
  }

  return {
    /** The number of its row, in whose detail these events come to stand; null when there are too many in a second. */
    happened(
      { told, user }: Moment,
      cause: number | null,
      events: readonly Numbered<CentreEvent>[],
    ): number | null {
      if (!hasRoom()) return null
      const row = beginRow({
        at: clock.now(),
        centreAt: told.at,
        kind: 'event',
        actor: actorOf(told),
        protocol: 'centre',
        method: 'EVENT',
        path: told.type,
        user,
        serviceId: 'callback' in told ? told.callback : null,
        note: timelineText(told),
        httpVersion: null,
        requestHeaders: [],
        requestBody: noBody,
        responseBody: noBody,
        cause,
        events,
      })
      log.add(row)
      return row.number
    },
  }
}

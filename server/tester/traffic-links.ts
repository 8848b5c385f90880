import { RecentMap } from '../runtime/recent-map.ts'
import type { TrafficLog } from './traffic-log.ts'
import type { TrafficRecord, TrafficSocket } from './traffic-record.ts'
import type { BayeuxWords } from './traffic-words.ts'

type SocketRequests = NonNullable<TrafficSocket['requests']>

/** Finds what led to the words of the server: the push that an answer carries, the frame that it answers. */
export interface TrafficLinks {
  /** This row, which is in the log, tells of the push of this notification. */
  pushed(notification: string, record: TrafficRecord): void
  /** This row brought the client these words. */
  carried(record: TrafficRecord, words: BayeuxWords): void
  /** This frame asks, and waits for its answers. */
  asked(record: TrafficRecord, requests: SocketRequests, words: BayeuxWords): void
  /** This frame answers what waits. */
  answered(record: TrafficRecord, requests: SocketRequests, words: BayeuxWords): void
}

/** Links for this log; they know of as many notifications, and requests of a socket, as there may be rows. */
export function createTrafficLinks(log: Pick<TrafficLog, 'link'>, itemsMax: number): TrafficLinks {
  /** A notification has a row for each time that it was handed over. */
  const pushes = new RecentMap<string, readonly TrafficRecord[]>(itemsMax)

  return {
    pushed(notification, record) {
      const known = pushes.get(notification) ?? []
      pushes.set(notification, [...known, record])
    },
    carried(record, words) {
      for (const notification of words.notifications) {
        const push = pushes.get(notification)?.findLast((each) => cameBefore(each, record))
        if (push !== undefined) log.link(push.number, record.number)
      }
    },
    asked(record, requests, words) {
      for (const message of words.messages) requests.set(message, record.number)
      // Each is deleted when it is answered, so that this is for those that never are.
      if (requests.size > itemsMax) requests.clear()
    },
    answered(record, requests, words) {
      for (const message of words.messages) {
        const request = requests.get(message)
        if (request === undefined) continue
        requests.delete(message)
        log.link(request, record.number)
      }
    },
  }
}

/** A poll is held before the push that it carries; a frame is written after it. */
const cameBefore = (push: TrafficRecord, carrier: TrafficRecord): boolean =>
  carrier.kind === 'frame'
    ? push.number < carrier.number
    : push.at <= carrier.at + (carrier.durationMillis ?? Infinity)

import type { Millis } from '../runtime/clock.ts'
import { RecentMap } from '../runtime/recent-map.ts'
import type { TrafficLog } from './traffic-log.ts'
import type { TrafficRecord, TrafficSocket } from './traffic-record.ts'
import type { BayeuxWords } from './traffic-words.ts'

/**
 * Finds what led to the words of the server: the push that an answer carries, the frame that it answers. A connect that
 * is sent over a WebSocket is held until then.
 */
export interface TrafficLinks {
  /** This row, which is in the log, tells of the push of this notification. */
  pushed(notification: string, record: TrafficRecord): void
  /** This row brought the client these words. */
  carried(record: TrafficRecord, words: BayeuxWords): void
  /** This frame asks, and waits for its answers. */
  asked(record: TrafficRecord, socket: TrafficSocket, words: BayeuxWords): void
  /** This frame answers what waits. */
  answered(record: TrafficRecord, socket: TrafficSocket, words: BayeuxWords): void
  /** What waits on this socket gets no answer any more. */
  closed(socket: TrafficSocket, at: Millis): void
}

/** Links for this log; they know of as many notifications, and requests of a socket, as there may be rows. */
export function createTrafficLinks(
  log: Pick<TrafficLog, 'link' | 'find' | 'update'>,
  itemsMax: number,
): TrafficLinks {
  /** A notification has a row for each time that it was handed over. */
  const pushes = new RecentMap<string, readonly TrafficRecord[]>(itemsMax)

  /** A connect is held no longer: its row knows how long it was. */
  const end = (message: string, request: number, at: Millis, isAnswered: boolean) => {
    const record = isConnect(message) ? log.find(request) : undefined
    if (record === undefined) return undefined
    record.isHeld = false
    record.durationMillis = at - record.at
    // The words of a frame with nothing but connects.
    record.isHeartbeat = isAnswered && record.note === '/meta/connect'
    return record
  }

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
    asked(record, socket, words) {
      const requests = (socket.requests ??= new Map())
      for (const message of words.messages) {
        const same = requests.get(message)
        if (same !== undefined) end(message, same, record.at, false)
        requests.set(message, record.number)
      }
      // Each is deleted when it is answered, so that this is for those that never are.
      for (const [message] of requests) {
        if (requests.size <= itemsMax) break
        requests.delete(message)
      }
      if (!words.messages.some(isConnect)) return
      record.isHeartbeat = false
      if (socket.closedAt === null) record.isHeld = true
      else record.durationMillis = socket.closedAt - record.at
    },
    answered(record, { requests }, words) {
      for (const message of words.messages) {
        const request = requests?.get(message)
        if (request === undefined) continue
        requests?.delete(message)
        log.link(request, record.number)
        end(message, request, record.at, words.refused.length === 0)
      }
    },
    closed({ requests }, at) {
      for (const [message, request] of requests ?? []) {
        const record = end(message, request, at, false)
        if (record !== undefined) log.update(record)
      }
    },
  }
}

const isConnect = (message: string): boolean => message.startsWith('/meta/connect ')

/** A poll is held before the push that it carries; a frame is written after it. */
const cameBefore = (push: TrafficRecord, carrier: TrafficRecord): boolean =>
  carrier.kind === 'frame'
    ? push.number < carrier.number
    : push.at <= carrier.at + (carrier.durationMillis ?? Infinity)

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BayeuxObserver, SessionView } from '../bayeux/bayeux.ts'
import type { Refused } from '../contact-center/refusal.ts'
import { replayHeader, userHeader } from '../gms/contract.ts'
import type { Clock } from '../runtime/clock.ts'
import type { TesterLimits } from './limits.ts'
import type { TrafficLinks } from './traffic-links.ts'
import type { TrafficLog } from './traffic-log.ts'
import { beginRow, Capture, statusOf, type TrafficRecord } from './traffic-record.ts'
import {
  describeBayeuxExchange,
  describePoll,
  isPoll,
  readTarget,
  startedId,
  type Owner,
} from './traffic-words.ts'

export interface TrafficTapOptions {
  readonly log: TrafficLog
  readonly links: TrafficLinks
  /** The real time: traffic happens on the network, not in the contact centre. */
  readonly clock: Clock
  /** The contact centre's time. */
  readonly centreClock: Pick<Clock, 'now'>
  readonly limits: TesterLimits
  /**
   * Whether this session only watches the tester. Its traffic is not logged: each row would be news for the
   * watcher, and telling it would make the next row.
   */
  readonly isWatcher: (session: SessionView) => boolean
}

/** Sees the HTTP exchanges pass and writes them down; changes nothing about them. */
export interface TrafficTap {
  /** The row of the exchange; whether it is in the log yet, its number tells. */
  exchange(request: IncomingMessage, response: ServerResponse, owner: Owner): TrafficRecord
  /** What the contact centre said no with; said before the answer is written. */
  refused(request: IncomingMessage, refusal: Refused): void
  /** What the Bayeux server tells of its requests: their pieces need not be listened for again. */
  readonly bayeux: Required<Pick<BayeuxObserver, 'received' | 'held' | 'answered' | 'ended'>>
}

/** A row as its request begins; bodies and answer come later. */
export function beginRecord(
  request: IncomingMessage,
  owner: Owner,
  { clock, centreClock, limits }: TrafficTapOptions,
): TrafficRecord {
  const target = request.url ?? ''
  const user = request.headers[userHeader]
  const replayed = /^[1-9]\d{0,14}$/.exec(String(request.headers[replayHeader]))
  const { actor, serviceId, note } = readTarget(owner, target)
  return beginRow({
    at: clock.now(),
    centreAt: centreClock.now(),
    kind: 'exchange',
    actor,
    protocol: owner === 'bayeux' ? 'bayeux' : 'rest',
    serviceId,
    note,
    method: request.method ?? '',
    path: target,
    user: typeof user === 'string' ? user : null,
    httpVersion: request.httpVersion,
    replayOf: replayed === null ? null : Number(replayed[0]),
    requestHeaders: request.rawHeaders,
    requestBody: new Capture(limits.trafficBodyBytesMax),
    responseBody: new Capture(limits.trafficBodyBytesMax),
  })
}

/** A tap that writes into this log. */
export function createTrafficTap(options: TrafficTapOptions): TrafficTap {
  const { log, links, clock, isWatcher } = options
  const bayeuxRows = new WeakMap<IncomingMessage, { record: TrafficRecord; response: ServerResponse }>()

  const restRows = new WeakMap<IncomingMessage, TrafficRecord>()

  const describe = (record: TrafficRecord) => links.carried(record, describeBayeuxExchange(record))
  const show = (record: TrafficRecord) => (record.number === 0 ? log.add(record) : log.update(record))

  /** The row of a Bayeux request, unless it turns out to be a watcher's: that is forgotten. */
  const attributed = (request: IncomingMessage, session: SessionView | null): TrafficRecord | undefined => {
    if (session !== null && isWatcher(session)) bayeuxRows.delete(request)
    const record = bayeuxRows.get(request)?.record
    if (record !== undefined && session !== null) record.user ??= session.user
    return record
  }

  const end = (record: TrafficRecord, response: ServerResponse) => {
    record.isHeld = false
    record.durationMillis = clock.now() - record.at
    // Node keeps the head as it stands on the wire here, with the lines that it adds itself; nowhere else is it all.
    const head = String(Reflect.get(response, '_header'))
    record.status = response.headersSent ? statusOf(head) : null
    if (record.status !== null) record.responseHead = head
  }

  return {
    exchange(request, response, owner) {
      const record = beginRecord(request, owner, options)
      // Whose Bayeux request it is, is known when it is held or answered; until then it is not shown.
      if (owner === 'bayeux') {
        bayeuxRows.set(request, { record, response })
        return record
      }
      log.add(record)
      restRows.set(request, record)
      tapRequest(request, record)
      tapResponse(response, record, () => {
        end(record, response)
        if (owner === 'gms' && record.status !== null && isPoll(record)) record.describe = describePoll
        if (owner === 'gms') record.serviceId ??= startedId(record.responseBody.text())
        show(record)
      })
      return record
    },
    refused(request, refusal) {
      const record = restRows.get(request)
      if (record !== undefined) record.refused = refusal
    },
    bayeux: {
      received: (request, chunk) => bayeuxRows.get(request)?.record.requestBody.add(chunk),
      held(request, session) {
        const record = attributed(request, session)
        if (record === undefined) return
        record.isHeld = true
        record.note = '/meta/connect'
        show(record)
      },
      answered: (request, session, body) => attributed(request, session)?.responseBody.add(body),
      ended(request) {
        const row = bayeuxRows.get(request)
        if (row === undefined) return
        bayeuxRows.delete(request)
        end(row.record, row.response)
        row.record.describe = describe
        show(row.record)
      },
    },
  }
}

/** The parser pushes each piece of the body: reading along there takes nothing from whoever reads the request. */
function tapRequest(request: IncomingMessage, record: TrafficRecord): void {
  const push = request.push.bind(request)
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk instanceof Uint8Array) record.requestBody.add(chunk)
    return push(chunk, encoding)
  }
}

function tapResponse(response: ServerResponse, record: TrafficRecord, done: () => void): void {
  const seen = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      record.responseBody.add(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : undefined)
    else if (chunk instanceof Uint8Array) record.responseBody.add(chunk)
  }
  for (const name of ['write', 'end'] as const) {
    const original = response[name].bind(response) as (...words: unknown[]) => unknown
    Reflect.set(response, name, (...words: unknown[]) => {
      seen(words[0], words[1])
      return original(...words)
    })
  }
  let isOver = false
  const finish = () => {
    if (isOver) return
    isOver = true
    done()
  }
  response.on('finish', finish)
  response.on('close', finish)
}

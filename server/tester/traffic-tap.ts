import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SessionView } from '../bayeux/bayeux.ts'
import { userHeader } from '../gms/contract.ts'
import type { Clock } from '../runtime/clock.ts'
import type { TesterLimits } from './limits.ts'
import type { TrafficLog } from './traffic-log.ts'
import { Capture, headerPairs, parseHead, type TrafficRecord } from './traffic-record.ts'
import { describeBayeuxExchange, readTarget, startedId, type Owner } from './traffic-words.ts'

export interface TrafficTapOptions {
  readonly log: TrafficLog
  /** The real time: traffic happens on the network, not in the contact centre. */
  readonly clock: Clock
  readonly limits: TesterLimits
  /**
   * Whether this session only watches the tester. Its traffic is not logged: each row would be news for the
   * watcher, and telling it would make the next row.
   */
  readonly isWatcher: (session: SessionView) => boolean
}

/** Sees the HTTP exchanges pass and writes them down; changes nothing about them. */
export interface TrafficTap {
  exchange(request: IncomingMessage, response: ServerResponse, owner: Owner): void
  /** The answer of this Bayeux request is held. */
  held(request: IncomingMessage, session: SessionView): void
  /** This Bayeux request is about to be answered. */
  answered(request: IncomingMessage, session: SessionView | null): void
}

/** A row as its request begins; bodies and answer come later. */
export function beginRecord(request: IncomingMessage, owner: Owner, { clock, limits }: TrafficTapOptions) {
  const target = request.url ?? ''
  const user = request.headers[userHeader]
  const record: TrafficRecord = {
    number: 0,
    at: clock.now(),
    kind: 'exchange',
    protocol: owner === 'bayeux' ? 'bayeux' : 'rest',
    ...readTarget(owner, target),
    method: request.method ?? '',
    path: target,
    user: typeof user === 'string' ? user : null,
    status: null,
    durationMillis: null,
    isHeld: false,
    isHeartbeat: false,
    httpVersion: request.httpVersion,
    requestHeaders: headerPairs(request.rawHeaders),
    responseHeaders: [],
    requestBody: new Capture(limits.trafficBodyBytesMax),
    responseBody: new Capture(limits.trafficBodyBytesMax),
    describe: null,
  }
  return record
}

/** A tap that writes into this log. */
export function createTrafficTap(options: TrafficTapOptions): TrafficTap {
  const { log, clock, isWatcher } = options
  const bayeuxRecords = new WeakMap<IncomingMessage, TrafficRecord>()

  const show = (record: TrafficRecord) => (record.number === 0 ? log.add(record) : log.update(record))

  /** The row of a Bayeux request, unless it turns out to be a watcher's: that is forgotten. */
  const attributed = (request: IncomingMessage, session: SessionView | null): TrafficRecord | undefined => {
    if (session !== null && isWatcher(session)) bayeuxRecords.delete(request)
    const record = bayeuxRecords.get(request)
    if (record !== undefined && session !== null) record.user ??= session.user
    return record
  }

  return {
    exchange(request, response, owner) {
      const record = beginRecord(request, owner, options)
      // Whose Bayeux request it is, is known when it is held or answered; until then it is not shown.
      if (owner === 'bayeux') bayeuxRecords.set(request, record)
      else log.add(record)
      tapRequest(request, record)
      tapResponse(response, record, () => {
        record.isHeld = false
        record.durationMillis = clock.now() - record.at
        if (owner === 'bayeux') {
          if (!bayeuxRecords.delete(request)) return
          record.describe = describeBayeuxExchange
        } else if (owner === 'gms') record.serviceId ??= startedId(record.responseBody.text())
        show(record)
      })
    },
    held(request, session) {
      const record = attributed(request, session)
      if (record === undefined) return
      record.isHeld = true
      record.note = '/meta/connect'
      show(record)
    },
    answered(request, session) {
      attributed(request, session)
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
    // Node keeps the head as it stands on the wire here, with the lines that it adds itself; nowhere else is it all.
    const head = parseHead(String(Reflect.get(response, '_header')))
    if (response.headersSent && head !== null) {
      record.status = head.status
      record.responseHeaders = head.headers
    }
    done()
  }
  response.on('finish', finish)
  response.on('close', finish)
}

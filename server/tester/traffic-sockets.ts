import type { Duplex } from 'node:stream'
import type { BayeuxObserver } from '../bayeux/bayeux.ts'
import {
  beginRow,
  Capture,
  noBody,
  statusOf,
  type TrafficRecord,
  type TrafficSocket,
  weightOf,
} from './traffic-record.ts'
import { beginRecord, type TrafficTapOptions } from './traffic-tap.ts'
import { describeFrame, readBayeux } from './traffic-words.ts'

type Frame = Parameters<NonNullable<BayeuxObserver['frame']>>[0]

/** Sees WebSockets open and their frames pass. */
export type SocketTap = Required<Pick<BayeuxObserver, 'upgraded' | 'frame'>>

/** What is known of one socket: its rows wait until it is known whether it is a watcher's. */
interface SocketTraffic extends TrafficSocket {
  verdict: 'logged' | 'ignored' | null
  waiting: TrafficRecord[]
}

const noRows: TrafficRecord[] = []
const noHeaders: readonly string[] = []

/** A tap that writes into the same log as the exchanges'. */
export function createSocketTap(options: TrafficTapOptions): SocketTap {
  const { log, links, clock, centreClock, limits, isWatcher } = options
  const sockets = new WeakMap<Duplex, SocketTraffic>()
  const trafficOf = (connection: Duplex): SocketTraffic => {
    const known = sockets.get(connection)
    if (known !== undefined) return known
    const traffic: SocketTraffic = {
      verdict: null,
      waiting: [],
      upgrade: null,
      requests: null,
      closedAt: null,
    }
    sockets.set(connection, traffic)
    return traffic
  }

  /** Of all rows that wait: they are outside the log's own bounds. */
  let waitingBytes = 0

  const add = (traffic: SocketTraffic, record: TrafficRecord) => {
    log.add(record)
    if (record.kind === 'exchange') traffic.upgrade = record.number
  }
  const decide = (traffic: SocketTraffic, verdict: 'logged' | 'ignored') => {
    const { waiting } = traffic
    traffic.verdict = verdict
    traffic.waiting = noRows
    waitingBytes -= waiting.reduce((sum, record) => sum + weightOf(record), 0)
    if (verdict === 'logged') waiting.forEach((record) => add(traffic, record))
  }
  const enter = (traffic: SocketTraffic, record: TrafficRecord) => {
    if (traffic.verdict === 'logged') return add(traffic, record)
    traffic.waiting.push(record)
    waitingBytes += weightOf(record)
    const isTooMuch = waitingBytes > limits.unattributedBytesMax
    if (isTooMuch || traffic.waiting.length > limits.unattributedFramesMax) decide(traffic, 'logged')
  }
  /** A socket that closes before it is known whose it was is nobody's that watches. */
  function closed(this: Duplex) {
    const traffic = trafficOf(this)
    traffic.closedAt = clock.now()
    links.closed(traffic, traffic.closedAt)
    if (traffic.verdict === null) decide(traffic, 'logged')
  }

  /** What a frame tells of its socket; null: nothing. */
  const verdictBy = ({ session, text }: Frame): 'logged' | 'ignored' | null => {
    if (session !== null) return isWatcher(session) ? 'ignored' : 'logged'
    return readBayeux(text).isWorkbenchHandshake ? 'ignored' : null
  }

  /** Answers belong to the requests of their own socket. */
  const describe = (record: TrafficRecord) => {
    const words = describeFrame(record)
    const { socket } = record
    if (socket === null) return
    if (record.method === 'SEND') return links.asked(record, socket, words)
    // A refusal goes back to what was refused, though it came along with a push.
    if (words.refused.length > 0) links.answered(record, socket, words)
    links.carried(record, words)
    if (words.refused.length === 0) links.answered(record, socket, words)
  }

  return {
    upgraded(request, connection, text) {
      const record = beginRecord(request, 'bayeux', options)
      record.note = 'upgrade to WebSocket'
      record.status = statusOf(text)
      record.responseHead = text
      record.durationMillis = 0
      enter(trafficOf(connection), record)
      connection.on('close', closed)
    },
    frame(frame) {
      const { connection, session, text } = frame
      const traffic = trafficOf(connection)
      if (traffic.verdict === 'ignored') return
      const verdict = verdictBy(frame)
      if (verdict !== null && verdict !== traffic.verdict) decide(traffic, verdict)
      if (verdict === 'ignored') return
      const isReceived = frame.direction === 'received'
      const body = new Capture(limits.trafficBodyBytesMax)
      body.add(text)
      const record = beginRow({
        at: clock.now(),
        centreAt: centreClock.now(),
        kind: 'frame',
        actor: isReceived ? 'customer' : 'server',
        protocol: 'bayeux',
        method: isReceived ? 'SEND' : 'RECEIVE',
        path: '',
        user: session?.user ?? null,
        serviceId: null,
        note: '',
        httpVersion: null,
        requestHeaders: noHeaders,
        requestBody: isReceived ? body : noBody,
        responseBody: isReceived ? noBody : body,
        socket: traffic,
        describe,
      })
      enter(traffic, record)
    },
  }
}

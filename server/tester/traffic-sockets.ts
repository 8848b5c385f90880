import type { Duplex } from 'node:stream'
import type { BayeuxObserver } from '../bayeux/bayeux.ts'
import type { SocketRequests } from './traffic-links.ts'
import { beginRow, Capture, parseHead, type TrafficRecord, weightOf } from './traffic-record.ts'
import { beginRecord, type TrafficTapOptions } from './traffic-tap.ts'
import { describeFrame, readBayeux } from './traffic-words.ts'

type Frame = Parameters<NonNullable<BayeuxObserver['frame']>>[0]

/** Sees WebSockets open and their frames pass. */
export type SocketTap = Required<Pick<BayeuxObserver, 'upgraded' | 'frame'>>

/** What is known of one socket: its rows wait until it is known whether it is a watcher's. */
type SocketTraffic = 'logged' | 'ignored' | { readonly waiting: TrafficRecord[] }

/** A tap that writes into the same log as the exchanges'. */
export function createSocketTap(options: TrafficTapOptions): SocketTap {
  const { log, links, clock, centreClock, limits, isWatcher } = options
  const sockets = new WeakMap<Duplex, SocketTraffic>()
  const upgrades = new WeakMap<Duplex, TrafficRecord>()
  const describers = new WeakMap<Duplex, TrafficRecord['describe']>()

  /** Of all rows that wait: they are outside the log's own bounds. */
  let waitingBytes = 0

  const decide = (connection: Duplex, verdict: 'logged' | 'ignored') => {
    const traffic = sockets.get(connection)
    sockets.set(connection, verdict)
    if (typeof traffic === 'object')
      waitingBytes -= traffic.waiting.reduce((sum, record) => sum + weightOf(record), 0)
    if (verdict === 'logged' && typeof traffic === 'object')
      traffic.waiting.forEach((record) => log.add(record))
  }
  const enter = (connection: Duplex, record: TrafficRecord) => {
    const traffic = sockets.get(connection)
    if (traffic === 'logged') log.add(record)
    else if (traffic !== 'ignored') {
      const waiting = traffic?.waiting ?? []
      if (traffic === undefined) sockets.set(connection, { waiting })
      waiting.push(record)
      waitingBytes += weightOf(record)
      const isTooMuch = waitingBytes > limits.unattributedBytesMax
      if (isTooMuch || waiting.length > limits.unattributedFramesMax) decide(connection, 'logged')
    }
  }
  /** A socket that closes before it is known whose it was is nobody's that watches. */
  function closed(this: Duplex) {
    if (typeof sockets.get(this) === 'object') decide(this, 'logged')
  }

  /** What a frame tells of its socket; null: nothing. */
  const verdictBy = ({ session, text }: Frame): 'logged' | 'ignored' | null => {
    if (session !== null) return isWatcher(session) ? 'ignored' : 'logged'
    return readBayeux(text).isWorkbenchHandshake ? 'ignored' : null
  }

  /** What describes the frames of a socket, whose answers belong to its own requests. */
  const describerOf = (connection: Duplex) => {
    const known = describers.get(connection)
    if (known !== undefined) return known
    const requests: SocketRequests = new Map()
    const describe = (record: TrafficRecord) => {
      const words = describeFrame(record)
      if (record.method === 'SEND') return links.asked(record, requests, words)
      links.carried(record, words)
      links.answered(record, requests, words)
    }
    describers.set(connection, describe)
    return describe
  }

  return {
    upgraded(request, connection, text) {
      const record = beginRecord(request, 'bayeux', options)
      const head = parseHead(text)
      record.note = 'upgrade to WebSocket'
      record.status = head?.status ?? null
      record.responseHeaders = head?.headers ?? []
      record.durationMillis = 0
      upgrades.set(connection, record)
      enter(connection, record)
      connection.on('close', closed)
    },
    frame(frame) {
      const { connection, session, text } = frame
      const known = sockets.get(connection)
      if (known === 'ignored') return
      const verdict = verdictBy(frame)
      if (verdict !== null && verdict !== known) decide(connection, verdict)
      if (verdict === 'ignored') return
      const isReceived = frame.direction === 'received'
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
        requestHeaders: [],
        requestBody: new Capture(isReceived ? limits.trafficBodyBytesMax : 0),
        responseBody: new Capture(isReceived ? 0 : limits.trafficBodyBytesMax),
        upgrade: upgrades.get(connection) ?? null,
        describe: describerOf(connection),
      })
      const body = isReceived ? record.requestBody : record.responseBody
      body.add(text)
      enter(connection, record)
    },
  }
}

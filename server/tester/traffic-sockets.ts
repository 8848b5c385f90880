import type { Duplex } from 'node:stream'
import type { BayeuxObserver } from '../bayeux/bayeux.ts'
import { Capture, parseHead, type TrafficRecord } from './traffic-record.ts'
import { beginRecord, type TrafficTapOptions } from './traffic-tap.ts'
import { describeFrame, readBayeux } from './traffic-words.ts'

type Frame = Parameters<NonNullable<BayeuxObserver['frame']>>[0]

/** Sees WebSockets open and their frames pass. */
export type SocketTap = Required<Pick<BayeuxObserver, 'upgraded' | 'frame'>>

/** What is known of one socket. Rows wait until it is known whether the socket is a watcher's. */
interface SocketTraffic {
  verdict: 'unknown' | 'logged' | 'ignored'
  waiting: TrafficRecord[]
}

/** A tap that writes into the same log as the exchanges'. */
export function createSocketTap(options: TrafficTapOptions): SocketTap {
  const { log, clock, limits, isWatcher } = options
  const sockets = new WeakMap<Duplex, SocketTraffic>()

  const trafficOf = (connection: Duplex): SocketTraffic => {
    const known = sockets.get(connection)
    if (known !== undefined) return known
    const traffic: SocketTraffic = { verdict: 'unknown', waiting: [] }
    sockets.set(connection, traffic)
    return traffic
  }
  const decide = (traffic: SocketTraffic, verdict: 'logged' | 'ignored') => {
    const { waiting } = traffic
    traffic.verdict = verdict
    traffic.waiting = []
    if (verdict === 'logged') waiting.forEach((record) => log.add(record))
  }
  const enter = (traffic: SocketTraffic, record: TrafficRecord) => {
    if (traffic.verdict === 'logged') log.add(record)
    else if (traffic.verdict === 'unknown') traffic.waiting.push(record)
    if (traffic.waiting.length > limits.unattributedFramesMax) decide(traffic, 'logged')
  }

  /** What a frame tells of its socket; null: nothing. */
  const verdictBy = ({ session, text }: Frame): 'logged' | 'ignored' | null => {
    if (session !== null) return isWatcher(session) ? 'ignored' : 'logged'
    return readBayeux(text).isWorkbenchHandshake ? 'ignored' : null
  }

  return {
    upgraded(request, connection, text) {
      const traffic = trafficOf(connection)
      const record = beginRecord(request, 'bayeux', options)
      const head = parseHead(text)
      record.note = 'upgrade to WebSocket'
      record.status = head?.status ?? null
      record.responseHeaders = head?.headers ?? []
      record.durationMillis = 0
      enter(traffic, record)
      connection.on('close', () => {
        if (traffic.verdict === 'unknown') decide(traffic, 'logged')
      })
    },
    frame(frame) {
      const traffic = trafficOf(frame.connection)
      if (traffic.verdict === 'ignored') return
      const verdict = verdictBy(frame)
      if (verdict !== null && verdict !== traffic.verdict) decide(traffic, verdict)
      if (verdict === 'ignored') return
      const isReceived = frame.direction === 'received'
      const record: TrafficRecord = {
        number: 0,
        at: clock.now(),
        kind: 'frame',
        actor: isReceived ? 'customer' : 'server',
        protocol: 'bayeux',
        method: isReceived ? 'SEND' : 'RECEIVE',
        path: '',
        user: frame.session?.user ?? null,
        serviceId: null,
        note: '',
        status: null,
        durationMillis: null,
        isHeld: false,
        isHeartbeat: false,
        httpVersion: null,
        requestHeaders: [],
        responseHeaders: [],
        requestBody: new Capture(isReceived ? limits.trafficBodyBytesMax : 0),
        responseBody: new Capture(isReceived ? 0 : limits.trafficBodyBytesMax),
        describe: describeFrame,
      }
      const body = isReceived ? record.requestBody : record.responseBody
      body.add(frame.text)
      enter(traffic, record)
    },
  }
}

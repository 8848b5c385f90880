import { Socket } from 'node:net'
import type { BayeuxUser, Transport } from './bayeux.ts'
import { browserOf } from './browser-cookie.ts'
import type { Carrier } from './carrier.ts'
import type { RefusalReason } from './counters.ts'
import type { Delivery } from './delivery.ts'
import type { Host } from './host.ts'
import { adviceOf, extOf, isRecord, type Message } from './message.ts'
import type { Registry } from './registry.ts'
import { adviceFor, askedBy, handshakeRefusals, writeReply } from './reply.ts'
import { Session } from './session.ts'

/** How sessions begin. The function answers a handshake that came over `carrier`. */
export function createHandshake(host: Host, registry: Registry, delivery: Delivery) {
  const { clock, limits, pace } = host

  /** Takes a session in and answers its handshake; else tells why not. */
  function open(message: Message, carrier: Carrier): RefusalReason | null {
    if (!pace.admit()) return 'too-fast'
    // What is only given now proves nothing yet: several first handshakes of a browser are given several names.
    const browser = browserOf(carrier.headers.cookie)
    if (carrier.transport !== 'websocket') carrier.nameBrowser()
    const user = host.identify(carrier, message, true)
    const address = addressOf(carrier)
    const supportedConnectionTypes = connectionTypes(message, carrier, user)
    if (supportedConnectionTypes.length === 0) return 'no-transport'
    if (registry.size() >= limits.sessionsMax) return 'too-many'
    if (user !== null && registry.countOf(user) >= limits.sessionsPerUserMax) return 'too-many-of-user'
    if (registry.browsers.isFull(browser, limits.sessionsPerBrowserMax)) return 'too-many-of-browser'
    if (registry.addresses.isFull(address, limits.sessionsPerAddressMax)) return 'too-many-of-address'
    const at = clock.now()
    const ext = extOf(message)
    const isAcknowledging = asksForAcknowledgement(ext)
    const interval = adviceOf(message, 'interval', limits)
    const batch = isAcknowledging ? 0 : null
    const { transport } = carrier
    const session = new Session({ user, transport, browser, address, ext, batch, interval }, at)
    host.counters.handshakes += 1
    // Before the answer: the client's next request must find it.
    delivery.admit(session)
    host.tell(() => host.observer.sessionOpened?.(session))
    const fields = {
      version: '1.0',
      minimumVersion: '1.0',
      clientId: session.clientId,
      supportedConnectionTypes,
      advice: adviceFor(limits, 'retry'),
      ext: isAcknowledging ? { ack: true } : undefined,
    }
    carrier.send([writeReply(askedBy(message, at), fields)], session, () => {})
    return null
  }

  /**
   * What the client may go on with; empty when both sides have nothing in common. A page that shows who it is in a
   * request header cannot do so on a WebSocket: unbound there, it is sent to long-polling.
   */
  function connectionTypes(message: Message, carrier: Carrier, user: BayeuxUser | null): Transport[] {
    const offered = message['supportedConnectionTypes']
    const asked: readonly unknown[] = Array.isArray(offered) ? offered : []
    const takesPolling = asked.includes('long-polling')
    const isUnknown = user === null && !host.takesAnonymousSockets
    if (carrier.transport === 'websocket' && isUnknown && takesPolling) return ['long-polling']
    const isCallback = host.takesCallbacks && asked.includes('callback-polling')
    if (!takesPolling && !isCallback && !asked.includes('websocket')) return []
    return ['websocket', 'long-polling', ...(isCallback ? (['callback-polling'] as const) : [])]
  }

  function refuse(message: Message, carrier: Carrier, reason: RefusalReason): void {
    host.turnedAway(carrier, reason)
    const advice =
      reason === 'no-transport'
        ? adviceFor(limits, 'none')
        : adviceFor(limits, 'handshake', limits.refusedInterval + pace.pause())
    const fields = { error: handshakeRefusals[reason], advice }
    const reply = writeReply(askedBy(message, clock.now()), fields)
    if (reason === 'too-fast') carrier.turnAway(503, reply, null)
    else carrier.send([reply], null, () => {})
  }

  return (message: Message, carrier: Carrier): void => {
    let reason: RefusalReason | null
    try {
      reason = open(message, carrier)
    } catch (error) {
      // Else the answer would be to close the connection, which other sessions may share.
      host.failed(error)
      reason = 'failed'
    }
    if (reason !== null) refuse(message, carrier, reason)
  }
}

const addressOf = ({ connection }: Carrier): string | undefined =>
  connection instanceof Socket ? connection.remoteAddress : undefined

function asksForAcknowledgement(ext: ReturnType<typeof extOf>): boolean {
  const ack = ext?.['ack']
  return ack === true || (isRecord(ack) && ack['enabled'] === true)
}

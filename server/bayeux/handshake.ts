import { createAckBatches } from './ack.ts'
import type { BayeuxLimits, BayeuxUser, Transport } from './bayeux.ts'
import { browserOf } from './browser-cookie.ts'
import type { Carrier } from './carrier.ts'
import type { RefusalReason } from './counters.ts'
import type { Delivery } from './delivery.ts'
import type { Host } from './host.ts'
import { adviceOf, extOf, isRecord, type Message } from './message.ts'
import type { Registry } from './registry.ts'
import { adviceFor, askedBy, handshakeRefusals, writeReply } from './reply.ts'
import { type Outgoing, Session } from './session.ts'

/** Whether this user may open no further session. */
export function isFull(registry: Registry, limits: BayeuxLimits, user: BayeuxUser): boolean {
  return registry.countOf(user) >= limits.sessionsPerUserMax
}

/** How sessions begin. The function answers a handshake that came over `carrier`. */
export function createHandshake(
  host: Host,
  registry: Registry,
  delivery: Delivery,
): (message: Message, carrier: Carrier) => void {
  const { clock, limits, pace } = host

  function refusalOf(user: BayeuxUser | null, browser: string | undefined): RefusalReason | null {
    if (registry.size >= limits.sessionsMax) return 'too-many'
    if (user !== null && isFull(registry, limits, user)) return 'too-many-of-user'
    if (browser === undefined) return null
    return registry.countOfBrowser(browser) >= limits.sessionsPerBrowserMax ? 'too-many-of-browser' : null
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

  return (message, carrier) => {
    if (!pace.admit()) {
      refuse(message, carrier, 'too-fast')
      return
    }
    const user = host.identify(carrier, message, true)
    const types = connectionTypes(message, carrier, user, host.takesCallbacks)
    // What was only just given proves nothing yet: several first handshakes of a browser are given several names.
    const browser = browserOf(carrier.headers.cookie)
    const reason = types.length === 0 ? 'no-transport' : refusalOf(user, browser)
    if (reason !== null) {
      refuse(message, carrier, reason)
      return
    }
    const at = clock.now()
    const ext = extOf(message)
    const isAcknowledging = ext !== undefined && asksForAcknowledgement(ext)
    const interval = adviceOf(message, 'interval', limits)
    const batches = isAcknowledging ? createAckBatches<Outgoing>() : null
    const { transport } = carrier
    const session = new Session({ user, transport, browser, ext, batches, interval }, at)
    host.counters.handshakes += 1
    // Before the answer: the client's next request must find it.
    delivery.admit(session)
    host.tell(() => host.observer.sessionOpened?.(session))
    const fields = {
      version: '1.0',
      minimumVersion: '1.0',
      clientId: session.clientId,
      supportedConnectionTypes: types,
      advice: adviceFor(limits, 'retry'),
      ...(isAcknowledging ? { ext: { ack: true } } : {}),
    }
    carrier.send([writeReply(askedBy(message, at), fields)], session, () => {})
  }
}

/**
 * What the client may go on with; empty when both sides have nothing in common. A page that shows who it is in a
 * request header cannot do so on a WebSocket: unbound there, it is sent to long-polling (decision 15).
 */
function connectionTypes(
  message: Message,
  carrier: Carrier,
  user: BayeuxUser | null,
  takesCallbacks: boolean,
): readonly Transport[] {
  const offered = message['supportedConnectionTypes']
  const asked: readonly unknown[] = Array.isArray(offered) ? offered : []
  const takesPolling = asked.includes('long-polling')
  if (carrier.transport === 'websocket' && user === null && takesPolling) return ['long-polling']
  const isCallback = takesCallbacks && asked.includes('callback-polling')
  if (!takesPolling && !isCallback && !asked.includes('websocket')) return []
  return ['websocket', 'long-polling', ...(isCallback ? (['callback-polling'] as const) : [])]
}

function asksForAcknowledgement(ext: Readonly<Record<string, unknown>>): boolean {
  const ack = ext['ack']
  return ack === true || (isRecord(ack) && ack['enabled'] === true)
}

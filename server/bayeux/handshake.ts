import type { Clock } from '../runtime/clock.ts'
import type { BayeuxLimits, BayeuxUser } from './bayeux.ts'
import type { Carrier } from './carrier.ts'
import { createAnswer, type Delivery, sendAnswer } from './delivery.ts'
import type { Host } from './host.ts'
import { adviceOf, extOf, isRecord, type Message } from './message.ts'
import type { Registry } from './registry.ts'
import { adviceFor, idOf, refusals, writeReply } from './reply.ts'
import { Session } from './session.ts'

/** Whether this user may open no further session. */
export function isFull(registry: Registry, limits: BayeuxLimits, user: BayeuxUser): boolean {
  return registry.sessionsOf(user).size >= limits.sessionsPerUserMax
}

/** How sessions begin. The function answers a handshake that came over `carrier` from this browser. */
export function createHandshake(
  clock: Clock,
  limits: BayeuxLimits,
  host: Host,
  registry: Registry,
  delivery: Delivery,
): (message: Message, carrier: Carrier, browser: string | undefined) => void {
  function refusalOf(types: readonly string[], user: BayeuxUser | null): string | null {
    if (types.length === 0) return refusals.noCommonTransport
    if (registry.size >= limits.sessionsMax) return refusals.noRoom
    return user !== null && isFull(registry, limits, user) ? refusals.noRoomForUser : null
  }

  return (message, carrier, browser) => {
    const ext = extOf(message)
    const { request, transport } = carrier
    const user = host.policy.identify({ request, transport, ext, browser, isHandshake: true })
    const types = connectionTypes(message, carrier, user)
    const answer = createAnswer()
    const error = refusalOf(types, user)
    if (error !== null) {
      const advice =
        types.length === 0
          ? adviceFor(limits, 'none')
          : adviceFor(limits, 'handshake', limits.refusedInterval)
      answer.replies.push(writeReply(message.channel, idOf(message), false, { error, advice }))
      sendAnswer(answer, carrier, null)
      return
    }
    const isAcknowledging = ext !== undefined && asksForAcknowledgement(ext)
    const interval = adviceOf(message, 'interval', limits.interval, limits.maxInterval)
    const session = new Session({ user, transport, ext, isAcknowledging, at: clock.now(), interval })
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
    answer.replies.push(writeReply(message.channel, idOf(message), true, fields))
    sendAnswer(answer, carrier, session)
  }
}

/**
 * What the client may go on with; empty when both sides have nothing in common. A page that shows who it is in a
 * request header cannot do so on a WebSocket: unbound there, it is sent to long-polling (decision 15).
 */
function connectionTypes(message: Message, carrier: Carrier, user: BayeuxUser | null): readonly string[] {
  const offered = message['supportedConnectionTypes']
  const asked: readonly unknown[] = Array.isArray(offered) ? offered : []
  const takesPolling = asked.includes('long-polling')
  if (carrier.transport === 'websocket' && user === null && takesPolling) return ['long-polling']
  return takesPolling || asked.includes('websocket') ? ['websocket', 'long-polling'] : []
}

function asksForAcknowledgement(ext: Readonly<Record<string, unknown>>): boolean {
  const ack = ext['ack']
  return ack === true || (isRecord(ack) && ack['enabled'] === true)
}

import type { Clock } from '../runtime/clock.ts'
import type { BayeuxLimits } from './bayeux.ts'
import type { Carrier } from './carrier.ts'
import { isChannel, isMeta, isPattern, isService } from './channel.ts'
import type { UnknownReason } from './counters.ts'
import { type Answer, createAnswer, type Delivery, sendAnswer } from './delivery.ts'
import { createHandshake, isFull } from './handshake.ts'
import type { Host } from './host.ts'
import { extOf, type Message } from './message.ts'
import type { Pace } from './pace.ts'
import type { Registry } from './registry.ts'
import {
  adviceFor,
  type Asked,
  askedBy,
  type EventFields,
  refusals,
  type ReplyFields,
  writeEvent,
  writeReply,
} from './reply.ts'
import type { Outgoing, Session } from './session.ts'

/** What the messages of the specification do. */
export interface Protocol {
  /** Handles the messages of one request or frame. */
  receive(messages: readonly Message[], carrier: Carrier): void
}

/** Serializes an event once for all who get it. */
export function createOutgoing(
  channel: string,
  data: unknown,
  settle: Outgoing['settle'],
  more?: EventFields,
): Outgoing {
  const text = writeEvent(channel, data, more)
  return { text, bytes: Buffer.byteLength(text), settle }
}

export function createProtocol(
  clock: Clock,
  limits: BayeuxLimits,
  host: Host,
  registry: Registry,
  delivery: Delivery,
  pace: Pace,
  takesCallbacks: boolean,
): Protocol {
  const handshake = createHandshake(clock, limits, host, registry, delivery, pace, takesCallbacks)

  function reply(answer: Answer, asked: Asked, successful: boolean, fields: ReplyFields = {}): void {
    answer.replies.push(writeReply(asked, successful, fields))
  }

  /** The session that a message speaks for, or why there is none. */
  function sessionOf(message: Message, carrier: Carrier): Session | UnknownReason {
    const session = registry.get(message['clientId'])
    if (session === undefined) return 'no-session'
    const { browser } = session
    // Without a cookie it may be the same browser all the same: it blocks cookies, or a WebSocket has none.
    if (browser !== undefined && carrier.browser !== undefined && carrier.browser !== browser) {
      return 'other-browser'
    }
    const user = host.identify(carrier)
    if (user !== null && user !== session.user) {
      if (session.user !== null || isFull(registry, limits, user)) return 'other-user'
      registry.bind(session, user)
      for (const channel of session.subscriptions) tellListening(session, channel)
    }
    delivery.heard(session, message.channel !== '/meta/connect')
    return session
  }

  function refuseUnknown(message: Message, asked: Asked, carrier: Carrier, reason: UnknownReason): string {
    host.counters.unknown[reason] += 1
    host.tell(() => host.observer.turnedAway?.(carrier.request, reason))
    const error = refusals.unknownClient
    // Only a connect is advised: clients remember advice, and stop for good where it does not fit.
    if (message.channel !== '/meta/connect') return writeReply(asked, false, { error })
    pace.sendBack()
    return writeReply(asked, false, { error, advice: adviceFor(limits, 'handshake', pace.pause()) })
  }

  function tellListening(session: Session, channel: string): void {
    const { user } = session
    if (user !== null) host.tell(() => host.observer.listening?.(user, channel, session))
  }

  function subscribe(session: Session, message: Message, asked: Asked, answer: Answer): void {
    const subscription = message['subscription']
    const channels = subscriptionsIn(message)
    const error = refusalOf(session, channels)
    if (error !== null) {
      reply(answer, asked, false, { subscription, error })
      return
    }
    const fresh = channels.filter((channel) => !isService(channel) && !session.subscriptions.has(channel))
    for (const channel of fresh) registry.subscribe(session, channel)
    reply(answer, asked, true, { subscription })
    for (const channel of fresh) tellListening(session, channel)
  }

  /** Why these channels cannot be subscribed to, all of them together; null when they can. */
  function refusalOf(session: Session, channels: readonly string[]): string | null {
    if (channels.length === 0) return refusals.subscriptionMissing
    for (const channel of channels) {
      if (channel.length > limits.channelLengthMax || !isPattern(channel)) {
        return refusals.subscriptionInvalid(channel.slice(0, limits.channelLengthMax))
      }
      if (isMeta(channel) || (!isService(channel) && !host.policy.maySubscribe(session, channel))) {
        return refusals.subscriptionDenied(channel)
      }
    }
    const recorded = channels.filter((channel) => !isService(channel))
    const count = new Set([...session.subscriptions, ...recorded]).size
    return count > limits.subscriptionsPerSessionMax ? refusals.subscriptionsMax : null
  }

  function unsubscribe(session: Session, message: Message, asked: Asked, answer: Answer): void {
    const subscription = message['subscription']
    const channels = subscriptionsIn(message)
    if (channels.length === 0) {
      reply(answer, asked, false, { subscription, error: refusals.subscriptionMissing })
      return
    }
    for (const channel of channels) registry.unsubscribe(session, channel)
    reply(answer, asked, true, { subscription })
  }

  function publish(session: Session, message: Message, asked: Asked, answer: Answer): void {
    const { channel, data } = message
    const isValid = channel.length <= limits.channelLengthMax && isChannel(channel)
    if (!isValid || data === undefined) {
      reply(answer, asked, false, { error: isValid ? refusals.dataMissing : refusals.channelInvalid })
      return
    }
    if (!isRepeated(session, message, answer)) {
      const verdict = host.policy.mayPublish(session, channel, data, asked.id)
      if (verdict === 'refuse') {
        reply(answer, asked, false, { error: refusals.publishDenied })
        return
      }
      if (verdict === 'carry') carry(message)
    }
    reply(answer, asked, true)
  }

  function carry(message: Message): void {
    const listeners = registry.listeners(message.channel)
    if (listeners.length === 0) return
    // Nothing else of its ext: that is between the publisher and the server.
    const binary = extOf(message)?.['binary']
    const more = binary === undefined ? {} : { ext: { binary } }
    const item = createOutgoing(message.channel, message['data'], null, more)
    for (const listener of listeners) delivery.enqueue(listener, item)
  }

  /**
   * Whether this publish was taken already. Some clients send again what was not answered, with the same id; so what
   * is remembered are those whose reply was cut off, for a while.
   */
  function isRepeated(session: Session, message: Message, answer: Answer): boolean {
    if (message['id'] === undefined) return false
    const bodyOf = ({ channel, id, data }: Message) => JSON.stringify([channel, id, data])
    answer.done.push((isWritten) => {
      if (isWritten) return
      const recent = session.unanswered.slice(1 - limits.messagesPerRequestMax)
      session.unanswered = [...recent, { body: bodyOf(message), at: clock.now() }]
    })
    if (session.unanswered.length === 0) return false
    const since = clock.now() - limits.repeatWindow
    session.unanswered = session.unanswered.filter(({ at }) => at >= since)
    const body = bodyOf(message)
    return session.unanswered.some((earlier) => earlier.body === body)
  }

  function handle(message: Message, carrier: Carrier, isLone: boolean, answer: Answer): Session | null {
    const asked = askedBy(message, clock.now())
    const session = sessionOf(message, carrier)
    if (typeof session === 'string') {
      answer.replies.push(refuseUnknown(message, asked, carrier, session))
      return null
    }
    const { channel } = message
    if (channel === '/meta/connect') {
      delivery.connect(session, carrier, message, asked, isLone, answer)
      return session
    }
    // Scripts run in their order: behind one that is held, the answer to this one would not be seen.
    if (session.held?.carrier.transport === 'callback-polling') delivery.resume(session)
    if (channel === '/meta/subscribe') subscribe(session, message, asked, answer)
    else if (channel === '/meta/unsubscribe') unsubscribe(session, message, asked, answer)
    else if (channel === '/meta/disconnect') {
      delivery.remove(session, 'disconnect', { carrier, answer, ext: extOf(message) })
      reply(answer, asked, true)
    } else if (isMeta(channel)) reply(answer, asked, false, { error: refusals.channelUnknown })
    else publish(session, message, asked, answer)
    return session
  }

  return {
    receive(messages, carrier) {
      const opening = messages.find((message) => message.channel === '/meta/handshake')
      if (opening !== undefined) {
        // Alone in its request: the client id that the rest would need does not exist yet.
        handshake(opening, carrier)
        return
      }
      const answer = createAnswer()
      let session: Session | null = null
      for (const message of messages) {
        session = handle(message, carrier, messages.length === 1, answer) ?? session
      }
      sendAnswer(answer, carrier, session)
    },
  }
}

function subscriptionsIn(message: Message): readonly string[] {
  const subscription = message['subscription']
  const channels: readonly unknown[] = Array.isArray(subscription) ? subscription : [subscription]
  return channels.every((channel) => typeof channel === 'string') ? channels : []
}

import type { Clock } from '../runtime/clock.ts'
import type { BayeuxLimits } from './bayeux.ts'
import type { Carrier } from './carrier.ts'
import { isChannel, isMeta, isPattern, isService } from './channel.ts'
import { type Answer, createAnswer, type Delivery, sendAnswer } from './delivery.ts'
import { createHandshake, isFull } from './handshake.ts'
import type { Host } from './host.ts'
import type { Message } from './message.ts'
import type { Registry } from './registry.ts'
import { adviceFor, idOf, refusals, type ReplyFields, writeEvent, writeReply } from './reply.ts'
import type { Outgoing, Session } from './session.ts'

/** What the messages of the specification do. */
export interface Protocol {
  /** Handles the messages of one request or frame; `browser` is the cookie it showed or has just been given. */
  receive(messages: readonly Message[], carrier: Carrier, browser: string | undefined): void
}

/** Serializes an event once for all who get it. */
export function createOutgoing(channel: string, data: unknown, settle: Outgoing['settle']): Outgoing {
  const text = writeEvent(channel, data)
  return { text, bytes: Buffer.byteLength(text), settle }
}

export function createProtocol(
  clock: Clock,
  limits: BayeuxLimits,
  host: Host,
  registry: Registry,
  delivery: Delivery,
): Protocol {
  const handshake = createHandshake(clock, limits, host, registry, delivery)

  function reply(answer: Answer, message: Message, successful: boolean, fields: ReplyFields = {}): void {
    answer.replies.push(writeReply(message.channel, idOf(message), successful, fields))
  }

  /** The session that a message speaks for; undefined when it is unknown or another user's. */
  function sessionOf(message: Message, carrier: Carrier, browser: string | undefined): Session | undefined {
    const session = registry.get(message['clientId'])
    if (session === undefined) return undefined
    const { request, transport } = carrier
    const user = host.policy.identify({ request, transport, ext: undefined, browser, isHandshake: false })
    if (user !== null && user !== session.user) {
      if (session.user !== null || isFull(registry, limits, user)) return undefined
      registry.bind(session, user)
      for (const channel of session.subscriptions) tellListening(session, channel)
    }
    delivery.heard(session)
    return session
  }

  function tellListening(session: Session, channel: string): void {
    const { user } = session
    if (user !== null) host.tell(() => host.observer.listening?.(user, channel, session))
  }

  function subscribe(session: Session, message: Message, answer: Answer): void {
    const subscription = message['subscription']
    const channels = subscriptionsIn(message)
    const error = refusalOf(session, channels)
    if (error !== null) {
      reply(answer, message, false, { subscription, error })
      return
    }
    const fresh = channels.filter((channel) => !isService(channel) && !session.subscriptions.has(channel))
    for (const channel of fresh) registry.subscribe(session, channel)
    reply(answer, message, true, { subscription })
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

  function unsubscribe(session: Session, message: Message, answer: Answer): void {
    const subscription = message['subscription']
    const channels = subscriptionsIn(message)
    if (channels.length === 0) {
      reply(answer, message, false, { subscription, error: refusals.subscriptionMissing })
      return
    }
    for (const channel of channels) registry.unsubscribe(session, channel)
    reply(answer, message, true, { subscription })
  }

  function publish(session: Session, message: Message, answer: Answer): void {
    const { channel } = message
    const error =
      channel.length > limits.channelLengthMax || !isChannel(channel)
        ? refusals.channelInvalid
        : message['data'] === undefined
          ? refusals.dataMissing
          : null
    const verdict = error === null ? host.policy.mayPublish(session, channel, message['data']) : 'refuse'
    if (verdict === 'refuse') {
      reply(answer, message, false, { error: error ?? refusals.publishDenied })
      return
    }
    if (verdict === 'carry') {
      const item = createOutgoing(channel, message['data'], null)
      for (const listener of registry.listeners(channel)) delivery.enqueue(listener, item)
    }
    reply(answer, message, true)
  }

  function handle(
    message: Message,
    carrier: Carrier,
    browser: string | undefined,
    isLone: boolean,
    answer: Answer,
  ): Session | null {
    const session = sessionOf(message, carrier, browser)
    if (session === undefined) {
      // Only a connect is advised: clients remember advice, and stop for good where it does not fit.
      const advice = message.channel === '/meta/connect' ? { advice: adviceFor(limits, 'handshake') } : {}
      reply(answer, message, false, { error: refusals.unknownClient, ...advice })
      return null
    }
    if (message.channel === '/meta/connect') delivery.connect(session, carrier, message, isLone, answer)
    else if (message.channel === '/meta/subscribe') subscribe(session, message, answer)
    else if (message.channel === '/meta/unsubscribe') unsubscribe(session, message, answer)
    else if (message.channel === '/meta/disconnect') {
      delivery.remove(session, 'disconnect', carrier, answer)
      reply(answer, message, true)
    } else if (isMeta(message.channel)) reply(answer, message, false, { error: refusals.channelUnknown })
    else publish(session, message, answer)
    return session
  }

  return {
    receive(messages, carrier, browser) {
      const opening = messages.find((message) => message.channel === '/meta/handshake')
      if (opening !== undefined) {
        // Alone in its request: the client id that the rest would need does not exist yet.
        handshake(opening, carrier, browser)
        return
      }
      const answer = createAnswer()
      let session: Session | null = null
      for (const message of messages) {
        session = handle(message, carrier, browser, messages.length === 1, answer) ?? session
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

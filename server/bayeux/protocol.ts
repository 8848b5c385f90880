import { createHash } from 'node:crypto'
import { Socket } from 'node:net'
import type { BayeuxUser, Transport } from './bayeux.ts'
import { type Carrier, createAnswer, type Incoming, sendAnswer } from './carrier.ts'
import { isChannel, isMeta, isPattern, isService } from './channel.ts'
import type { Delivery } from './delivery.ts'
import type { Host } from './host.ts'
import { adviceOf, extOf, isRecord, type Message, Refused } from './message.ts'
import type { Registry } from './registry.ts'
import {
  adviceFor,
  askedBy,
  type MessageError,
  refusedWith,
  type ReplyFields,
  type TurnedAway,
  turnedAwayWith,
  writeReply,
} from './reply.ts'
import { Session } from './session.ts'

/** What the messages of the specification do. */
export function createProtocol(host: Host, registry: Registry, delivery: Delivery) {
  const { clock, limits, pace } = host

  /** Replies that all went well, or with what went wrong. */
  function reply(
    { answer, asked }: Incoming,
    error: MessageError | undefined,
    fields: ReplyFields = {},
  ): void {
    answer.replies.push(writeReply(asked, { ...fields, error }))
  }

  /** Takes a session in and answers its handshake; else tells why not. */
  function open(incoming: Incoming): Session | TurnedAway {
    if (!pace.admit()) return 'too-fast'
    const { message, carrier } = incoming
    // What is only given now proves nothing yet: several first handshakes of a browser are given several names.
    const { browser, transport } = carrier
    if (carrier.transport !== 'websocket') carrier.nameBrowser()
    const user = host.identify(carrier, message, true)
    const address = carrier.connection instanceof Socket ? carrier.connection.remoteAddress : undefined
    const supportedConnectionTypes = connectionTypes(message, carrier, user)
    if (supportedConnectionTypes.length === 0) return 'no-transport'
    if (registry.size() >= limits.sessionsMax) return 'too-many'
    if (user !== null && registry.countOf(user) >= limits.sessionsPerUserMax) return 'too-many-of-user'
    if (registry.browsers.isFull(browser, limits.sessionsPerBrowserMax)) return 'too-many-of-browser'
    if (registry.addresses.isFull(address, limits.sessionsPerAddressMax)) return 'too-many-of-address'
    const ext = extOf(message)
    const ack = ext?.['ack']
    const batch = ack === true || (isRecord(ack) && ack['enabled'] === true) ? 0 : null
    const interval = adviceOf(message, 'interval', limits)
    const session = new Session({ user, transport, browser, address, ext, batch, interval }, clock.now())
    host.counters.handshakes += 1
    // Before the answer: the client's next request must find it.
    registry.add(session)
    delivery.heard(session, true)
    host.tell(() => host.observer.sessionOpened?.(session))
    reply(incoming, undefined, {
      version: '1.0',
      minimumVersion: '1.0',
      clientId: session.clientId,
      supportedConnectionTypes,
      advice: adviceFor(limits, 'retry'),
      ext: batch === null ? undefined : { ack: true },
    })
    return session
  }

  /**
   * What the client may go on with; empty when both sides have nothing in common. A page that shows who it is in a
   * request header cannot do so on a WebSocket: unbound there, it is sent to long-polling.
   */
  function connectionTypes(message: Message, carrier: Carrier, user: BayeuxUser | null): Transport[] {
    const offered = message['supportedConnectionTypes']
    const asked: readonly unknown[] = Array.isArray(offered) ? offered : []
    const takesPolling = asked.includes('long-polling')
    const isUnknown = user === null && host.anonymousSockets !== true
    if (carrier.transport === 'websocket' && isUnknown && takesPolling) return ['long-polling']
    const isCallback = host.callbackPolling === true && asked.includes('callback-polling')
    if (!takesPolling && !isCallback && !asked.includes('websocket')) return []
    return ['websocket', 'long-polling', ...(isCallback ? (['callback-polling'] as const) : [])]
  }

  /** The session that a message speaks for, or why there is none. */
  function sessionOf({ message, carrier }: Incoming): Session | TurnedAway {
    const session = registry.get(message['clientId'])
    if (session === undefined) return 'no-session'
    const { browser } = session
    // Without a cookie it may be the same browser all the same: it blocks cookies, or a WebSocket has none.
    if (browser !== undefined && carrier.browser !== undefined && carrier.browser !== browser) {
      return 'other-browser'
    }
    const user = host.identify(carrier, message, false)
    // The host may end it while it is asked, or told.
    if (session.isGone) return 'no-session'
    if (user !== null && user !== session.user) {
      if (session.user !== null || registry.countOf(user) >= limits.sessionsPerUserMax) return 'other-user'
      registry.bind(session, user)
      for (const channel of session.subscriptions) tell('listening', session, channel)
    }
    // Several tabs that shake hands at once are given several names, of which their browser keeps one: wait for it. A
    // WebSocket goes on showing the name it was opened with.
    const isNamed =
      clock.now() >= session.openedAt + limits.namingTime && carrier.transport === 'long-polling'
    if (browser === undefined && isNamed) registry.tie(session, carrier.browser)
    delivery.heard(session, message.channel !== '/meta/connect')
    return session.isGone ? 'no-session' : session
  }

  /** Refuses a handshake, or a message whose client id is not accepted. */
  function turnAway(incoming: Incoming, reason: TurnedAway): void {
    const { asked, carrier, answer } = incoming
    host.counters.turnedAway[reason] += 1
    host.tell(() => host.observer.turnedAway?.(reason, carrier.transport))
    if (asked.channel === '/meta/connect') pace.expect()
    const error = turnedAwayWith[reason]
    const advice = adviceAway(asked.channel, reason)
    const text = writeReply(asked, { error, advice })
    if (reason === 'too-fast') carrier.send([text], null, () => {}, 503)
    else answer.replies.push(text)
  }

  /** What those are to do who are turned away. */
  function adviceAway(channel: string, reason: TurnedAway) {
    if (reason === 'no-transport') return adviceFor(limits, 'none')
    const pause = pace.pause()
    if (channel === '/meta/handshake') return adviceFor(limits, 'handshake', limits.refusedInterval + pause)
    // Nothing else gets advice: clients remember it, and stop for good where it does not fit.
    return channel === '/meta/connect' ? adviceFor(limits, 'handshake', pause) : undefined
  }

  function tell(news: 'listening' | 'unsubscribed', session: Session, channel: string): void {
    const { user } = session
    if (user !== null) host.tell(() => host.observer[news]?.(user, channel, session))
  }

  /** Subscribes to all of these channels, or to none and tells why. */
  function subscribe(session: Session, channels: readonly string[]): MessageError | undefined {
    if (channels.length === 0) return refusedWith['subscription-missing']
    for (const channel of channels) {
      // Without the channel: it may have colons and commas, which part the arguments of an error.
      if (channel.length > limits.channelLengthMax || !isPattern(channel))
        return refusedWith['subscription-invalid']
      if (isMeta(channel) || (!isService(channel) && !host.policy.maySubscribe(session, channel))) {
        return `403:${channel}:Subscription denied`
      }
    }
    const recorded = channels.filter((channel) => !isService(channel))
    const all = new Set([...session.subscriptions, ...recorded])
    if (all.size > limits.subscriptionsPerSessionMax) return refusedWith['subscriptions-full']
    const fresh = [...all].slice(session.subscriptions.length)
    for (const channel of fresh) registry.subscribe(session, channel)
    for (const channel of fresh) tell('listening', session, channel)
    return undefined
  }

  function unsubscribe(session: Session, channels: readonly string[]): MessageError | undefined {
    for (const channel of channels) {
      if (registry.unsubscribe(session, channel)) tell('unsubscribed', session, channel)
    }
    delivery.prune(session)
    return channels.length === 0 ? refusedWith['subscription-missing'] : undefined
  }

  function publish(session: Session, incoming: Incoming): MessageError | undefined {
    const { message, asked } = incoming
    const { channel, data } = message
    if (channel.length > limits.channelLengthMax || !isChannel(channel)) return refusedWith['channel-invalid']
    if (data === undefined) return refusedWith['data-missing']
    if (isRepeated(session, incoming)) return undefined
    const verdict = host.policy.mayPublish(session, channel, data, asked.id)
    if (verdict === 'refuse') return refusedWith['publish-denied']
    // Nothing else of its ext: that is between the publisher and the server.
    const binary = extOf(message)?.['binary']
    const ext = binary === undefined ? undefined : { binary }
    if (verdict === 'carry') delivery.enqueue(registry.listeners(channel), { channel, data, ext })
    return undefined
  }

  /**
   * Whether this publish was taken already. Some clients send again what was not answered, with the same id; and who
   * has not read an answer cannot be told from who has.
   */
  function isRepeated(session: Session, { message, asked: { channel, id } }: Incoming): boolean {
    if (id === undefined) return false
    const text = JSON.stringify([channel, id, message['data']])
    const print = createHash('sha256').update(text).digest('base64')
    const now = clock.now()
    const recent = session.published.filter(({ at }) => at >= now - limits.repeatWindow)
    const isKnown = recent.some((earlier) => earlier.print === print)
    const youngest = recent.slice(1 - limits.messagesPerRequestMax)
    session.published = isKnown ? recent : [...youngest, { print, at: now }]
    return isKnown
  }

  function handle(incoming: Incoming): void {
    const { channel, subscription } = incoming.message
    if (channel === '') return reply(incoming, refusedWith['channel-missing'])
    const isHandshake = channel === '/meta/handshake'
    const session = isHandshake ? open(incoming) : sessionOf(incoming)
    if (typeof session === 'string') return turnAway(incoming, session)
    incoming.answer.session = session
    if (isHandshake) return
    const channels = channelsIn(subscription)
    // Scripts run in their order: behind one that is held, the answer to another would not be seen.
    const isStuck = session.held?.carrier.transport === 'callback-polling' && channel !== '/meta/connect'
    if (isStuck) delivery.resume(session)
    if (channel === '/meta/connect') delivery.connect(session, incoming)
    else if (channel === '/meta/subscribe') reply(incoming, subscribe(session, channels), { subscription })
    else if (channel === '/meta/unsubscribe')
      reply(incoming, unsubscribe(session, channels), { subscription })
    else if (channel === '/meta/disconnect') {
      delivery.remove(session, 'disconnect', incoming)
      reply(incoming, undefined)
    } else reply(incoming, isMeta(channel) ? refusedWith['meta-unknown'] : publish(session, incoming))
  }

  /** Whatever goes wrong in here is the answer to this one message: what others have set going has to be sent. */
  function attempt(incoming: Incoming): void {
    try {
      handle(incoming)
    } catch (error) {
      host.failed(error)
      if (incoming.asked.channel === '/meta/handshake') turnAway(incoming, 'failed')
      else reply(incoming, turnedAwayWith.failed)
    }
  }

  return {
    /** Handles the messages of one request or frame. Throws `Refused`. */
    receive(messages: readonly Message[], carrier: Carrier): void {
      if (messages.length === 0) throw new Refused(400, 'There is no message.')
      const max = limits.messagesPerRequestMax
      if (messages.length > max) throw new Refused(413, `A request or frame has at most ${max} messages.`)
      const opening = messages.find((message) => message.channel === '/meta/handshake')
      // Alone in its request: the client id that the rest would need does not exist yet.
      const heard = opening === undefined ? messages : [opening]
      const answer = createAnswer()
      const isLone = heard.length === 1
      for (const message of heard) {
        attempt({ message, asked: askedBy(message, clock.now()), carrier, isLone, answer })
      }
      sendAnswer(answer, carrier)
    },
  }
}

export type Protocol = ReturnType<typeof createProtocol>

/** One channel or several; none when it is anything else. */
function channelsIn(subscription: unknown): readonly string[] {
  const channels: readonly unknown[] = Array.isArray(subscription) ? subscription : [subscription]
  return channels.every((channel) => typeof channel === 'string') ? channels : []
}

import type { Millis } from '../runtime/clock.ts'
import type { Settle } from './bayeux.ts'
import { type Answer, type Carrier, createAnswer, type Incoming, sendAnswer } from './carrier.ts'
import { createDeadlines } from './deadlines.ts'
import type { CloseReason, Host } from './host.ts'
import { adviceOf, extOf } from './message.ts'
import { covers, createTally, type Registry } from './registry.ts'
import {
  type Advice,
  adviceFor,
  type BayeuxEvent,
  refusedWith,
  turnedAwayWith,
  writeEvent,
  writeReply,
} from './reply.ts'
import { type Flight, type HeldConnect, none, type Outgoing, type Session } from './session.ts'

/** Tells a client that its session has ended though it did not ask; without an id, because it is no reply. */
const disconnected = '{"channel":"/meta/disconnect","successful":true}'

/**
 * Moves events from the sessions' queues to their clients. An event leaves a session when it was written (or
 * acknowledged); what was not goes back to the front of the queue, in order.
 */
export function createDelivery(host: Host, registry: Registry) {
  const { clock, limits } = host
  const deadlines = createDeadlines<Session>(clock, onDue)
  const places = createTally()
  let dirty = new Set<Session>()

  /** The one deadline of a session, from facts alone; so no path can forget to set it again. */
  function deadlineOf(session: Session): Millis {
    if (session.held !== null) return session.held.until
    // Its carrier cuts an answer that is not read.
    if (session.answering !== null) return clock.now() + limits.writingMax
    return session.lastHeard + session.interval + limits.maxInterval
  }

  const inactiveAt = (session: Session): Millis => session.lastActive + limits.inactivityMax

  function arm(session: Session): void {
    // Called early, `onDue` asks again: a deadline that each message puts off is moved once in a while.
    if (!session.isGone) deadlines.setAtLatest(session, Math.min(deadlineOf(session), inactiveAt(session)))
  }

  function onDue(session: Session): void {
    const now = clock.now()
    if (inactiveAt(session) <= now) remove(session, 'inactive')
    else if (deadlineOf(session) > now) arm(session)
    else if (session.held !== null) resume(session)
    else remove(session, 'expired')
  }

  function hold(session: Session, held: HeldConnect): void {
    const { carrier } = held
    session.held = held
    places.change(tabOf(carrier), 1)
    if (carrier.transport !== 'websocket') host.tell(() => host.observer.held?.(carrier.request, session))
  }

  function unhold(session: Session): HeldConnect | null {
    const { held } = session
    session.held = null
    if (held !== null) places.change(tabOf(held.carrier), -1)
    return held
  }

  /** A connect reply has left, or never will: from now on the client's silence counts. */
  function answered(session: Session, carrier: Carrier): void {
    if (session.answering === carrier) session.answering = null
    session.lastHeard = clock.now()
    arm(session)
  }

  function queue(session: Session, item: Outgoing): void {
    session.lastActive = clock.now()
    session.queue.push(item)
    session.pendingMessages += 1
    session.pendingBytes += item.bytes
    const { pendingMessages, pendingBytes } = session
    const isTooMuch = pendingMessages > limits.queuedMessagesMax || pendingBytes > limits.queuedBytesMax
    if (isTooMuch) remove(session, 'overflow')
    else touch(session)
  }

  function touch(session: Session): void {
    if (dirty.size === 0) queueMicrotask(flushDirty)
    dirty.add(session)
  }

  /** Once per turn: what was queued in one turn goes out together. */
  function flushDirty(): void {
    const sessions = dirty
    dirty = new Set()
    for (const session of sessions) flush(session)
  }

  function flush(session: Session): void {
    const { held } = session
    const socket = pushedTo(session)
    if (session.isGone || session.queue.length === 0) return
    if (socket === null) {
      if (held !== null && canTake(session, held.carrier)) resume(session)
      return
    }
    // Its own events have to be stuck, not another session's: then their landing is what goes on from here.
    if (session.flights.length > 0 && socket.unsentBytes > limits.unsentBytesMax) return
    const answer = createAnswer()
    board(session, socket, answer)
    sendAnswer(answer, socket)
    if (answer.events.length > 0 && session.queue.length > 0) touch(session)
  }

  /** Where events go out beside a held connect, as on a WebSocket unless they are acknowledged; else they end it. */
  const pushedTo = ({ socket, batch }: Session) => (batch === null ? socket : null)

  /** One way to the client at a time, else events could overtake each other; acknowledgements put them in order. */
  function canTake({ batch, flights: [inTheAir] }: Session, carrier: Carrier): boolean {
    return carrier.isOpen && (batch !== null || inTheAir === undefined || inTheAir.carrier === carrier)
  }

  /** Puts what waits into an answer, if this carrier can take it; of much a portion, or none of it would ever be read. */
  function board(session: Session, carrier: Carrier, answer: Answer): void {
    answer.session = session
    const { queue, batch } = session
    if (queue.length === 0 || !canTake(session, carrier)) return
    let bytes = 0
    const beyond = queue.findIndex((item) => (bytes += item.bytes) > limits.portionBytesMax)
    const items = beyond < 0 ? queue : queue.slice(0, Math.max(beyond, 1))
    session.queue = queue.slice(items.length)
    for (const item of items) answer.events.push(item.text)
    const flight = { carrier, items, number: batch ?? 0 }
    session.flights = [...session.flights, flight]
    // It is the client then who says what it has seen, whatever becomes of this answer.
    if (batch !== null) return
    answer.done.push((isWritten) => {
      // Taken back before.
      if (!session.flights.includes(flight)) return
      if (!isWritten) return takeBack(session)
      session.flights = session.flights.filter((other) => other !== flight)
      host.settle(items, 'delivered', session)
      if (session.queue.length > 0) touch(session)
    })
  }

  /** Puts everything in flight back in front; with acknowledgements only the next connect tells whether it has to. */
  function takeBack(session: Session): void {
    const items = itemsOf(session.flights)
    session.flights = none
    if (session.isGone) return host.settle(items, 'lost', session)
    session.queue = [...items, ...session.queue]
    host.counters.requeued += items.length
    prune(session)
    touch(session)
  }

  /** Lets go of what the session is not to get any more: its client listens no more, or the host has recalled it. */
  function prune(session: Session): void {
    const { queue, subscriptions } = session
    const isUnwanted = ({ channel, isRecalled }: Outgoing): boolean =>
      isRecalled || (channel !== null && !covers(subscriptions, channel))
    const items = queue.filter(isUnwanted)
    if (items.length === 0) return
    session.queue = queue.filter((item) => !isUnwanted(item))
    // Later, because the host may deliver from within.
    queueMicrotask(() => host.settle(items, 'lost', session))
  }

  /** Answers a connect: what waits, then the reply that closes the batch. */
  function reply(session: Session, connect: HeldConnect, answer: Answer, advice?: Advice): void {
    const { carrier, asked, since } = connect
    const now = clock.now()
    const isAdvised = connect.isAdvised || session.isCrowded
    session.isCrowded = advice?.['multiple-clients'] === true
    if (session.batch !== null) session.batch += 1
    board(session, carrier, answer)
    const fields = {
      advice: advice ?? (isAdvised ? adviceFor(limits, 'retry') : undefined),
      ext: session.batch === null ? undefined : { ack: session.batch },
    }
    answer.replies.push(writeReply(asked, fields, now - since))
    session.answering = carrier
    answer.done.push(() => answered(session, carrier))
  }

  /** Answers the held connect, if there is one, though nothing has happened. */
  function resume(session: Session, advice?: Advice): void {
    const held = unhold(session)
    if (held === null) return
    const answer = createAnswer()
    reply(session, held, answer, advice)
    arm(session)
    sendAnswer(answer, held.carrier)
  }

  /** A newer connect is the client's: what went to an older request or socket is nobody's any more. */
  function supersede(session: Session, carrier: Carrier): void {
    const { answering, socket } = session
    const held = unhold(session)
    // Not 408: browsers send a request that was answered 408 again, silently.
    held?.carrier.send([writeReply(held.asked, { error: refusedWith.superseded })], session, () => {}, 409)
    // Two requests in one connection are answered in order: nothing is abandoned there.
    if (answering !== null && answering.connection !== carrier.connection) {
      if (answering.transport !== 'websocket') answering.cut()
      session.answering = null
    }
    if (socket !== carrier) socket?.detach(session)
    session.socket = carrier.transport === 'websocket' ? carrier : null
    session.transport = carrier.transport
    carrier.attach(session)
  }

  /**
   * Takes out of the air what the client has seen by its own word: every batch up to this number. What is no number
   * acknowledges nothing.
   */
  function acknowledge(session: Session, seen: unknown): readonly Outgoing[] {
    if (session.batch === null || typeof seen !== 'number') return none
    const acknowledged = session.flights.filter(({ number }) => number <= seen)
    session.flights = session.flights.filter(({ number }) => number > seen)
    return itemsOf(acknowledged)
  }

  /** Handles a connect: held, or answered together with its company. */
  function connect(session: Session, { message, asked, carrier, isLone, answer }: Incoming): void {
    // Whoever asked has already hung up: that connect takes nobody's place.
    if (!carrier.isOpen) return
    if (carrier.order < session.connectOrder) {
      // It began before the newest one and was longer on its way.
      answer.replies.push(writeReply(asked, { error: refusedWith.superseded }))
      return
    }
    const isFirst = session.connectOrder === 0
    session.connectOrder = carrier.order
    supersede(session, carrier)
    const acknowledged = acknowledge(session, extOf(message)?.['ack'])
    // What is still being written, on this connection by now, arrives before whatever is answered to this connect.
    const isComing = (flight: Flight): boolean =>
      session.batch === null ? flight.carrier.connection === carrier.connection : session.answering !== null
    if (!session.flights.every(isComing)) takeBack(session)
    const timeout = adviceOf(message, 'timeout', limits)
    session.interval = adviceOf(message, 'interval', limits)
    const isAdvised = isFirst || message['advice'] !== undefined
    const hasNews = pushedTo(session) === null && session.queue.length > 0 && canTake(session, carrier)
    const since = clock.now()
    const connect = { carrier, asked, isAdvised, since, until: since + timeout }
    if (isFirst || !isLone || timeout === 0 || host.isClosing || hasNews) {
      reply(session, connect, answer)
    } else if (places.isFull(tabOf(carrier), limits.heldPerBrowserMax)) {
      const advice = adviceFor(limits, 'retry', limits.crowdedInterval)
      reply(session, connect, answer, { ...advice, 'multiple-clients': true })
    } else {
      hold(session, connect)
    }
    arm(session)
    if (session.queue.length > 0) touch(session)
    // Last, because the host may deliver from within.
    host.settle(acknowledged, 'delivered', session)
  }

  /** Forgets a session, because of this disconnect if one is given. */
  function remove(session: Session, reason: CloseReason, disconnect?: Incoming): void {
    if (session.isGone) return
    session.isGone = true
    deadlines.clear(session)
    registry.remove(session)
    const { socket } = session
    const held = unhold(session)
    // Its last word may acknowledge; what is under way without acknowledgements still says itself what became of it.
    const ext = disconnect === undefined ? undefined : extOf(disconnect.message)
    const acknowledged = acknowledge(session, ext?.['ack'])
    const items = session.batch === null ? session.queue : [...itemsOf(session.flights), ...session.queue]
    session.queue = []
    if (session.batch !== null) session.flights = none
    const texts = farewells(held, reason)
    const way = held?.carrier ?? socket
    if (disconnect !== undefined && way === disconnect.carrier) disconnect.answer.replies.push(...texts)
    else if (texts.length > 0) way?.send(texts, session, () => {})
    socket?.detach(session)
    host.counters.closed[reason] += 1
    host.settle(acknowledged, 'delivered', session)
    host.settle(items, 'lost', session)
    host.tell(() => host.observer.sessionClosed?.(session, reason, ext))
  }

  /** What a client is told at the end: the last answer to its held connect, and news if it did not ask for this. */
  function farewells(held: HeldConnect | null, reason: CloseReason): string[] {
    const isKicked = reason === 'kicked' || reason === 'inactive'
    const texts = isKicked ? [disconnected] : []
    if (held === null) return texts
    const fields =
      isKicked || reason === 'disconnect'
        ? { advice: adviceFor(limits, 'none') }
        : { error: turnedAwayWith['no-session'], advice: adviceFor(limits, 'handshake') }
    return [...texts, writeReply(held.asked, fields, clock.now() - held.since)]
  }

  return {
    /**
     * Queues an event for each of these sessions, serialized once for all; answers how many they are. When it `isSent`
     * they need not listen for it.
     */
    enqueue(sessions: Session[], event: BayeuxEvent, settle: Settle | null = null, isSent = false): number {
      if (sessions.length === 0) return 0
      const text = writeEvent(event)
      const channel = isSent ? null : event.channel
      const item = { text, bytes: Buffer.byteLength(text), channel, isRecalled: false, settle }
      for (const session of sessions) queue(session, item)
      return sessions.length
    },
    prune,
    /** Takes back what waits on this channel, and what would be sent again. */
    recall(channel: string): void {
      for (const session of registry.all()) {
        for (const item of [...itemsOf(session.flights), ...session.queue]) {
          if (item.channel === channel) item.isRecalled = true
        }
        prune(session)
      }
    },
    /** A message of this client arrived, its handshake first; `isActivity`: more than a heartbeat. */
    heard(session: Session, isActivity: boolean): void {
      session.lastHeard = clock.now()
      if (isActivity) session.lastActive = session.lastHeard
      arm(session)
    },
    connect,
    resume,
    /** The connection behind a carrier is gone before all of its sessions had their answer. */
    carrierClosed(carrier: Carrier): void {
      for (const session of carrier.sessions) {
        if (session.isGone) continue
        if (session.held?.carrier === carrier) unhold(session)
        if (session.socket === carrier) session.socket = null
        answered(session, carrier)
      }
    },
    remove,
    /** Answers every held connect with advice to come back after a random pause; no connect is held any more. */
    dismiss(): void {
      for (const session of registry.all()) {
        const pause = host.pace.pauseFor(registry.size(), limits.reconnectSpread)
        resume(session, adviceFor(limits, 'retry', limits.interval + pause))
      }
    },
  }
}

export type Delivery = ReturnType<typeof createDelivery>

/** Oldest first. */
const itemsOf = (flights: readonly Flight[]) => flights.flatMap(({ items }) => items)

/** The browser whose few connections this takes one of: only over HTTP/1.1, and a client without a cookie is none's. */
const tabOf = (carrier: Carrier): string | undefined =>
  carrier.transport !== 'websocket' && carrier.request.httpVersionMajor === 1 ? carrier.browser : undefined

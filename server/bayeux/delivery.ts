import type { Millis } from '../runtime/clock.ts'
import { acknowledge, closeBatch } from './ack.ts'
import type { Carrier } from './carrier.ts'
import type { CloseReason } from './counters.ts'
import { createDeadlines } from './deadlines.ts'
import { createHeldPlaces } from './held-places.ts'
import type { Host } from './host.ts'
import { type Answer, createAnswer, type Incoming, sendAnswer } from './incoming.ts'
import { adviceOf, extOf, type Message } from './message.ts'
import type { Registry } from './registry.ts'
import {
  type Advice,
  adviceFor,
  disconnected,
  type EventFields,
  refusals,
  type ReplyFields,
  writeEvent,
  writeReply,
} from './reply.ts'
import { type Flight, type HeldConnect, none, type Outgoing, type Session } from './session.ts'

/**
 * Moves events from the sessions' queues to their clients. An event leaves a session when it was written (or
 * acknowledged); what was not goes back to the front of the queue, in order.
 */
export function createDelivery(host: Host, registry: Registry) {
  const { clock, limits } = host
  const places = createHeldPlaces(limits)
  const deadlines = createDeadlines<Session>(clock, onDue)
  let isDismissing = false
  let dirty = new Set<Session>()

  /** The one deadline of a session, from facts alone; so no path can forget to set it again. */
  function deadlineOf(session: Session): Millis {
    if (session.held !== null) return session.held.until
    if (session.answering !== null) return session.answeringSince + limits.writingMax
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
    else if (session.answering !== null) giveUpWriting(session, session.answering)
    else remove(session, 'expired')
  }

  function hold(session: Session, held: HeldConnect): void {
    const { carrier } = held
    session.held = held
    places.take(carrier)
    if (carrier.transport !== 'websocket') host.tell(() => host.observer.held?.(carrier.request, session))
  }

  function unhold(session: Session): HeldConnect | null {
    const { held } = session
    session.held = null
    if (held !== null) places.giveBack(held.carrier)
    return held
  }

  function giveUpWriting(session: Session, carrier: Carrier): void {
    carrier.cut()
    answered(session, carrier)
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
    const { held, socket } = session
    if (session.isGone || session.queue.length === 0) return
    if (socket !== null && session.batches === null) {
      // Its own events have to be stuck, not another session's: then their landing is what goes on from here.
      const isSlow = session.flights.length > 0 && socket.unsentBytes > limits.unsentBytesMax
      if (isSlow || !canTake(session, socket)) return
      const answer = createAnswer()
      board(session, socket, take(session), answer)
      sendAnswer(answer, socket, session)
    } else if (held !== null && canTake(session, held.carrier)) {
      resume(session)
    }
  }

  /** One way to the client at a time, else events could overtake each other. */
  function canTake(session: Session, carrier: Carrier): boolean {
    const inTheAir = session.flights[0]
    return carrier.isOpen && (inTheAir === undefined || inTheAir.carrier === carrier)
  }

  function take(session: Session): Outgoing[] {
    const items = session.queue
    session.queue = []
    return items
  }

  function board(session: Session, carrier: Carrier, items: readonly Outgoing[], answer: Answer): void {
    for (const item of items) answer.events.push(item.text)
    // With acknowledgements the batch keeps the items, whatever becomes of this answer.
    if (items.length === 0 || session.batches !== null) return
    const flight: Flight = { carrier, items }
    session.flights = [...session.flights, flight]
    answer.done.push((isWritten) => {
      // Taken back before.
      if (!session.flights.includes(flight)) return
      if (isWritten) landed(session, flight)
      else takeBack(session)
    })
  }

  function landed(session: Session, flight: Flight): void {
    session.flights = session.flights.filter((other) => other !== flight)
    host.settle(flight.items, 'delivered', session)
    if (session.queue.length > 0) touch(session)
  }

  /** Puts everything in flight back in front, oldest first. */
  function takeBack(session: Session): void {
    const items = itemsOf(session.flights)
    session.flights = none
    if (session.isGone) {
      host.settle(items, 'lost', session)
      return
    }
    requeue(session, items)
    touch(session)
  }

  function requeue(session: Session, items: readonly Outgoing[]): void {
    if (items.length === 0) return
    session.queue = [...items, ...session.queue]
    host.counters.requeued += items.length
  }

  /** Answers a connect: what waits, then the reply that closes the batch. */
  function reply(session: Session, connect: HeldConnect, answer: Answer, advice?: Advice) {
    const { carrier, asked, since } = connect
    const now = clock.now()
    const isAdvised = connect.isAdvised || session.isCrowded
    session.isCrowded = advice?.['multiple-clients'] === true
    const items = canTake(session, carrier) ? take(session) : []
    board(session, carrier, items, answer)
    const given = advice ?? (isAdvised ? adviceFor(limits, 'retry') : undefined)
    const fields: ReplyFields = {
      ...(given === undefined ? {} : { advice: given }),
      ...(session.batches === null ? {} : { ext: { ack: closeBatch(session.batches, items) } }),
    }
    answer.replies.push(writeReply(asked, fields, now - since))
    session.answering = carrier
    session.answeringSince = now
    answer.done.push(() => answered(session, carrier))
  }

  /** Answers the held connect, if there is one, though nothing has happened. */
  function resume(session: Session, advice?: Advice): void {
    const held = unhold(session)
    if (held === null) return
    const answer = createAnswer()
    reply(session, held, answer, advice)
    arm(session)
    sendAnswer(answer, held.carrier, session)
  }

  /** A newer connect is the client's: what went to an older request or socket is nobody's any more. */
  function supersede(session: Session, carrier: Carrier): void {
    const { answering, socket } = session
    const held = unhold(session)
    // Not 408: browsers send a request that was answered 408 again, silently.
    held?.carrier.turnAway(409, writeReply(held.asked, { error: refusals.superseded }), session)
    // Two requests in one connection are answered in order: nothing is abandoned there.
    if (answering !== null && answering.connection !== carrier.connection) {
      if (answering.transport !== 'websocket') answering.cut()
      session.answering = null
      takeBack(session)
    }
    if (socket !== carrier) {
      session.socket = carrier.transport === 'websocket' ? carrier : null
      if (socket !== null) {
        socket.detach(session)
        takeBack(session)
      }
    }
    session.transport = carrier.transport
    carrier.attach(session)
  }

  /** What the client has seen by its own word, and what it has not. */
  function sift({ batches }: Session, message: Message): ReturnType<typeof acknowledge<Outgoing>> {
    const seen = extOf(message)?.['ack']
    if (batches === null) return { acknowledged: none, again: none }
    return acknowledge(batches, typeof seen === 'number' ? seen : undefined)
  }

  /** Handles a connect: held, or answered together with its company. */
  function connect(session: Session, { message, asked, carrier, isLone, order, answer }: Incoming): void {
    // Whoever asked has already hung up: that connect takes nobody's place.
    if (!carrier.isOpen) return
    if (order < session.connectOrder) {
      // It began before the newest one and was longer on its way.
      answer.replies.push(writeReply(asked, { error: refusals.superseded }))
      return
    }
    session.connectOrder = order
    supersede(session, carrier)
    const { acknowledged, again } = sift(session, message)
    requeue(session, again)
    const timeout = adviceOf(message, 'timeout', limits)
    session.interval = adviceOf(message, 'interval', limits)
    const isFirst = !session.hasConnected
    session.hasConnected = true
    const isAdvised = isFirst || message['advice'] !== undefined
    const waits = session.queue.length > 0 && canTake(session, carrier)
    const since = clock.now()
    const connect = { carrier, asked, isAdvised, since, until: since + timeout }
    if (isFirst || !isLone || timeout === 0 || isDismissing || (waits && carrierTakesEvents(session))) {
      reply(session, connect, answer)
    } else if (places.isFull(carrier)) {
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

  /** Whether events end a held connect: on a WebSocket they go out beside it, unless they are acknowledged. */
  function carrierTakesEvents(session: Session): boolean {
    return session.socket === null || session.batches !== null
  }

  /** Forgets a session, because of this disconnect if one is given. */
  function remove(session: Session, reason: CloseReason, disconnect?: Incoming): void {
    if (session.isGone) return
    session.isGone = true
    deadlines.clear(session)
    registry.remove(session)
    const { socket } = session
    const held = unhold(session)
    // Its last word may acknowledge; what is under way still says itself what became of it.
    const kept = { acknowledged: none, again: itemsOf(session.batches?.kept ?? []) }
    const { acknowledged, again } = disconnect === undefined ? kept : sift(session, disconnect.message)
    const items = [...again, ...session.queue]
    session.queue = []
    const texts = farewells(held, reason)
    const way = held?.carrier ?? socket
    if (disconnect !== undefined && way === disconnect.carrier) disconnect.answer.replies.push(...texts)
    else if (texts.length > 0) way?.send(texts, session, () => {})
    socket?.detach(session)
    host.counters.closed[reason] += 1
    host.settle(acknowledged, 'delivered', session)
    host.settle(items, 'lost', session)
    const ext = disconnect === undefined ? undefined : extOf(disconnect.message)
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
        : { error: refusals.unknownClient, advice: adviceFor(limits, 'handshake') }
    return [...texts, writeReply(held.asked, fields, clock.now() - held.since)]
  }

  return {
    /** Queues an event for each of these sessions, serialized once for all; answers how many they are. */
    enqueue(
      sessions: readonly Session[],
      channel: string,
      data: unknown,
      settle: Outgoing['settle'],
      more: EventFields = {},
    ): number {
      if (sessions.length === 0) return 0
      const text = writeEvent(channel, data, more)
      const item = { text, bytes: Buffer.byteLength(text), settle }
      for (const session of sessions) queue(session, item)
      return sessions.length
    },
    /** Takes a session in: from now on it has a deadline. */
    admit(session: Session): void {
      registry.add(session)
      arm(session)
    },
    /** A message of this client arrived; `isActivity`: more than a heartbeat. */
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
      isDismissing = true
      const spread = Math.max(registry.size, (limits.reconnectSpread / 1000) * limits.handshakesPerSecondCalm)
      for (const session of registry.all()) {
        resume(session, adviceFor(limits, 'retry', limits.interval + host.pace.pauseFor(spread)))
      }
    },
  }
}

export type Delivery = ReturnType<typeof createDelivery>

const itemsOf = (parts: readonly { readonly items: readonly Outgoing[] }[]): Outgoing[] =>
  parts.flatMap(({ items }) => items)

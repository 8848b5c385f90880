import { randomInt } from 'node:crypto'
import type { Clock } from '../runtime/clock.ts'
import { acknowledge, closeBatch } from './ack.ts'
import type { BayeuxLimits, CloseReason } from './bayeux.ts'
import type { Carrier } from './carrier.ts'
import { createDeadlines } from './deadlines.ts'
import type { Host } from './host.ts'
import { adviceOf, extOf, type Message } from './message.ts'
import type { Registry } from './registry.ts'
import { type Advice, adviceFor, idOf, refusals, type ReplyFields, writeReply } from './reply.ts'
import type { Flight, HeldConnect, Outgoing, Session } from './session.ts'

/** What one request is answered: events before replies, so that a client sees its messages first. */
export interface Answer {
  readonly events: string[]
  readonly replies: string[]
  readonly done: ((isWritten: boolean) => void)[]
}

export const createAnswer = (): Answer => ({ events: [], replies: [], done: [] })

/** Sends an answer; one without a message is not sent, because an empty array breaks clients. */
export function sendAnswer(answer: Answer, carrier: Carrier, session: Session | null): void {
  const { events, replies, done } = answer
  if (events.length + replies.length === 0) return
  carrier.send([...events, ...replies], session, (isWritten) => {
    for (const call of done) call(isWritten)
  })
}

/**
 * Moves events from the sessions' queues to their clients. An event leaves a session when it was written (or
 * acknowledged); what was not goes back to the front of the queue, in order.
 */
export interface Delivery {
  enqueue(session: Session, item: Outgoing): void
  /** Takes a session in: from now on it has a deadline. */
  admit(session: Session): void
  /** A message of this client arrived. */
  heard(session: Session): void
  /** Handles a connect: held, or answered into `answer`. `isLone`: it came without company. */
  connect(session: Session, carrier: Carrier, message: Message, isLone: boolean, answer: Answer): void
  /** The connection behind a carrier is gone. */
  carrierClosed(carrier: Carrier, sessions: Iterable<Session>): void
  /** Forgets a session. What its client waits for on the way of `answer` is put there, else sent. */
  remove(session: Session, reason: CloseReason, carrier?: Carrier, answer?: Answer): void
  /** Answers every held connect with advice to come back after a random pause; no connect is held any more. */
  dismiss(): void
}

export function createDelivery(clock: Clock, limits: BayeuxLimits, host: Host, registry: Registry): Delivery {
  const deadlines = createDeadlines<Session>(clock, onDue)
  let isDismissing = false
  let dirty: Session[] = []

  /** The one deadline of a session, from facts alone; so no path can forget to set it again. */
  function arm(session: Session): void {
    if (session.isGone) return
    if (session.held !== null) deadlines.set(session, session.held.until)
    else if (session.answering !== null) deadlines.set(session, session.answeringSince + limits.writingMax)
    else deadlines.set(session, session.lastHeard + session.interval + limits.maxInterval)
  }

  function onDue(session: Session): void {
    if (session.held !== null) release(session, session.held)
    else if (session.answering !== null) giveUpWriting(session, session.answering)
    else remove(session, 'expired')
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

  function touch(session: Session): void {
    if (session.isDirty) return
    session.isDirty = true
    if (dirty.length === 0) queueMicrotask(flushDirty)
    dirty.push(session)
  }

  /** Once per turn: what was queued in one turn goes out together. */
  function flushDirty(): void {
    const sessions = dirty
    dirty = []
    for (const session of sessions) {
      session.isDirty = false
      flush(session)
    }
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
      release(session, held)
    }
  }

  /** One way to the client at a time, else events could overtake each other. */
  function canTake(session: Session, carrier: Carrier): boolean {
    return carrier.isOpen && session.flights.every((flight) => flight.carrier === carrier)
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
    const flight: Flight = { carrier, items, isOver: false }
    session.flights.push(flight)
    answer.done.push((isWritten) => (isWritten ? landed(session, flight) : takeBack(session, carrier)))
  }

  function landed(session: Session, flight: Flight): void {
    if (flight.isOver) return
    flight.isOver = true
    session.flights = session.flights.filter((other) => other !== flight)
    host.settle(flight.items, 'delivered', session)
    touch(session)
  }

  /** Puts everything in flight on this carrier back in front, oldest first. */
  function takeBack(session: Session, carrier: Carrier): void {
    const lost = session.flights.filter((flight) => flight.carrier === carrier)
    if (lost.length === 0) return
    session.flights = session.flights.filter((flight) => flight.carrier !== carrier)
    for (const flight of lost) flight.isOver = true
    session.queue = [...lost.flatMap((flight) => flight.items), ...session.queue]
    touch(session)
  }

  /** Answers a connect: what waits, then the reply that closes the batch. */
  function reply(session: Session, connect: Omit<HeldConnect, 'until'>, answer: Answer, advice?: Advice) {
    const { carrier, id, isAdvised } = connect
    const items = canTake(session, carrier) ? take(session) : []
    board(session, carrier, items, answer)
    const given = advice ?? (isAdvised ? adviceFor(limits, 'retry') : undefined)
    const fields: ReplyFields = {
      ...(given === undefined ? {} : { advice: given }),
      ...(session.batches === null ? {} : { ext: { ack: closeBatch(session.batches, items) } }),
    }
    answer.replies.push(writeReply('/meta/connect', id, true, fields))
    session.answering = carrier
    session.answeringSince = clock.now()
    answer.done.push(() => answered(session, carrier))
  }

  function release(session: Session, held: HeldConnect, advice?: Advice): void {
    session.held = null
    const answer = createAnswer()
    reply(session, held, answer, advice)
    arm(session)
    sendAnswer(answer, held.carrier, session)
  }

  /** A newer connect is the client's: what went to an older request or socket is nobody's any more. */
  function supersede(session: Session, carrier: Carrier): void {
    const { held, answering } = session
    if (held !== null) {
      session.held = null
      held.carrier.supersede(
        writeReply('/meta/connect', held.id, false, { error: refusals.superseded }),
        session,
      )
    }
    // Two requests in one connection are answered in order: nothing is abandoned there.
    if (answering !== null && answering.request.socket !== carrier.request.socket) {
      if (answering.transport === 'long-polling') answering.cut()
      session.answering = null
      takeBack(session, answering)
    }
    if (session.socket !== null && session.socket !== carrier) takeBack(session, session.socket)
    if (session.socket !== carrier) {
      session.socket?.detach(session)
      session.socket = carrier.transport === 'websocket' ? carrier : null
    }
    session.transport = carrier.transport
    carrier.attach(session)
  }

  /** Puts what has to be sent again in front; answers what has arrived. */
  function takeAcknowledgement(session: Session, message: Message): readonly Outgoing[] {
    if (session.batches === null) return []
    const seen = extOf(message)?.['ack']
    const { acknowledged, again } = acknowledge(session.batches, typeof seen === 'number' ? seen : undefined)
    if (again.length > 0) session.queue = [...again, ...session.queue]
    return acknowledged
  }

  function connect(session: Session, carrier: Carrier, message: Message, isLone: boolean, answer: Answer) {
    // Whoever asked has already hung up: that connect takes nobody's place.
    if (!carrier.isOpen) return
    supersede(session, carrier)
    const acknowledged = takeAcknowledgement(session, message)
    const timeout = adviceOf(message, 'timeout', limits.timeout, limits.timeout)
    session.interval = adviceOf(message, 'interval', limits.interval, limits.maxInterval)
    const isFirst = !session.hasConnected
    session.hasConnected = true
    const isAdvised = isFirst || message['advice'] !== undefined
    const waits = session.queue.length > 0 && canTake(session, carrier)
    const connect = { carrier, id: idOf(message), isAdvised }
    if (isFirst || !isLone || timeout === 0 || isDismissing || (waits && carrierTakesEvents(session))) {
      reply(session, connect, answer)
    } else {
      session.held = { ...connect, until: clock.now() + timeout }
      carrier.held(session)
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

  function remove(session: Session, reason: CloseReason, carrier?: Carrier, answer?: Answer): void {
    if (session.isGone) return
    session.isGone = true
    deadlines.clear(session)
    registry.remove(session)
    const { held, socket } = session
    const items = [
      ...(session.batches?.kept.flatMap((batch) => batch.items) ?? []),
      ...session.flights.flatMap((flight) => flight.items),
      ...session.queue,
    ]
    for (const flight of session.flights) flight.isOver = true
    session.held = null
    session.flights = []
    session.queue = []
    if (held !== null) {
      const text = farewell(held, reason)
      if (answer !== undefined && held.carrier === carrier) answer.replies.push(text)
      else sendAnswer({ events: [], replies: [text], done: [] }, held.carrier, session)
    }
    socket?.detach(session)
    host.settle(items, 'lost', session)
    host.tell(() => host.observer.sessionClosed?.(session, reason))
  }

  /** The last answer to a held connect. */
  function farewell(held: HeldConnect, reason: CloseReason): string {
    if (reason === 'disconnect') {
      return writeReply('/meta/connect', held.id, true, { advice: adviceFor(limits, 'none') })
    }
    const advice = adviceFor(limits, 'handshake')
    return writeReply('/meta/connect', held.id, false, { error: refusals.unknownClient, advice })
  }

  return {
    enqueue(session, item) {
      session.queue.push(item)
      session.pendingMessages += 1
      session.pendingBytes += item.bytes
      if (
        session.pendingMessages > limits.queuedMessagesMax ||
        session.pendingBytes > limits.queuedBytesMax
      ) {
        remove(session, 'overflow')
      } else {
        touch(session)
      }
    },
    admit(session) {
      registry.add(session)
      arm(session)
    },
    heard(session) {
      session.lastHeard = clock.now()
      arm(session)
    },
    connect,
    carrierClosed(carrier, sessions) {
      for (const session of sessions) {
        if (session.isGone) continue
        if (session.held?.carrier === carrier) session.held = null
        if (session.socket === carrier) session.socket = null
        answered(session, carrier)
      }
    },
    remove,
    dismiss() {
      isDismissing = true
      for (const session of registry.all()) {
        const pause = limits.interval + randomInt(limits.reconnectSpread + 1)
        if (session.held !== null) release(session, session.held, adviceFor(limits, 'retry', pause))
      }
    },
  }
}

import type { Millis } from '../runtime/clock.ts'
import type { Callback } from './callback.ts'
import type {
  AgentNotification,
  CallbackId,
  CustomerNotification,
  NotificationContent,
  NotificationId,
  UserId,
} from './contact-center.ts'
import type { Turn } from './turn.ts'

/** Something for a customer that has not been delivered; delivered, it is no longer kept. */
export interface Notification extends CustomerNotification {
  /** How often it has been tried to bring it to the customer. */
  readonly attempt: number
}

/** Something for the agent's desktop to fetch. */
export interface MailboxItem extends AgentNotification {
  readonly ordinal: number
}

/** In the order in which they are told. */
export const byNumber = (a: Notification, b: Notification): number => a.number - b.number

/** Queues it for the customer: for push to `user`, or with null for polling alone. */
export function queueNotification(
  turn: Turn,
  callback: { readonly id: CallbackId; readonly expiresAt: Millis },
  user: UserId | null,
  content: NotificationContent,
  cause?: number,
) {
  if (user !== null) makeRoom(turn, user)
  const number = turn.next('notification')
  // Push shows this id to the device: 32 hex digits, like the product's own.
  const id = turn.random.for('notification', number).hex(32) as NotificationId
  const { id: callbackId, expiresAt } = callback
  turn.tx.put('notification', {
    id,
    number,
    callback: callbackId,
    user,
    content,
    attempt: 1,
    createdAt: turn.now,
    expiresAt,
  })
  turn.append(
    { type: 'notification-queued', callback: callbackId, notification: id, user, what: content.kind },
    cause,
  )
}

/** Tells the customer that an agent is available, unless that still waits to be told. */
export function notifyAvailable(turn: Turn, callback: Callback, cause: number) {
  const [waiting] = undelivered(turn, callback.id, 'agent-available')
  if (waiting !== undefined) {
    tryAgain(turn, waiting, callback, cause)
    return
  }
  const user = callback.hasPush ? callback.user : null
  const { providesCode } = callback.options
  queueNotification(turn, callback, user, { kind: 'agent-available', providesCode }, cause)
}

/** One announcement more that finds the news not taken: after so many it is no longer pushed. Contract 2.3. */
function tryAgain(turn: Turn, waiting: Notification, callback: Callback, cause: number) {
  if (waiting.user === null) return
  const attempts = callback.options.deliveryAttempts
  const isGivenUp = waiting.attempt >= attempts
  const { id, attempt } = waiting
  turn.tx.put('notification', { ...waiting, ...(isGivenUp ? { user: null } : { attempt: attempt + 1 }) })
  if (!isGivenUp) return
  turn.append({ type: 'notification-given-up', callback: callback.id, notification: id, attempts }, cause)
}

/** Takes back the news of an available agent that nobody has heard. */
export function withdrawAvailable(turn: Turn, callback: CallbackId) {
  for (const notification of undelivered(turn, callback, 'agent-available')) {
    drop(turn, notification, 'withdrawn')
  }
}

/** What waits for a customer, of one callback, in order. */
export function undelivered(
  turn: Turn,
  callback: CallbackId,
  ...kinds: readonly NotificationContent['kind'][]
): Notification[] {
  return turn.tx
    .find('notification', 'callback', callback)
    .filter((notification) => kinds.includes(notification.content.kind))
    .sort(byNumber)
}

/** Queues the rows of this turn, one notification per chat, for customers who are pushed to. */
export function queueChatRows(turn: Turn) {
  for (const [id, { from, to, hasEnded, cause }] of turn.rows) {
    const chat = turn.tx.get('chat', id)
    const callback = turn.tx.get('callback', id)
    if (chat === undefined || callback === undefined || chat.pushTo === null) continue
    queueNotification(turn, callback, chat.pushTo, { kind: 'chat', from, to, hasEnded }, cause)
  }
}

function makeRoom(turn: Turn, user: UserId) {
  const outbox = turn.tx.find('notification', 'user', user)
  const surplus = outbox.length + 1 - turn.limits.outboxMax
  if (surplus <= 0) return
  for (const oldest of outbox.sort(byNumber).slice(0, surplus)) drop(turn, oldest, 'outbox-full')
}

function drop(turn: Turn, { id, callback }: Notification, because: 'withdrawn' | 'outbox-full') {
  turn.tx.delete('notification', id)
  turn.append({ type: 'notification-dropped', callback, notification: id, because })
}

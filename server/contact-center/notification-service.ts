import { requireUp } from './back-ends.ts'
import type {
  AgentNotification,
  CallbackId,
  CustomerNotification,
  NotificationService,
  OutboxItem,
} from './contact-center.ts'
import { byNumber, queueNotification, undelivered } from './notification.ts'
import type { Notification } from './notification.ts'
import { noteListening, seeClient } from './presence.ts'
import { Refused } from './refusal.ts'
import { requireCallback, requireShort } from './require.ts'
import type { Turn, Turns } from './turn.ts'
import { readEntries } from './views.ts'

/** What is on its way to customers and to agents' desktops. Contract 5.1, decisions 14, 26, 27. */
export function createNotificationService(turns: Turns): NotificationService {
  return {
    toCustomer: (id, displayMessage, applicationMessage) =>
      turns.run((turn): void => {
        requireUp(turn, 'ors')
        const callback = requireCallback(turn, id)
        requireShort(turn, displayMessage)
        requireShort(turn, applicationMessage)
        requireRoom(turn, undelivered(turn, id, 'message').length)
        const user = callback.hasPush ? callback.user : null
        queueNotification(turn, callback, user, { kind: 'message', displayMessage, applicationMessage })
      }),

    takeForCustomer: (id) =>
      turns.run((turn): readonly CustomerNotification[] => {
        requireUp(turn, 'ors')
        requireCallback(turn, id)
        seeChat(turn, id)
        const taken = undelivered(turn, id, 'agent-available', 'message')
        for (const notification of taken) deliver(turn, notification, 'poll')
        return taken
      }),

    toAgent: (id, displayMessage, applicationMessage) =>
      turns.run((turn): void => {
        requireUp(turn, 'ors')
        requireCallback(turn, id)
        requireShort(turn, displayMessage)
        requireShort(turn, applicationMessage)
        requireRoom(turn, turn.tx.find('mailbox', 'callback', id).length)
        const ordinal = turn.next('mailbox')
        turn.tx.put('mailbox', { ordinal, callback: id, displayMessage, applicationMessage })
        turn.append({ type: 'agent-notified', callback: id })
      }),

    takeForAgent: (id) =>
      turns.run((turn): readonly AgentNotification[] => {
        requireUp(turn, 'ors')
        requireCallback(turn, id)
        const items = turn.tx.find('mailbox', 'callback', id).sort((a, b) => a.ordinal - b.ordinal)
        for (const { ordinal } of items) turn.tx.delete('mailbox', String(ordinal))
        if (items.length > 0) {
          turn.append({ type: 'agent-mailbox-read', callback: id, count: items.length })
        }
        return items.map(({ callback, displayMessage, applicationMessage }) => ({
          callback,
          displayMessage,
          applicationMessage,
        }))
      }),

    countForAgent: (id) =>
      turns.run((turn): number => {
        requireCallback(turn, id)
        return turn.tx.find('mailbox', 'callback', id).length
      }),

    outbox: (user) =>
      turns.run((turn): readonly OutboxItem[] =>
        turn.tx
          .find('notification', 'user', user)
          .sort(byNumber)
          .flatMap((notification) => viewItem(turn, notification)),
      ),

    undelivered: (ids) =>
      turns.run((turn): readonly OutboxItem[] =>
        ids.flatMap((id) => {
          const notification = turn.tx.get('notification', id)
          return notification === undefined ? [] : viewItem(turn, notification)
        }),
      ),

    listens: (user, isListening) =>
      turns.run((turn): void => {
        noteListening(turn, user, isListening)
      }),

    delivered: (ids) =>
      turns.run((turn): void => {
        for (const id of ids) {
          const notification = turn.tx.get('notification', id)
          if (notification !== undefined) deliver(turn, notification, 'push')
        }
      }),
  }
}

/** A client that polls is there. */
function seeChat(turn: Turn, id: CallbackId) {
  const chat = turn.tx.get('chat', id)
  if (chat !== undefined) turn.tx.put('chat', seeClient(turn, chat))
}

/** With what a push says of it; nothing when its callback or chat is no longer kept. */
function viewItem(turn: Turn, notification: Notification): OutboxItem | [] {
  const { callback: id, content } = notification
  const callback = turn.tx.get('callback', id)
  if (callback === undefined) return []
  const item = { ...notification, customer: callback.user, device: callback.device }
  if (content.kind !== 'chat') return { ...item, chat: null }
  const chat = turn.tx.get('chat', id)
  if (chat === undefined) return []
  const { sessionId, startedAt } = chat
  return {
    ...item,
    chat: { sessionId, startedAt, rows: readEntries(turn, chat, content.from - 1, content.to) },
  }
}

/** Delivered once, it is no longer kept; the history tells of it. */
function deliver(turn: Turn, { id, callback }: Notification, by: 'push' | 'poll') {
  turn.tx.delete('notification', id)
  turn.append({ type: 'notification-delivered', callback, notification: id, by }, null)
}

/** Refused: `mailbox-full`. */
function requireRoom(turn: Turn, waiting: number) {
  if (waiting >= turn.limits.mailboxMax)
    throw new Refused('mailbox-full', `${waiting} are waiting`, [], {
      waiting,
      waitingMax: turn.limits.mailboxMax,
    })
}

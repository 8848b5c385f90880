import { attachChat, customerName } from './callback.ts'
import type { Callback } from './callback.ts'
import type { Chat } from './chat.ts'
import type { ChatDelivery, ChatService, ChatView, CreateChat } from './contact-center.ts'
import { endConversation } from './conversation.ts'
import { seeClient, watchClient } from './presence.ts'
import { Refused } from './refusal.ts'
import { requireCallback, requireChat, requireSayable } from './require.ts'
import { route } from './routing.ts'
import { customerOf, writeJoined, writeLeft, writeText, writeTyping } from './transcript.ts'
import type { Turn, Turns } from './turn.ts'
import { readEntries, viewChat } from './views.ts'

/** What customers do in a chat, each wish in one turn. Contract 4.2 to 4.5 [C], decisions 9, 10, 20. */
export function createChatService(turns: Turns): ChatService {
  return {
    create: (id, input) =>
      turns.run((turn): ChatView => {
        const callback = requireCallback(turn, id)
        const chat = turn.tx.get('chat', id)
        if (chat !== undefined && chat.phase !== 'ended') return viewChat(turn, see(turn, chat))
        if (callback.state === 'COMPLETED') throw new Refused('callback-completed', id)
        if (callback.state !== 'ROUTING') throw new Refused('agent-not-announced', id)
        createChat(turn, callback, input)
        route(turn)
        return viewChat(turn, requireChat(turn, id))
      }),

    say: (id, text) =>
      turns.run((turn): ChatDelivery => {
        const chat = seeClient(turn, requireGoing(requireChat(turn, id)))
        requireSayable(turn, chat, text)
        return deliver(turn, writeText(turn, chat, customerOf(chat), text).chat)
      }),

    typing: (id, isTyping) =>
      turns.run((turn): ChatDelivery => {
        const chat = see(turn, requireGoing(requireChat(turn, id)))
        return deliver(turn, writeTyping(turn, chat, customerOf(chat), isTyping))
      }),

    refresh: (id, { position, message }) =>
      turns.run((turn): ChatDelivery => {
        const chat = see(turn, requireChat(turn, id))
        if (message === null || message === '') return refresh(turn, chat, position)
        requireSayable(turn, requireGoing(chat), message)
        return refresh(turn, writeText(turn, chat, customerOf(chat), message).chat, position)
      }),

    leave: (id, message) =>
      turns.run((turn): ChatDelivery => {
        const chat = requireChat(turn, id)
        if (chat.phase === 'ended') return refresh(turn, chat, null)
        leave(turn, chat, message)
        route(turn)
        return refresh(turn, requireChat(turn, id), null)
      }),
  }
}

function createChat(turn: Turn, callback: Callback, input: CreateChat) {
  const { message, pushTo, ...rest } = input
  const place = { queue: callback.queue, targetText: callback.targetText, target: callback.target }
  const chat: Chat = {
    callback: callback.id,
    sessionId: newSessionId(turn, callback),
    startedAt: turn.now,
    nickname: nickname(callback, input),
    input: rest,
    pushTo,
    position: 0,
    refreshed: 0,
    wasEndDelivered: false,
    seenAt: turn.now,
    typing: [],
    connectedAt: null,
    phase: 'waiting',
    place: { ...place, isReturned: false, refusedBy: [] },
  }
  turn.tx.put('callback', attachChat(callback))
  turn.append({ type: 'chat-created', callback: callback.id })
  watchClient(turn, callback, chat)
  const joined = writeJoined(turn, chat, customerOf(chat)).chat
  if (message === null || message === '') return
  requireSayable(turn, joined, message)
  writeText(turn, joined, customerOf(joined), message)
}

/** What the customer is called: as the chat says, else as the callback says. */
function nickname(callback: Callback, { displayName, firstName, lastName }: CreateChat): string {
  const named = displayName?.trim() || `${firstName} ${lastName}`.trim()
  return named || (customerName(callback.properties) ?? 'Customer')
}

/** Sixteen letters and digits in the product's manner, `0000YaADMWXM0013`. Contract 4.3 [C]. */
function newSessionId(turn: Turn, callback: Callback): string {
  const draw = turn.random.for('chat-session', callback.id)
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  const middle = Array.from({ length: 8 }, () => letters.charAt(draw.integer(0, letters.length - 1)))
  return `0000${middle.join('')}${String(callback.ordinal % 10_000).padStart(4, '0')}`
}

/** The client has shown that it is there. */
function see(turn: Turn, chat: Chat): Chat {
  const seen = seeClient(turn, chat)
  if (seen !== chat) turn.tx.put('chat', seen)
  return seen
}

/** Refused: `chat-ended`. */
function requireGoing(chat: Chat): Chat {
  if (chat.phase === 'ended') throw new Refused('chat-ended', chat.callback)
  return chat
}

/** What has come since the last refresh. The mark stays: only a refresh moves it, so that nothing is missed. */
function deliver(turn: Turn, chat: Chat): ChatDelivery {
  const entries = readEntries(turn, chat, chat.refreshed)
  return { chat: viewChat(turn, chat), entries, position: chat.position, isAfterEnd: false }
}

/** Rows after `position`, or after the mark, which then moves. After the end was delivered, says so. Decision 20. */
function refresh(turn: Turn, chat: Chat, position: number | null): ChatDelivery {
  const entries = readEntries(turn, chat, position ?? chat.refreshed)
  const isAfterEnd = chat.wasEndDelivered
  const isEnded = chat.phase === 'ended'
  if (chat.refreshed !== chat.position || isEnded !== isAfterEnd) {
    turn.tx.put('chat', { ...chat, refreshed: chat.position, wasEndDelivered: isEnded })
  }
  return { chat: viewChat(turn, chat), entries, position: chat.position, isAfterEnd }
}

function leave(turn: Turn, chat: Chat, message: string | null) {
  let last = chat
  if (message !== null && message !== '') {
    requireSayable(turn, chat, message)
    last = writeText(turn, chat, customerOf(chat), message).chat
  }
  endConversation(turn, writeLeft(turn, last, customerOf(last)), 'customer')
}

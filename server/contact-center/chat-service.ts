import { requireUp } from './back-ends.ts'
import { isCall } from './callback.ts'
import type { Chat } from './chat.ts'
import type { ChatDelivery, ChatService, ChatView } from './contact-center.ts'
import { endConversation } from './conversation.ts'
import { createChat } from './create-chat.ts'
import { seeClient } from './presence.ts'
import { Refused } from './refusal.ts'
import { requireCallback, requireChat, requireSayable } from './require.ts'
import { route } from './routing.ts'
import { customerOf, writeLeft, writeText, writeTyping } from './transcript.ts'
import type { Turn, Turns } from './turn.ts'
import { readEntries, viewChat } from './views.ts'

/** What customers do in a chat, each wish in one turn. Contract 4.2 to 4.5 [C], decisions 9, 10, 20. */
export function createChatService(turns: Turns): ChatService {
  return {
    create: (id, input) =>
      turns.run((turn): ChatView => {
        requireUp(turn, 'chatServer')
        const callback = requireCallback(turn, id)
        if (isCall(callback)) throw new Refused('media-type-unsupported', id, [], { callback: id })
        const chat = turn.tx.get('chat', id)
        if (chat !== undefined && chat.phase !== 'ended') return viewChat(turn, see(turn, chat))
        if (callback.state === 'COMPLETED') {
          throw new Refused('callback-completed', id, [], { reason: callback.reason }, 'CH3')
        }
        if (callback.state !== 'ROUTING') {
          throw new Refused('agent-not-announced', id, [], { state: callback.state }, 'CH3')
        }
        createChat(turn, callback, input)
        route(turn)
        return viewChat(turn, requireChat(turn, id))
      }),

    say: (id, text) =>
      turns.run((turn): ChatDelivery => {
        requireUp(turn, 'chatServer')
        const chat = seeClient(turn, requireGoing(requireChat(turn, id)))
        requireSayable(turn, chat, text)
        return deliver(turn, writeText(turn, chat, customerOf(chat), text).chat)
      }),

    typing: (id, isTyping) =>
      turns.run((turn): ChatDelivery => {
        requireUp(turn, 'chatServer')
        const chat = see(turn, requireGoing(requireChat(turn, id)))
        return deliver(turn, writeTyping(turn, chat, customerOf(chat), isTyping))
      }),

    refresh: (id, { position, message }) =>
      turns.run((turn): ChatDelivery => {
        requireUp(turn, 'chatServer')
        const chat = see(turn, requireChat(turn, id))
        if (message === null || message === '') return refresh(turn, chat, position)
        requireSayable(turn, requireGoing(chat), message)
        return refresh(turn, writeText(turn, chat, customerOf(chat), message).chat, position)
      }),

    leave: (id, message) =>
      turns.run((turn): ChatDelivery => {
        requireUp(turn, 'chatServer')
        const chat = requireChat(turn, id)
        if (chat.phase === 'ended') return refresh(turn, chat, null)
        leave(turn, chat, message)
        route(turn)
        return refresh(turn, requireChat(turn, id), null)
      }),
  }
}

/** The client has shown that it is there. */
function see(turn: Turn, chat: Chat): Chat {
  const seen = seeClient(turn, chat)
  if (seen !== chat) turn.tx.put('chat', seen)
  return seen
}

/** Refused: `chat-ended`. */
function requireGoing(chat: Chat): Chat {
  if (chat.phase === 'ended') throw new Refused('chat-ended', chat.callback, [], { callback: chat.callback })
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

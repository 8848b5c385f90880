import { attachChat, customerName, standingOf } from './callback.ts'
import type { Callback } from './callback.ts'
import { standInLine } from './chat.ts'
import type { Chat } from './chat.ts'
import type { CreateChat } from './contact-center.ts'
import { watchClient } from './presence.ts'
import { requireSayable } from './require.ts'
import { customerOf, writeJoined, writeText } from './transcript.ts'
import type { Turn } from './turn.ts'

/** The customer, who is confirmed, creates the chat; routing is the caller's to run. Refused: `message-too-long`. */
export function createChat(turn: Turn, callback: Callback, input: CreateChat) {
  turn.append({ type: 'chat-created', callback: callback.id })
  const joined = beginConversation(turn, callback, input)
  const { message } = input
  if (message === null || message === '') return
  requireSayable(turn, joined, message)
  writeText(turn, joined, customerOf(joined), message)
}

/** The call of a customer who is confirmed waits for an agent: whoever makes it is taken to make it at once. */
export function placeCall(turn: Turn, callback: Callback, cause: number) {
  turn.append({ type: 'call-placed', callback: callback.id }, cause)
  const input = { firstName: '', lastName: '', displayName: null, subject: '', email: '' }
  beginConversation(turn, callback, { ...input, message: null, pushTo: null, properties: {} })
}

function beginConversation(turn: Turn, callback: Callback, input: CreateChat): Chat {
  const { message: _message, pushTo, ...rest } = input
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
    place: standInLine({
      enteredAt: callback.queuedAt,
      refusedBy: [],
      ...standingOf(callback),
      rank: 1,
    }),
  }
  turn.tx.put('callback', attachChat(callback))
  watchClient(turn, callback, chat)
  return writeJoined(turn, chat, customerOf(chat)).chat
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

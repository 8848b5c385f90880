import { lineOfCallback } from './callback.ts'
import type { Callback } from './callback.ts'
import type { WaitingChat } from './chat.ts'
import type { Target } from './target.ts'
import type { Turn } from './turn.ts'
import { byLine } from './virtual-queue.ts'
import type { LineKey } from './virtual-queue.ts'

/** Somebody in line: a callback, or a chat that waits for an agent. */
export interface Place extends LineKey {
  readonly callback: Callback
  readonly chat: WaitingChat | null
  readonly queue: string
  readonly targetText: string
  readonly target: Target
}

/** Everybody who waits in a queue, first to last: the index is the position, less one. */
export function readLine(turn: Turn, queue: string): Place[] {
  const callbacks = turn.tx.find('callback', 'line', queue).map(placeOfCallback)
  const chats = turn.tx.find('chat', 'line', queue)
  return [...callbacks, ...placesOfChats(turn, chats as WaitingChat[])].sort(byLine)
}

/** Where the callback, or its chat, stands in line; undefined when it stands in none. */
export function readPlace(turn: Turn, callback: Callback): Place | undefined {
  if (lineOfCallback(callback) !== undefined) return placeOfCallback(callback)
  const chat = turn.tx.get('chat', callback.id)
  return chat?.phase === 'waiting' ? placesOfChats(turn, [chat])[0] : undefined
}

/** Every chat that waits for an agent, of all queues, in the order of the line. */
export function readWaitingChats(turn: Turn): Place[] {
  return placesOfChats(turn, turn.tx.find('chat', 'phase', 'waiting') as WaitingChat[]).sort(byLine)
}

function placeOfCallback(callback: Callback): Place {
  const { queue, targetText, target, priority, queuedAt, ordinal } = callback
  return { callback, chat: null, queue, targetText, target, rank: 2, priority, queuedAt, ordinal }
}

function placesOfChats(turn: Turn, chats: readonly WaitingChat[]): Place[] {
  return chats.flatMap((chat) => {
    const callback = turn.tx.get('callback', chat.callback)
    if (callback === undefined) throw new Error(`chat without callback: ${chat.callback}`)
    const { queue, targetText, target, isReturned } = chat.place
    return { ...placeOfCallback(callback), chat, queue, targetText, target, rank: isReturned ? 0 : 1 }
  })
}

import type { Callback } from './callback.ts'
import { entryId } from './chat.ts'
import { complete } from './completion.ts'
import type { Ending } from './ending.ts'
import { endConversation } from './conversation.ts'
import type { Turn } from './turn.ts'

const outlived: Ending = { reason: 'FAIL_TIMEOUT_TTL', rule: 'CB9' }

/** The time to live is over: what still goes on ends, and everything of the callback is removed. */
export function expire(turn: Turn, callback: Callback) {
  const { id } = callback
  const chat = turn.tx.get('chat', id)
  if (chat !== undefined) endConversation(turn, chat, 'time-out', outlived)
  const ended = turn.tx.get('callback', id)
  if (ended !== undefined && ended.state !== 'COMPLETED') complete(turn, ended, outlived)
  turn.append({ type: 'callback-expired', callback: id, ordinal: callback.ordinal })
  remove(turn, callback, chat?.position ?? 0)
}

function remove(turn: Turn, { id }: Callback, entries: number) {
  for (let index = 1; index <= entries; index += 1) turn.tx.delete('entry', entryId(id, index))
  for (const notification of turn.tx.find('notification', 'callback', id)) {
    turn.tx.delete('notification', notification.id)
  }
  for (const item of turn.tx.find('mailbox', 'callback', id)) turn.tx.delete('mailbox', String(item.ordinal))
  for (const interaction of turn.tx.find('interaction', 'callback', id)) {
    turn.tx.delete('interaction', interaction.id)
  }
  turn.tx.delete('chat', id)
  turn.tx.delete('callback', id)
}

import type { OutboxItem } from '../contact-center/contact-center.ts'
import { renderChat } from './chat-answer.ts'
import { tags, type PushData } from './contract.ts'
import { renderAvailable, renderMessage } from './notifications.ts'

/** A notification in the envelope of contract 5.2: `id`, `message`, `tag`, in this order. */
export function renderPush({ id, callback, content, chat }: OutboxItem): PushData | null {
  if (content.kind === 'agent-available')
    return { id, message: renderAvailable(callback, content), tag: tags.agentAvailable(callback) }
  if (content.kind === 'message')
    return { id, message: renderMessage(callback, content), tag: tags.customerMessage(callback) }
  if (chat === null) return null
  const state = content.hasEnded ? 'DISCONNECTED' : 'TRANSCRIPT'
  return { id, message: renderChat(chat, chat.rows, content.to, state), tag: tags.chatRefresh(callback) }
}

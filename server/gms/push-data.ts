import type {
  CallbackId,
  CallbackView,
  ContactCenter,
  CustomerNotification,
} from '../contact-center/contact-center.ts'
import { Refused } from '../contact-center/refusal.ts'
import { renderChat } from './chat-answer.ts'
import { tags, type PushData } from './contract.ts'
import { renderAvailable, renderMessage } from './notifications.ts'

export interface RenderedPush {
  readonly notification: CustomerNotification
  readonly callback: CallbackView
  readonly data: PushData
}

/** Puts notifications into the words of a push; passes over those whose callback is no longer kept. */
export function createPushRenderer(centre: ContactCenter): {
  render(notifications: readonly CustomerNotification[]): Promise<RenderedPush[]>
} {
  return {
    async render(notifications) {
      // An outbox has many notifications of few callbacks.
      const callbacks = new Map<CallbackId, CallbackView | null>()
      for (const { callback } of notifications)
        if (!callbacks.has(callback)) callbacks.set(callback, await findCallback(centre, callback))
      return notifications.flatMap((notification) => {
        const callback = callbacks.get(notification.callback)
        const data = callback ? renderPush(notification, callback) : null
        return callback && data ? [{ notification, callback, data }] : []
      })
    },
  }
}

async function findCallback(centre: ContactCenter, id: CallbackId): Promise<CallbackView | null> {
  try {
    return await centre.callbacks.get(id)
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.code === 'callback-not-found') return null
    throw thrown
  }
}

/** The envelope of contract 5.2: `id`, `message`, `tag`, in this order. */
function renderPush({ id, callback, content }: CustomerNotification, view: CallbackView): PushData | null {
  if (content.kind === 'agent-available')
    return { id, message: renderAvailable(callback, content), tag: tags.agentAvailable(callback) }
  if (content.kind === 'message')
    return { id, message: renderMessage(callback, content), tag: tags.customerMessage(callback) }
  if (view.chat === null) return null
  const rows = view.chat.entries.filter(({ index }) => index >= content.from && index <= content.to)
  const state = content.hasEnded ? 'DISCONNECTED' : 'TRANSCRIPT'
  const message = renderChat(view.chat, rows, content.to, state)
  return { id, message, tag: tags.chatRefresh(callback) }
}

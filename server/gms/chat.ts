import type { ChatDelivery, ChatView, ContactCenter, UserId } from '../contact-center/contact-center.ts'
import { ok, type Answer } from './answer.ts'
import type { InstanceCall, Operation } from './call.ts'
import { renderChat, renderVerbose } from './chat-answer.ts'
import { pushChannel } from './contract.ts'
import type { Fields } from './fields.ts'
import { malformed } from './gms-error.ts'

/** Creates the chat (the scenario page's "Create Chat Interaction"; parameters of contract 4.2, answers of decision 13). */
export const createChat: Operation = async (centre, call) => {
  const { id, fields } = call
  const isComet = fields.text('notify_by')?.trim().toLowerCase() === 'comet'
  const chat = await centre.chats.create(id, {
    firstName: fields.text('firstName', 'FirstName') ?? '',
    lastName: fields.text('lastName', 'LastName') ?? '',
    displayName: fields.text('userDisplayName') || null,
    subject: fields.text('subject', 'Subject') ?? '',
    email: fields.text('email', 'EmailAddress', 'emailAddress') ?? '',
    message: fields.text('message') || null,
    pushTo: isComet ? await userOfCall(centre, call) : null,
    properties: fields.all(),
  })
  const own = { _id: id, comet_channel: pushChannel }
  if (isComet && fields.flag('_verbose') === false) return ok(own)
  const state = chat.state === 'ended' ? 'DISCONNECTED' : 'CONNECTED'
  return ok({ ...own, ...renderFully(chat, renderChat(chat, chat.entries, chat.position, state), call) })
}

/** The customer says something. */
export const sendMessage: Operation = async (centre, call) =>
  renderDelivery(await centre.chats.say(call.id, call.fields.text('message') ?? ''), call)

export const startTyping: Operation = async (centre, call) =>
  renderDelivery(await centre.chats.typing(call.id, true), call)

export const stopTyping: Operation = async (centre, call) =>
  renderDelivery(await centre.chats.typing(call.id, false), call)

/** The customer leaves, perhaps with a last word. */
export const disconnect: Operation = async (centre, call) =>
  renderDelivery(await centre.chats.leave(call.id, call.fields.text('message') || null), call)

/** The rows since `transcriptPosition`, or since the last refresh; may speak as well (decision 20). */
export const refresh: Operation = async (centre, call) => {
  const delivery = await centre.chats.refresh(call.id, {
    position: readPosition(call.fields),
    message: call.fields.text('message') || null,
  })
  if (!delivery.isAfterEnd) return renderDelivery(delivery, call)
  const status = (await answers400AfterEnd(centre, call)) ? 400 : 200
  return { status, body: { message: 'The chat has ended.', exception: 'gmstester.ChatEnded' } }
}

/** Who is pushed to: whoever asks, else whoever started the callback. */
async function userOfCall(centre: ContactCenter, { id, user }: InstanceCall): Promise<UserId | null> {
  if (user !== null) return user
  const callback = await centre.callbacks.get(id)
  return callback.user ?? ((callback.device?.notificationId ?? null) as UserId | null)
}

function readPosition(fields: Fields): number | null {
  const text = fields.text('transcriptPosition')?.trim() ?? ''
  if (text === '') return null
  if (!/^\d{1,9}$/.test(text)) throw malformed('transcriptPosition must be a whole number.')
  return Number(text)
}

function renderDelivery({ chat, entries, position }: ChatDelivery, call: InstanceCall): Answer {
  const state = chat.state === 'ended' ? 'DISCONNECTED' : 'TRANSCRIPT'
  return ok(renderFully(chat, renderChat(chat, entries, position, state), call))
}

const renderFully = (chat: ChatView, answer: object, { fields, origin }: InstanceCall): object =>
  fields.flag('_verbose') === true ? { ...answer, ...renderVerbose(chat, origin) } : answer

/** The option of the service as it is now; a service that is gone has its default. */
async function answers400AfterEnd(centre: ContactCenter, { id }: InstanceCall): Promise<boolean> {
  const { service } = await centre.callbacks.get(id)
  const services = await centre.services.list()
  const options = services.find(({ name }) => name === service)?.options
  return options?._chat_400_response_on_disconnected?.toLowerCase() === 'true'
}

import type {
  AgentNotification,
  CallbackId,
  CustomerNotification,
  NotificationContent,
} from '../contact-center/contact-center.ts'
import { ok, type Answer } from './answer.ts'
import type { Operation } from './call.ts'
import { tags, type AgentMailboxItem, type AvailableMessage, type CustomerMessage } from './contract.ts'
import type { Fields } from './fields.ts'
import { malformed } from './gms-error.ts'

const sent: Answer = ok({ message: 'Notification Sent' })

/** Agent desktop to device (the scenario page's `internal-notification`). */
export const notifyCustomer: Operation = async (centre, { id, fields }) => {
  await centre.notifications.toCustomer(id, ...readNotification(fields))
  return sent
}

/** The device polls what push has not brought (decisions 14, 27). */
export const retrieveForCustomer: Operation = async (centre, { id }) =>
  ok((await centre.notifications.takeForCustomer(id)).flatMap(renderTaken))

/** Device to agent (the scenario page's `agent-notification`). */
export const notifyAgent: Operation = async (centre, { id, fields }) => {
  await centre.notifications.toAgent(id, ...readNotification(fields))
  return sent
}

/** The agent's desktop polls; there is no push to it. */
export const retrieveForAgent: Operation = async (centre, { id }) =>
  ok((await centre.notifications.takeForAgent(id)).map(renderAgentItem))

function readNotification(fields: Fields): [displayMessage: string, applicationMessage: string] {
  const displayMessage = fields.text('_display_message')
  const applicationMessage = fields.text('_application_message')
  if (displayMessage === null && applicationMessage === null)
    throw malformed('A notification needs _display_message, _application_message, or both.')
  return [displayMessage ?? '', applicationMessage ?? '']
}

/** `_application_message` comes in and `_internal_message` goes out (contract 5.1 [D]). */
export const renderMessage = (
  callback: CallbackId,
  content: Extract<NotificationContent, { kind: 'message' }>,
): CustomerMessage => ({
  _internal_message: content.applicationMessage,
  _id: callback,
  _display_message: content.displayMessage,
})

export const renderAvailable = (
  callback: CallbackId,
  content: Extract<NotificationContent, { kind: 'agent-available' }>,
): AvailableMessage => ({
  _action: `get-dialog-user-confirmation-provide_code-${content.providesCode}`,
  _id: callback,
})

function renderTaken({ callback, content }: CustomerNotification): (AvailableMessage | CustomerMessage)[] {
  if (content.kind === 'message') return [renderMessage(callback, content)]
  // Chat rows are fetched by refresh.
  return content.kind === 'agent-available' ? [renderAvailable(callback, content)] : []
}

/** The message is JSON in a string, with a blank after each comma, as the page prints it. */
function renderAgentItem({ callback, ...notification }: AgentNotification): AgentMailboxItem {
  const members = [
    ['_id', callback],
    ['_internal_message', notification.applicationMessage],
    ['_display_message', notification.displayMessage],
  ]
  const text = members.map((member) => member.map((word) => JSON.stringify(word)).join(':')).join(', ')
  return { message: `{${text}}`, tag: tags.agentMessage(callback) }
}

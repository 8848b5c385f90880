import { paths, type ServiceOperation } from '../../server/gms/contract.ts'
import type { Fields } from '../gms-client.ts'

/** What the classic page's fields hold. */
export interface ClassicValues {
  service: string
  number: string
  name: string
  reason: string
  firstName: string
  lastName: string
  subject: string
  email: string
  message: string
  position: string
  display: string
  application: string
}

export const classicDefaults: ClassicValues = {
  service: 'chat-delay',
  number: '4082652649',
  name: 'Bob Markel',
  reason: 'billing question',
  firstName: 'John',
  lastName: 'Harry',
  subject: 'testing',
  email: 'j.h@gmail.com',
  message: 'Hello',
  position: '',
  display: 'Message to be displayed',
  application: 'MESSAGE_FOR_INTERNAL_USE',
}

export interface ClassicOperation {
  /** What its button says: the operation as the wire names it. */
  name: string
  /** The message that says it, where the wire's name would not. */
  label?: 'start' | 'createChat'
  group: 'Callback' | 'Chat' | 'Notifications'
  /** Whether it needs a service id. */
  needsId: boolean
  path: (id: string, values: ClassicValues) => string
  fields: (values: ClassicValues, user: string) => Fields
}

const none = (): Fields => []

const onService = (
  group: ClassicOperation['group'],
  operation: ServiceOperation,
  fields: ClassicOperation['fields'] = none,
  named: Pick<ClassicOperation, 'name' | 'label'> = { name: operation.replace('ixn/chat/', '') },
): ClassicOperation => ({
  ...named,
  group,
  needsId: true,
  path: (id) => paths.operation(id, operation),
  fields,
})

const notification = ({ display, application }: ClassicValues): Fields => [
  ['_display_message', display],
  ['_application_message', application],
]

/** One plain button each, in the order in which a customer needs them. */
export const classicOperations: readonly ClassicOperation[] = [
  {
    name: 'start',
    label: 'start',
    group: 'Callback',
    needsId: false,
    path: (_id, { service }) => paths.start(service),
    fields: ({ number, name, reason }, user) => [
      ['_customer_number', number],
      ['usr_customer_name', name],
      ['usr_reason', reason],
      ['_device_notification_id', user],
      ['_device_os', 'comet'],
    ],
  },
  onService('Callback', 'check-queue-position'),
  onService('Callback', 'connect'),
  onService(
    'Chat',
    'ixn/chat',
    ({ firstName, lastName, subject, email }) => [
      ['notify_by', 'comet'],
      ['firstName', firstName],
      ['lastName', lastName],
      ['_verbose', 'false'],
      ['subject', subject],
      ['email', email],
    ],
    { name: 'create chat', label: 'createChat' },
  ),
  onService('Chat', 'ixn/chat/send', ({ message }) => [['message', message]]),
  onService('Chat', 'ixn/chat/refresh', ({ position }) =>
    position === '' ? [] : [['transcriptPosition', position]],
  ),
  onService('Chat', 'ixn/chat/startTyping'),
  onService('Chat', 'ixn/chat/stopTyping'),
  onService('Chat', 'ixn/chat/disconnect'),
  onService('Notifications', 'agent-notification', notification),
  onService('Notifications', 'retrieve-agent-notifications'),
  onService('Notifications', 'internal-notification', notification),
  onService('Notifications', 'retrieve-notifications'),
]

/** Whether a header can carry this user: browsers send Latin-1, and no control characters. */
export const isHeaderText = (user: string): boolean => /^[\x20-\x7e\xa0-\xff]*$/.test(user)

/** JSON as people read it; anything else as it came. */
export function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

/** The id that an answer of `start` carries; null when it carries none. */
export function idIn(body: string): string | null {
  try {
    const answer: unknown = JSON.parse(body)
    return typeof answer === 'object' && answer !== null && '_id' in answer ? String(answer._id) : null
  } catch {
    return null
  }
}

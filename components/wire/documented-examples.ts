import type { Messages } from '../messages/translate.ts'

/**
 * The sample exchanges that Genesys documents for Chat-Delayed, as data. `{id}` is the service id that start answered,
 * `{user}` the `gms_user`, `{origin}` where the client reached the server, `<…>` what is different each time.
 */
export interface DocumentedExample {
  /** The message that names it. */
  readonly name: keyof Messages['wire']['documented']['examples']
  /** The note of the rows that it is an example of: the operation, or for a push the beginning of the tag. */
  readonly operation: string
  /** The form fields of the request; null for a push. */
  readonly fields: readonly (readonly [name: string, value: string])[] | null
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The body of the answer, or the data of the push. */
  readonly body: unknown
}

const answerHeaders = [
  ['Cache-Control', 'no-cache'],
  ['Cache-Control', 'no-store'],
  ['Content-Type', 'application/json;charset=UTF-8'],
  ['Expires', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Pragma', 'no-cache'],
  ['Set-Cookie', 'JSESSIONID=<session>;Path=/genesys'],
] as const

/** The answer that creates a chat has neither of these. */
const chatHeaders = answerHeaders.filter(([name]) => name !== 'Expires' && name !== 'Set-Cookie')

const messageToDevice = {
  _internal_message: 'MESSAGE_FOR_MOBILE_APP_INTERNAL_USE',
  _id: '{id}',
  _display_message: 'Message to be displayed to user',
}

export const documentedExamples: readonly DocumentedExample[] = [
  {
    name: 'start',
    operation: 'start callback',
    fields: [
      ['_customer_number', '4082652649'],
      ['usr_customer_name', 'Bob Markel'],
      ['usr_reason', 'billing question'],
      ['_device_notification_id', '{user}'],
      ['_device_os', 'comet'],
    ],
    headers: answerHeaders,
    body: { _id: '{id}', _text: 'We will notify you when agent is available' },
  },
  {
    name: 'agentAvailable',
    operation: 'service.agentavailable.',
    fields: null,
    headers: [],
    body: {
      id: '<notification>',
      message: { _action: 'get-dialog-user-confirmation-provide_code-false', _id: '{id}' },
      tag: 'service.agentavailable.{id}',
    },
  },
  {
    name: 'connect',
    operation: 'connect',
    fields: [],
    headers: answerHeaders,
    body: {
      _dialog_id: '1',
      _action: 'StartChat',
      _label: 'Start Chat',
      _start_chat_url: '{origin}/genesys/1/service/{id}/ixn/chat',
      _comet_url: '{origin}/genesys/cometd',
      _user_header: '{user}',
      _id_to_jump_before: 'exit://',
      _chat_parameters: { subject: 'None' },
      _id: '{id}',
    },
  },
  {
    name: 'noEstimate',
    operation: 'check-queue-position',
    fields: [],
    headers: answerHeaders,
    body: {
      _position: 2,
      _eta: 'n/a',
      _total_waiting: 2,
      _agent_ready_threshold_passed: true,
      _agent_ready_threshold_passed_reason: 'eta n/a',
    },
  },
  {
    name: 'estimate',
    operation: 'check-queue-position',
    fields: [],
    headers: answerHeaders,
    body: {
      _position: 2,
      _eta: 30,
      _total_waiting: 2,
      _agent_ready_threshold_passed: true,
      _agent_ready_threshold_passed_reason: 'eta  <= 35 and position <=5 ',
    },
  },
  {
    name: 'createChat',
    operation: 'ixn/chat',
    fields: [
      ['notify_by', 'comet'],
      ['firstName', 'John'],
      ['lastName', 'Harry'],
      ['_verbose', 'false'],
      ['subject', 'testing'],
      ['email', 'j.h@gmail.com'],
    ],
    headers: chatHeaders,
    body: { _id: '{id}', comet_channel: '/_genesys' },
  },
  {
    name: 'toDevice',
    operation: 'internal-notification',
    fields: [
      ['_display_message', 'Message to be displayed to user'],
      ['_application_message', 'MESSAGE_FOR_MOBILE_APP_INTERNAL_USE'],
    ],
    headers: answerHeaders,
    body: { message: 'Notification Sent' },
  },
  {
    name: 'toDevicePush',
    operation: 'service.message.',
    fields: null,
    headers: [],
    body: { id: '<notification>', message: messageToDevice, tag: 'service.message.{id}' },
  },
  {
    name: 'fetchNone',
    operation: 'retrieve-notifications',
    fields: [],
    headers: answerHeaders,
    body: [],
  },
  {
    name: 'fetch',
    operation: 'retrieve-notifications',
    fields: [],
    headers: answerHeaders,
    body: [messageToDevice],
  },
  {
    name: 'toAgent',
    operation: 'agent-notification',
    fields: [
      ['_display_message', 'Message to be displayed to agent'],
      ['_application_message', 'MESSAGE_FOR_AGENT_DESKTOP_INTERNAL_USE'],
    ],
    headers: answerHeaders,
    body: { message: 'Notification Sent' },
  },
  {
    name: 'fetchAgents',
    operation: 'retrieve-agent-notifications',
    fields: [],
    headers: answerHeaders,
    body: [
      {
        message:
          '{"_id":"{id}", "_internal_message":"MESSAGE_FOR_AGENT_DESKTOP_INTERNAL_USE", "_display_message":"Message to be displayed to agent"}',
        tag: 'agent.message.{id}',
      },
    ],
  },
]

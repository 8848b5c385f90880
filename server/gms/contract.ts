/**
 * The public words of the GMS edge: paths, fields, shapes. The one server module whose values the browser may import;
 * it therefore imports nothing and does nothing.
 */

export const gmsBase = '/genesys'
export const cometPath = '/genesys/cometd'
export const pushChannel = '/_genesys'
export const userHeader = 'gms_user'

export const paths = {
  /** A service made from the template `callback` starts below it, any other one beside it (contract 1.10, 4.1). */
  start: (service: string, template = 'callback') =>
    `${gmsBase}/1/service/${template === 'callback' ? 'callback/' : ''}${encodeURIComponent(service)}`,
  operation: (id: string, operation: ServiceOperation) =>
    `${gmsBase}/1/service/${encodeURIComponent(id)}/${operation}`,
} as const

export type ServiceOperation =
  | 'connect'
  | 'check-queue-position'
  | 'ixn/chat'
  | 'ixn/chat/send'
  | 'ixn/chat/refresh'
  | 'ixn/chat/startTyping'
  | 'ixn/chat/stopTyping'
  | 'ixn/chat/disconnect'
  | 'internal-notification'
  | 'retrieve-notifications'
  | 'agent-notification'
  | 'retrieve-agent-notifications'
  | 'snooze'
  | 'cancel'
  | 'get-dialog-user-confirmation-provide_code-false'
  | 'get-dialog-user-confirmation-provide_code-true'

/** What a refused request is answered with. */
export interface GmsError {
  exception: string
  message: string
}

export interface StartAnswer {
  _id: string
  _text?: string
  _dialog_id?: string
  _action?: string
  _ok_title?: string
}

export interface StartChatDialog {
  _dialog_id: string
  _action: 'StartChat'
  _label: string
  _start_chat_url: string
  _comet_url: string
  _user_header: string
  _id_to_jump_before: string
  _chat_parameters: { subject: string }
  _id: string
  _access_code?: string
  _expiration_time?: string
}

export interface DialNumberDialog {
  _dialog_id: string
  _action: 'DialNumber'
  _label: string
  _tel_url: string
  _id: string
  _access_code?: string
  _expiration_time?: string
}

export interface CallShortlyDialog {
  _dialog_id: string
  _action: 'ConfirmationDialog'
  _text: string
  _ok_title: string
  _id: string
  _access_code?: string
  _expiration_time?: string
}

export type ConfirmedDialog = StartChatDialog | DialNumberDialog | CallShortlyDialog

export interface QueuePositionAnswer {
  _position: number
  _eta: number | 'n/a'
  _total_waiting: number
  _agent_ready_threshold_passed: boolean
  _agent_ready_threshold_passed_reason: string
  ewt?: number
}

export type RowEventType =
  'Message.Text' | 'Notice.Joined' | 'Notice.Left' | 'Notice.TypingStarted' | 'Notice.TypingStopped'

/** One transcript row: event type, nickname, text, whole seconds since the chat started, party type. */
export type TranscriptRow = [
  RowEventType,
  string,
  string,
  string,
  'CLIENT' | 'AGENT' | 'EXTERNAL' | 'SUPERVISOR',
]

export interface ChatAnswer {
  chatIxnState: 'CONNECTED' | 'TRANSCRIPT' | 'DISCONNECTED'
  chatSessionId: string
  transcriptPosition: number
  chatServiceMessage: string
  transcriptToShow: TranscriptRow[]
  startedAt: string
}

export interface CreateChatAnswer extends Partial<ChatAnswer> {
  _id: string
  comet_channel?: string
}

export interface CustomerMessage {
  _internal_message: string
  _id: string
  _display_message: string
}

export interface AgentMailboxItem {
  /** JSON text: `_id`, `_internal_message`, `_display_message`. */
  message: string
  tag: string
}

export interface AvailableMessage {
  _action: `get-dialog-user-confirmation-provide_code-${boolean}`
  _id: string
}

/** What a push on `/_genesys` carries as `data`; its tag tells which. */
export interface PushData {
  id: string
  message: AvailableMessage | CustomerMessage | ChatAnswer
  tag: string
}

export const tags = {
  agentAvailable: (id: string) => `service.agentavailable.${id}`,
  chatRefresh: (id: string) => `service.chat.refresh.${id}`,
  customerMessage: (id: string) => `service.message.${id}`,
  agentMessage: (id: string) => `agent.message.${id}`,
} as const

/** Where the tester's own page hears that something has changed; not a Genesys channel. */
export const changesChannel = '/gmstester/changes'

/** Marks a request that repeats one of the traffic log by the number of its row; it changes nothing else. */
export const replayHeader = 'x-gms-test-replay'

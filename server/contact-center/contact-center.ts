/**
 * The contact centre as its edges see it: what can be asked of it, what it answers, what it says has happened.
 * It knows no protocol; `gms/` and `tester/` translate.
 */
import type { Millis } from '../runtime/clock.ts'
import type { Numbered } from '../storage/port.ts'
import type { AlarmKind } from './alarm.ts'
import type { BackEndService } from './back-ends.ts'
import type { ConfiguredServices, PausedServices, SettingsService } from './configuration.ts'
import type { CentreEvent } from './event.ts'
import type { Disposition } from './disposition.ts'
import type { AutoProfile } from './load/automatic-agent.ts'
import type { GeneratorService } from './load/generator.ts'
import type { QueueService } from './queue.ts'
import type { Phrase } from './phrase.ts'
import type { StatisticsService } from './statistics.ts'
import type { StartRefused } from './refused-starts.ts'
import type { AgentWhy, CallbackWhy } from './why.ts'

export type CallbackId = string & { readonly brand: 'CallbackId' }
export type AgentId = string & { readonly brand: 'AgentId' }
/** The opaque name a customer's device is pushed to; Genesys calls it `gms_user`. */
export type UserId = string & { readonly brand: 'UserId' }
export type NotificationId = string & { readonly brand: 'NotificationId' }

/** The states a callback shows to the world, in the order in which it goes through them. */
export const callbackStates = ['SCHEDULED', 'QUEUED', 'PAUSED', 'ROUTING', 'PROCESSING', 'COMPLETED'] as const

export type CallbackState = (typeof callbackStates)[number]

/** Where the customer stands on the journey; the names of the seven nodes of the journey strip. */
export type JourneyStep =
  'requested' | 'waiting' | 'agent-available' | 'confirmed' | 'chat-created' | 'talking' | 'done'

export type CompletionReason =
  | 'AGENT_CONNECTED'
  | 'CANCELLED'
  | 'CANCELLED_BY_ADMIN'
  | 'FAIL_USER_NO_CONFIRM'
  | 'FAIL_TIMEOUT_TTL'
  | 'FAIL_QUEUEING'
  | 'NOT_AVAILABLE'
  | 'FAIL_TARGET_NOT_FOUND'
  | 'FAIL_INTERACTION_DELETED'

export interface Device {
  /** `comet`, `gcm`, `ios`, … as the device said. */
  readonly os: string
  readonly notificationId: string
}

export interface StartCallback {
  /** The configured service's name, `chat-delay`. */
  readonly service: string
  readonly customerNumber: string | null
  readonly device: Device | null
  /** Who asks; the `gms_user` of the request, when it showed one. */
  readonly user: UserId | null
  /** Every submitted field, verbatim, in order of submission; `_desired_time` is read. */
  readonly properties: Readonly<Record<string, string>>
  /** What a header of this name says, whatever its case. */
  readonly header?: (name: string) => string | null
}

export interface CallbackView {
  readonly id: CallbackId
  readonly service: string
  readonly queue: string
  readonly target: string
  readonly state: CallbackState
  readonly step: JourneyStep
  readonly reason: CompletionReason | null
  readonly user: UserId | null
  readonly device: Device | null
  readonly properties: Readonly<Record<string, string>>
  /** Whether pushes go out by comet: the device is `comet` and gave a notification id. */
  readonly hasPush: boolean
  readonly providesCode: boolean
  /** With `_provide_code`: six digits and when they expire. */
  readonly accessCode: { readonly code: string; readonly expiresAt: Millis } | null
  readonly mediaType: 'chat' | 'voice'
  /** Of a call: whether the customer makes it. */
  readonly customerCalls: boolean
  /** False for Chat-Immediate, whose start answers what connect answers elsewhere. */
  readonly waitsForAgent: boolean
  readonly isSynthetic: boolean
  readonly createdAt: Millis
  /** When the customer wants to be served: when he asked, unless he named a time. */
  readonly desiredAt: Millis
  readonly expiresAt: Millis
  /** The announcement that waits for the customer's confirmation, and how often it was made. */
  readonly announcement: { readonly at: Millis; readonly attempt: number; readonly confirmBy: Millis } | null
  readonly snoozedUntil: Millis | null
  /** One sentence: what it waits for now. Null when it waits for nothing. */
  readonly waitingFor: string | null
  readonly waitingPhrase: Phrase | null
  readonly chat: ChatView | null
}

export interface AvailabilityQuery {
  /** Now, unless given or past. */
  readonly start?: Millis
  readonly end?: Millis
  /** Counts when no end is given; 1, unless given. */
  readonly numberOfDays?: number
  readonly slotsMax?: number
}

export interface Availability {
  readonly hasOfficeHours: boolean
  /** In order of time. */
  readonly slots: readonly { readonly at: Millis; readonly free: number }[]
}

export interface QueuePosition {
  /** From 1; 0 after the callback has left the queue. */
  readonly position: number
  /** Whole seconds; null when there is no estimate. */
  readonly etaSeconds: number | null
  readonly totalWaiting: number
  readonly threshold: { readonly isPassed: boolean; readonly reason: string }
}

export interface Confirmation {
  readonly callback: CallbackView
  /** With `_provide_code`: six digits and when they expire. */
  readonly accessCode: { readonly code: string; readonly expiresAt: Millis } | null
}

/** One thing asked of a callback: that a key has this value, or has not. */
export interface CallbackTerm {
  readonly key: string
  readonly value: string
  readonly isNot: boolean
}

export interface CallbackQuery {
  readonly terms: readonly CallbackTerm[]
  /** Whether terms may ask for what `filter-keys` of section `callback` names. */
  readonly hasFilterKeys?: boolean
  readonly operand: 'AND' | 'OR'
  readonly service?: string
  readonly states?: readonly CallbackState[]
  /** Desired times, both included. */
  readonly from?: Millis
  readonly to?: Millis
  readonly max?: number
}

/** Which callbacks are to be listed, and from where. */
export interface CallbackListQuery {
  readonly state?: CallbackState
  readonly service?: string
  /** What a parameter said, where the service names it among its `_customer_lookup_keys`. */
  readonly lookup?: { readonly key: string; readonly value: string }
  /** Stands somewhere in its id, service, queue, target or reason, or in what was submitted; capitals do not matter. */
  readonly text?: string
  /** Desired times, both included. */
  readonly from?: Millis
  readonly to?: Millis
  /** The last one of the page before, also when it is gone by now. */
  readonly after?: CallbackId
  readonly limit: number
}

/** A callback as queries answer it: without what only its own customer needs. */
export interface CallbackRecord {
  readonly id: CallbackId
  readonly service: string
  readonly state: CallbackState
  readonly reason: CompletionReason | null
  readonly desiredAt: Millis
  readonly expiresAt: Millis
  readonly customerNumber: string | null
  /** What was submitted under the lookup keys of its service. */
  readonly lookup: Readonly<Record<string, string>>
}

export interface CallbackService {
  /**
   * Refused: `service-not-found`, `service-not-callback`, `redirect-loop`, `option-invalid`, `lookup-key-missing`,
   * `target-invalid`, `desired-time-invalid`, `time-unavailable`, `calendar-not-found`,
   * `callbacks-full`, `queues-full`, and what `admission.ts` refuses.
   */
  start(input: StartCallback): Promise<CallbackView>
  /** The customer confirms. Again: the same answer. Refused: `callback-not-found`, `agent-not-announced`, `callback-completed`, `callback-scheduled`, `callback-paused`. */
  connect(id: CallbackId): Promise<Confirmation>
  /** The customer asks to be told later. Refused: `callback-not-found`, `agent-not-announced`, `callback-completed`, `callback-scheduled`, `callback-paused`. */
  snooze(id: CallbackId): Promise<CallbackView>
  /** Of this service, when one is named. Refused: `callback-not-found`, `callback-processing`, `callback-completed`. */
  cancel(id: CallbackId, reason: 'CANCELLED' | 'CANCELLED_BY_ADMIN', service?: string): Promise<CallbackView>
  /**
   * Another time, and other properties: one that is empty is removed. Refused: `callback-not-found`,
   * `callback-completed`, `callback-not-movable`, `desired-time-invalid`, `time-unavailable`, `calendar-not-found`.
   */
  update(id: CallbackId, service: string, properties: Readonly<Record<string, string>>): Promise<CallbackView>
  /** What may be booked at this service. Refused: `service-not-found`, `service-not-callback`, `calendar-not-found`. */
  availability(service: string, query: AvailabilityQuery): Promise<Availability>
  /** Refused: `callback-not-found`, `callback-completed`, `callback-scheduled`. */
  position(id: CallbackId): Promise<QueuePosition>
  /** Refused: `callback-not-found`. */
  get(id: CallbackId): Promise<CallbackView>
  /** What administrators and clients look for, by desired time; at most a page of them. */
  query(query: CallbackQuery): Promise<readonly CallbackRecord[]>
  /** How many are queued or being served, by service: these, or every one that has some. */
  count(services: readonly string[]): Promise<Readonly<Record<string, number>>>
  /** What happened to it, oldest first. Refused: `callback-not-found`. */
  history(id: CallbackId): Promise<readonly Numbered<CentreEvent>[]>
  /** Why it is where it is. Refused: `callback-not-found`. */
  why(id: CallbackId): Promise<CallbackWhy>
  /** Start requests that were refused, newest first, from the one before a number. */
  refusals(page: {
    readonly before: number
    readonly limit: number
  }): Promise<{ readonly items: readonly Numbered<StartRefused>[]; readonly next: number | null }>
  /** Newest first, a page at a time. Refused: `callback-not-found` when nobody knows any more where `after` stood. */
  list(query: CallbackListQuery): Promise<{
    items: readonly CallbackView[]
    next: CallbackId | null
    /** How many are meant, on all pages. */
    total: number
  }>
}

// Chat

export type PartyType = 'CLIENT' | 'AGENT' | 'EXTERNAL' | 'SUPERVISOR'
export type EntryType = 'text' | 'joined' | 'left' | 'typing-started' | 'typing-stopped'

/** One line of a transcript. Its index counts from 1 within the chat. */
export interface Entry {
  readonly index: number
  readonly type: EntryType
  readonly nickname: string
  readonly party: PartyType
  readonly text: string
  readonly at: Millis
}

export interface ChatView {
  readonly callback: CallbackId
  /** Genesys' session id: sixteen letters and digits, `0000YaADMWXM0013`. */
  readonly sessionId: string
  readonly state: 'waiting' | 'talking' | 'ended'
  readonly startedAt: Millis
  readonly endedAt: Millis | null
  readonly agents: readonly AgentId[]
  /** The index of the newest entry, 0 when there is none. */
  readonly position: number
  readonly entries: readonly Entry[]
  /** Who is pushed to, when the customer asked for comet. */
  readonly pushTo: UserId | null
}

export interface CreateChat {
  readonly firstName: string
  readonly lastName: string
  readonly displayName: string | null
  readonly subject: string
  readonly email: string
  /** A first message, said at once. */
  readonly message: string | null
  readonly pushTo: UserId | null
  readonly properties: Readonly<Record<string, string>>
}

export interface ChatDelivery {
  readonly chat: ChatView
  /** The rows this answer carries. */
  readonly entries: readonly Entry[]
  /** The index of the last row carried, or where the reader already was. */
  readonly position: number
  /** The end had been delivered before: there is nothing more to come. */
  readonly isAfterEnd: boolean
}

/** What the customer's side does in a chat. All refuse `callback-not-found` and, but for create, `chat-not-found`. */
export interface ChatService {
  /** Refused: `media-type-unsupported` (a call), `agent-not-announced` (not confirmed yet), `chat-exists` unless it is the same chat again, `callback-completed`. */
  create(id: CallbackId, input: CreateChat): Promise<ChatView>
  /** Refused: `chat-ended`, `message-too-long`, `message-empty`. */
  say(id: CallbackId, text: string): Promise<ChatDelivery>
  /** Repeating a state changes nothing. Refused: `chat-ended`. */
  typing(id: CallbackId, isTyping: boolean): Promise<ChatDelivery>
  /** Rows after `position`; without it, after what the last refresh delivered. May speak as well. */
  refresh(id: CallbackId, input: { position: number | null; message: string | null }): Promise<ChatDelivery>
  /** The customer leaves, and the chat ends. Leaving an ended chat changes nothing. */
  leave(id: CallbackId, message: string | null): Promise<ChatDelivery>
}

// Agents

export type AgentState = 'ready' | 'not-ready' | 'after-call-work' | 'logged-out'

export interface InteractionView {
  readonly callback: CallbackId
  readonly state: 'ringing' | 'active' | 'ended'
  readonly customer: Readonly<Record<string, string>>
  readonly offeredAt: Millis
  readonly answerBy: Millis
  readonly acceptedAt: Millis | null
  readonly endedAt: Millis | null
  /** `customer`, `agent`, `declined`, `missed`, `withdrawn`, `transferred`. */
  readonly endedBy: string | null
  /** What came of the chat; null until the agent says so. */
  readonly disposition: Disposition | null
  /** The agent has to say it, and has not. */
  readonly isDispositionOwed: boolean
}

export interface AgentView {
  readonly id: AgentId
  readonly name: string
  readonly place: string
  /** The place groups his place belongs to. */
  readonly placeGroups: readonly string[]
  readonly groups: readonly string[]
  readonly skills: Readonly<Record<string, number>>
  readonly capacity: number
  readonly autoAnswer: boolean
  /** After-call work when the last chat is over: for so many seconds, until he is ready by hand (null), or none (0). */
  readonly wrapUpSeconds: number | null
  /** After how many missed offers in a row he becomes not-ready; 0 is never. */
  readonly notReadyAfterMissed: number
  /** Whether he has to say what came of each chat before he is ready again. */
  readonly dispositionMandatory: boolean
  /** How the agent works by itself; null: it does not. */
  readonly auto: AutoProfile | null
  readonly state: AgentState
  readonly stateReason: string | null
  readonly stateSince: Millis
  /** Ringing and active ones, and the last few that ended, oldest first. */
  readonly interactions: readonly InteractionView[]
  /** One sentence: why no chat comes to this agent now. Null when one may. */
  readonly notOfferedBecause: string | null
  readonly notOfferedPhrase: Phrase | null
}

export interface AgentProfile {
  readonly name?: string
  readonly placeGroups?: readonly string[]
  readonly groups?: readonly string[]
  readonly skills?: Readonly<Record<string, number>>
  readonly capacity?: number
  readonly autoAnswer?: boolean
  readonly wrapUpSeconds?: number | null
  readonly notReadyAfterMissed?: number
  readonly dispositionMandatory?: boolean
  readonly auto?: AutoProfile | null
}

/** All refuse `agent-not-found`; what names an interaction refuses `interaction-not-found`. */
export interface AgentService {
  list(): Promise<readonly AgentView[]>
  get(id: AgentId): Promise<AgentView>
  /** Why no chat comes to the agent, or whose comes next. */
  why(id: AgentId): Promise<AgentWhy>
  /** Creates or replaces; the state is kept. Refused: `agent-invalid` with fields. */
  put(id: AgentId, profile: AgentProfile): Promise<AgentView>
  /** Refused: `agent-busy` while it has interactions. */
  remove(id: AgentId): Promise<void>
  /** Routing has already reacted when this resolves. Refused: `agent-busy` to log out while talking, `disposition-missing` to be ready, `reason-too-long`. */
  setState(id: AgentId, state: AgentState, reason: string | null): Promise<AgentView>
  /** Refused: `interaction-not-ringing`. */
  accept(id: AgentId, callback: CallbackId): Promise<InteractionView>
  /** Refused: `interaction-not-ringing`, `reason-too-long`. */
  decline(id: AgentId, callback: CallbackId, reason: string | null): Promise<void>
  /** Refused: `interaction-not-active`, `message-too-long`, `message-empty`. */
  say(id: AgentId, callback: CallbackId, text: string): Promise<Entry>
  /** Refused: `interaction-not-active`. */
  typing(id: AgentId, callback: CallbackId, isTyping: boolean): Promise<void>
  /** Refused: `interaction-not-active`, `agent-not-found`, `queue-not-found`, `agent-not-free`. */
  transfer(id: AgentId, callback: CallbackId, to: { agent: AgentId } | { queue: string }): Promise<void>
  /** A free agent is asked to join. Refused: `interaction-not-active`, `agent-not-found`, `agent-not-free`, `conference-pending`, `conference-full`. */
  conference(id: AgentId, callback: CallbackId, other: AgentId): Promise<void>
  /** The chat ends when the last agent leaves. Refused: `interaction-not-active`. */
  leave(id: AgentId, callback: CallbackId): Promise<void>
  /** What came of a chat that he is or was in. Refused: `interaction-not-active`, `disposition-invalid` with fields. */
  dispose(id: AgentId, callback: CallbackId, disposition: Disposition): Promise<InteractionView>
}

// Notifications

/** What is on its way to a customer's device. */
export type NotificationContent =
  | { readonly kind: 'agent-available'; readonly providesCode: boolean }
  | { readonly kind: 'message'; readonly displayMessage: string; readonly applicationMessage: string }
  /** Chat rows `from` to `to`, both included, and whether the chat had ended with them. */
  | { readonly kind: 'chat'; readonly from: number; readonly to: number; readonly hasEnded: boolean }

export interface CustomerNotification {
  readonly id: NotificationId
  /** Grows with each notification: the order in which one user is told. */
  readonly number: number
  readonly callback: CallbackId
  /** Whom a push session may take it to; null: it can only be polled. */
  readonly user: UserId | null
  readonly content: NotificationContent
  readonly createdAt: Millis
  readonly expiresAt: Millis
}

/** A notification that has not been delivered, with all that a push says of it. */
export interface OutboxItem extends CustomerNotification {
  /** Whose callback it is about, whether or not push may take it there. */
  readonly customer: UserId | null
  /** Its device, as start named it; null: none. */
  readonly device: Device | null
  /** With chat rows: the chat, and those rows. */
  readonly chat: (Pick<ChatView, 'sessionId' | 'startedAt'> & { readonly rows: readonly Entry[] }) | null
}

export interface AgentNotification {
  readonly callback: CallbackId
  readonly displayMessage: string
  readonly applicationMessage: string
}

/** All that name a callback refuse `callback-not-found`, also when it is only its chat that has ended: until its time to live. */
export interface NotificationService {
  /** Agent desktop to device. Refused: `mailbox-full`. */
  toCustomer(id: CallbackId, displayMessage: string, applicationMessage: string): Promise<void>
  /** Polls the customer's mailbox and empties it of what it answers; chat rows are not in it. */
  takeForCustomer(id: CallbackId): Promise<readonly CustomerNotification[]>
  /** Device to agent. Refused: `mailbox-full`. */
  toAgent(id: CallbackId, displayMessage: string, applicationMessage: string): Promise<void>
  takeForAgent(id: CallbackId): Promise<readonly AgentNotification[]>
  /** How many wait, without taking them. */
  countForAgent(id: CallbackId): Promise<number>
  /** What has not been delivered to this user yet, in order. */
  outbox(user: UserId): Promise<readonly OutboxItem[]>
  /** Those of them that have not been delivered, polled or dropped yet, in the order asked. */
  undelivered(ids: readonly NotificationId[]): Promise<readonly OutboxItem[]>
  /** The push was delivered (or acknowledged): it is not delivered again. Unknown ids are passed over. */
  delivered(ids: readonly NotificationId[]): Promise<void>
  /** The first push session of this user has begun, or the last one has ended. */
  listens(user: UserId, isListening: boolean): Promise<void>
}

// Time

export interface CentreClockView {
  readonly now: Millis
  readonly rate: number
  readonly isPaused: boolean
  /** Up to when it goes as fast as it can; null: it does not. */
  readonly hurriesUntil: Millis | null
  /** What happens next by itself: by kind, and in words. */
  readonly next: { readonly at: Millis; readonly kind: AlarmKind; readonly what: string } | null
}

export interface CentreControl {
  clock(): Promise<CentreClockView>
  setPaused(isPaused: boolean): Promise<CentreClockView>
  /** From 0.1 to 1000. */
  setRate(rate: number): Promise<CentreClockView>
  /** Resolves when everything that fell due has happened. */
  advance(byMillis: Millis): Promise<CentreClockView>
  /** The same up to this time; nothing happens when it is past. */
  advanceTo(at: Millis): Promise<CentreClockView>
  /** As far, in the background and as fast as everything can happen, until any of the others says otherwise. */
  hurry(byMillis: Millis): Promise<CentreClockView>
  /** Everything as in a new installation. */
  reset(seed: number | null): Promise<void>
  /**
   * Everything as before the last reset; what has happened since is lost, and the clock goes on from where it stood.
   * Refused: `nothing-to-undo`, `reset-too-large`.
   */
  undoReset(): Promise<void>
  /** Whether that is possible. */
  undoView(): Promise<UndoView>
}

/** What the last reset has left to undo. */
export type UndoView =
  | {
      readonly canUndo: true
      readonly records: number
      readonly events: number
      /** What the centre's clock will read again. */
      readonly at: Millis
    }
  | { readonly canUndo: false; readonly because: string }

export interface ContactCenter {
  readonly callbacks: CallbackService
  readonly chats: ChatService
  readonly agents: AgentService
  readonly queues: QueueService
  readonly generators: GeneratorService
  readonly statistics: StatisticsService
  readonly notifications: NotificationService
  readonly backEnds: BackEndService
  readonly services: ConfiguredServices
  readonly settings: SettingsService
  readonly pausedServices: PausedServices
  readonly control: CentreControl
  /** Which data this is: the same after a restart on the same data, another after a reset. Null before `open`. */
  installation(): string | null
  /** What happened, after it was committed, in order. */
  subscribe(listener: (event: Numbered<CentreEvent>) => void): () => void
  /** A reset has been undone: nothing has happened, and nothing is as it was a moment ago. */
  onUndone(listener: () => void): () => void
  /** Seeds a new installation, or takes up an old one: overdue alarms go off. Resolves when they have. */
  open(): Promise<void>
  /** Stops the alarms. The storage stays open; it is its opener's. */
  close(): Promise<void>
}

/**
 * The shapes of the tester's own API, `/gmstester/api`: JSON, camelCase, times as ISO 8601 UTC strings. Types only.
 */
import type { AlarmKind } from '../contact-center/alarm.ts'
import type { BackEnd } from '../contact-center/back-ends.ts'
import type { GmsVersion, OptionView } from '../contact-center/configuration.ts'
import type {
  AgentState,
  CallbackState,
  CompletionReason,
  JourneyStep,
} from '../contact-center/contact-center.ts'
import type { AutoProfile } from '../contact-center/load/automatic-agent.ts'
import type { GeneratorSettings } from '../contact-center/load/generator.ts'
import type { ExplainedTarget, TargetExplanation } from '../contact-center/explain-target.ts'
import type { EwtModel, EwtParameter } from '../contact-center/queue.ts'
import type { RefusalCode } from '../contact-center/refusal.ts'
import type { RuleNumber } from '../contact-center/rule.ts'
import type { AgentStatistics, QueueStatistics } from '../contact-center/statistics.ts'

export interface ErrorAnswer {
  error: {
    code: string
    message: string
    details: { field: string; message: string }[]
    /** Where the contact centre says no: the rule of its `SPEC.md`, and what it looked at. */
    rule?: RuleNumber
    facts?: FactsJson
  }
}

/** Named numbers and names, units in the names; times as ISO 8601. */
export type FactsJson = Record<string, string | number | boolean | null | readonly string[]>

export interface HealthAnswer {
  status: 'ok' | 'starting' | 'failed'
  version: string
  storage: 'sqlite' | 'memory'
  startedAt: string
  /** Which build of the pages it serves; `development` while they are built as they are asked for. */
  build: string
  /** Which data it serves: the same after a restart on them, another after a reset. Null while it starts. */
  installation: string | null
  /** Why it has failed. */
  reason?: string
}

export interface SettingsJson {
  gmsVersion: GmsVersion
  idPrefix: string
  callback: Record<string, string>
  server: Record<string, string>
}

/** What GMS leans on, and whether it is there. */
export type BackEndsJson = Record<BackEnd, 'up' | 'down'>

/** The transaction list of paused services: names, `all`, or keys of `_paused_services_id`. */
export interface PausedServicesJson {
  services: string[]
}

export interface ServiceJson {
  name: string
  template: string
  options: Record<string, string>
  overrides: Record<string, string>
  /** The options in which a service of a new installation is no longer as it came; none for those made since. */
  changed: string[]
  /** It belongs to the product and cannot be removed. */
  builtIn: boolean
}

export interface TemplateJson {
  name: string
  options: OptionView[]
  /** What it knows of options that may come with any number, `_holiday*`; `options` has the first of each. */
  families: OptionView[]
}

/** Whom a text means as `_target`, or what in it cannot be read. */
export type TargetExplanationJson =
  | {
      ok: true
      sentence: string
      phrase: PhraseJson
      targets: (Omit<ExplainedTarget, 'phrase'> & { phrase: PhraseJson })[]
    }
  | Extract<TargetExplanation, { ok: false }>

/** Where clients find the tester. */
export interface AddressesJson {
  /** What it was told to listen on, `localhost`. */
  host: string
  port: number
  /** Whether it listens for other machines. */
  isOpenToOthers: boolean
  /** This machine's own name first. */
  addresses: AddressJson[]
  /** Pages of other origins that may send credentials and open WebSockets. */
  allowedOrigins: string[]
}

export interface AddressJson {
  origin: string
  /** The network interface; null for a name. */
  interface: string | null
  isListening: boolean
}

export interface InteractionJson {
  serviceId: string
  state: 'ringing' | 'active' | 'ended'
  customer: Record<string, string>
  offeredAt: string
  answerBy: string
  acceptedAt: string | null
  endedAt: string | null
  endedBy: string | null
  /** What came of the chat; null until the agent says so. */
  disposition: { code: string; note: string } | null
  /** The agent has to say it, and has not. */
  isDispositionOwed: boolean
}

export interface AgentJson {
  id: string
  name: string
  place: string
  placeGroups: string[]
  groups: string[]
  skills: Record<string, number>
  capacity: number
  autoAnswer: boolean
  wrapUpSeconds: number | null
  notReadyAfterMissed: number
  /** Whether the agent has to say what came of each chat before the next one. */
  dispositionMandatory: boolean
  /** How the agent works by itself; null: it does not. */
  auto: AutoProfile | null
  state: AgentState
  stateReason: string | null
  stateSince: string
  interactions: InteractionJson[]
  notOfferedBecause: string | null
  notOfferedPhrase: PhraseJson | null
}

/** A source of synthetic customers: its settings, and how far it has come. */
export interface GeneratorJson extends GeneratorSettings {
  id: string
  running: boolean
  startedAt: string | null
  nextAt: string | null
  /** Let in or not. */
  arrivedSinceStart: number
  arrived: number
  present: number
  served: number
  lost: number
  turnedAway: number
}

export interface QueueJson {
  name: string
  waiting: number
  longestWaitSeconds: number
  readyAgents: number
  ewt: EwtJson
  serviceLevel: { targetSeconds: number; shortAbandonSeconds: number }
  sinceReset: { answered: number; abandoned: number; serviceLevelPercent: number | null }
  entries: {
    serviceId: string
    position: number
    priority: number
    waitingSeconds: number
    target: string
    waitingFor: string
    waitingPhrase: PhraseJson | null
    customerName: string | null
    isSynthetic: boolean
    step: JourneyStep
  }[]
}

/**
 * A sentence of ours by the key of the messages in which the pages have it in each of their languages, and what stands
 * in it. Scripts read the English beside it.
 */
export interface PhraseJson {
  key: string
  values: Record<string, string | number | PhraseJson>
}

/** An estimate for a customer who came now, and how it came about. */
export interface EwtJson {
  model: EwtModel
  parameters: Record<string, number>
  seconds: number | null
  formula: string
  /** The formula filled in, or why there is no estimate. */
  explanation: string
  explanationPhrase: PhraseJson
  inputs: Record<string, number>
}

export interface EwtModelJson {
  name: EwtModel
  formula: string
  explanation: string
  parameters: EwtParameter[]
}

/** Whom a table of `_eta_pos_threshold` lets pass: a row for each band, and one for customers without an estimate. */
export interface ThresholdPreviewJson {
  rows: {
    /** Estimates above `lower` seconds, up to and with `upper`; null: without end. */
    band: { lower: number; upper: number | null; position: number } | null
    cells: { position: number; isPassed: boolean; reason: string }[]
  }[]
}

export interface StatisticsJson {
  at: string
  /** Null for data of a build that did not count. */
  since: string | null
  intervalFrom: string
  intervalSeconds: number
  queues: QueueStatistics[]
  agents: (Omit<AgentStatistics, 'stateSince'> & { stateSince: string })[]
}

/** One transcript line, in our own words. */
export interface EntryJson {
  index: number
  type: 'text' | 'joined' | 'left' | 'typing-started' | 'typing-stopped'
  nickname: string
  party: 'CLIENT' | 'AGENT' | 'EXTERNAL' | 'SUPERVISOR'
  text: string
  at: string
}

export interface ChatJson {
  sessionId: string
  state: 'waiting' | 'talking' | 'ended'
  startedAt: string
  endedAt: string | null
  agents: string[]
  position: number
  transcript: EntryJson[]
}

export interface CallbackJson {
  id: string
  service: string
  queue: string
  target: string
  state: CallbackState
  step: JourneyStep
  mediaType: 'chat' | 'voice'
  reason: CompletionReason | null
  user: string | null
  hasPush: boolean
  isSynthetic: boolean
  createdAt: string
  /** When the customer wants to be served: when he asked, unless he named a time. */
  desiredAt: string
  expiresAt: string
  /** Null but while an announcement waits for its confirmation. */
  announcement: { at: string; attempt: number; confirmBy: string } | null
  snoozedUntil: string | null
  waitingFor: string | null
  waitingPhrase: PhraseJson | null
  properties: Record<string, string>
}

export interface TimelineItem {
  number: number
  at: string
  type: string
  /** One plain sentence. */
  text: string
  /** What `text` says, for pages that say it in the reader's language. */
  phrase: PhraseJson
  cause: number | null
  /** The row of the wire that it goes back to; null when none does, or none that is known any more. */
  traffic: number | null
}

export interface CallbackDetailJson extends CallbackJson {
  timeline: TimelineItem[]
  chat: ChatJson | null
}

/** A reason: in words, by a rule of the contact centre's `SPEC.md`, with what was looked at. */
export interface BecauseJson {
  sentence: string
  phrase: PhraseJson
  rule: RuleNumber
  ruleText: string
  facts: FactsJson
  /** Which of the events led to it. */
  eventNumbers: number[]
}

/** Why a callback is where it is. */
export interface CallbackWhyJson extends BecauseJson {
  serviceId: string
  /** What the fact `estimate` says, for pages that say it in the reader's language; null where there is none. */
  estimatePhrase: PhraseJson | null
  /** What else would have helped a customer in line, and did not. */
  also: BecauseJson[]
  /** What keeps each agent from a customer in line; nothing for the one who is kept for him. */
  agents: { id: string; name: string; obstacles: BecauseJson[] }[]
  agentsLeftOut: number
  events: TimelineItem[]
  /** Where the whole timeline is. */
  timeline: string
}

/** Why no chat comes to an agent, or whose comes next. */
export interface AgentWhyJson extends BecauseJson {
  id: string
  name: string
  /** Who counts on the agent. */
  next: string | null
  customers: {
    serviceId: string
    name: string | null
    queue: string
    position: number
    reasons: BecauseJson[]
    timeline: string
  }[]
  customersLeftOut: number
  events: TimelineItem[]
}

/** A start request that was refused. */
export interface RefusalJson {
  number: number
  at: string
  service: string
  user: string | null
  code: RefusalCode
  sentence: string
  rule: RuleNumber
  ruleText: string
  facts: FactsJson
  details: { field: string; message: string }[]
}

export interface RefusalPage {
  items: RefusalJson[]
  /** What to ask with as `before` for older ones. */
  next: number | null
}

export interface Page<T> {
  items: T[]
  /** What to ask with as `after` for the next page; null on the last one. */
  next: string | null
}

export interface CallbackPage extends Page<CallbackJson> {
  /** How many there are on all pages; there when it was asked for. */
  total?: number
}

export interface ClockJson {
  now: string
  rate: number
  paused: boolean
  /** Up to when it goes as fast as it can; null: it does not. */
  hurriesUntil: string | null
  /** What happens next by itself: its kind, and one sentence that follows the time. */
  next: { at: string; kind: AlarmKind; what: string } | null
}

/** What the last reset has left to undo. */
export type ResetJson =
  | {
      /** How much will be there again, and what the centre's clock will read. */
      undo: { records: number; events: number; clock: string }
      because: null
    }
  | { undo: null; because: string }

/**
 * A row of the wire: an HTTP exchange, a WebSocket frame, a notification handed to push; or what the contact centre did
 * between them because time went by.
 */
export interface TrafficSummary {
  number: number
  /** Wall-clock time at which it began. */
  at: string
  /** The same moment by the contact centre's clock. */
  centreAt: string
  /**
   * `unsent`: a push that was rendered for a device of another kind than `comet`, and sent nowhere. `event`: an event of
   * the contact centre that nobody asked for.
   */
  kind: 'exchange' | 'frame' | 'push' | 'unsent' | 'event'
  /**
   * Who speaks: a customer's app, an agent's desktop, the server by itself, or the tester's own controls. Of an event who
   * does what it tells: the queue with its routing, an agent, or the server.
   */
  actor: 'customer' | 'queue' | 'agent' | 'server' | 'tester'
  /** `centre`: it crossed no wire. */
  protocol: 'rest' | 'bayeux' | 'centre'
  user: string | null
  serviceId: string | null
  /** `POST`; for a frame `SEND` (from the client) or `RECEIVE`; for a push `PUSH`; for one that is sent nowhere `FCM`, `APNS` or `DEVICE`; for an event `EVENT`. */
  method: string
  /** The request's path and query; for frames and pushes the channel; for what is sent nowhere the provider's path; for an event its type. */
  path: string
  /** Null while it is not answered, and for frames, pushes and events. */
  status: number | null
  /** Null while it goes on, and for frames that nothing waits for and events. */
  durationMillis: number | null
  /** A Bayeux connect that waits for something to say: an exchange, or a frame of a WebSocket. */
  isHeld: boolean
  /** Nothing but a heartbeat: a connect that came back with no event. */
  isHeartbeat: boolean
  /** The server has refused a Bayeux message: it says so in the answer or the frame, whatever the status. */
  isRefused: boolean
  requestBytes: number
  responseBytes: number
  /** Of a poll by REST that was answered: a short print of the answer's body, by which two can be told apart. */
  answerPrint: string | null
  /** A short plain note: the operation, the tag, the Bayeux channels, the sentence of an event. */
  note: string
  /** The row that led to this one, which need not be kept any more; null: somebody's own wish, or the clock's. */
  cause: number | null
  /** The row that this request repeats, which need not be kept any more; null: it repeats none. */
  replayOf: number | null
  /** It is kept, however many rows come after it. */
  isPinned: boolean
  /** What somebody has written on the row; null: nothing. */
  comment: string | null
}

export interface TrafficDetail extends TrafficSummary {
  httpVersion: string | null
  requestHeaders: [string, string][]
  requestBody: string
  /** In base64 what is kept of the body, where that is no UTF-8 and `requestBody` cannot say it; else null. */
  requestBase64: string | null
  /** The first line of the answer, as it crossed the wire: `HTTP/1.1 200 OK`; null where there is none. */
  statusLine: string | null
  responseHeaders: [string, string][]
  responseBody: string
  responseBase64: string | null
  /** Set when a body was longer than what is kept: that of the request, of the answer, or either. */
  isTruncated: boolean
  isRequestTruncated: boolean
  isResponseTruncated: boolean
  /** Of a frame: the row in which its WebSocket was opened, which need not be kept any more. */
  connection: number | null
  /** The rows that this one led to, in their order. */
  effects: number[]
  /** Of a request that was refused: why. */
  why: TrafficWhyJson | null
  /** What happened in the contact centre: the first events of a row, or those that led to a push. */
  events: TimelineItem[]
}

/** Why a request was refused. */
export interface TrafficWhyJson {
  code: string
  /** What it was answered; empty where the answer was without words. */
  sentence: string
  /** The rule of the contact centre's `SPEC.md`, where that says no. */
  rule: RuleNumber | null
  ruleText: string
  expected: string
  /** What was looked at. */
  facts: FactsJson
  details: { field: string; message: string }[]
  /** What the sources say of it. */
  documented: string
  /** What to do about it, most likely. */
  fix: string
}

export interface TrafficPage {
  items: TrafficSummary[]
  /** What to ask with as `after` for the next ones. */
  next: number
  /** How many have made room for newer ones since the last reset, which forgets on purpose. */
  dropped: number
}

/** Of some rows those that are over. */
export interface TrafficOver extends TrafficPage {
  /** The numbers of those that are not kept any more. */
  gone: number[]
}

/** A row, and how far the contact centre's events had come when it began. */
export interface CallbackWireRow extends TrafficSummary {
  afterEvent: number
}

/** The rows of the wire that are about one callback, oldest first. */
export interface CallbackWire {
  items: CallbackWireRow[]
  /** How many rows, of anything, were dropped for want of room: some may have been among them. */
  dropped: number
  /** The log was begun after the callback, by a restart or a reset that was undone: what came before is missing. */
  isPartial: boolean
}

/** All that is known of one callback, to be kept or sent to somebody: without secrets, unless they were asked for. */
export interface CallbackExport {
  callback: CallbackDetailJson
  /** With headers and bodies. */
  wire: TrafficDetail[]
  wireDropped: number
  wireIsPartial: boolean
}

/** What the workbench hears on the Bayeux channel `changesChannel`: look at this again. */
export type ChangeHint =
  | { kind: 'callback'; id: string }
  | { kind: 'agent'; id: string }
  | { kind: 'queue'; name: string }
  | { kind: 'generator'; id: string }
  | { kind: 'service'; name: string }
  | { kind: 'settings' }
  /** A start request was refused. */
  | { kind: 'refusal' }
  | { kind: 'back-ends' }
  | { kind: 'clock' }
  | { kind: 'traffic'; number: number }
  /** A row of the wire was pinned or commented, or is so no longer. */
  | { kind: 'mark'; number: number }
  | { kind: 'reset' }
  /** A reset has been undone: everything is as it was before. */
  | { kind: 'undone' }

import { seconds } from '../runtime/clock.ts'
import type { Millis } from '../runtime/clock.ts'
import type { CallbackId, Device, UserId } from './contact-center.ts'
import type { GeneratorId } from './load/generator.ts'
import type { Priority } from './priority.ts'
import type { Ending } from './ending.ts'
import type { ServiceOptions } from './service-options.ts'
import { stageAt } from './target-stage.ts'
import { lanesOf, rankOfCallbacks } from './standing.ts'
import type { Age, Lanes, Sought, Standing } from './standing.ts'

interface CallbackBase extends Sought, Lanes {
  readonly id: CallbackId
  /** Grows with each callback: the order in which they came. */
  readonly ordinal: number
  readonly service: string
  readonly queue: string
  /** What the service and the request said when it was started; later changes of the service do not reach it. */
  readonly options: ServiceOptions
  readonly user: UserId | null
  readonly device: Device | null
  readonly hasPush: boolean
  readonly properties: Readonly<Record<string, string>>
  readonly isSynthetic: boolean
  /** Who plays it, when it is synthetic and more than a place in line. */
  readonly generator: GeneratorId | null
  readonly priority: Priority
  readonly createdAt: Millis
  /** When the customer wants to be served: when he asked, unless he named a time. */
  readonly desiredAt: Millis
  /** Whether he named a time: it takes a place in that time's slot. */
  readonly isBooked: boolean
  /** When it was queued; while it is scheduled, when it will be. */
  readonly queuedAt: Millis
  /** Where a supervisor has put it in line: it stands as if it had come then. Null: where it came. */
  readonly moved: Age | null
  readonly expiresAt: Millis
  /** Whether an agent was ever announced: from then on the customer may connect. */
  readonly wasAnnounced: boolean
}

/** What a customer in line waits for. */
export type Wait =
  | { readonly kind: 'line' }
  | {
      readonly kind: 'announced'
      readonly at: Millis
      /** From 1; grows until the customer reacts or the announcement lapses. */
      readonly attempt: number
      readonly confirmBy: Millis
      /** Its time to confirm has passed, and the next attempt is at this time. */
      readonly repeatsAt: Millis | null
    }
  | { readonly kind: 'snoozed'; readonly until: Millis }

/** A customer's wish to be served. */
export type Callback = CallbackBase &
  (
    | { readonly state: 'SCHEDULED' }
    | { readonly state: 'QUEUED'; readonly wait: Wait }
    /** In line, and passed over while its service is paused. */
    | { readonly state: 'PAUSED' }
    | { readonly state: 'ROUTING'; readonly hasChat: boolean }
    | { readonly state: 'PROCESSING'; readonly since: Millis }
    | {
        readonly state: 'COMPLETED'
        readonly completedAt: Millis
        readonly reason: Ending['reason']
        /** Not there in data of a build that did not keep it. */
        readonly rule?: Ending['rule']
      }
  )

export type ScheduledCallback = Extract<Callback, { state: 'SCHEDULED' }>
export type PausedCallback = Extract<Callback, { state: 'PAUSED' }>
export type QueuedCallback = Extract<Callback, { state: 'QUEUED' }>

/** How long the customer has for one confirmation. */
export const confirmMillis = (callback: Callback): Millis => seconds(callback.options.confirmSeconds)

/** How long an agent has to answer. */
export const reserveMillis = (callback: Callback): Millis => seconds(callback.options.reserveSeconds)

/**
 * What all states share, freed of what only its present state has. It is spread last: the engine gives every object
 * whose keys are added after a spread a hidden class of its own, and reading thousands of those is slow.
 */
function base(callback: Callback): CallbackBase {
  return {
    id: callback.id,
    ordinal: callback.ordinal,
    service: callback.service,
    queue: callback.queue,
    targetText: callback.targetText,
    target: callback.target,
    stage: callback.stage,
    row: callback.row,
    lane: callback.lane,
    options: callback.options,
    user: callback.user,
    device: callback.device,
    hasPush: callback.hasPush,
    properties: callback.properties,
    isSynthetic: callback.isSynthetic,
    generator: callback.generator,
    priority: callback.priority,
    createdAt: callback.createdAt,
    desiredAt: callback.desiredAt,
    isBooked: callback.isBooked,
    queuedAt: callback.queuedAt,
    // Data of an earlier build knows of no moving.
    moved: callback.moved ?? null,
    expiresAt: callback.expiresAt,
    wasAnnounced: callback.wasAnnounced,
  }
}

/** Who is told of an agent is told whether he may expect one: by whose word, decides whom routing tells. */
const unlike = (options: ServiceOptions) => [
  options.thresholdTable,
  options.ewtEstimationMethod,
  `${options.pollSecondsMin} ${options.pollSecondsMax}`,
]

/** When it came to where it stands in line, by its own coming or by a supervisor's hand. */
export const ageOf = (callback: Age & { readonly moved?: Age | null }): Age => callback.moved ?? callback

/** How the callback stands in line by itself. */
export function standingOf(callback: Omit<Standing, 'rank'> & { readonly moved?: Age | null }): Standing {
  const { queue, targetText, target, stage, priority } = callback
  const { queuedAt, ordinal } = ageOf(callback)
  return { queue, targetText, target, stage, rank: rankOfCallbacks, priority, queuedAt, ordinal }
}

/** Where a callback is found that stands like this. */
export const lanesOfCallback = (
  standing: Omit<Standing, 'rank'>,
  options: ServiceOptions,
): Pick<Callback, 'row' | 'lane'> => lanesOf(standingOf(standing), unlike(options))

/** One more target of its list counts. */
export function addTarget<C extends Callback>(callback: C, stage: number): C {
  const { row, lane } = lanesOfCallback({ ...callback, stage }, callback.options)
  return { ...callback, stage, row, lane }
}

/** It stands in line with this priority, as if it had come then. */
export function moveCallbackInLine<C extends Callback>(
  callback: C,
  priority: Priority,
  moved: Age | null,
): C {
  const { row, lane } = lanesOfCallback({ ...callback, priority }, callback.options)
  return { ...callback, priority, moved, row, lane }
}

/** It waits for its time, outside every queue. */
export function scheduleCallback(callback: Callback): ScheduledCallback {
  return { state: 'SCHEDULED', ...base(callback), wasAnnounced: false }
}

/** Its time is near: it stands in line from now on, at the first of its targets. */
export function queueCallback(callback: Callback, now: Millis): QueuedCallback {
  const standing = { ...base(callback), queuedAt: now, moved: null, stage: stageAt(callback.target, 0) }
  return {
    state: 'QUEUED',
    wait: { kind: 'line' },
    ...standing,
    ...lanesOfCallback(standing, callback.options),
  }
}

/** The next announcement: attempt 1, or one more than the attempt nobody confirmed. */
export function announceCallback(callback: QueuedCallback, now: Millis): QueuedCallback {
  const attempt = callback.wait.kind === 'announced' ? callback.wait.attempt + 1 : 1
  const confirmBy = now + confirmMillis(callback)
  return {
    ...callback,
    wasAnnounced: true,
    wait: { kind: 'announced', at: now, attempt, confirmBy, repeatsAt: null },
  }
}

/** Back in line, at its place: the announcement or the snooze is over. */
export function waitAgain(callback: QueuedCallback): QueuedCallback {
  return { ...callback, wait: { kind: 'line' } }
}

/** The time to confirm has passed; it is announced again at `repeatsAt`. */
export function missConfirmation(callback: QueuedCallback, repeatsAt: Millis): QueuedCallback {
  if (callback.wait.kind !== 'announced') return callback
  return { ...callback, wait: { ...callback.wait, repeatsAt } }
}

/** Its service is paused: it keeps its place, and nobody is told. Contract 1.7 [T]. */
export function pauseCallback(callback: QueuedCallback): PausedCallback {
  return { state: 'PAUSED', ...base(callback) }
}

/** Its service goes on: it waits in line again. */
export function resumeCallback(callback: PausedCallback): QueuedCallback {
  return { state: 'QUEUED', wait: { kind: 'line' }, ...base(callback) }
}

/** The customer asked to be told later. */
export function snoozeCallback(callback: QueuedCallback, until: Millis): QueuedCallback {
  return { ...callback, wait: { kind: 'snoozed', until } }
}

/** The customer wants to be served now. */
export function confirmCallback(callback: QueuedCallback): Callback {
  return { state: 'ROUTING', hasChat: false, ...base(callback) }
}

/** The chat that an agent is reserved for has come. */
export function attachChat(callback: Callback): Callback {
  return { state: 'ROUTING', hasChat: true, ...base(callback) }
}

/** An agent serves the customer, and the callback is kept to show it. Decision 9. */
export function processCallback(callback: Callback, now: Millis): Callback {
  return { state: 'PROCESSING', since: now, ...base(callback) }
}

/** The callback is over, whatever becomes of its chat. Contract 1.7. */
export function completeCallback(callback: Callback, { reason, rule }: Ending, now: Millis): Callback {
  return { state: 'COMPLETED', completedAt: now, reason, rule, ...base(callback) }
}

/** Whether it is the last announcement this customer gets. Synthetic callers never confirm, so theirs end. */
export function isLastAttempt(callback: QueuedCallback): boolean {
  if (callback.wait.kind !== 'announced') return false
  const mayEnd = callback.isSynthetic || callback.options.onConfirmTimeout !== 'CONNECT-ANYWAY'
  return mayEnd && callback.wait.attempt >= callback.options.confirmAttempts
}

/** When the next attempt is due: not before this one has been missed, nor closer than the service's delay. */
export function repeatTime(callback: QueuedCallback): Millis {
  if (callback.wait.kind !== 'announced') return callback.queuedAt
  const { at, confirmBy } = callback.wait
  return Math.max(confirmBy, at + seconds(callback.options.announcementRepeatSeconds))
}

/** The queue it stands in by itself; one that has a chat stands in line through the chat. */
export function lineOfCallback(callback: Callback): string | undefined {
  if (callback.state === 'QUEUED' || callback.state === 'PAUSED') return callback.queue
  return callback.state === 'ROUTING' && !callback.hasChat ? callback.queue : undefined
}

/** What routing owes a callback that stands in line by itself; `undefined` while it owes nothing. */
export function tierOfCallback(callback: Callback): 'confirmed' | 'told' | 'untold' | undefined {
  if (callback.state === 'ROUTING') return callback.hasChat ? undefined : 'confirmed'
  if (callback.state !== 'QUEUED' || callback.wait.kind === 'snoozed') return undefined
  return callback.wait.kind === 'announced' ? 'told' : 'untold'
}

/** Whether its conversation is a call: it is offered and taken like a chat, and has no words. */
export const isCall = ({ options }: Callback): boolean => options.mediaType === 'voice'

/** By what the callbacks of a number that wait at a service are found. */
export const numberInQueue = (service: string, number: string): string => `${service}/${number}`

/** A callback waits until it is over or an agent has it. */
export function numberOfCallback({ state, service, properties }: Callback): string | undefined {
  const number = properties._customer_number?.trim()
  if (state === 'PROCESSING' || state === 'COMPLETED' || !number) return undefined
  return numberInQueue(service, number)
}

/** What the customer is called in queues and transcripts; null when nothing submitted says it. */
export function customerName(properties: Readonly<Record<string, string>>): string | null {
  const given = properties.usr_customer_name?.trim()
  if (given) return given
  const both = `${properties.first_name ?? ''} ${properties.last_name ?? ''}`.trim()
  return both === '' ? null : both
}

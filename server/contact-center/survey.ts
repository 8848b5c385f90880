import type { Millis } from '../runtime/clock.ts'
import { estimateStop } from './back-ends.ts'
import { standingOf } from './callback.ts'
import type { QueuedCallback } from './callback.ts'
import { claimAgents } from './claims.ts'
import type { Claims } from './claims.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import { sayEstimate } from './estimate-words.ts'
import { countLine, firstInLine, positionOf, readLine } from './line.ts'
import type { Place } from './line.ts'
import type { EwtSetting } from './queue.ts'
import { once, readRoster } from './roster.ts'
import type { Roster } from './roster.ts'
import type { ServiceOptions } from './service-options.ts'
import { byLine } from './standing.ts'
import type { Sought } from './standing.ts'
import { evaluateThreshold, lastPassingPosition, parseThresholdTable } from './threshold.ts'
import type { ThresholdTable } from './threshold.ts'
import type { Moment } from './turn.ts'
import { newQueue } from './virtual-queue.ts'
import { mayEstimate, noWaitEstimate } from './wait-estimate.ts'
import type { WaitEstimate } from './wait-estimate.ts'
import { createEstimator } from './wait-facts.ts'

/** Why a waiting customer is told of an agent, by rule, with the numbers it was decided from. */
export type Prospect =
  | { readonly rule: 'RT1'; readonly agent: AgentId }
  | {
      readonly rule: 'RT2'
      readonly position: number
      readonly etaSeconds: number
      readonly table: string
      readonly reason: string
    }

/** Why the threshold rule tells a customer of no agent, while none is free for him. */
export type Untold =
  /** There is no table, or the version lets URS decide without it. */
  | { readonly kind: 'no-table'; readonly rule: 'QU10' | 'TH10' }
  | { readonly kind: 'no-estimate'; readonly rule: 'RT2' }
  /** No estimate lets anybody pass so far behind. */
  | {
      readonly kind: 'behind'
      readonly rule: 'TH6'
      readonly position: number
      readonly last: number
      readonly table: string
    }
  | {
      readonly kind: 'not-passed'
      readonly rule: 'TH6'
      readonly position: number
      readonly etaSeconds: number
      readonly table: string
      readonly reason: string
    }

/** Whether a customer may be told of an agent, and the reason either way. */
export type Outlook =
  | { readonly prospect: Prospect; readonly untold: null }
  | { readonly prospect: null; readonly untold: Untold }

/** What routing owes the customers in line: news of an agent, or of having lost him. */
export type Decision = { readonly callback: QueuedCallback; readonly prospect: Prospect | null }

/** Customers whom the threshold rule tells apart by nothing but their position, as far as an estimate may let them pass. */
export interface JudgedLane {
  readonly head: QueuedCallback
  readonly table: ThresholdTable
  readonly ewt: EwtSetting
  readonly customers: readonly { readonly callback: QueuedCallback; readonly outlook: Outlook }[]
}

/**
 * One evaluation of lines, agents and estimates: what routing decides from, and what explains it. Everything is looked
 * at when it is first asked for, and no further than needed.
 */
export interface Survey {
  readonly roster: Roster
  /** Everybody in line, first to last; for showing it. */
  line(queue: string): readonly Place[]
  countLine(queue: string): number
  /** From 1. */
  position(place: Place): number
  /** Under the queue's own setting, unless another one is named; `waited` so far. */
  estimate(
    place: Sought & Pick<Place, 'queue'>,
    position: number,
    waited: Millis,
    setting?: EwtSetting,
  ): WaitEstimate
  threshold(
    options: ServiceOptions,
    position: number,
    etaSeconds: number | null,
  ): ReturnType<typeof evaluateThreshold>
  /** Who counts on which free agent. */
  claims(): Claims
  /** The same from the other side: on whose account a free agent is given to nobody else. RT3, RT4. */
  holders(): ReadonlyMap<AgentId, CallbackId>
  /** Why the customer may be told that an agent is available now, or why not. Decision 6. */
  outlook(callback: QueuedCallback): Outlook
  /** By lane, those whom the threshold rule may tell of an agent though none is free, first to last. */
  judged(): readonly JudgedLane[]
  /** Whoever is to be told of an agent, and whoever has been and is not to be any more, in the order of the line. */
  decisions(): readonly Decision[]
}

/** Begins an evaluation of the centre as it stands in this turn; it does not follow later changes. */
export function surveyCentre(turn: Moment): Survey {
  const roster = readRoster(turn)
  const line = memoize((queue: string): readonly Place[] => readLine(turn, queue))
  const readTable = memoize((text: string) => {
    const parsed = parseThresholdTable(text)
    return parsed.ok ? { table: parsed.table, last: lastPassingPosition(parsed.table) } : null
  })
  const queueOf = (name: string) => turn.tx.get('queue', name) ?? newQueue(name)

  // 8.5.2 lets URS decide by itself unless another method is configured: then the table is off. Decision 7.
  const isTableOff = ({ ewtEstimationMethod }: ServiceOptions) =>
    ewtEstimationMethod === 'ursdial' && version() === '8.5.2'
  const tableOf = (options: ServiceOptions) =>
    isTableOff(options) ? null : readTable(options.thresholdTable)
  const version = () => turn.tx.get('installation', 'installation')?.gmsVersion

  const estimateBy = createEstimator(turn, {
    first: (queue) => firstInLine(turn, queue),
    staffed: roster.staffed,
  })
  const estimate: Survey['estimate'] = (place, position, waited, setting = queueOf(place.queue).ewt) => {
    const stop = position === 0 ? null : estimateStop(turn, setting)
    if (stop !== null) return noWaitEstimate(sayEstimate('down', { backEnd: stop }))
    return estimateBy(setting, place, position, waited)
  }

  /** The table that may let customers like this one be told without a free agent, and the last position it passes. */
  function tellingTable({ options, queue }: QueuedCallback) {
    const found = tableOf(options)
    const history = turn.tx.get('queueFigures', queue)?.history
    return found === null || !mayEstimate(queueOf(queue).ewt, history) ? null : found
  }

  const whyNoTelling = (options: ServiceOptions): Untold => {
    if (isTableOff(options)) return { kind: 'no-table', rule: 'QU10' }
    return readTable(options.thresholdTable) === null ? { kind: 'no-table', rule: 'TH10' } : noEstimate
  }

  let claims: Claims | undefined
  const claimed = () => (claims ??= claimAgents(turn, roster))

  function outlook(callback: QueuedCallback): Outlook {
    const agent = claimed().get(callback.id)
    if (agent !== undefined) return { prospect: { rule: 'RT1', agent }, untold: null }
    const { options } = callback
    const telling = tellingTable(callback)
    if (telling === null) return untold(whyNoTelling(options))
    const position = positionOf(turn, standingOf(callback))
    const { last } = telling
    const table = options.thresholdTable
    if (position > last) return untold({ kind: 'behind', rule: 'TH6', position, last, table })
    const etaSeconds = estimate(callback, position, turn.now - callback.queuedAt).seconds
    if (etaSeconds === null) return untold(noEstimate)
    const { isPassed, reason } = evaluateThreshold(telling.table, { position, etaSeconds })
    if (!isPassed) return untold({ kind: 'not-passed', rule: 'TH6', position, etaSeconds, table, reason })
    return { prospect: { rule: 'RT2', position, etaSeconds, table, reason }, untold: null }
  }

  /** Customers of one lane differ in their position alone: behind the last that may pass, nobody need be judged. */
  const judged = once((): readonly JudgedLane[] => {
    const found: JudgedLane[] = []
    for (const lane of turn.tx.lanes('callback', 'tier', 'untold')) {
      const [head] = lane.walk()
      if (head?.state !== 'QUEUED') continue
      const telling = tellingTable(head)
      if (telling === null) continue
      const customers: { callback: QueuedCallback; outlook: Outlook }[] = []
      for (const callback of lane.walk()) {
        if (callback.state !== 'QUEUED' || positionOf(turn, standingOf(callback)) > telling.last) break
        customers.push({ callback, outlook: outlook(callback) })
      }
      found.push({ head, table: telling.table, ewt: queueOf(head.queue).ewt, customers })
    }
    return found
  })

  function decisions(): Decision[] {
    const found = new Map<string, Decision>()
    const decide = (callback: QueuedCallback, reason: Prospect | null) =>
      found.set(callback.id, { callback, prospect: reason })
    for (const [id, agent] of claimed()) {
      const callback = turn.tx.get('callback', id)
      if (callback?.state === 'QUEUED' && callback.wait.kind === 'line')
        decide(callback, { rule: 'RT1', agent })
    }
    for (const { customers } of judged()) {
      for (const { callback, outlook: seen } of customers)
        if (seen.prospect !== null) decide(callback, seen.prospect)
    }
    // No more have been told than agents are free and positions may pass.
    for (const lane of turn.tx.lanes('callback', 'tier', 'told')) {
      for (const callback of lane.walk()) {
        if (callback.state === 'QUEUED' && outlook(callback).prospect === null) decide(callback, null)
      }
    }
    return [...found.values()].sort((a, b) =>
      byLine(standingOf(a.callback), standingOf(b.callback), turn.now),
    )
  }

  return {
    roster,
    line,
    countLine: (queue) => countLine(turn, queue),
    position: (place) => positionOf(turn, place),
    estimate,
    threshold: (options, position, etaSeconds) =>
      evaluateThreshold(tableOf(options)?.table ?? null, { position, etaSeconds }),
    claims: claimed,
    holders: once(() => new Map([...claimed()].map(([callback, agent]) => [agent, callback]))),
    outlook,
    judged,
    decisions,
  }
}

const noEstimate: Untold = { kind: 'no-estimate', rule: 'RT2' }

const untold = (reason: Untold): Outlook => ({ prospect: null, untold: reason })

function memoize<T>(read: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = read(key)
    known.set(key, value)
    return value
  }
}

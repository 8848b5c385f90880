import { standingOf } from './callback.ts'
import type { QueuedCallback } from './callback.ts'
import { claimAgents } from './claims.ts'
import type { Claims } from './claims.ts'
import type { AgentId } from './contact-center.ts'
import { countLine, positionOf, readLine } from './line.ts'
import type { Place } from './line.ts'
import { readRoster } from './roster.ts'
import type { Roster } from './roster.ts'
import type { ServiceOptions } from './service-options.ts'
import { byLine } from './standing.ts'
import type { Sought } from './standing.ts'
import { evaluateThreshold, lastPassingPosition, parseThresholdTable } from './threshold.ts'
import type { ThresholdTable } from './threshold.ts'
import type { Moment } from './turn.ts'
import { newQueue } from './virtual-queue.ts'
import type { VirtualQueue } from './virtual-queue.ts'
import { estimateWait } from './wait-estimate.ts'

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

/** What routing owes the customers in line: news of an agent, or of having lost him. */
export type Decision = { readonly callback: QueuedCallback; readonly prospect: Prospect | null }

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
  estimate(place: Sought & Pick<Place, 'queue'>, position: number): ReturnType<typeof estimateWait>
  threshold(
    options: ServiceOptions,
    position: number,
    etaSeconds: number | null,
  ): ReturnType<typeof evaluateThreshold>
  /** Who counts on which free agent. */
  claims(): Claims
  /** Why the customer may be told that an agent is available now; null when he may not. Decision 6. */
  prospect(callback: QueuedCallback): Prospect | null
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
  const tableOf = ({ ewtEstimationMethod, thresholdTable }: ServiceOptions) =>
    ewtEstimationMethod === 'ursdial' && version() === '8.5.2' ? null : readTable(thresholdTable)
  const version = () => turn.tx.get('installation', 'installation')?.gmsVersion

  const estimate: Survey['estimate'] = (place, position) => {
    const { ewt, handledSeconds } = queueOf(place.queue)
    const staffedAgents = roster.staffed(place).length
    return estimateWait(ewt, { position, staffedAgents, handledSeconds })
  }

  /** The table that may let customers like this one be told without a free agent, and the last position it passes. */
  function tellingTable({ options, queue }: QueuedCallback) {
    const found = tableOf(options)
    return found === null || !mayEstimate(queueOf(queue)) ? null : found
  }

  function judge(callback: QueuedCallback, table: ThresholdTable, position: number): Prospect | null {
    const etaSeconds = estimate(callback, position).seconds
    if (etaSeconds === null) return null
    const { isPassed, reason } = evaluateThreshold(table, { position, etaSeconds })
    if (!isPassed) return null
    return { rule: 'RT2', position, etaSeconds, table: callback.options.thresholdTable, reason }
  }

  let claims: Claims | undefined
  const claimed = () => (claims ??= claimAgents(turn, roster))

  function prospect(callback: QueuedCallback): Prospect | null {
    const agent = claimed().get(callback.id)
    if (agent !== undefined) return { rule: 'RT1', agent }
    const telling = tellingTable(callback)
    if (telling === null) return null
    const position = positionOf(turn, standingOf(callback))
    return position > telling.last ? null : judge(callback, telling.table, position)
  }

  /** Customers of one lane differ in their position alone: behind the last that may pass, nobody need be judged. */
  function* untoldBeforeTheLast(): Generator<QueuedCallback> {
    for (const lane of turn.tx.lanes('callback', 'tier', 'untold')) {
      const [head] = lane.walk()
      if (head?.state !== 'QUEUED') continue
      const telling = tellingTable(head)
      if (telling === null) continue
      for (const callback of lane.walk()) {
        if (callback.state !== 'QUEUED' || positionOf(turn, standingOf(callback)) > telling.last) break
        yield callback
      }
    }
  }

  function decisions(): Decision[] {
    const found = new Map<string, Decision>()
    const decide = (callback: QueuedCallback, reason: Prospect | null) =>
      found.set(callback.id, { callback, prospect: reason })
    for (const [id, agent] of claimed()) {
      const callback = turn.tx.get('callback', id)
      if (callback?.state === 'QUEUED' && callback.wait.kind === 'line')
        decide(callback, { rule: 'RT1', agent })
    }
    for (const callback of untoldBeforeTheLast()) {
      const reason = prospect(callback)
      if (reason !== null) decide(callback, reason)
    }
    // No more have been told than agents are free and positions may pass.
    for (const lane of turn.tx.lanes('callback', 'tier', 'told')) {
      for (const callback of lane.walk()) {
        if (callback.state === 'QUEUED' && prospect(callback) === null) decide(callback, null)
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
    prospect,
    decisions,
  }
}

const mayEstimate = ({ ewt, handledSeconds }: VirtualQueue): boolean =>
  ewt.model === 'fixed' || (ewt.model === 'computed' && handledSeconds.length > 0)

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

import type { AgentId, CallbackId } from './contact-center.ts'
import { readLine } from './line.ts'
import type { Place } from './line.ts'
import { readRoster } from './roster.ts'
import type { Roster } from './roster.ts'
import type { ServiceOptions } from './service-options.ts'
import { evaluateThreshold, lastPassingPosition, parseThresholdTable } from './threshold.ts'
import type { ThresholdTable } from './threshold.ts'
import type { Turn } from './turn.ts'
import { newQueue, byLine } from './virtual-queue.ts'
import type { VirtualQueue } from './virtual-queue.ts'
import { estimateWait } from './wait-estimate.ts'

/** Why a waiting customer is told of an agent. */
export type Prospect =
  | { readonly kind: 'agent-free'; readonly agent: AgentId }
  | { readonly kind: 'threshold'; readonly reason: string }

/**
 * One evaluation of lines, agents and estimates: what routing decides from, and what explains it. A line is read
 * when it is first asked for, since most turns need none.
 */
export interface Survey {
  readonly roster: Roster
  /** Every queue that has a record, by name. */
  readonly queues: readonly string[]
  line(queue: string): readonly Place[]
  /** From 1. */
  position(place: Place): number
  /** Whether an estimate may be had in this queue at all. */
  hasEstimate(queue: string): boolean
  estimate(
    place: Pick<Place, 'queue' | 'targetText' | 'target'>,
    position: number,
  ): ReturnType<typeof estimateWait>
  threshold(
    options: ServiceOptions,
    position: number,
    etaSeconds: number | null,
  ): ReturnType<typeof evaluateThreshold>
  /** Why the customer at this position may be told that an agent is available now; null when he may not. Decision 6. */
  prospect(place: Place, position: number): Prospect | null
}

/** Begins an evaluation of the centre as it stands in this turn; it does not follow later changes. */
export function surveyCentre(turn: Turn): Survey {
  const roster = readRoster(turn)
  const queues = new Map(turn.tx.all('queue').map((queue) => [queue.name, queue]))
  const names = [...queues.keys()].sort()
  const line = memoize((queue: string): readonly Place[] => readLine(turn, queue))
  const positions = memoize(
    (queue: string) => new Map(line(queue).map(({ callback }, index) => [callback.id, index + 1])),
  )
  const version = turn.tx.get('installation', 'installation')?.gmsVersion
  const readTable = memoize((text: string): ThresholdTable | null => {
    const parsed = parseThresholdTable(text)
    return parsed.ok ? parsed.table : null
  })

  const lastPassing = memoize((text: string): number => {
    const table = readTable(text)
    return table === null ? 0 : lastPassingPosition(table)
  })

  // 8.5.2 lets URS decide by itself unless another method is configured: then the table is off. Decision 7.
  const tableOf = ({ ewtEstimationMethod, thresholdTable }: ServiceOptions): ThresholdTable | null =>
    version === '8.5.2' && ewtEstimationMethod === 'ursdial' ? null : readTable(thresholdTable)

  const position = (place: Place): number => positions(place.queue).get(place.callback.id) ?? 0

  const estimate: Survey['estimate'] = ({ queue, targetText, target }, position) => {
    const { ewt, handledSeconds } = queues.get(queue) ?? newQueue(queue)
    const staffedAgents = roster.staffed(targetText, target).length
    return estimateWait(ewt, { position, staffedAgents, handledSeconds })
  }

  let claims: ReadonlyMap<CallbackId, AgentId> | undefined
  return {
    roster,
    queues: names,
    line,
    position,
    hasEstimate: (queue) => mayEstimate(queues.get(queue) ?? newQueue(queue)),
    estimate,
    threshold: (options, at, etaSeconds) => evaluateThreshold(tableOf(options), { position: at, etaSeconds }),
    prospect(place, at) {
      claims ??= roster.freeCount === 0 ? new Map() : claimAgents(names.flatMap(line), roster)
      const agent = claims.get(place.callback.id)
      if (agent !== undefined) return { kind: 'agent-free', agent }
      // Without an estimate, or with the table switched off, only a free agent announces.
      const table = tableOf(place.callback.options)
      if (table === null || !mayEstimate(queues.get(place.queue) ?? newQueue(place.queue))) return null
      if (at > lastPassing(place.callback.options.thresholdTable)) return null
      const etaSeconds = estimate(place, at).seconds
      if (etaSeconds === null) return null
      const { isPassed, reason } = evaluateThreshold(table, { position: at, etaSeconds })
      return isPassed ? { kind: 'threshold', reason } : null
    },
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

/**
 * Who would get which free agent: first whoever has been promised one, then everybody in the order of the line, each
 * the longest idle agent who matches and is not claimed yet. Who asked to wait claims nobody.
 */
function claimAgents(places: readonly Place[], roster: Roster): ReadonlyMap<CallbackId, AgentId> {
  const claims = new Map<CallbackId, AgentId>()
  const claimed = new Set<AgentId>()
  const inOrder = [...places].sort((a, b) => promise(a) - promise(b) || byLine(a, b))
  for (const { callback, targetText, target } of inOrder) {
    if (callback.state === 'QUEUED' && callback.wait.kind === 'snoozed') continue
    if (claimed.size === roster.freeCount) break
    const agent = roster.free(targetText, target).find(({ id }) => !claimed.has(id))
    if (agent === undefined) continue
    claimed.add(agent.id)
    claims.set(callback.id, agent.id)
  }
  return claims
}

/** 0: confirmed, or in a chat; 1: told of an agent; 2: neither. */
function promise({ callback }: Place): 0 | 1 | 2 {
  if (callback.state !== 'QUEUED') return 0
  return callback.wait.kind === 'announced' ? 1 : 2
}

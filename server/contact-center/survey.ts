import type { AgentId, CallbackId } from './contact-center.ts'
import { readLine } from './line.ts'
import type { Place } from './line.ts'
import { readRoster } from './roster.ts'
import type { Roster } from './roster.ts'
import type { ServiceOptions } from './service-options.ts'
import { evaluateThreshold, parseThresholdTable } from './threshold.ts'
import type { ThresholdTable } from './threshold.ts'
import type { Turn } from './turn.ts'
import { newQueue, byLine } from './virtual-queue.ts'
import { estimateWait } from './wait-estimate.ts'

/** Why a waiting customer is told of an agent. */
export type Prospect =
  | { readonly kind: 'agent-free'; readonly agent: AgentId }
  | { readonly kind: 'threshold'; readonly reason: string }

/** One evaluation of all lines, agents and estimates: what routing decides from, and what explains it. */
export interface Survey {
  readonly roster: Roster
  /** Every queue that has a record, by name. */
  readonly queues: readonly string[]
  line(queue: string): readonly Place[]
  /** From 1; 0 for who stands in no line. */
  position(id: CallbackId): number
  place(id: CallbackId): Place | undefined
  estimate(
    place: Pick<Place, 'queue' | 'targetText' | 'target'>,
    position: number,
  ): ReturnType<typeof estimateWait>
  threshold(
    options: ServiceOptions,
    position: number,
    etaSeconds: number | null,
  ): ReturnType<typeof evaluateThreshold>
  /** Why the customer may be told that an agent is available now; null when he may not. Decision 6. */
  prospect(place: Place): Prospect | null
}

export function surveyCentre(turn: Turn): Survey {
  const roster = readRoster(turn)
  const queues = new Map(turn.tx.all('queue').map((queue) => [queue.name, queue]))
  const lines = new Map([...queues.keys()].sort().map((name) => [name, readLine(turn, name)]))
  const places = new Map<CallbackId, { place: Place; position: number }>()
  for (const line of lines.values()) {
    for (const [index, place] of line.entries()) places.set(place.callback.id, { place, position: index + 1 })
  }
  const version = turn.tx.get('installation', 'installation')?.gmsVersion
  const tables = new Map<string, ThresholdTable | null>()

  // 8.5.2 lets URS decide by itself unless another method is configured: then the table is off. Decision 7.
  const tableOf = (options: ServiceOptions): ThresholdTable | null => {
    if (version === '8.5.2' && options.ewtEstimationMethod === 'ursdial') return null
    const known = tables.get(options.thresholdTable)
    if (known !== undefined) return known
    const parsed = parseThresholdTable(options.thresholdTable)
    const table = parsed.ok ? parsed.table : null
    tables.set(options.thresholdTable, table)
    return table
  }

  const estimate: Survey['estimate'] = ({ queue, targetText, target }, position) => {
    const { ewt, handledSeconds } = queues.get(queue) ?? newQueue(queue)
    const staffedAgents = roster.staffed(targetText, target).length
    return estimateWait(ewt, { position, staffedAgents, handledSeconds })
  }

  let claims: ReadonlyMap<CallbackId, AgentId> | undefined
  return {
    roster,
    queues: [...lines.keys()],
    line: (queue) => lines.get(queue) ?? [],
    position: (id) => places.get(id)?.position ?? 0,
    place: (id) => places.get(id)?.place,
    estimate,
    threshold: (options, position, etaSeconds) =>
      evaluateThreshold(tableOf(options), { position, etaSeconds }),
    prospect(place) {
      claims ??= claimAgents([...lines.values()].flat(), roster)
      const agent = claims.get(place.callback.id)
      if (agent !== undefined) return { kind: 'agent-free', agent }
      // RT: without an estimate, or with the table switched off, only a free agent announces.
      const table = tableOf(place.callback.options)
      const position = places.get(place.callback.id)?.position ?? 0
      if (table === null || position === 0) return null
      const etaSeconds = estimate(place, position).seconds
      if (etaSeconds === null) return null
      const { isPassed, reason } = evaluateThreshold(table, { position, etaSeconds })
      return isPassed ? { kind: 'threshold', reason } : null
    },
  }
}

/**
 * Who would get which free agent: first whoever has been promised one, then everybody in the order of the line, each
 * the longest idle agent who matches and is not claimed yet. Who asked to wait claims nobody.
 */
function claimAgents(places: readonly Place[], roster: Roster): ReadonlyMap<CallbackId, AgentId> {
  const claims = new Map<CallbackId, AgentId>()
  if (roster.freeCount === 0) return claims
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

/** Counts a log of events anew, as a check on the figures that are kept. For tests and tools. */
import type { AgentFigures } from './agent-figures.ts'
import type { AgentId } from './contact-center.ts'
import type { CentreEvent } from './event.ts'
import { countEvent } from './figures.ts'
import type { QueueFigures } from './queue-figures.ts'

/** All figures, by queue and by agent. */
export interface AllFigures {
  readonly queues: ReadonlyMap<string, QueueFigures>
  readonly agents: ReadonlyMap<AgentId, AgentFigures>
}

/** The same figures, found by what they are about. */
export const figuresById = (
  queues: readonly QueueFigures[],
  agents: readonly AgentFigures[],
): AllFigures => ({
  queues: new Map(queues.map((figures) => [figures.queue, figures])),
  agents: new Map(agents.map((figures) => [figures.agent, figures])),
})

/** Figures that are being counted. */
export interface Recount {
  readonly queues: Map<string, QueueFigures>
  readonly agents: Map<AgentId, AgentFigures>
}

/** Nothing has happened yet. */
export const newRecount = (): Recount => ({ queues: new Map(), agents: new Map() })

/** Counts one event more. */
export function countInto({ queues, agents }: Recount, event: CentreEvent) {
  const change = countEvent({ queue: (name) => queues.get(name), agent: (id) => agents.get(id) }, event)
  if (change === null) return
  if (change.queue !== undefined) queues.set(change.queue.queue, change.queue)
  if (change.agent !== undefined) agents.set(change.agent.agent, change.agent)
  if (change.forgetQueue !== undefined) queues.delete(change.forgetQueue)
  if (change.forgetAgent !== undefined) agents.delete(change.forgetAgent)
}

/** The figures that these events make, from the first one on. */
export function recountEvents(events: Iterable<CentreEvent>): AllFigures {
  const recount = newRecount()
  for (const event of events) countInto(recount, event)
  return recount
}

import {
  changeFiguresState,
  countConnected,
  countForAgent,
  countReleased,
  newAgentFigures,
} from './agent-figures.ts'
import type { AgentFigures } from './agent-figures.ts'
import type { AgentId } from './contact-center.ts'
import type { CentreEvent } from './event.ts'
import {
  countAbandoned,
  countAnswered,
  countEntered,
  countHandled,
  countPostponed,
  countWrapUp,
  newQueueFigures,
} from './queue-figures.ts'
import type { QueueFigures } from './queue-figures.ts'
import type { CentreTransaction } from './records.ts'
import { changeWeight, rememberHandled, rememberLoss, rememberWait, rememberWrapUp } from './wait-history.ts'

/** What one event changes in the figures. */
export interface FiguresChange {
  readonly queue?: QueueFigures
  readonly agent?: AgentFigures
  readonly forgetQueue?: string
  readonly forgetAgent?: AgentId
}

/** The figures as they stand. */
export interface FiguresReader {
  queue(name: string): QueueFigures | undefined
  agent(id: AgentId): AgentFigures | undefined
}

/**
 * What an event changes in the figures: a pure function of the event and of the figures of its queue and its agent, so
 * that the same events make the same figures whoever counts them. Null for an event that is not counted.
 */
export function countEvent(figures: FiguresReader, event: CentreEvent): FiguresChange | null {
  const { at } = event
  switch (event.type) {
    case 'callback-queued':
    case 'queue-entered':
      return { queue: countEntered(queueOf(figures, event), at) }
    case 'queue-abandoned': {
      const queue = figures.queue(event.queue)
      if (queue === undefined) return null
      const waited = at - event.waitedSince
      const history = rememberLoss(queue.history, waited, event.reason !== 'CANCELLED_BY_ADMIN')
      return { queue: countAbandoned({ ...queue, history }, at, waited) }
    }
    case 'queue-postponed': {
      const queue = figures.queue(event.queue)
      if (queue === undefined) return null
      const history = rememberLoss(queue.history, at - event.waitedSince, false)
      return { queue: countPostponed({ ...queue, history }, at) }
    }
    case 'agent-connected': {
      const agent = countConnected(agentOf(figures, event), at, event.callback, event.isTransfer)
      const queue = figures.queue(event.queue)
      if (queue === undefined || event.waitedSince === null) return { agent }
      const waited = at - event.waitedSince
      const history = rememberWait(queue.history, waited)
      return { agent, queue: countAnswered({ ...queue, history }, at, waited) }
    }
    case 'agent-released': {
      const agent = countReleased(agentOf(figures, event), at, event)
      const queue = figures.queue(event.queue)
      if (queue === undefined) return { agent }
      const talked = at - event.connectedAt
      const history = rememberHandled(queue.history, talked)
      return { agent, queue: countHandled({ ...queue, history }, at, talked) }
    }
    case 'agent-state-changed': {
      const known = figures.agent(event.agent) ?? newAgentFigures(event.agent, event.from, event.since)
      const agent = changeFiguresState(known, at, event)
      const queue = known.lastQueue === null ? undefined : figures.queue(known.lastQueue)
      if (event.from !== 'after-call-work' || event.state === event.from || queue === undefined)
        return { agent }
      const millis = at - event.since
      const history = rememberWrapUp(queue.history, millis)
      return { agent, queue: countWrapUp({ ...queue, history }, at, millis) }
    }
    case 'agent-offered':
      return { agent: countForAgent(agentOf(figures, event), at, { offered: 1 }) }
    case 'offer-declined':
      return { agent: countForAgent(agentOf(figures, event), at, { declined: 1 }) }
    case 'offer-missed':
      return { agent: countForAgent(agentOf(figures, event), at, { missed: 1 }) }
    case 'offer-withdrawn':
      return { agent: countForAgent(agentOf(figures, event), at, { withdrawn: 1 }) }
    case 'agent-removed':
      return { forgetAgent: event.agent }
    case 'ewt-changed': {
      const queue = queueOf(figures, event)
      const weight = event.parameters.weight ?? queue.history.weight
      return { queue: { ...queue, history: changeWeight(queue.history, weight) } }
    }
    case 'service-level-changed': {
      const { targetSeconds, shortAbandonSeconds } = event
      return { queue: { ...queueOf(figures, event), serviceLevel: { targetSeconds, shortAbandonSeconds } } }
    }
    case 'queue-forgotten':
      return { forgetQueue: event.queue }
    default:
      return null
  }
}

const queueOf = (
  figures: FiguresReader,
  { queue, at }: { readonly queue: string; readonly at: number },
): QueueFigures => figures.queue(queue) ?? newQueueFigures(queue, at)

// Whoever is offered a chat is ready; of the time before nothing was told.
const agentOf = (
  figures: FiguresReader,
  { agent, at }: { readonly agent: AgentId; readonly at: number },
): AgentFigures => figures.agent(agent) ?? newAgentFigures(agent, 'ready', at)

/** Counts an event in the transaction that it happens in, so that no kill comes between the two. */
export function keepFigures(tx: CentreTransaction, event: CentreEvent) {
  const change = countEvent(
    { queue: (name) => tx.get('queueFigures', name), agent: (id) => tx.get('agentFigures', id) },
    event,
  )
  if (change === null) return
  if (change.queue !== undefined) tx.put('queueFigures', change.queue)
  if (change.agent !== undefined) tx.put('agentFigures', change.agent)
  if (change.forgetQueue !== undefined) tx.delete('queueFigures', change.forgetQueue)
  if (change.forgetAgent !== undefined) tx.delete('agentFigures', change.forgetAgent)
}

import type { Millis } from '../runtime/clock.ts'
import { activityOf, agentCounting, newAgentFigures, stateCounts } from './agent-figures.ts'
import type { AgentCount, AgentFigures } from './agent-figures.ts'
import type { Agent } from './agent.ts'
import { longestWait } from './line.ts'
import { countWaiting, newQueueFigures, queueCounting, serviceLevelPercent } from './queue-figures.ts'
import type { QueueCount } from './queue-figures.ts'
import { readyAgents, staffedAgents, viewEstimate } from './queue-view.ts'
import type { AgentCounts, AgentStatistics, QueueCounts, QueueStatistics } from './statistics.ts'
import type { Survey } from './survey.ts'
import { countsSince, overlap } from './tally.ts'
import type { Counting, Counts, Tally } from './tally.ts'
import type { Turn } from './turn.ts'

/** A stretch of time that ends now; `from` null: all of it. */
export interface Window {
  readonly from: Millis | null
  readonly to: Millis
}

const countsOf = <K extends string>(counting: Counting<K>, tally: Tally<K>, { from }: Window): Counts<K> =>
  from === null ? tally.total : countsSince(counting, tally, from)

const inSeconds = (millis: Millis): number => millis / 1000

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 100

/** Whole milliseconds, in seconds. */
const mean = (millis: Millis, count: number): number | null => {
  const each = ratio(millis, count)
  return each === null ? null : inSeconds(Math.round(each))
}

/** A queue now, within the interval and since the beginning. ST1 to ST7. */
export function viewQueueStatistics(
  turn: Turn,
  survey: Survey,
  name: string,
  interval: Window,
): QueueStatistics {
  const figures = turn.tx.get('queueFigures', name) ?? newQueueFigures(name, turn.now)
  const { tally, serviceLevel } = figures
  const agents = staffedAgents(turn, survey, name)
  const view = (window: Window): QueueCounts =>
    viewQueueCounts(countsOf(queueCounting, tally, window), busyAndIdle(turn, agents, window))
  return {
    queue: name,
    // Data of an earlier build may know customers who wait but not that they have come.
    waiting: Math.max(0, countWaiting(figures)),
    longestWaitSeconds: Math.floor(longestWait(turn, name) / 1000),
    readyAgents: readyAgents(turn, survey, name),
    ewtSeconds: viewEstimate(turn, survey, name).seconds,
    serviceLevel,
    interval: view(interval),
    sinceReset: view({ from: null, to: turn.now }),
  }
}

function viewQueueCounts(
  counts: Counts<QueueCount>,
  { busyMillis, idleMillis }: { readonly busyMillis: Millis; readonly idleMillis: Millis },
): QueueCounts {
  const { entered, answered, answeredInTarget, abandoned, abandonedShort, postponed, handled } = counts
  const { talkMillis, wrapUpMillis } = counts
  return {
    entered,
    answered,
    answeredInTarget,
    abandoned,
    abandonedShort,
    postponed,
    serviceLevelPercent: serviceLevelPercent(counts),
    averageSpeedOfAnswerSeconds: mean(counts.answeredWaitMillis, answered),
    averageAbandonWaitSeconds: mean(counts.abandonedWaitMillis, abandoned),
    longestWaitSeconds: inSeconds(counts.longestWaitMillis),
    handled,
    talkSeconds: inSeconds(talkMillis),
    wrapUpSeconds: inSeconds(wrapUpMillis),
    handleSeconds: inSeconds(talkMillis + wrapUpMillis),
    averageHandleSeconds: mean(talkMillis + wrapUpMillis, handled),
    occupancyPercent: percent(busyMillis, busyMillis + idleMillis),
  }
}

/** An agent now, within the interval and since the beginning. ST8 to ST10. */
export function viewAgentStatistics(turn: Turn, agent: Agent, interval: Window): AgentStatistics {
  const figures = figuresOf(turn, agent)
  const view = (window: Window): AgentCounts => viewAgentCounts(agentCounts(figures, agent, window))
  return {
    agent: agent.id,
    name: agent.name,
    state: agent.state,
    stateSince: agent.stateSince,
    talking: figures.chats.length,
    interval: view(interval),
    sinceReset: view({ from: null, to: turn.now }),
  }
}

function viewAgentCounts(counts: Counts<AgentCount>): AgentCounts {
  const { offered, accepted, declined, missed, withdrawn, handled, talkMillis, busyMillis, idleMillis } =
    counts
  return {
    readySeconds: inSeconds(counts.readyMillis),
    notReadySeconds: inSeconds(counts.notReadyMillis),
    afterCallWorkSeconds: inSeconds(counts.afterCallWorkMillis),
    loggedOutSeconds: inSeconds(counts.loggedOutMillis),
    talkSeconds: inSeconds(talkMillis),
    busySeconds: inSeconds(busyMillis),
    idleSeconds: inSeconds(idleMillis),
    offered,
    accepted,
    declined,
    missed,
    withdrawn,
    handled,
    averageHandleSeconds: mean(counts.handledMillis, handled),
    occupancyPercent: percent(busyMillis, busyMillis + idleMillis),
  }
}

const figuresOf = (turn: Turn, { id, state, stateSince }: Agent): AgentFigures =>
  turn.tx.get('agentFigures', id) ?? newAgentFigures(id, state, stateSince)

/** What was counted, and what goes on since: the state, the activity, the chats. */
function agentCounts(figures: AgentFigures, agent: Agent, window: Window): Counts<AgentCount> {
  const counts: Record<AgentCount, number> = { ...countsOf(agentCounting, figures.tally, window) }
  const within = { from: window.from ?? 0, to: window.to }
  const add = (key: AgentCount, from: Millis) => {
    counts[key] += overlap({ from, to: window.to }, within)
  }
  add(stateCounts[agent.state], agent.stateSince)
  const activity = activityOf(figures)
  if (activity !== null) add(activity, figures.activitySince)
  for (const { connectedAt } of figures.chats) add('talkMillis', connectedAt)
  return counts
}

function busyAndIdle(turn: Turn, agents: readonly Agent[], window: Window) {
  let busyMillis = 0
  let idleMillis = 0
  for (const agent of agents) {
    const counts = agentCounts(figuresOf(turn, agent), agent, window)
    busyMillis += counts.busyMillis
    idleMillis += counts.idleMillis
  }
  return { busyMillis, idleMillis }
}

import type { Millis } from '../runtime/clock.ts'
import type { AgentId, AgentState, CallbackId } from './contact-center.ts'
import { count, countSpan, emptyTally } from './tally.ts'
import type { Counting, Counts, Tally } from './tally.ts'

/** What is counted of an agent. */
export type AgentCount =
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'missed'
  | 'withdrawn'
  | 'handled'
  | 'readyMillis'
  | 'notReadyMillis'
  | 'afterCallWorkMillis'
  | 'loggedOutMillis'
  | 'talkMillis'
  /** Of chats and of the work after them, counted when they end. */
  | 'handledMillis'
  | 'busyMillis'
  | 'idleMillis'

/** The statistics of an agent: all of it follows from events. */
export interface AgentFigures {
  readonly agent: AgentId
  readonly since: Millis
  readonly state: AgentState
  /** Since when the agent has been busy, idle or away without a break. */
  readonly activitySince: Millis
  /** The chats the agent is in; no more than the capacity. */
  readonly chats: readonly { readonly callback: CallbackId; readonly connectedAt: Millis }[]
  /** The queue of the last chat that ended: the work after it is its. */
  readonly lastQueue: string | null
  readonly tally: Tally<AgentCount>
}

export const agentCounting: Counting<AgentCount> = {
  none: {
    offered: 0,
    accepted: 0,
    declined: 0,
    missed: 0,
    withdrawn: 0,
    handled: 0,
    readyMillis: 0,
    notReadyMillis: 0,
    afterCallWorkMillis: 0,
    loggedOutMillis: 0,
    talkMillis: 0,
    handledMillis: 0,
    busyMillis: 0,
    idleMillis: 0,
  },
  add: (counts, more) => ({
    offered: counts.offered + (more.offered ?? 0),
    accepted: counts.accepted + (more.accepted ?? 0),
    declined: counts.declined + (more.declined ?? 0),
    missed: counts.missed + (more.missed ?? 0),
    withdrawn: counts.withdrawn + (more.withdrawn ?? 0),
    handled: counts.handled + (more.handled ?? 0),
    readyMillis: counts.readyMillis + (more.readyMillis ?? 0),
    notReadyMillis: counts.notReadyMillis + (more.notReadyMillis ?? 0),
    afterCallWorkMillis: counts.afterCallWorkMillis + (more.afterCallWorkMillis ?? 0),
    loggedOutMillis: counts.loggedOutMillis + (more.loggedOutMillis ?? 0),
    talkMillis: counts.talkMillis + (more.talkMillis ?? 0),
    handledMillis: counts.handledMillis + (more.handledMillis ?? 0),
    busyMillis: counts.busyMillis + (more.busyMillis ?? 0),
    idleMillis: counts.idleMillis + (more.idleMillis ?? 0),
  }),
}

/** An agent of whom nothing is known but the state and since when. */
export const newAgentFigures = (agent: AgentId, state: AgentState, since: Millis): AgentFigures => ({
  agent,
  since,
  state,
  activitySince: since,
  chats: [],
  lastQueue: null,
  tally: emptyTally(agentCounting),
})

/** Under which name the time in a state is counted. */
export const stateCounts = {
  ready: 'readyMillis',
  'not-ready': 'notReadyMillis',
  'after-call-work': 'afterCallWorkMillis',
  'logged-out': 'loggedOutMillis',
} as const satisfies Record<AgentState, AgentCount>

/** What the agent does, whatever the state is called: talking and the work after it, waiting for work, or neither. ST8. */
export function activityOf({ chats, state }: AgentFigures): 'busyMillis' | 'idleMillis' | null {
  if (chats.length > 0 || state === 'after-call-work') return 'busyMillis'
  return state === 'ready' ? 'idleMillis' : null
}

/** One more of something. */
export const countForAgent = (
  figures: AgentFigures,
  now: Millis,
  more: Partial<Counts<AgentCount>>,
): AgentFigures => ({ ...figures, tally: count(agentCounting, figures.tally, now, more) })

/** A state has ended, and another begins. */
export function changeFiguresState(
  figures: AgentFigures,
  now: Millis,
  change: { readonly from: AgentState; readonly since: Millis; readonly state: AgentState },
): AgentFigures {
  const { from, since, state } = change
  const told = endActivity(figures, now)
  const tally = countSpan(agentCounting, told.tally, stateCounts[from], { from: since, to: now })
  const handledMillis = from === 'after-call-work' && state !== from ? now - since : 0
  return countForAgent({ ...told, state, tally }, now, { handledMillis })
}

/** The agent is in one chat more. */
export function countConnected(
  figures: AgentFigures,
  now: Millis,
  callback: CallbackId,
  isTransfer: boolean,
): AgentFigures {
  const told = endActivity(figures, now)
  const chats = [...told.chats, { callback, connectedAt: now }]
  return countForAgent({ ...told, chats }, now, { accepted: 1, offered: isTransfer ? 1 : 0 })
}

/** The agent is in one chat less. */
export function countReleased(
  figures: AgentFigures,
  now: Millis,
  { callback, queue, connectedAt }: { callback: CallbackId; queue: string; connectedAt: Millis },
): AgentFigures {
  const told = endActivity(figures, now)
  const chats = told.chats.filter((chat) => chat.callback !== callback)
  const tally = countSpan(agentCounting, told.tally, 'talkMillis', { from: connectedAt, to: now })
  return countForAgent({ ...told, chats, lastQueue: queue, tally }, now, {
    handled: 1,
    handledMillis: now - connectedAt,
  })
}

function endActivity(figures: AgentFigures, now: Millis): AgentFigures {
  const activity = activityOf(figures)
  const tally =
    activity === null
      ? figures.tally
      : countSpan(agentCounting, figures.tally, activity, { from: figures.activitySince, to: now })
  return { ...figures, activitySince: now, tally }
}

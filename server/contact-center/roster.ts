import { unavailability } from './agent.ts'
import type { Agent, Interaction } from './agent.ts'
import type { AgentId } from './contact-center.ts'
import { createMatching } from './matching.ts'
import type { ChoiceStandingNow, Matcher } from './matching.ts'
import type { Sought } from './standing.ts'
import type { Mismatch } from './target-mismatch.ts'
import type { Moment } from './turn.ts'

/** Who is there, by target. For one evaluation: it does not follow later changes. */
export interface Roster {
  matching(sought: Sought): Matcher
  /** What keeps the agent from being one who matches; null when he is one. */
  mismatch(sought: Sought, agent: Agent): Mismatch | null
  /** How each target of a list stands; nothing for a target that is no list. */
  choices(sought: Sought): readonly ChoiceStandingNow[]
  readonly freeCount: number
  /** The agent at this place among those who could take a chat, longest idle first. */
  freeAt(index: number): Agent | undefined
  /** Those of them who match, looked up one by one. */
  free(sought: Sought): Iterable<Agent>
  /** Ready and matching, busy or not. */
  ready(sought: Sought): readonly Agent[]
  /** Ready and matching, with as many chats as they may have. RT9. */
  full(sought: Sought): readonly Agent[]
  /** Logged in and matching. */
  staffed(sought: Sought): readonly Agent[]
}

/** Looks at the agents as far as somebody asks. */
export function readRoster(turn: Moment): Roster {
  const lane = turn.tx.lane('agent', 'free', 'free', '')
  const walk = lane?.walk()[Symbol.iterator]()
  const free: Agent[] = []
  const staffed = once(() => turn.tx.all('agent').filter(({ state }) => state !== 'logged-out'))
  const ready = once(() => staffed().filter(({ state }) => state === 'ready'))
  const full = once(() => ready().filter((agent) => unavailability(agent)?.kind === 'full'))
  const freeCount = lane?.size() ?? 0

  function freeAt(index: number): Agent | undefined {
    while (free.length <= index) {
      const next = walk?.next()
      if (next === undefined || next.done === true) return undefined
      free.push(next.value)
    }
    return free[index]
  }

  /** Those of `agents` whom a target means; looked up once for each. */
  function among(agents: () => readonly Agent[]) {
    const found = new Map<Matcher, readonly Agent[]>()
    return (sought: Sought): readonly Agent[] => {
      const isMatch = matching(sought)
      let those = found.get(isMatch)
      if (those === undefined) found.set(isMatch, (those = agents().filter(isMatch)))
      return those
    }
  }

  const {
    isMatch: matching,
    mismatch,
    choices,
  } = createMatching(turn, (stat, isMatch) => {
    if (stat === 'RStatAgentsTotal') return staffed().filter(isMatch).length
    return [...walkAgents(freeCount, freeAt)].filter(isMatch).length
  })

  return {
    matching,
    mismatch: (sought, agent) => mismatch(sought)(agent),
    choices,
    freeCount,
    freeAt,
    free: (sought) => walkMatching(walkAgents(freeCount, freeAt), matching(sought)),
    ready: among(ready),
    full: among(full),
    staffed: among(staffed),
  }
}

// Generator functions have prototypes of their own: made anew with every roster they would cost more than the walk.
function* walkAgents(count: number, agentAt: (index: number) => Agent | undefined) {
  for (let index = 0; index < count; index += 1) {
    const agent = agentAt(index)
    if (agent !== undefined) yield agent
  }
}

function* walkMatching(agents: Iterable<Agent>, isMatch: Matcher) {
  for (const agent of agents) if (isMatch(agent)) yield agent
}

/** Read when it is first asked for. */
export function once<T>(read: () => T): () => T {
  let value: T | undefined
  return () => (value ??= read())
}

/** The interactions of an agent that have not ended. */
export function liveInteractions(turn: Moment, agent: AgentId): Interaction[] {
  return turn.tx.find('interaction', 'agent', agent).filter((interaction) => interaction.state !== 'ended')
}

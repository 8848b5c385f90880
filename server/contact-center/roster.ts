import { byIdleTime, unavailability } from './agent.ts'
import type { Agent, Interaction } from './agent.ts'
import type { AgentId } from './contact-center.ts'
import { matches } from './target.ts'
import type { Target } from './target.ts'
import type { Turn } from './turn.ts'

/** Who is there, by target. Read once per evaluation: it does not follow later changes. */
export interface Roster {
  /** Ready, not ringing, below capacity, and matching; longest idle first. */
  free(targetText: string, target: Target): readonly Agent[]
  /** Ready and matching, busy or not. */
  ready(targetText: string, target: Target): readonly Agent[]
  /** Logged in and matching. */
  staffed(targetText: string, target: Target): readonly Agent[]
  readonly freeCount: number
}

/** Reads all agents and what keeps them busy. */
export function readRoster(turn: Turn): Roster {
  const agents = turn.tx.all('agent').sort(byIdleTime)
  const live = new Map<AgentId, Interaction[]>()
  for (const interaction of turn.tx.find('interaction', 'isLive', true)) {
    live.set(interaction.agent, [...(live.get(interaction.agent) ?? []), interaction])
  }
  const free = agents.filter((agent) => unavailability(agent, live.get(agent.id) ?? []) === null)
  return {
    free: matching(free),
    ready: matching(agents.filter((agent) => agent.state === 'ready')),
    staffed: matching(agents.filter((agent) => agent.state !== 'logged-out')),
    freeCount: free.length,
  }
}

/** Those of `agents` whom a target means; a target is looked at once. */
function matching(agents: readonly Agent[]): (targetText: string, target: Target) => readonly Agent[] {
  const found = new Map<string, readonly Agent[]>()
  return (targetText, target) => {
    const known = found.get(targetText)
    if (known !== undefined) return known
    const those = agents.filter((agent) => matches(target, agent))
    found.set(targetText, those)
    return those
  }
}

/** The interactions of an agent that have not ended. */
export function liveInteractions(turn: Turn, agent: AgentId): Interaction[] {
  return turn.tx.find('interaction', 'agent', agent).filter((interaction) => interaction.state !== 'ended')
}

/** Whether the agent could take a chat this moment. */
export function isFree(turn: Turn, agent: Agent): boolean {
  return unavailability(agent, liveInteractions(turn, agent.id)) === null
}

import type { AgentJson, ChatJson, PhraseJson, QueueJson } from '../../server/tester/contract.ts'

/** Where a chat may go, and why not now. */
export interface ChatTarget<To extends { agent: string } | { queue: string }> {
  readonly key: string
  readonly name: string
  readonly to: To
  /** `in-chat`: he is in it already. `unavailable`: why no chat comes to him. Null: it may. */
  readonly obstacle: { kind: 'in-chat' } | { kind: 'unavailable'; because: PhraseJson } | null
}

/** The other agents, those who are free first; each with what keeps the chat from him. CH14, CH22. */
export function agentTargets(
  agent: AgentJson,
  agents: readonly AgentJson[],
  chat: Pick<ChatJson, 'agents'> | null,
): ChatTarget<{ agent: string }>[] {
  const obstacleOf = ({ id, notOfferedPhrase: because }: AgentJson) => {
    if (chat?.agents.includes(id)) return { kind: 'in-chat' } as const
    return because === null ? null : ({ kind: 'unavailable', because } as const)
  }
  return agents
    .filter(({ id }) => id !== agent.id)
    .map((one) => ({
      key: `agent ${one.id}`,
      name: one.name,
      to: { agent: one.id },
      obstacle: obstacleOf(one),
    }))
    .toSorted((a, b) => Number(a.obstacle !== null) - Number(b.obstacle !== null))
}

/** The queues; a chat may always be passed to one. */
export const queueTargets = (queues: readonly QueueJson[]): ChatTarget<{ queue: string }>[] =>
  queues.map(({ name }) => ({ key: `queue ${name}`, name, to: { queue: name }, obstacle: null }))

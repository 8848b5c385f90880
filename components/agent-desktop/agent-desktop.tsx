'use client'

import type { AgentJson } from '../../server/tester/contract.ts'
import { useSetAgentState } from '../agents-queries.ts'
import { Button } from '../ui/button.tsx'
import { useAgentStore } from './agent-store.ts'
import { stateWord } from './agent-state.tsx'
import { ChatCard } from './chat-card.tsx'
import { EndedChats } from './ended-chats.tsx'
import { interactionKey, liveOf, shownInteraction } from './interactions.ts'
import { OpenChats } from './open-chats.tsx'
import { AgentWhy } from '../why/agent-why.tsx'
import { Presence } from './presence.tsx'
import { RingingCard } from './ringing-card.tsx'

/** One agent's desktop: presence, what rings, the chat, and what was before. */
export function AgentDesktop({ agent, agents }: { agent: AgentJson; agents: readonly AgentJson[] }) {
  const chosen = useAgentStore((store) => store.chosen[agent.id] ?? null)
  const shown = shownInteraction(agent, chosen)
  const ringing = agent.interactions.filter(({ state }) => state === 'ringing')
  const active = agent.interactions.filter(({ state }) => state === 'active')
  return (
    <div className="@container flex h-full min-h-0 flex-col overflow-y-auto">
      <Presence agent={agent} />
      <AgentWhy agent={agent} />
      {ringing.map((interaction) => (
        <RingingCard key={interactionKey(interaction)} agent={agent} interaction={interaction} />
      ))}
      {liveOf(agent).length === 0 && <Idle agent={agent} />}
      {active.length > 1 && shown && <OpenChats agent={agent} active={active} shown={shown} />}
      {shown && <ChatCard key={interactionKey(shown)} agent={agent} agents={agents} interaction={shown} />}
      <EndedChats agent={agent} shown={shown} />
    </div>
  )
}

/** Why nothing comes, or that something may. */
function Idle({ agent }: { agent: AgentJson }) {
  const setState = useSetAgentState()
  if (agent.state === 'ready')
    return (
      <p className="border-b p-3 text-sm text-muted">
        {agent.notOfferedBecause ?? `${agent.name} waits for a chat. It rings here.`}
      </p>
    )
  return (
    <div className="flex flex-col items-start gap-2 border-b p-3">
      <p className="text-sm text-muted">
        {agent.notOfferedBecause ?? `${agent.name}: ${stateWord(agent.state).toLowerCase()}`}. Go ready to
        receive chats.
      </p>
      <Button
        isBusy={setState.isPending}
        request={`POST /gmstester/api/agents/${agent.id}/state {"state":"ready"}`}
        requestAs="text"
        onClick={() => setState.mutate({ agent: agent.id, state: 'ready' })}
      >
        Go ready
      </Button>
    </div>
  )
}

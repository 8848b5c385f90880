'use client'

import { useQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { useEffect } from 'react'
import type { AgentJson } from '../../server/tester/contract.ts'
import { agentsQuery } from '../agents-queries.ts'
import { useSelectedServiceId } from '../customer/use-selected-callback.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { EmptyState, Panel } from '../ui/panel.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useNextStep } from '../use-next-step.ts'
import { AgentDesktop } from './agent-desktop.tsx'
import { AgentState } from './agent-state.tsx'
import { useAgentStore } from './agent-store.ts'
import { interactionKey, liveOf } from './interactions.ts'

/** The agents' desktops, one behind each tab. */
export function AgentPanel() {
  const { data: agents, error, refetch } = useQuery(agentsQuery())
  const selectedAgent = useAgentStore((store) => store.selectedAgent)
  const selectAgent = useAgentStore((store) => store.selectAgent)
  useFollowSelection(agents)
  const agent = agents?.find(({ id }) => id === selectedAgent) ?? agents?.[0]
  return (
    <Panel id="agent" title="Agent" lane="agent" summary={agent && <Place agent={agent} />}>
      {agents && agent ? (
        <Tabs
          label="Agents"
          items={agents.map((one) => ({
            key: one.id,
            label: <AgentTab agent={one} isSelected={one === agent} />,
          }))}
          selected={agent.id}
          onSelect={selectAgent}
          className="flex-1"
        >
          <AgentDesktop key={agent.id} agent={agent} agents={agents} />
        </Tabs>
      ) : error ? (
        <EmptyState title={`The agents cannot be read: ${error.message}`}>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </EmptyState>
      ) : agents ? (
        <EmptyState title="There are no agents. The tester’s API makes one: PUT /gmstester/api/agents/{id}." />
      ) : (
        <Loading what="Reading the agents…" />
      )}
    </Panel>
  )
}

/** The desktop that has the chat the page is about comes to the front, and so does the one whose turn is next. */
function useFollowSelection(agents: readonly AgentJson[] | undefined) {
  const { selectAgent, choose } = useAgentStore()
  const step = useNextStep()
  const selected = useSelectedServiceId()
  const [wanted, serviceId] =
    step !== null && 'serviceId' in step ? [step.agent, step.serviceId] : [null, selected]
  const holder = agents?.find((one) => liveOf(one).some((held) => held.serviceId === serviceId))
  const interaction = holder && liveOf(holder).find((held) => held.serviceId === serviceId)
  const agent = holder?.id
  const key = interaction && interactionKey(interaction)
  useEffect(() => {
    if (agent === undefined || key === undefined) return
    selectAgent(agent)
    choose(agent, key)
  }, [agent, key, selectAgent, choose])
  useEffect(() => {
    if (wanted !== null) selectAgent(wanted)
  }, [wanted, selectAgent])
}

function AgentTab({ agent, isSelected }: { agent: AgentJson; isSelected: boolean }) {
  const isRinging = liveOf(agent).some(({ state }) => state === 'ringing')
  return (
    <>
      {agent.name}
      {isRinging && !isSelected && <Bell aria-hidden size={13} className="fill-current text-accent" />}
      <AgentState agent={agent} />
    </>
  )
}

function Place({ agent }: { agent: AgentJson }) {
  const chats = liveOf(agent).length
  return (
    <span className="tabular-nums">
      {chats}/{agent.capacity} {agent.capacity === 1 ? 'chat' : 'chats'}
    </span>
  )
}

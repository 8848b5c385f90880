'use client'

import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { useAgentStore } from './agent-store.ts'
import { customerNameOf, interactionKey } from './interactions.ts'

interface OpenChatsProps {
  agent: AgentJson
  active: readonly InteractionJson[]
  shown: InteractionJson
}

/** Which of several chats is in front. */
export function OpenChats({ agent, active, shown }: OpenChatsProps) {
  const choose = useAgentStore((store) => store.choose)
  return (
    <div className="shrink-0 border-b p-3">
      <SegmentedControl
        label="Open chats"
        options={active.map((one) => ({ key: interactionKey(one), label: customerNameOf(one) }))}
        selected={interactionKey(shown)}
        onSelect={(key) => choose(agent.id, key)}
      />
    </div>
  )
}

'use client'

import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { useSayAsAgent, useTypeAsAgent } from '../agents-queries.ts'
import { MessageComposer } from '../chat/message-composer.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useAgentStore } from './agent-store.ts'

/** Where the agent types; after the end, why nothing can be typed. */
export function AgentComposer({ agent, interaction }: { agent: AgentJson; interaction: InteractionJson }) {
  const { serviceId } = interaction
  if (interaction.state !== 'active')
    return (
      <p className="border-t p-3 text-sm text-muted">
        {interaction.endedBy === 'transferred'
          ? `${agent.name} has handed this chat over and can say nothing in it any more.`
          : 'This chat has ended: nothing can be said in it any more.'}
      </p>
    )
  return <OpenComposer agent={agent} serviceId={serviceId} />
}

function OpenComposer({ agent, serviceId }: { agent: AgentJson; serviceId: string }) {
  const text = useAgentStore((store) => store.drafts[serviceId] ?? '')
  const draft = useAgentStore((store) => store.draft)
  const say = useSayAsAgent()
  const type = useTypeAsAgent()
  const on = { agent: agent.id, serviceId }
  return (
    <MessageComposer
      label={`Message of ${agent.name}`}
      placeholder={`Answer as ${agent.name}`}
      sendLabel={`Send as ${agent.name}`}
      request="POST …/interactions/…/message"
      draft={text}
      onDraft={(changed) => draft(serviceId, changed)}
      say={(line) => say.mutateAsync({ ...on, text: line })}
      tellTyping={(typing) => type.mutateAsync({ ...on, typing })}
      nextStep={useIsNextStep(`agent-says-${agent.id}`, serviceId)}
    />
  )
}

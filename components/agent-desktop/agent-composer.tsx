'use client'

import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { useSayAsAgent, useTypeAsAgent } from '../agents-queries.ts'
import { MessageComposer } from '../chat/message-composer.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useAgentStore } from './agent-store.ts'
import { customerNameOf } from './interactions.ts'
import { useResponseSuggestions } from './use-responses.tsx'
import { useWishedFocus } from './use-wished-focus.ts'

/** Where the agent types; after the end, why nothing can be typed. */
export function AgentComposer({ agent, interaction }: { agent: AgentJson; interaction: InteractionJson }) {
  const t = useTranslations('agent.composer')
  if (interaction.state !== 'active')
    return (
      <p className="shrink-0 border-t p-3 text-sm text-muted">
        {interaction.endedBy === 'transferred' ? t('passedOn', { name: agent.name }) : t('over')}
      </p>
    )
  return <OpenComposer key={interaction.serviceId} agent={agent} interaction={interaction} />
}

function OpenComposer({ agent, interaction }: { agent: AgentJson; interaction: InteractionJson }) {
  const t = useTranslations('agent.composer')
  const { serviceId } = interaction
  const text = useAgentStore((store) => store.drafts[serviceId] ?? '')
  const draft = useAgentStore((store) => store.draft)
  const say = useSayAsAgent()
  const type = useTypeAsAgent()
  const field = useRef<HTMLTextAreaElement>(null)
  useWishedFocus('composer', serviceId, field)
  const on = { agent: agent.id, serviceId }
  const onDraft = (changed: string) => draft(serviceId, changed)
  const names = { customer: customerNameOf(interaction), agent: agent.name }
  const suggestions = useResponseSuggestions({ draft: text, onDraft, names })
  return (
    <MessageComposer
      place={`agent-says-${agent.id}-${serviceId}`}
      label={t('label', { name: agent.name })}
      placeholder={t('placeholder', { name: agent.name })}
      sendLabel={t('send', { name: agent.name })}
      request="POST …/interactions/…/message"
      draft={text}
      onDraft={onDraft}
      say={(line) => say.mutateAsync({ ...on, text: line })}
      tellTyping={(typing) => type.mutateAsync({ ...on, typing })}
      nextStep={useIsNextStep(`agent-says-${agent.id}`, serviceId)}
      suggestions={suggestions}
      keysHint={t('slash')}
      fieldRef={field}
    />
  )
}

'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson, ChatJson, InteractionJson } from '../../server/tester/contract.ts'
import { agentsQuery, useSayAsAgent, useTypeAsAgent } from '../agents-queries.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { takeLeft } from '../chat/left-composer.ts'
import { MessageComposer } from '../chat/message-composer.tsx'
import { Unsent } from '../chat/unsent.tsx'
import { useArrivedLine } from '../chat/use-arrived-line.ts'
import { useIsNextStep } from '../use-next-step.ts'
import { answerPlace, draftOf, lineOf, useAgentStore } from './agent-store.ts'
import { customerNameOf, isInChat } from './interactions.ts'
import { useResponseSuggestions } from './use-responses.tsx'
import { useWishedFocus } from './use-wished-focus.ts'

interface AgentComposerProps {
  agent: AgentJson
  interaction: InteractionJson
}

interface ConversationComposerProps extends AgentComposerProps {
  /** What was said; null while it is not known. */
  chat: ChatJson | null
}

/** Where the agent types; after the end, why nothing can be typed, and what was not sent. */
export function AgentComposer({ agent, interaction, chat }: ConversationComposerProps) {
  const { serviceId } = interaction
  const line = useAgentStore((store) => lineOf(store, agent.id, serviceId))
  const arrived = useAgentStore((store) => store.arrived)
  const said = chat?.transcript.filter(
    ({ type, party, nickname }) => type === 'text' && party === 'AGENT' && nickname === agent.name,
  )
  useArrivedLine(answerPlace(agent.id, serviceId), line, said ?? [], () => arrived(agent.id, serviceId))
  const Composer = interaction.state === 'active' ? OpenComposer : ClosedComposer
  return <Composer key={serviceId} agent={agent} interaction={interaction} />
}

const placeOf = ({ agent, interaction }: AgentComposerProps) => answerPlace(agent.id, interaction.serviceId)

function ClosedComposer({ agent, interaction }: AgentComposerProps) {
  const t = useTranslations('agent.composer')
  const { serviceId } = interaction
  const place = placeOf({ agent, interaction })
  const text = useAgentStore((store) => draftOf(store, agent.id, serviceId))
  const wishFocus = useAgentStore((store) => store.wishFocus)
  useEffect(() => {
    // A text that was not sent has taken it.
    if (takeLeft(place)) wishFocus({ place: 'disposition', serviceId })
  }, [place, serviceId, wishFocus])
  return (
    <div className="flex shrink-0 flex-col gap-2 border-t p-3">
      <p className="text-sm text-muted">
        {interaction.endedBy === 'transferred' ? t('passedOn', { name: agent.name }) : t('over')}
      </p>
      {text !== '' && <Unsent place={place} text={text} />}
    </div>
  )
}

function OpenComposer({ agent, interaction }: AgentComposerProps) {
  const t = useTranslations('agent.composer')
  const { serviceId } = interaction
  const client = useQueryClient()
  const text = useAgentStore((store) => draftOf(store, agent.id, serviceId))
  const draft = useAgentStore((store) => store.draft)
  const underWay = useAgentStore((store) => store.underWay)
  const say = useSayAsAgent()
  const type = useTypeAsAgent()
  const field = useRef<HTMLTextAreaElement>(null)
  useWishedFocus('composer', serviceId, field)
  const on = { agent: agent.id, serviceId }
  const onDraft = (changed: string) => draft(agent.id, serviceId, changed)
  const names = { customer: customerNameOf(interaction), agent: agent.name }
  const suggestions = useResponseSuggestions({ draft: text, onDraft, names })
  return (
    <MessageComposer
      place={placeOf({ agent, interaction })}
      label={t('label', { name: agent.name })}
      placeholder={t('placeholder', { name: agent.name })}
      sendLabel={t('send', { name: agent.name })}
      request="POST …/interactions/…/message"
      draft={text}
      draftNow={() => draftOf(useAgentStore.getState(), agent.id, serviceId)}
      onDraft={onDraft}
      onUnderWay={(line) => underWay(agent.id, serviceId, line)}
      // Before the chat has been read no line can be told from an earlier one of the same words: none counts as this.
      newestNow={() =>
        client.getQueryData(callbackQuery(serviceId).queryKey)?.chat?.transcript.at(-1)?.index ??
        Number.MAX_SAFE_INTEGER
      }
      say={(line) => say.mutateAsync({ ...on, text: line })}
      tellTyping={async (typing) => {
        // Whoever is not in it any more types no more, and nobody need be told.
        if (isInChat(client.getQueryData(agentsQuery().queryKey), agent.id, serviceId))
          await type.mutateAsync({ ...on, typing })
      }}
      nextStep={useIsNextStep(`agent-says-${agent.id}`, serviceId)}
      suggestions={suggestions}
      keysHint={t('slash')}
      fieldRef={field}
    />
  )
}

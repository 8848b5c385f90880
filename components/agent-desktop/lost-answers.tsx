'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { Unsent } from '../chat/unsent.tsx'
import { Button } from '../ui/button.tsx'
import { inCode } from '../ui/rich-text.tsx'
import { useHandFocusOn } from '../use-hand-focus-on.ts'
import { answerPlace, draftOf, draftedBy, useAgentStore } from './agent-store.ts'

/** What this agent has typed into chats that the tester knows no more: it can be taken elsewhere. */
export function LostAnswers({ agent }: { agent: AgentJson }) {
  const drafts = useAgentStore((store) => store.drafts)
  const known = new Set(agent.interactions.map(({ serviceId }) => serviceId))
  return draftedBy({ drafts }, agent.id)
    .filter((serviceId) => !known.has(serviceId))
    .map((serviceId) => <LostAnswer key={serviceId} agent={agent.id} serviceId={serviceId} />)
}

interface LostAnswerProps {
  agent: string
  serviceId: string
}

function LostAnswer({ agent, serviceId }: LostAnswerProps) {
  const { data: callback } = useQuery(callbackQuery(serviceId))
  return callback === null && <Lost agent={agent} serviceId={serviceId} />
}

function Lost({ agent, serviceId }: LostAnswerProps) {
  const t = useTranslations('agent.lostAnswer')
  const text = useAgentStore((store) => draftOf(store, agent, serviceId))
  const draft = useAgentStore((store) => store.draft)
  const place = useRef<HTMLDivElement>(null)
  useHandFocusOn(place, () => [document.getElementById('content')])
  return (
    <div ref={place} className="flex shrink-0 flex-col items-start gap-2 border-b p-3">
      <p className="text-sm text-muted">{t.rich('gone', { id: serviceId, code: inCode })}</p>
      <Unsent place={answerPlace(agent, serviceId)} text={text} />
      <Button size="small" variant="ghost" onClick={() => draft(agent, serviceId, '')}>
        {t('discard')}
      </Button>
    </div>
  )
}

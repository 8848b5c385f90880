'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { Unsent } from '../chat/unsent.tsx'
import { useDraftStore } from '../draft-store.ts'
import { noteField, noteTexts, sentField, unsentTexts } from '../note-drafts.ts'
import { Button } from '../ui/button.tsx'
import { inCode } from '../ui/rich-text.tsx'
import { useHandFocusOn } from '../use-hand-focus-on.ts'
import { answerPlace, draftedBy, draftOf, useAgentStore } from './agent-store.ts'
import { deviceDraft, draftedForDevices } from './device-drafts.ts'

/** What was typed for chats that the tester knows no more, and for their devices: it can be taken elsewhere. */
export function LostAnswers({ agent }: { agent: AgentJson }) {
  const drafts = useAgentStore((store) => store.drafts)
  const notes = useDraftStore((store) => store.drafts)
  const known = new Set(agent.interactions.map(({ serviceId }) => serviceId))
  return [...new Set([...draftedBy({ drafts }, agent.id), ...draftedForDevices(notes)])]
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

/** What stood in the fields of a chat that is gone. */
function Lost({ agent, serviceId }: LostAnswerProps) {
  const t = useTranslations('agent.lostAnswer')
  const device = useTranslations('agent.notify')
  const text = useAgentStore((store) => draftOf(store, agent, serviceId))
  const draft = useAgentStore((store) => store.draft)
  const notes = useDraftStore((store) => store.drafts)
  const forget = useDraftStore((store) => store.forget)
  const unsent = unsentTexts(notes, deviceDraft(serviceId))
  const place = useRef<HTMLDivElement>(null)
  useHandFocusOn(place, () => [document.getElementById('content')])
  return (
    <div ref={place} className="flex shrink-0 flex-col items-start gap-2 border-b p-3">
      <p className="text-sm text-muted">{t.rich('gone', { id: serviceId, code: inCode })}</p>
      {text !== '' && <Unsent place={answerPlace(agent, serviceId)} text={text} />}
      {unsent.map((note) => (
        <Unsent key={note.name} place={note.place} label={device(note.name)} text={note.text} />
      ))}
      <Button
        size="small"
        variant="ghost"
        onClick={() => {
          draft(agent, serviceId, '')
          for (const name of noteTexts) {
            forget(noteField(deviceDraft(serviceId), name))
            forget(sentField(deviceDraft(serviceId), name))
          }
        }}
      >
        {t('discard')}
      </Button>
    </div>
  )
}

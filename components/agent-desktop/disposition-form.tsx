'use client'

import { Check } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { useDisposeInteraction, useSetAgentState } from '../agents-queries.ts'
import { useDraft } from '../draft-store.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { Input, Select } from '../ui/field.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { codeWantedBy, isChanged } from './disposition.ts'
import { customerNameOf, otherOwed } from './interactions.ts'
import { useWishedFocus } from './use-wished-focus.ts'

/** The codes that are offered; they go over the wire as they are. */
const codes = ['resolved', 'follow-up', 'escalated', 'wrong department', 'spam']

interface DispositionFormProps {
  agent: AgentJson
  interaction: InteractionJson
}

/** What came of the chat: a code and a note; and the end of after-call work. */
export function DispositionForm({ agent, interaction }: DispositionFormProps) {
  const t = useTranslations('agent.disposition')
  const { serviceId, disposition } = interaction
  const draft = `disposition ${agent.id} ${serviceId}`
  const [code, setCode, forgetCode] = useDraft(`${draft} code`, disposition?.code)
  const [note, setNote, forgetNote] = useDraft(`${draft} note`, disposition?.note)
  const dispose = useDisposeInteraction()
  const setState = useSetAgentState()
  const select = useRef<HTMLSelectElement>(null)
  useWishedFocus('disposition', serviceId, select)

  const isOther = isChanged({ code, note }, interaction)
  const isOver = interaction.state === 'ended'
  const isAfterCall = agent.state === 'after-call-work' && isOver
  const others = otherOwed(agent, interaction)
  const isMandatory = agent.dispositionMandatory && agent.auto === null
  const wanted = codeWantedBy({ code, note }, interaction, agent)
  const missing =
    wanted !== null ? t(wanted) : others[0] ? t('othersMissing', { name: customerNameOf(others[0]) }) : null
  const nextStep = useIsNextStep(`dispose-${agent.id}`, serviceId)
  const isDoneNext = isAfterCall && missing === null
  const keep = async () => {
    if (!isOther || code === '') return
    await dispose.mutateAsync({ agent: agent.id, serviceId, code, note })
    forgetCode()
    forgetNote()
  }
  const finish = async () => {
    try {
      await keep()
      await setState.mutateAsync({ agent: agent.id, state: 'ready' })
    } catch {
      // Each says itself what went wrong.
    }
  }
  const request = `POST …/interactions/…/disposition`
  return (
    <form
      aria-label={t('label')}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isAfterCall && missing === null) void finish()
        else void keep().catch(() => undefined)
      }}
    >
      <Select
        ref={select}
        label={t('code')}
        wireName="code"
        nextStep={code === '' ? nextStep : null}
        hint={isMandatory ? t('mandatory') : undefined}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      >
        <option value="">{t('none')}</option>
        {(codes.includes(code) || code === '' ? codes : [...codes, code]).map((one) => (
          <option key={one} lang="en">
            {one}
          </option>
        ))}
      </Select>
      <Input
        label={t('note')}
        wireName="note"
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="flex flex-wrap items-start gap-2">
        <Button
          type="button"
          size="small"
          isBusy={dispose.isPending}
          disabledReason={code === '' ? t('chooseCode') : isOther ? null : t('kept')}
          nextStep={code !== '' && !isDoneNext ? nextStep : null}
          request={request}
          onClick={() => void keep().catch(() => undefined)}
        >
          {t('save')}
        </Button>
        {isAfterCall && (
          <Button
            type="button"
            size="small"
            variant="primary"
            isBusy={setState.isPending}
            disabledReason={missing}
            nextStep={isDoneNext ? nextStep : null}
            request={`${request}, POST /gmstester/api/agents/${agent.id}/state {"state":"ready"}`}
            onClick={() => void finish()}
          >
            {!setState.isPending && <Check aria-hidden size={14} />}
            {t('done')}
          </Button>
        )}
      </div>
      {dispose.error && (
        <Failure what={t('save')} error={dispose.error} onRetry={() => dispose.mutate(dispose.variables)} />
      )}
      {setState.error && <Failure what={t('done')} error={setState.error} onRetry={() => void finish()} />}
    </form>
  )
}

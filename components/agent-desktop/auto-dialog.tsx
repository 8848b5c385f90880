'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { usePutAgent } from '../agents-queries.ts'
import { Failure } from '../failure.tsx'
import { useFormDraft } from '../form-draft.ts'
import { TesterError } from '../tester-client.ts'
import { useFirstFault } from '../use-first-fault.ts'
import { Button } from '../ui/button.tsx'
import { CancelButton } from '../ui/cancel-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input, Textarea } from '../ui/field.tsx'
import { inEnglish } from '../ui/in-english.tsx'
import {
  autoFieldOf,
  autoFormOf,
  drawnBy,
  readAutoForm,
  type AutoFaults,
  type AutoForm,
} from './auto-form.ts'

/** How the agent works by itself: after how long it accepts, what it says, when it leaves. */
export function AutoDialog({ agent, onClose }: { agent: AgentJson; onClose: () => void }) {
  const t = useTranslations('agent.auto')
  const formId = useId()
  const put = usePutAgent()
  const { form, change, forget } = useFormDraft(`auto ${agent.id}`, autoFormOf(agent, t('script')))
  const close = () => {
    forget()
    onClose()
  }
  const leave = () => {
    // What is being saved may yet fail.
    if (!put.isPending) close()
  }
  const [faults, setFaults] = useState<AutoFaults>({})
  const formRef = useFirstFault(faults, put.error)
  const submit = () => {
    if (put.isPending) return
    const read = readAutoForm(form, agent)
    setFaults('faults' in read ? read.faults : {})
    if ('faults' in read) return
    put.mutate({ agent, changes: { auto: read.auto } }, { onSuccess: close })
  }
  const details = put.error instanceof TesterError ? put.error.details : []
  const isNamed = details.length > 0 && details.every((detail) => autoFieldOf(detail.field) !== null)
  const errorOf = (name: keyof AutoForm) => {
    if (faults[name]) return t('notSeconds')
    const said = details.filter((detail) => autoFieldOf(detail.field) === name)
    return said.length > 0 ? inEnglish(said.map(({ message }) => message).join(' ')) : null
  }
  const field = (name: keyof AutoForm) => ({
    value: form[name],
    error: errorOf(name),
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
  })
  const drawnHint = (name: Parameters<typeof drawnBy>[0]) => {
    const distribution = drawnBy(name, form, agent)
    return distribution === null ? undefined : t('drawn', { distribution })
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && leave()}
      title={t('title', { name: agent.name })}
      description={t('description')}
      footer={
        <>
          <CancelButton isOnItsWay={put.isPending} onClick={leave}>
            {t('cancel')}
          </CancelButton>
          <Button
            variant="primary"
            isBusy={put.isPending}
            type="submit"
            form={formId}
            request={`PUT /gmstester/api/agents/${agent.id}`}
          >
            {agent.auto ? t('save') : t('begin')}
          </Button>
        </>
      }
    >
      {put.error && !isNamed && <Failure what={t('save')} error={put.error} onRetry={submit} />}
      <form
        ref={formRef}
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Input
          label={t('answer')}
          wireName="auto.answerDelay.seconds"
          inputMode="decimal"
          hint={drawnHint('answerSeconds')}
          {...field('answerSeconds')}
        />
        <Textarea
          label={t('lines')}
          wireName="auto.lines"
          hint={t('linesHint')}
          rows={4}
          {...field('script')}
        />
        <div className="grid gap-4 medium:grid-cols-2">
          <Input
            label={t('interval')}
            wireName="auto.lineInterval.seconds"
            inputMode="decimal"
            hint={drawnHint('lineSeconds')}
            {...field('lineSeconds')}
          />
          <Input
            label={t('talk')}
            wireName="auto.talk.seconds"
            inputMode="decimal"
            hint={[t('talkHint'), drawnHint('talkSeconds')].filter(Boolean).join(' · ')}
            {...field('talkSeconds')}
          />
        </div>
        {agent.state !== 'ready' && (
          <p className="text-sm text-muted">{t('notReady', { name: agent.name })}</p>
        )}
      </form>
    </Dialog>
  )
}

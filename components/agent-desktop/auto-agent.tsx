'use client'

import { Bot, Square } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { usePutAgent } from '../agents-queries.ts'
import { Failure } from '../failure.tsx'
import { TesterError } from '../tester-client.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input, Textarea } from '../ui/field.tsx'
import { autoFieldOf, autoFormOf, readAutoForm, type AutoFaults, type AutoForm } from './auto-form.ts'

/** Whether the agent works by itself: a sign and a stop while it does, else the offer. */
export function AutoAgent({ agent }: { agent: AgentJson }) {
  const t = useTranslations('agent.auto')
  const [isOpen, setOpen] = useState(false)
  const stop = usePutAgent()
  const request = `PUT /gmstester/api/agents/${agent.id}`
  return (
    <>
      {agent.auto ? (
        <div className="flex flex-wrap items-center gap-2 rounded-md bg-lane-agent-soft px-2 py-1.5">
          <Bot aria-hidden size={16} className="shrink-0 text-lane-agent" />
          <span className="min-w-0 flex-1 text-sm">{t('running', { name: agent.name })}</span>
          <Button
            size="small"
            variant="ghost"
            request={`${request} {"auto":{…}}`}
            onClick={() => setOpen(true)}
          >
            {t('change')}
          </Button>
          <Button
            size="small"
            isBusy={stop.isPending}
            request={`${request} {"auto":null}`}
            onClick={() => stop.mutate({ agent, changes: { auto: null } })}
          >
            {!stop.isPending && <Square aria-hidden size={12} className="fill-current" />}
            {t('stop')}
          </Button>
        </div>
      ) : (
        <Button
          size="small"
          variant="ghost"
          className="-ml-2.5"
          request={`${request} {"auto":{…}}`}
          onClick={() => setOpen(true)}
        >
          <Bot aria-hidden size={14} />
          {t('start')}
        </Button>
      )}
      {stop.error && (
        <Failure what={t('stop')} error={stop.error} onRetry={() => stop.mutate(stop.variables)} />
      )}
      {isOpen && <AutoDialog agent={agent} onClose={() => setOpen(false)} />}
    </>
  )
}

/** How the agent works by itself: after how long it accepts, what it says, when it leaves. */
function AutoDialog({ agent, onClose }: { agent: AgentJson; onClose: () => void }) {
  const t = useTranslations('agent.auto')
  const formId = useId()
  const put = usePutAgent()
  const [form, setForm] = useState(() => autoFormOf(agent, t('script')))
  const [faults, setFaults] = useState<AutoFaults>({})
  const submit = () => {
    if (put.isPending) return
    const read = readAutoForm(form, agent)
    setFaults('faults' in read ? read.faults : {})
    if ('faults' in read) return
    put.mutate({ agent, changes: { auto: read.auto } }, { onSuccess: onClose })
  }
  const details = put.error instanceof TesterError ? put.error.details : []
  const isNamed = details.length > 0 && details.every((detail) => autoFieldOf(detail.field) !== null)
  const field = (name: keyof AutoForm) => ({
    value: form[name],
    error: faults[name]
      ? t('notSeconds')
      : details
          .filter((detail) => autoFieldOf(detail.field) === name)
          .map(({ message }) => message)
          .join(' ') || null,
    onChange: ({ target }: { target: { value: string } }) =>
      setForm((before) => ({ ...before, [name]: target.value })),
  })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title', { name: agent.name })}
      description={t('description')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
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
          {...field('answerSeconds')}
        />
        <Textarea
          label={t('lines')}
          wireName="auto.lines"
          hint={t('linesHint')}
          rows={4}
          {...field('script')}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Input
            label={t('interval')}
            wireName="auto.lineInterval.seconds"
            inputMode="decimal"
            {...field('lineSeconds')}
          />
          <Input
            label={t('talk')}
            wireName="auto.talk.seconds"
            inputMode="decimal"
            hint={t('talkHint')}
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

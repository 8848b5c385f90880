'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { useDraft, useForgetWhenSet } from '../draft-store.ts'
import { Failure } from '../failure.tsx'
import { thresholdQuery } from '../queues-queries.ts'
import { usePatchService } from '../services-queries.ts'
import { TesterError } from '../tester-client.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Input } from '../ui/field.tsx'
import { inEnglish } from '../ui/in-english.tsx'
import { TruthTable } from './truth-table.tsx'

/** One service's table as text, whom it lets pass as it is typed, and a way to set it. */
export function ThresholdEditor({
  service,
  etaSeconds,
}: {
  service: ServiceJson
  etaSeconds: number | null
}) {
  const t = useTranslations('queue')
  const set = service.options._eta_pos_threshold ?? ''
  const [text, setText, forget] = useDraft(`threshold ${service.name}`, set)
  const asked = useDeferredValue(text)
  const isOff = text.trim() === ''
  const { data, error, refetch } = useQuery({
    ...thresholdQuery(asked),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const save = usePatchService()
  // Of the value only when it was judged: a network that is gone says nothing of it.
  const isJudged = error instanceof TesterError && error.status === 400
  const fault = isOff || !isJudged ? null : (error.details[0]?.message ?? error.message)
  useForgetWhenSet(set, (now) => text.trim() === now, forget)
  const send = () => save.mutate({ name: service.name, options: { _eta_pos_threshold: text.trim() } })
  return (
    <section aria-label={service.name} className="flex flex-col gap-2 border-t p-3 first-of-type:border-t-0">
      <form
        className="flex flex-wrap items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (fault === null && text !== set) send()
        }}
      >
        <div className="min-w-48 flex-1">
          <Input
            label={<code>{service.name}</code>}
            hint={t('thresholdHint')}
            error={fault !== null && inEnglish(fault)}
            spellCheck={false}
            className="font-mono"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div className="pt-5.5">
          <Button
            type="submit"
            isBusy={save.isPending}
            request={`PATCH /gmstester/api/services/${service.name} {"options":{"_eta_pos_threshold":"${text}"}}`}
            disabledReason={fault !== null ? t('correctFirst') : text === set ? t('asSet') : null}
          >
            {t('set')}
          </Button>
        </div>
      </form>
      {save.error && <Failure what={t('settingThreshold')} error={save.error} onRetry={send} />}
      {isOff ? (
        <p className="text-sm text-muted">{t('thresholdOff')}</p>
      ) : (
        data && fault === null && <TruthTable preview={data} etaSeconds={etaSeconds} />
      )}
      {!isOff && error && !isJudged && (
        <ErrorState title={t('tableUnreadable')} error={error} onRetry={() => void refetch()} />
      )}
    </section>
  )
}

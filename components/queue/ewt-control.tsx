'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { useDraft, useForgetWhenSet } from '../draft-store.ts'
import { Failure } from '../failure.tsx'
import { ewtModelsQuery, useSetEwt } from '../queues-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Input, Select } from '../ui/field.tsx'
import { useModelWords } from './model-words.ts'
import { useSayEstimate } from '../use-say-estimate.ts'

const firstFixedSeconds = 30
/** A day; what is longer than that is not an estimate. */
const fixedSecondsMax = 86_400

/** Where the estimated wait comes from, in words, and how to change it. */
export function EwtControl({ queue }: { queue: QueueJson }) {
  const t = useTranslations('queue')
  const say = useSayEstimate()
  const words = useModelWords()
  const { data: models, error, refetch } = useQuery(ewtModelsQuery())
  const setEwt = useSetEwt()
  const { model, seconds, formula, explanationPhrase } = queue.ewt
  const choose = (chosen: string, fixed = seconds ?? firstFixedSeconds) =>
    setEwt.mutate({
      queue: queue.name,
      setting: chosen === 'fixed' ? { model: chosen, seconds: fixed } : { model: chosen },
    })
  const request = `PUT /gmstester/api/queues/${encodeURIComponent(queue.name)}/ewt`
  return (
    <section aria-labelledby="ewt-title" className="flex shrink-0 flex-col gap-2 border-b p-3">
      <h3 id="ewt-title" className="text-sm font-semibold">
        {t('estimatedWait')}
      </h3>
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-32">
          <Select
            label={t('model')}
            value={model}
            request={request}
            onChange={(event) => choose(event.target.value)}
          >
            {(models ?? [{ name: model }]).map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        {model === 'fixed' && (
          <FixedSeconds
            queue={queue.name}
            seconds={seconds ?? firstFixedSeconds}
            request={request}
            isBusy={setEwt.isPending}
            onSet={(n) => choose('fixed', n)}
          />
        )}
      </div>
      <p className="text-sm text-muted first-letter:uppercase">
        {say(explanationPhrase)}
        {model !== 'unavailable' && model !== 'fixed' && (
          <code className="block text-xs break-words">{words(model, 'formula', formula)}</code>
        )}
      </p>
      {error && !models && (
        <ErrorState title={t('modelsUnreadable')} error={error} onRetry={() => void refetch()} />
      )}
      {setEwt.error && (
        <Failure
          what={t('settingEstimate')}
          error={setEwt.error}
          onRetry={() => setEwt.mutate(setEwt.variables)}
        />
      )}
    </section>
  )
}

interface FixedSecondsProps {
  queue: string
  seconds: number
  request: string
  isBusy: boolean
  onSet: (seconds: number) => void
}

function FixedSeconds({ queue, seconds, request, isBusy, onSet }: FixedSecondsProps) {
  const t = useTranslations('queue')
  const [text, setText, forget] = useDraft(`estimate ${queue}`, String(seconds))
  const value = Number(text)
  const isValid = text.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= fixedSecondsMax
  useForgetWhenSet(String(seconds), (set) => value === Number(set), forget)
  const commit = () => {
    if (isValid && value !== seconds && !isBusy) onSet(value)
  }
  return (
    <form
      className="w-28"
      onSubmit={(event) => {
        event.preventDefault()
        commit()
      }}
    >
      <Input
        label={t('parameters.seconds')}
        request={request}
        type="text"
        inputMode="numeric"
        value={text}
        error={isValid ? null : t('wholeRange', { min: 0, max: fixedSecondsMax })}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
      />
    </form>
  )
}

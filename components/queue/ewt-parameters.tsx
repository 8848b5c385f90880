'use client'

import { useTranslations } from 'use-intl'
import type { EwtModelJson } from '../../server/tester/contract.ts'
import { useForgetWhenSet } from '../draft-store.ts'
import { useFormDraft } from '../form-draft.ts'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { readParameter } from './ewt-parameter.ts'
import { useModelWords } from './model-words.ts'

interface EwtParametersProps {
  model: EwtModelJson
  /** Under which name what is typed is kept. */
  draft: string
  values: Readonly<Record<string, number>>
  request: string
  isBusy: boolean
  onSet: (parameters: Record<string, number>) => void
}

/** The numbers that a model takes, each with its range. */
export function EwtParameters({ model, draft, values, request, isBusy, onSet }: EwtParametersProps) {
  const t = useTranslations('queue')
  const words = useModelWords()
  const {
    form: texts,
    change,
    forget,
  } = useFormDraft<Record<string, string>>(
    draft,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
  )
  const read = model.parameters.map((parameter) => ({
    parameter,
    value: readParameter(parameter, texts[parameter.name] ?? ''),
  }))
  const isValid = read.every(({ value }) => value !== null)
  const isChanged = read.some(({ parameter, value }) => value !== values[parameter.name])
  useForgetWhenSet(JSON.stringify(values), () => !isChanged, forget)
  const set = () => {
    if (!isValid || !isChanged || isBusy) return
    onSet(
      Object.fromEntries(
        read.flatMap(({ parameter, value }) => (value === null ? [] : [[parameter.name, value]])),
      ),
    )
  }
  return (
    <form
      className="flex flex-wrap items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        set()
      }}
    >
      {read.map(({ parameter, value }) => (
        <div key={parameter.name} className="w-56 max-w-full">
          <Input
            label={t(`parameters.${parameter.name}`)}
            wireName={parameter.name}
            inputMode={parameter.isWhole ? 'numeric' : 'decimal'}
            hint={words(model.name, parameter.name, parameter.meaning)}
            error={
              value === null
                ? t(parameter.isWhole ? 'wholeRange' : 'range', { min: parameter.min, max: parameter.max })
                : null
            }
            value={texts[parameter.name] ?? ''}
            onChange={(event) => change({ [parameter.name]: event.target.value })}
          />
        </div>
      ))}
      <div className="pt-5.5">
        <Button
          type="submit"
          isBusy={isBusy}
          request={request}
          disabledReason={!isValid ? t('correctFirst') : isChanged ? null : t('asSet')}
        >
          {t('set')}
        </Button>
      </div>
    </form>
  )
}

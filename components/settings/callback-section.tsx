'use client'

import { useQuery } from '@tanstack/react-query'
import { Pencil, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl'
import { useDraft } from '../draft-store.ts'
import { optionFault, type Option } from '../services/option-fault.ts'
import { refusalOf } from '../services/refusal-of.ts'
import { callbackOptionsQuery, useChangeSettings } from '../settings-queries.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useSaved } from './use-saved.ts'
import { loadAgain } from '../ui/load-again.ts'

const ValueField = dynamic(
  () => loadAgain(() => import('../services/value-field.tsx')).then((module) => module.ValueField),
  {
    ssr: false,
  },
)

const request = 'PATCH /gmstester/api/settings'

/** The options of section `callback`: those that are set, and one more to set. */
export function CallbackSection({ section }: { section: Readonly<Record<string, string>> }) {
  const t = useTranslations('settings.section')
  const { data: options = [] } = useQuery(callbackOptionsQuery())
  const [chosen, setChosen] = useDraft('callback section')
  const option = options.find(({ name }) => name === chosen)
  const entries = Object.entries(section)
  return (
    <>
      <h3 className="text-sm font-medium">{t('title')}</h3>
      <p className="text-xs text-muted">{t('text')}</p>
      {entries.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
      {entries.length > 0 && (
        <ul aria-label={t('chosen')} className="flex flex-col divide-y rounded-md border">
          {entries.map(([name, value]) => (
            <SetOption key={name} name={name} value={value} onEdit={() => setChosen(name)} />
          ))}
        </ul>
      )}
      <div className="max-w-md">
        <Select label={t('set')} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('choose')}</option>
          {options.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </div>
      {option && (
        <OptionForm
          key={option.name}
          option={option}
          current={section[option.name] ?? ''}
          onDone={() => setChosen('')}
        />
      )}
    </>
  )
}

function SetOption({ name, value, onEdit }: { name: string; value: string; onEdit: () => void }) {
  const t = useTranslations('settings.section')
  const { saved, notSaved } = useSaved()
  const change = useChangeSettings()
  const clear = () =>
    change.mutate(
      { callback: { [name]: null } },
      { onSuccess: () => saved(name), onError: (error) => notSaved(name, error, clear) },
    )
  return (
    <li className="flex items-center gap-2 px-2 py-1">
      <code className="min-w-0 flex-1 break-all">
        {name} = {value}
      </code>
      <IconButton label={t('edit', { name })} onClick={onEdit}>
        <Pencil aria-hidden size={14} />
      </IconButton>
      <IconButton label={t('clearOne', { name })} request={request} onClick={clear}>
        <X aria-hidden size={14} />
      </IconButton>
    </li>
  )
}

function OptionForm({ option, current, onDone }: { option: Option; current: string; onDone: () => void }) {
  const t = useTranslations('settings.section')
  const services = useTranslations('services')
  const { saved } = useSaved()
  const change = useChangeSettings()
  const [value, setValue, forget] = useDraft(`callback section ${option.name}`, current)
  const fault = optionFault(option, value, services)
  const refusal = change.error === null ? null : refusalOf(change.error, `callback.${option.name}`)
  const save = () =>
    change.mutate(
      { callback: { [option.name]: value } },
      {
        onSuccess: () => {
          saved(option.name)
          forget()
          onDone()
        },
      },
    )
  return (
    <form
      noValidate
      className="flex max-w-md flex-col items-start gap-2 rounded-md border border-line-strong p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (fault === null && value !== current) save()
      }}
    >
      <p lang="en" className="text-sm text-muted">
        {option.description}
      </p>
      <div className="w-full">
        <ValueField
          label={option.name}
          option={option}
          value={value}
          error={fault ?? refusal}
          onChange={(next) => {
            change.reset()
            setValue(next)
          }}
        />
      </div>
      <Button
        type="submit"
        size="small"
        variant="primary"
        isBusy={change.isPending}
        request={request}
        disabledReason={value === current ? t('unchanged') : fault && services('parameter.faulty')}
      >
        {t('save')}
      </Button>
    </form>
  )
}

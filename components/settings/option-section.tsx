'use client'

import { useQuery } from '@tanstack/react-query'
import { Pencil, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl'
import { useDraft } from '../draft-store.ts'
import { Failure } from '../failure.tsx'
import { optionFault, type Option } from '../services/option-fault.ts'
import { useOptionMeaning } from '../services/option-meaning.ts'
import { refusalOf } from '../services/refusal-of.ts'
import {
  sectionOptionsQuery,
  useChangeSettings,
  type Section,
  type SettingsChange,
} from '../settings-queries.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { inEnglish } from '../ui/in-english.tsx'
import { useSaved } from './use-saved.ts'
import { loadAgain } from '../ui/load-again.ts'

const ValueField = dynamic(
  () => loadAgain(() => import('../services/value-field.tsx')).then((module) => module.ValueField),
  {
    ssr: false,
  },
)

const request = 'PATCH /gmstester/api/settings'

/** A change of one option of the section; null takes it out. */
const changeOf = (section: Section, name: string, value: string | null): SettingsChange =>
  section === 'callback' ? { callback: { [name]: value } } : { server: { [name]: value } }

interface OptionSectionProps {
  section: Section
  /** Those of its options that are set. */
  values: Readonly<Record<string, string>>
}

/** The options of a section: those that are set, and one more to set. */
export function OptionSection({ section, values }: OptionSectionProps) {
  const t = useTranslations('settings.section')
  const { data: options = [] } = useQuery(sectionOptionsQuery(section))
  const [chosen, setChosen] = useDraft(`${section} section`)
  const option = options.find(({ name }) => name === chosen)
  const entries = Object.entries(values)
  return (
    <>
      <h3 className="text-sm font-medium">{t(`${section}.title`)}</h3>
      <p className="text-xs text-muted">{t(`${section}.text`)}</p>
      {entries.length === 0 && <p className="text-sm text-muted">{t(`${section}.none`)}</p>}
      {entries.length > 0 && (
        <ul aria-label={t(`${section}.chosen`)} className="flex flex-col divide-y rounded-md border">
          {entries.map(([name, value]) => (
            <SetOption
              key={name}
              section={section}
              name={name}
              value={value}
              onEdit={() => setChosen(name)}
            />
          ))}
        </ul>
      )}
      <div className="max-w-md">
        <Select
          label={t(`${section}.set`)}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{t('choose')}</option>
          {options.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </div>
      {option && (
        <OptionForm
          key={option.name}
          section={section}
          option={option}
          current={values[option.name] ?? ''}
          onDone={() => setChosen('')}
        />
      )}
    </>
  )
}

interface SetOptionProps {
  section: Section
  name: string
  value: string
  onEdit: () => void
}

function SetOption({ section, name, value, onEdit }: SetOptionProps) {
  const t = useTranslations('settings.section')
  const { saved, notSaved } = useSaved()
  const change = useChangeSettings()
  const clear = () =>
    change.mutate(changeOf(section, name, null), {
      onSuccess: () => saved(name),
      onError: (error) => notSaved(name, error, clear),
    })
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

interface OptionFormProps {
  section: Section
  option: Option
  current: string
  onDone: () => void
}

function OptionForm({ section, option, current, onDone }: OptionFormProps) {
  const t = useTranslations('settings.section')
  const services = useTranslations('services')
  const meaningOf = useOptionMeaning()
  const { saved } = useSaved()
  const change = useChangeSettings()
  const [value, setValue, forget] = useDraft(`${section} section ${option.name}`, current)
  const fault = optionFault(option, value, services)
  const refusal = change.error === null ? null : refusalOf(change.error, `${section}.${option.name}`)
  const save = () =>
    change.mutate(changeOf(section, option.name, value), {
      onSuccess: () => {
        saved(option.name)
        forget()
        onDone()
      },
    })
  return (
    <form
      noValidate
      className="flex max-w-md flex-col items-start gap-2 rounded-md border border-line-strong p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (fault === null && value !== current) save()
      }}
    >
      <p className="text-sm text-muted">{meaningOf(option)}</p>
      <div className="w-full">
        <ValueField
          label={option.name}
          option={option}
          value={value}
          error={fault ?? (refusal && inEnglish(refusal))}
          onChange={(next) => {
            change.reset()
            setValue(next)
          }}
        />
      </div>
      {change.error && refusal === null && <Failure what={t('save')} error={change.error} onRetry={save} />}
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

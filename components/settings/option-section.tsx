'use client'

import { useQuery } from '@tanstack/react-query'
import { Pencil, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useDraft } from '../draft-store.ts'
import { draftKey, useDraftsStore } from '../services/drafts-store.ts'
import {
  sectionChange,
  sectionOptionsQuery,
  settingsRequest,
  useChangeSettings,
  type Section,
} from '../settings-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Select } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { loadAgain } from '../ui/load-again.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useHandFocusOn } from '../use-hand-focus-on.ts'
import { useSaved } from './use-saved.ts'

const OptionForm = dynamic(
  () => loadAgain(() => import('./option-form.tsx')).then((module) => module.OptionForm),
  { ssr: false },
)

interface OptionSectionProps {
  section: Section
  /** Those of its options that are set. */
  values: Readonly<Record<string, string>>
}

/** The options of a section: those that are set, and one more to set. */
export function OptionSection({ section, values }: OptionSectionProps) {
  const t = useTranslations('settings.section')
  const { data: options, error, refetch } = useQuery(sectionOptionsQuery(section))
  const [chosen, setChosen] = useDraft(`${section} section`)
  const select = useRef<HTMLSelectElement>(null)
  // Where the keyboard goes back to, and how often it was sent into the form.
  const pencil = useRef<HTMLElement>(null)
  const [edits, setEdits] = useState(0)
  const option = options?.find(({ name }) => name === chosen)
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
              onEdit={(by) => {
                pencil.current = by
                setChosen(name)
                setEdits(edits + 1)
              }}
              focusAfter={() => select.current}
            />
          ))}
        </ul>
      )}
      {options && (
        <div className="max-w-md">
          <Select
            ref={select}
            label={t(`${section}.set`)}
            value={chosen}
            onChange={(event) => {
              pencil.current = null
              setChosen(event.target.value)
              setEdits(0)
            }}
          >
            <option value="">{t('choose')}</option>
            {options.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </div>
      )}
      {options === undefined && error === null && (
        // As high as what will stand there.
        <div className="min-h-14">
          <Skeleton what={t('loading')} lines={1} />
        </div>
      )}
      {options === undefined && error !== null && (
        <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
      )}
      {option && (
        <OptionForm
          key={option.name}
          section={section}
          option={option}
          current={values[option.name] ?? ''}
          edits={edits}
          onClose={(isHere) => {
            const isPencilThere = pencil.current?.isConnected === true
            if (isHere) (isPencilThere ? pencil : select).current?.focus()
            setChosen('')
            setEdits(0)
          }}
        />
      )}
    </>
  )
}

interface SetOptionProps {
  section: Section
  name: string
  value: string
  onEdit: (pencil: HTMLElement) => void
  /** Where the keyboard goes when it was here and the option is cleared. */
  focusAfter: () => HTMLElement | null
}

function SetOption({ section, name, value, onEdit, focusAfter }: SetOptionProps) {
  const t = useTranslations('settings.section')
  const { saved, notSaved } = useSaved()
  const change = useChangeSettings()
  const row = useRef<HTMLLIElement>(null)
  useHandFocusOn(row, () => [focusAfter()])
  // The row goes with the option: its own mutation would have nobody to tell.
  const clear = () =>
    void change.mutateAsync(sectionChange(section, name, null)).then(
      () => {
        // Whoever is editing it goes on from there: it was not somebody else.
        useDraftsStore.getState().change(draftKey(`${section} section`, name), { base: '' })
        saved(name)
      },
      (error: Error) => notSaved(name, error, clear),
    )
  return (
    <li ref={row} className="flex items-center gap-2 px-2 py-1">
      <code className="min-w-0 flex-1 wrap-anywhere">
        {name} = {value}
      </code>
      <IconButton label={t('edit', { name })} onClick={(event) => onEdit(event.currentTarget)}>
        <Pencil aria-hidden size={14} />
      </IconButton>
      <IconButton label={t('clearOne', { name })} request={settingsRequest} onClick={clear}>
        <X aria-hidden size={14} />
      </IconButton>
    </li>
  )
}

'use client'

import { useEffect, useRef } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { useTranslations } from 'use-intl'
import { Failure } from '../failure.tsx'
import { draftKey, useDraftsStore } from '../services/drafts-store.ts'
import { optionFault, type Option } from '../services/option-fault.ts'
import { useOptionMeaning } from '../services/option-meaning.ts'
import { refusalOf } from '../services/refusal-of.ts'
import { ValueConflict } from '../services/value-conflict.tsx'
import { ValueField } from '../services/value-field.tsx'
import {
  sectionChange,
  settingsRequest,
  useChangeSettings,
  useIsOptionChanging,
  type Section,
} from '../settings-queries.ts'
import { Button } from '../ui/button.tsx'
import { CancelButton } from '../ui/cancel-button.tsx'
import { inEnglish } from '../ui/in-english.tsx'
import { useSaved } from './use-saved.ts'

interface OptionFormProps {
  section: Section
  option: Option
  /** What is set now; empty: nothing. */
  current: string
  /** How often the pencil has asked for the form: each time brings the keyboard into its field. */
  edits: number
  /** `isHere`: the keyboard is in the form, or nowhere. */
  onClose: (isHere: boolean) => void
}

const focusField = (form: HTMLElement | null) =>
  form?.querySelector<HTMLElement>('input, select, textarea')?.focus()

/** Sets one option of a section. What somebody else saves meanwhile is shown beside it; the reader chooses. */
export function OptionForm({ section, option, current, edits, onClose }: OptionFormProps) {
  const t = useTranslations('settings.section')
  const services = useTranslations('services')
  const meaningOf = useOptionMeaning()
  const { saved, notSaved } = useSaved()
  const change = useChangeSettings()
  const place = useRef<HTMLFormElement>(null)
  const key = draftKey(`${section} section`, option.name)
  const drafts = useDraftsStore()
  const { base, value } = drafts.drafts[key] ?? { base: current, value: current }
  const write = (next: string) => {
    drafts.begin(key, base)
    drafts.change(key, { value: next })
  }
  const close = () => {
    const at = document.activeElement
    drafts.end(key)
    onClose(at === document.body || place.current?.contains(at) === true)
  }
  const leave = () => {
    // What is being saved may yet fail.
    if (!change.isPending) close()
  }
  const scope = useHotkeys<HTMLFormElement>('escape', leave, { enableOnFormTags: true })
  useEffect(() => {
    if (edits > 0) focusField(place.current)
  }, [edits])

  const fault = optionFault(option, value, services)
  const refusal = change.error === null ? null : refusalOf(change.error, `${section}.${option.name}`)
  // The form may be gone before the answer comes: another option was chosen.
  const save = () =>
    void change.mutateAsync(sectionChange(section, option.name, value)).then(
      () => {
        saved(option.name)
        // What was typed meanwhile is not saved.
        if (useDraftsStore.getState().drafts[key]?.value !== value) drafts.change(key, { base: value })
        else if (place.current) close()
        else drafts.end(key)
      },
      (error: Error) => {
        if (!place.current) notSaved(option.name, error, save)
      },
    )
  // What is on its way from here, be it from the option's own row, is nobody else's.
  const isChanging = useIsOptionChanging(section, option.name)
  const isConflict = current !== base && current !== value && !isChanging
  const disabledReason = isConflict
    ? services('parameter.chooseFirst')
    : value === current
      ? t('unchanged')
      : fault && services('parameter.faulty')

  return (
    <form
      ref={(element) => {
        place.current = element
        scope(element)
      }}
      noValidate
      className="flex max-w-md flex-col items-start gap-2 rounded-md border border-line-strong p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (disabledReason === null && !change.isPending) save()
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
            if (change.isError) change.reset()
            write(next)
          }}
        />
      </div>
      {isConflict && (
        <ValueConflict
          theirs={current}
          mine={value}
          onTakeTheirs={close}
          onKeepMine={() => {
            drafts.change(key, { base: current })
            focusField(place.current)
          }}
        />
      )}
      {change.error && refusal === null && <Failure what={t('save')} error={change.error} onRetry={save} />}
      <div className="flex flex-wrap items-start gap-2">
        <CancelButton isOnItsWay={change.isPending} onClick={leave}>
          {services('parameter.cancel')}
        </CancelButton>
        <Button
          type="submit"
          variant="primary"
          isBusy={change.isPending}
          request={settingsRequest}
          disabledReason={disabledReason}
        >
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

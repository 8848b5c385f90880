'use client'

import { useEffect, useRef } from 'react'
import { useController, useForm } from 'react-hook-form'
import { useHotkeys } from 'react-hotkeys-hook'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { Failure } from '../failure.tsx'
import { servicePath, useIsParameterChanging, usePatchService } from '../services-queries.ts'
import { Button } from '../ui/button.tsx'
import { CancelButton } from '../ui/cancel-button.tsx'
import { useToast } from '../ui/toast.tsx'
import { draftKey, useDraftsStore } from './drafts-store.ts'
import { faultIn } from './fault-list.tsx'
import { optionFault } from './option-fault.ts'
import type { Parameter } from './parameters.ts'
import { refusalOf } from './refusal-of.ts'
import { ValueConflict } from './value-conflict.tsx'
import { ValueField } from './value-field.tsx'

interface ParameterEditorProps {
  service: ServiceJson
  parameter: Parameter
  onClose: () => void
}

/** Edits one parameter. What somebody else saves meanwhile is shown beside it; the reader chooses. */
export function ParameterEditor({
  service,
  parameter: { name, option, value },
  onClose,
}: ParameterEditorProps) {
  const t = useTranslations('services')
  const toast = useToast()
  const patch = usePatchService()
  const place = useRef<HTMLFormElement>(null)
  const key = draftKey(service.name, name)
  const change = useDraftsStore((store) => store.change)
  const draft = useDraftsStore((store) => store.drafts[key]) ?? { base: value, value }
  const form = useForm({ defaultValues: { value: draft.value }, mode: 'onChange' })
  const { field, fieldState } = useController({
    control: form.control,
    name: 'value',
    rules: { validate: (next) => (option === null ? null : optionFault(option, next, t)) ?? true },
  })
  const leave = () => {
    // What is being saved may yet fail.
    if (!patch.isPending) onClose()
  }
  const scope = useHotkeys<HTMLFormElement>('escape', leave, { enableOnFormTags: true })
  const focusField = () => place.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  useEffect(focusField, [])

  // What is on its way from here, be it an undo, is nobody else's.
  const isChanging = useIsParameterChanging(service.name, name)
  const isConflict = value !== draft.base && value !== field.value && !isChanging
  const save = form.handleSubmit(({ value: next }) =>
    patch.mutate(
      { name: service.name, options: { [name]: next } },
      {
        onSuccess: () => {
          toast({ title: t('parameter.saved', { name }) })
          // What was typed meanwhile is not saved.
          if (form.getValues('value') === next) onClose()
          else change(key, { base: next })
        },
        onError: (error) => {
          const message = refusalOf(error, `options.${name}`)
          if (message !== null) form.setError('value', { type: 'server', message })
        },
      },
    ),
  )
  const disabledReason = isConflict
    ? t('parameter.chooseFirst')
    : field.value === value
      ? t('parameter.unchanged')
      : fieldState.error?.type === 'validate'
        ? t('parameter.faulty')
        : null

  return (
    <form
      ref={(element) => {
        place.current = element
        scope(element)
      }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (disabledReason === null) void save()
      }}
      className="flex max-w-2xl flex-col gap-3 rounded-md border border-line-strong p-3"
    >
      <ValueField
        label={name}
        option={option}
        value={field.value}
        error={faultIn(fieldState.error)}
        onChange={(next) => {
          change(key, { value: next })
          field.onChange(next)
        }}
      />
      {isConflict && (
        <ValueConflict
          theirs={value}
          mine={field.value}
          onTakeTheirs={onClose}
          onKeepMine={() => {
            change(key, { base: value })
            focusField()
          }}
        />
      )}
      {patch.error && refusalOf(patch.error, `options.${name}`) === null && (
        <Failure what={t('parameter.save')} error={patch.error} onRetry={() => void save()} />
      )}
      <div className="flex flex-wrap items-start gap-2">
        <CancelButton isOnItsWay={patch.isPending} onClick={leave}>
          {t('parameter.cancel')}
        </CancelButton>
        <Button
          type="submit"
          variant="primary"
          isBusy={patch.isPending}
          disabledReason={disabledReason}
          request={`PATCH /gmstester/api${servicePath(service.name)}`}
        >
          {t('parameter.save')}
        </Button>
      </div>
    </form>
  )
}

'use client'

import { useController, type Control } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { NewService } from './create-form.tsx'
import { faultIn } from './fault-list.tsx'
import { optionFault, type Option } from './option-fault.ts'
import { ValueField } from './value-field.tsx'

/** Fields for what a configuration cannot do without and leaves empty. */
export function NeededValues({
  control,
  needed,
  controlOf,
}: {
  control: Control<NewService>
  needed: readonly Option[]
  /** The id of an option's control. */
  controlOf: (option: string) => string
}) {
  const t = useTranslations('services.create')
  if (needed.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-3 border-t pt-3">
      <legend className="sr-only">{t('needed', { count: needed.length })}</legend>
      <p aria-hidden className="text-sm text-muted">
        {t('needed', { count: needed.length })}
      </p>
      {needed.map((option) => (
        <NeededValue key={option.name} id={controlOf(option.name)} control={control} option={option} />
      ))}
    </fieldset>
  )
}

function NeededValue({ id, control, option }: { id: string; control: Control<NewService>; option: Option }) {
  const t = useTranslations('services')
  const { field, fieldState } = useController({
    control,
    name: `values.${option.name}`,
    rules: { validate: (value: string | undefined) => optionFault(option, value ?? '', t) ?? true },
  })
  return (
    <ValueField
      id={id}
      label={option.name}
      option={option}
      value={field.value ?? ''}
      error={faultIn(fieldState.error)}
      onChange={field.onChange}
    />
  )
}

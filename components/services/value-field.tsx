'use client'

import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { queuesQuery } from '../queues-queries.ts'
import { servicesQuery } from '../services-queries.ts'
import { Input, Select, Textarea, type InputProps } from '../ui/field.tsx'
import type { Option } from './option-fault.ts'
import { TargetExplanation } from './target-explanation.tsx'
import { typeWords } from './type-words.ts'

interface ValueFieldProps {
  id?: string
  label: string
  /** Null: a parameter that no template knows takes any text. */
  option: Option | null
  value: string
  error: ReactNode
  onChange: (value: string) => void
}

/** A field for a value of this type, with what it takes. */
export function ValueField({ id, label, option, value, error, onChange }: ValueFieldProps) {
  const t = useTranslations('services')
  const shared = {
    id,
    label,
    error,
    value,
    hint: option === null ? undefined : typeWords(option.type, t),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  const type = option?.type ?? { kind: 'text' }
  switch (type.kind) {
    case 'boolean':
      return <Choices {...shared} values={['true', 'false']} isEmptyPossible={option?.default === ''} />
    case 'choice':
      return <Choices {...shared} values={type.values} isEmptyPossible={option?.default === ''} />
    case 'target':
      return (
        <div className="flex flex-col gap-2">
          <Textarea {...shared} spellCheck={false} className="font-mono text-mono" />
          <TargetExplanation text={value} />
        </div>
      )
    case 'integer':
      return <Input {...shared} inputMode="numeric" spellCheck={false} className="font-mono text-mono" />
    case 'service-name':
    case 'queue-name':
      return <Suggesting {...shared} kind={type.kind} />
    default:
      return <Input {...shared} spellCheck={false} className="font-mono text-mono" />
  }
}

type Shared = Pick<InputProps, 'label' | 'error' | 'hint'> & { id: string | undefined } & {
  value: string
  onChange: (event: { target: { value: string } }) => void
}

function Choices({
  values,
  isEmptyPossible,
  ...shared
}: Shared & { values: readonly string[]; isEmptyPossible: boolean }) {
  const t = useTranslations('services.parameter')
  // What somebody else has set may be none of them; it is shown, and called wrong.
  const all = shared.value === '' || values.includes(shared.value) ? values : [shared.value, ...values]
  return (
    <Select {...shared}>
      {(isEmptyPossible || shared.value === '') && <option value="">{t('useDefault')}</option>}
      {all.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </Select>
  )
}

function Suggesting({ kind, ...shared }: Shared & { kind: 'service-name' | 'queue-name' }) {
  const id = useId()
  const services = useQuery({ ...servicesQuery(), enabled: kind === 'service-name' }).data ?? []
  const queues = useQuery({ ...queuesQuery(), enabled: kind === 'queue-name' }).data ?? []
  return (
    <>
      <Input {...shared} list={id} spellCheck={false} className="font-mono text-mono" />
      <datalist id={id}>
        {[...services, ...queues].map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </>
  )
}

'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Input, Select } from '../ui/field.tsx'
import { lengthKinds, type LengthDraft } from './generator-draft.ts'

interface LengthFieldsProps {
  label: string
  wireName: string
  /** What no length means here. */
  none: string
  value: LengthDraft
  fault: ReactNode
  onChange: (value: LengthDraft) => void
}

/** How long something takes: by which distribution, and its numbers. */
export function LengthFields({ label, wireName, none, value, fault, onChange }: LengthFieldsProps) {
  const t = useTranslations('generators')
  const { kind, seconds, deviation } = value
  const names = { none, fixed: t('fixed'), exponential: t('exponential'), 'log-normal': t('logNormal') }
  return (
    <div className="grid items-start gap-3 medium:grid-cols-3">
      <Select
        label={label}
        wireName={wireName}
        value={kind}
        error={kind === 'none' ? fault : null}
        onChange={(event) => {
          const chosen = lengthKinds.find((each) => each === event.target.value)
          if (chosen) onChange({ ...value, kind: chosen })
        }}
      >
        {lengthKinds.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </Select>
      {kind !== 'none' && (
        <Input
          label={t(kind === 'fixed' ? 'seconds' : 'meanSeconds')}
          wireName={kind === 'fixed' ? 'seconds' : 'meanSeconds'}
          inputMode="decimal"
          value={seconds}
          error={fault}
          onChange={(event) => onChange({ ...value, seconds: event.target.value })}
        />
      )}
      {kind === 'log-normal' && (
        <Input
          label={t('deviationSeconds')}
          wireName="deviationSeconds"
          inputMode="decimal"
          value={deviation}
          onChange={(event) => onChange({ ...value, deviation: event.target.value })}
        />
      )}
    </div>
  )
}

'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Input, Textarea } from '../ui/field.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { laws, type GeneratorDraft } from './generator-draft.ts'

interface ArrivalFieldsProps {
  draft: GeneratorDraft
  fault: (...fields: string[]) => ReactNode
  onChange: (changes: Partial<GeneratorDraft>) => void
}

/** By which law customers come, and the numbers of that law. */
export function ArrivalFields({ draft, fault, onChange }: ArrivalFieldsProps) {
  const t = useTranslations('generators')
  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl
        label={t('law')}
        isLabelVisible
        options={laws.map((key) => ({ key, label: t(`laws.${key}`) }))}
        selected={draft.law}
        onSelect={(law) => onChange({ law })}
      />
      <p className="text-sm text-muted">{t(`lawMeans.${draft.law}`)}</p>
      {draft.law === 'poisson' && (
        <div className="max-w-60">
          <Input
            label={t('perHour')}
            wireName="arrivals.perHour"
            inputMode="decimal"
            value={draft.perHour}
            error={fault('arrivals')}
            onChange={(event) => onChange({ perHour: event.target.value })}
          />
        </div>
      )}
      {draft.law === 'burst' && (
        <div className="grid gap-3 medium:grid-cols-3">
          <Input
            label={t('burstCount')}
            wireName="arrivals.count"
            inputMode="numeric"
            value={draft.burstCount}
            error={fault('arrivals.count')}
            onChange={(event) => onChange({ burstCount: event.target.value })}
          />
          <Input
            label={t('burstEvery')}
            wireName="arrivals.everySeconds"
            inputMode="decimal"
            value={draft.burstEvery}
            error={fault('arrivals.everySeconds')}
            onChange={(event) => onChange({ burstEvery: event.target.value })}
          />
        </div>
      )}
      {draft.law === 'profile' && (
        <Textarea
          label={t('profile')}
          wireName="arrivals.perHour"
          rows={2}
          className="font-mono"
          value={draft.profile}
          error={fault('arrivals')}
          onChange={(event) => onChange({ profile: event.target.value })}
        />
      )}
      {draft.law === 'replay' && (
        <Textarea
          label={t('replay')}
          wireName="arrivals.arrivals"
          rows={5}
          className="font-mono"
          value={draft.replay}
          error={fault('arrivals')}
          onChange={(event) => onChange({ replay: event.target.value })}
        />
      )}
    </div>
  )
}

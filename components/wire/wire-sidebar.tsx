'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { memo, useCallback, useMemo } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { Button } from '../ui/button.tsx'
import { useIsAlive } from '../ui/use-is-alive.ts'
import { useUnhurried } from './use-unhurried.ts'
import { useQueryText } from './wire-address.tsx'
import { facetsOf, type FacetField } from './wire-facets.ts'
import { asksFor, toggleValue } from './wire-query-edit.ts'
import { useSavedFilters } from './wire-store.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { TextButton } from '../ui/text-button.tsx'

/** What there is to filter by, with how many rows each would leave; and the filters that the reader has kept. */
export function WireSidebar({ rows }: { rows: readonly TrafficSummary[] }) {
  return <Filters rows={useUnhurried(rows)} />
}

const Filters = memo(function Filters({ rows }: { rows: readonly TrafficSummary[] }) {
  const t = useTranslations('wire')
  const facets = useMemo(() => facetsOf(rows), [rows])
  const [text, setText] = useQueryText()
  const toggle = useCallback(
    (field: FacetField, value: string) => setText((before) => toggleValue(before, field, value)),
    [setText],
  )
  return (
    <div className="flex flex-col gap-4 p-3">
      <Saved />
      {facets.map(({ field, values }) => (
        <fieldset key={field} className="flex min-w-0 flex-col">
          <legend className="pb-1 text-xs font-medium text-muted">{t(`facets.${field}`)}</legend>
          {values.map(({ value, count }) => (
            <FacetChoice
              key={value}
              field={field}
              value={value}
              count={count}
              isAsked={asksFor(text, field, value)}
              onToggle={toggle}
            />
          ))}
        </fieldset>
      ))}
      <p className="text-xs text-muted">{t('export.notice')}</p>
    </div>
  )
})

interface FacetChoiceProps {
  field: FacetField
  value: string
  count: number
  isAsked: boolean
  onToggle: (field: FacetField, value: string) => void
}

const FacetChoice = memo(function FacetChoice({ field, value, count, isAsked, onToggle }: FacetChoiceProps) {
  return (
    <Checkbox
      isChecked={isAsked}
      onChange={() => onToggle(field, value)}
      className="rounded-sm px-1 text-sm enabled-hover:bg-hover"
    >
      <code className="min-w-0 flex-1 truncate">{value}</code>
      <span className="text-xs text-muted tabular-nums">{count}</span>
    </Checkbox>
  )
})

function Saved() {
  const t = useTranslations('wire.facets')
  const isAlive = useIsAlive()
  const [text, setText] = useQueryText()
  const { queries, save, remove } = useSavedFilters()
  const shown = isAlive ? queries : []
  const reason = text === '' ? t('saveNothing') : shown.includes(text) ? t('saveKnown') : null
  return (
    <section aria-label={t('saved')} className="flex min-w-0 flex-col gap-1">
      <h2 className="text-xs font-medium text-muted">{t('saved')}</h2>
      {shown.length === 0 && <p className="text-xs text-muted">{t('savedEmpty')}</p>}
      <ul className="flex min-w-0 flex-col">
        {shown.map((query) => (
          <li key={query} className="flex min-w-0 items-center">
            <TextButton
              aria-pressed={query === text}
              onClick={() => setText(query)}
              className="min-h-6 min-w-0 flex-1 truncate rounded-sm px-1 text-left enabled-hover:bg-hover aria-pressed:bg-accent-soft"
            >
              <code>{query}</code>
            </TextButton>
            <TextButton
              aria-label={t('forget', { query })}
              onClick={() => remove(query)}
              className="flex size-6 shrink-0 items-center justify-center rounded-sm text-muted enabled-hover:text-text"
            >
              <X aria-hidden size={13} />
            </TextButton>
          </li>
        ))}
      </ul>
      <Button size="small" disabledReason={reason} onClick={() => save(text)}>
        {t('save')}
      </Button>
    </section>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { useUiStore } from '../ui-store.ts'
import { ToggleButton } from '../ui/toggle-button.tsx'
import { useQueryText } from './wire-address.tsx'
import { asksFor, toggleValue } from './wire-query-edit.ts'

const filters = [
  { key: 'rest', field: 'kind', value: 'rest' },
  { key: 'push', field: 'kind', value: 'push' },
  { key: 'outbox', field: 'is', value: 'unsent' },
  { key: 'cometd', field: 'kind', value: 'cometd' },
  { key: 'held', field: 'is', value: 'held' },
  { key: 'errors', field: 'is', value: 'error' },
  { key: 'pinned', field: 'is', value: 'pinned' },
] as const

/** Buttons that write into the query, or take out of it what they wrote. */
export function QuickFilters() {
  const t = useTranslations('wire.filters')
  const [text, setText] = useQueryText()
  const letter = useUiStore((state) => state.selectedCustomer)
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-1">
      <legend className="sr-only">{t('show')}</legend>
      {filters.map(({ key, field, value }) => (
        <ToggleButton
          key={key}
          label={t(key)}
          title={t(`${key}Title`)}
          isOn={asksFor(text, field, value)}
          onPress={() => setText(toggleValue(text, field, value))}
        />
      ))}
      <ToggleButton
        label={t('only', { letter })}
        title={t('onlyTitle', { letter })}
        isOn={asksFor(text, 'session', letter)}
        onPress={() => setText(toggleValue(text, 'session', letter))}
      />
    </fieldset>
  )
}

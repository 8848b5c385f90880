'use client'

import { useTranslations } from 'use-intl'
import { Input } from '../ui/field.tsx'

interface JsonFindBoxProps {
  query: string
  /** Which find is shown, from 0. */
  current: number
  count: number
  onQuery: (query: string) => void
  /** To the next find, or the one before. */
  onStep: (by: -1 | 1) => void
}

/** Finds in a tree of JSON as one types: Enter goes to the next place, with Shift to the one before. */
export function JsonFindBox({ query, current, count, onQuery, onStep }: JsonFindBoxProps) {
  const t = useTranslations('wire.detail')
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <Input
        label={t('find')}
        isLabelHidden
        placeholder={t('find')}
        value={query}
        spellCheck={false}
        autoComplete="off"
        className="max-w-56"
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onStep(event.shiftKey ? -1 : 1)
        }}
      />
      <output className="text-sm text-muted tabular-nums">
        {query !== '' && (count === 0 ? t('findNone') : t('findCount', { current: current + 1, count }))}
      </output>
    </div>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { useReasonOf } from '../failure-reason.ts'

/** What stands above what was read before, when reading it once more failed: why, in one line that asks for nothing. */
export function StaleNote({ error }: { error: Error | null }) {
  const t = useTranslations('ui')
  const reasonOf = useReasonOf()
  if (error === null) return null
  const { words, mark } = reasonOf(error)
  return (
    <output className="block text-sm break-words text-muted">
      {t.rich('stale', { why: words, api: mark })}
    </output>
  )
}

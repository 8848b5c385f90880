import { useTranslations } from 'use-intl'
import { WrapAfterAt } from '../ui/wrap-after-at.tsx'
import type { QueueEntry } from './positions.ts'

/** Whom somebody waits for, and with which priority where there is one: for tables without columns for them. */
export function EntryTerms({ entry }: { entry: QueueEntry }) {
  const t = useTranslations('queue')
  return (
    <>
      <code className="inline-block text-xs">
        <WrapAfterAt text={entry.target} />
      </code>
      {entry.priority !== 0 && ` · ${t('withPriority', { priority: entry.priority })}`}
    </>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { timeOfDay } from '../ui/relative-time.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'

export interface LogEntry {
  number: number
  at: number
  /** The first line: what it is. */
  title: string
  /** Headers or the like, one a line; may be empty. */
  details: string
  body: string
  isFailure: boolean
}

export const logMax = 200

interface LogProps {
  name: string
  entries: readonly LogEntry[]
  empty: string
  onClear: () => void
}

/** A plain list of what came, the newest at the top. */
export function Log({ name, entries, empty, onClear }: LogProps) {
  const t = useTranslations('classic')
  return (
    <section aria-label={name} className="flex min-h-0 min-w-0 flex-1 flex-col rounded-md border bg-surface">
      <header className="flex min-h-10 items-center justify-between gap-2 border-b px-3 py-1">
        <h2 className="text-sm font-semibold">
          {name} <span className="font-normal text-muted tabular-nums">{entries.length}</span>
        </h2>
        <Button size="small" variant="ghost" onClick={onClear} aria-label={t('clearLog', { name })}>
          {t('clear')}
        </Button>
      </header>
      <ScrollRegion
        label={name}
        role="log"
        className="h-96 min-h-0 overflow-y-auto wide:h-auto wide:flex-1 p-3 focus-visible:-outline-offset-2"
      >
        {entries.length === 0 && <p className="text-sm text-muted">{empty}</p>}
        <ol className="flex flex-col gap-3">
          {entries.toReversed().map((entry) => (
            <li key={entry.number} className="border-b pb-3 last:border-b-0">
              <p className="flex flex-wrap gap-x-2 text-sm">
                <span className="real-time text-muted tabular-nums">{timeOfDay(entry.at)}</span>
                <span className={entry.isFailure ? 'font-medium text-danger' : 'font-medium'}>
                  {entry.title}
                </span>
              </p>
              {entry.details !== '' && (
                <pre className="pt-1 wrap-anywhere whitespace-pre-wrap text-muted">{entry.details}</pre>
              )}
              {entry.body !== '' && (
                <pre className="pt-1 wrap-anywhere whitespace-pre-wrap">{entry.body}</pre>
              )}
            </li>
          ))}
        </ol>
      </ScrollRegion>
    </section>
  )
}

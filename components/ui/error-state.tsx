'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ReactNode } from 'react'
import { useReasonOf } from '../failure-reason.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'

interface ErrorStateProps {
  /** What did not work, a sentence. */
  title: string
  /** Why, as far as it is known. */
  error?: unknown
  /** What to do about it, in words or as links. */
  children?: ReactNode
  onRetry?: () => void
}

/** What a place shows when it cannot show what it should: what happened, why, and what to do. */
export function ErrorState({ title, error, children, onRetry }: ErrorStateProps) {
  const t = useTranslations('ui')
  const reasonOf = useReasonOf()
  const why = error === undefined || error === null ? null : reasonOf(error)
  return (
    <div
      role="alert"
      className="m-3 flex max-w-2xl flex-col items-start gap-2 rounded-md border border-danger p-3"
    >
      <p className="flex items-start gap-2 font-medium text-danger">
        <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
        {title}
      </p>
      {why && (
        <p lang={why.isEnglish ? 'en' : undefined} className="text-sm break-words">
          {why.words}
        </p>
      )}
      {children && <div className="text-sm text-muted">{children}</div>}
      <div className="flex flex-wrap items-center gap-2">
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        )}
        <CopyButton
          label={t('copyReport')}
          text={JSON.stringify({ what: title, why: why?.words, page: globalThis.location?.href }, null, 2)}
        />
      </div>
    </div>
  )
}

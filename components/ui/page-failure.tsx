'use client'

import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'

interface PageFailureProps {
  error: unknown
  resetErrorBoundary: () => void
}

/** A page that has broken: what is known of it, once more, and a report to copy. */
export function PageFailure({ error, resetErrorBoundary }: PageFailureProps) {
  const t = useTranslations('ui')
  const message = error instanceof Error ? error.message : String(error)
  return (
    <div
      role="alert"
      className="flex max-w-2xl flex-col items-start gap-2 rounded-md border border-danger p-4"
    >
      <p className="font-medium text-danger">{t('pageStopped')}</p>
      <p lang="en" className="text-sm break-words">
        {message}
      </p>
      <p className="text-sm text-muted">{t('pageStoppedWhy')}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={resetErrorBoundary}>
          {t('drawAgain')}
        </Button>
        <CopyButton
          label={t('copyReport')}
          text={`${window.location.href}\n${error instanceof Error ? (error.stack ?? message) : message}`}
        />
      </div>
    </div>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import type { FallbackProps } from 'react-error-boundary'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'

interface PartFailureProps extends FallbackProps {
  /** What has stopped, a sentence, and what goes on. */
  title: string
  text: string
  className?: string
}

/** Stands in the place of what broke: what happened, a way to draw it again, and a report to copy. */
export function PartFailure({
  title,
  text,
  error,
  resetErrorBoundary,
  className = 'm-3 p-3',
}: PartFailureProps) {
  const t = useTranslations('ui')
  const message = error instanceof Error ? error.message : String(error)
  return (
    <div
      role="alert"
      className={`flex max-w-2xl flex-col items-start gap-2 rounded-md border border-danger ${className}`}
    >
      <p className="font-medium text-danger">{title}</p>
      <p lang="en" className="text-sm break-words">
        {message}
      </p>
      <p className="text-sm text-muted">{text}</p>
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

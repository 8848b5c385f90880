'use client'

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FallbackProps } from 'react-error-boundary'
import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'

/** A tester that does not answer holds up nobody. */
const readAgainMillis = 2_000

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
  const client = useQueryClient()
  const [isReading, setIsReading] = useState(false)
  const drawAgain = async () => {
    setIsReading(true)
    await readAgain(client)
    setIsReading(false)
    resetErrorBoundary()
  }
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
        <Button size="small" isBusy={isReading} onClick={() => void drawAgain()}>
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

/**
 * It may be an answer that broke it: what nobody shows now is forgotten, and what others show is read again. What is
 * gathered over time, and kept for good, cannot be read again.
 */
async function readAgain(client: QueryClient): Promise<void> {
  client.removeQueries({ type: 'inactive', predicate: ({ options }) => options.gcTime !== Infinity })
  const late = new Promise((resolve) => window.setTimeout(resolve, readAgainMillis))
  await Promise.race([client.refetchQueries({ type: 'active' }), late])
}

'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { useTranslations } from 'use-intl'
import { loadAgain } from './load-again.ts'

/** What is drawn in the place of what broke. Nobody needs it until then. */
export const PartFailure = dynamic(
  () => loadAgain(() => import('./part-failure.tsx')).then((module) => module.PartFailure),
  { ssr: false },
)

/** A part of the page that is neither a panel nor a page: what breaks in it stays in it. */
export const Contained = ({ children }: { children: ReactNode }) => (
  <ErrorBoundary FallbackComponent={StoppedPart}>{children}</ErrorBoundary>
)

function StoppedPart(failure: FallbackProps) {
  const t = useTranslations('ui')
  return (
    <PartFailure
      {...failure}
      title={t('partStopped')}
      text={t('pageStoppedWhy')}
      className="m-1 px-3 py-1.5"
    />
  )
}

'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import type { ReactNode } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { PartFailure } from './contained.tsx'

// WCAG 2.1.1: what only a wheel can scroll is closed to the keyboard.
const reachable = { tabIndex: 0 }
/** For the skip link. */
const focusable = { tabIndex: -1 }

interface PageProps {
  /** Names the page for links and tests. */
  id: string
  title: string
  /** A few words or badges beside the title. */
  summary?: ReactNode
  /** Buttons at the right end of the title's line. */
  actions?: ReactNode
  /** `scroll`: the page scrolls as a whole. `fill`: it is as high as the window, and its parts scroll. */
  layout?: 'scroll' | 'fill'
  /** Text to read keeps to a line's length; tables and boards take the whole width. */
  width?: 'text' | 'full'
  children: ReactNode
}

/** A page beside the workbench: its title, what can be done, and its content. What breaks inside stays inside. */
export function Page({
  id,
  title,
  summary,
  actions,
  layout = 'scroll',
  width = 'full',
  children,
}: PageProps) {
  return (
    <main
      id="content"
      data-page={id}
      {...(layout === 'scroll' ? reachable : focusable)}
      className={clsx(
        // What is only for screen readers is placed absolutely: it must not widen the document.
        'relative flex min-h-0 min-w-0 flex-1 flex-col focus-visible:-outline-offset-2',
        layout === 'scroll' && 'overflow-y-auto',
      )}
    >
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-surface px-4 py-2">
        <h1 className="text-lg font-semibold">{title}</h1>
        {summary && (
          <div className="flex min-w-0 flex-wrap items-center gap-2 text-sm text-muted">{summary}</div>
        )}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <ErrorBoundary FallbackComponent={PageFailure}>
        <div
          className={clsx(
            'flex min-h-0 min-w-0 flex-col',
            layout === 'fill' ? 'flex-1' : 'gap-4 p-4',
            width === 'text' && 'w-full max-w-3xl',
          )}
        >
          {children}
        </div>
      </ErrorBoundary>
    </main>
  )
}

/** A page that has broken: what is known of it, once more, and a report to copy. */
export function PageFailure(failure: FallbackProps) {
  const t = useTranslations('ui')
  return <PartFailure {...failure} title={t('pageStopped')} text={t('pageStoppedWhy')} className="m-4 p-4" />
}

'use client'

import { clsx } from 'clsx'
import type { ComponentType, ReactNode } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { useTranslations } from 'use-intl'
import { PartFailure } from './contained.tsx'
import { LaneMark, type Lane } from './lane-mark.tsx'

interface PanelProps {
  /** The landmark's id, for skip links. */
  id: string
  title: string
  lane?: Lane
  /** A few words or badges beside the title. */
  summary?: ReactNode
  /** Buttons at the right end of the header. */
  actions?: ReactNode
  children: ReactNode
  className?: string
}

/** A region with a header and a body. What breaks in its body stays there: the header and the other panels go on. */
export function Panel({ id, title, lane, summary, actions, children, className }: PanelProps) {
  return (
    <section
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className={clsx(
        'flex h-full min-h-0 min-w-0 flex-col bg-surface focus-visible:-outline-offset-2',
        className,
      )}
    >
      <header
        className={clsx(
          'flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1',
          // Where the panels stand behind tabs, the tab has said its name.
          !summary && !actions && 'max-wide:sr-only',
        )}
      >
        <h2 id={`${id}-title`} className="flex items-center gap-2 text-sm font-semibold">
          {lane && <LaneMark lane={lane} />}
          {title}
        </h2>
        {summary && (
          <div className="flex min-w-0 flex-wrap items-center gap-2 text-sm text-muted">{summary}</div>
        )}
        {actions && <div className="ml-auto flex items-center gap-1">{actions}</div>}
      </header>
      <ErrorBoundary FallbackComponent={PanelFailure}>
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
      </ErrorBoundary>
    </section>
  )
}

type PanelNamed = Pick<PanelProps, 'id' | 'title' | 'lane'>

interface ContainedPanelProps extends PanelNamed {
  children: ReactNode
  /** What stands around a panel of this kind, if anything does. */
  Shape?: ComponentType<PanelProps>
}

/** What draws a panel, its header included. Where it breaks as a whole, a panel of the same name says so. */
export const ContainedPanel = ({ children, Shape = Panel, ...panel }: ContainedPanelProps) => (
  <ErrorBoundary fallbackRender={(failure) => stopped(Shape, panel, failure)}>{children}</ErrorBoundary>
)

const stopped = (Shape: ComponentType<PanelProps>, panel: PanelNamed, failure: FallbackProps) => (
  <Shape {...panel}>
    <PanelFailure {...failure} />
  </Shape>
)

function PanelFailure(failure: FallbackProps) {
  const t = useTranslations('ui')
  return <PartFailure {...failure} title={t('panelStopped')} text={t('panelStoppedWhy')} />
}

interface EmptyStateProps {
  /** Of the sentence, for what it keeps from being pressed. */
  id?: string
  title: string
  children?: ReactNode
}

/** What a panel shows when it has nothing to show: one sentence, and what to do about it. */
export function EmptyState({ id, title, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 p-3">
      <p id={id} className="text-balance text-muted">
        {title}
      </p>
      {children && <div className="flex flex-wrap items-start gap-2">{children}</div>}
    </div>
  )
}

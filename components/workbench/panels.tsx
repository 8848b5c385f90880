'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { BackEndsBanner } from '../back-ends/back-ends-banner.tsx'
import { CustomerPanel } from '../customer/customer-panel.tsx'
import { LaneMark } from '../ui/lane-mark.tsx'
import { loadEarly } from '../ui/load-early.tsx'
import { ContainedPanel, Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { PanelName } from '../ui-store.ts'
import { widthNow } from './use-width.ts'

// The customer begins; the others come while the page is brought to life, or, where they stand behind tabs, when they
// are first looked at.
const awaited = (panel: PanelName) => ({
  Awaited: () => <AwaitedPanel panel={panel} />,
  isShown: () => widthNow() === 'full',
})
const QueuePanel = loadEarly(
  () => import('../queue/queue-panel.tsx').then((module) => module.QueuePanel),
  awaited('queue'),
)
const AgentPanel = loadEarly(
  () => import('../agent-desktop/agent-panel.tsx').then((module) => module.AgentPanel),
  awaited('agent'),
)
const WirePanel = loadEarly(
  () => import('../wire/wire-panel.tsx').then((module) => module.WirePanel),
  awaited('wire'),
)

/** One of the four, beneath what is down of all that it leans on. */
export function panelOf(panel: PanelName): ReactNode {
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-col">
      <BackEndsBanner isCompact />
      <div className="min-h-0 min-w-0 flex-1">
        <NamedPanel Shape={ContainedPanel} panel={panel}>
          {contentOf(panel)}
        </NamedPanel>
      </div>
    </div>
  )
}

function contentOf(panel: PanelName): ReactNode {
  switch (panel) {
    case 'customer':
      return <CustomerPanel />
    case 'queue':
      return <QueuePanel />
    case 'agent':
      return <AgentPanel />
    case 'wire':
      return <WirePanel />
  }
}

function AwaitedPanel({ panel }: { panel: PanelName }) {
  const t = useTranslations('workbench')
  return (
    <NamedPanel Shape={Panel} panel={panel}>
      {/* The panel itself takes its place: the keyboard waits for that. */}
      <div data-awaited className="contents">
        <Skeleton what={t('opening')} />
      </div>
    </NamedPanel>
  )
}

interface NamedPanelProps {
  Shape: typeof Panel | typeof ContainedPanel
  panel: PanelName
  children: ReactNode
}

function NamedPanel({ Shape, panel, children }: NamedPanelProps) {
  const t = useTranslations('workbench.panels')
  return (
    <Shape id={panel} title={t(panel)} {...(panel === 'wire' ? {} : { lane: panel })}>
      {children}
    </Shape>
  )
}

/** A panel's name with its lane's mark, as tabs show it. */
export function PanelTitle({ panel }: { panel: PanelName }) {
  const t = useTranslations('workbench.panels')
  return (
    <>
      {panel === 'wire' ? <LaneMark lane="server" /> : <LaneMark lane={panel} />}
      {t(panel)}
    </>
  )
}

'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { AgentPanel } from '../agent-desktop/agent-panel.tsx'
import { BackEndsBanner } from '../back-ends/back-ends-banner.tsx'
import { CustomerPanel } from '../customer/customer-panel.tsx'
import { QueuePanel } from '../queue/queue-panel.tsx'
import { LaneMark } from '../ui/lane-mark.tsx'
import type { PanelName } from '../ui-store.ts'
import { WirePanel } from '../wire/wire-panel.tsx'

/** The four views of one story, in its order. */
export const panelNames: readonly PanelName[] = ['customer', 'queue', 'agent', 'wire']

/** One of the four, beneath what is down of all that it leans on. */
export function panelOf(panel: PanelName): ReactNode {
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-col">
      <BackEndsBanner isCompact />
      <div className="min-h-0 min-w-0 flex-1">{contentOf(panel)}</div>
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

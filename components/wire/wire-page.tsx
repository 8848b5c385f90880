'use client'

import dynamic from 'next/dynamic'
import { PanelLeft } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useState } from 'react'
import { Contained } from '../ui/contained.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { loadAgain } from '../ui/load-again.ts'
import { loadEarly } from '../ui/load-early.tsx'
import { Page } from '../ui/page.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { focusGrid } from './focus-grid.ts'
import { WireQueryBox } from './lazy-query-box.tsx'
import { useWire } from './use-wire.ts'
import { OpenedByPath } from './wire-address.tsx'
import { WireExport } from './wire-export.tsx'
import { WireQueryHelp } from './wire-query-help.tsx'
import { WireCount, WireNotice } from './wire-state.tsx'
import { FollowButton, QuickFilters } from './wire-toolbar.tsx'
import { WireWindows } from './wire-windows.tsx'

const WireView = loadEarly(() => import('./wire-view.tsx').then((module) => module.WireView), {
  Awaited: AwaitedView,
})

const WireSidebar = dynamic(
  () => loadAgain(() => import('./wire-sidebar.tsx')).then((module) => module.WireSidebar),
  {
    ssr: false,
  },
)

function AwaitedView() {
  const t = useTranslations('wire')
  return (
    <div className="min-w-0 flex-1 bg-surface">
      <Skeleton what={t('reading')} lines={5} />
    </div>
  )
}

/** The wire on a page of its own: filters, rows, and the row that is open. */
export function WirePage() {
  return (
    <>
      <OpenedByPath>
        <WirePageOfRow />
      </OpenedByPath>
      <Contained>
        <WireWindows on="page" />
      </Contained>
    </>
  )
}

function WirePageOfRow() {
  const t = useTranslations('wire')
  const wire = useWire()
  const { traffic, found } = wire
  const [isSidebarOpen, setSidebarOpen] = useState(false)
  return (
    <Page
      id="wire"
      title={t('pageTitle')}
      layout="fill"
      summary={<WireCount shown={found.rows.length} traffic={traffic} />}
      actions={
        <>
          <FollowButton />
          <WireExport rows={found.rows} />
        </>
      }
    >
      <div className="flex min-w-0 shrink-0 flex-wrap items-center gap-1.5 border-b px-3 py-1.5">
        <span className="full:hidden">
          <IconButton
            label={t('facets.show')}
            isPressed={isSidebarOpen}
            aria-expanded={isSidebarOpen}
            aria-controls="wire-filters"
            onClick={() => setSidebarOpen(!isSidebarOpen)}
          >
            <PanelLeft aria-hidden size={15} />
          </IconButton>
        </span>
        <div className="flex min-w-56 flex-1 items-center gap-1">
          <WireQueryBox rows={traffic.rows} onLeave={focusGrid} />
          <WireQueryHelp />
        </div>
        <QuickFilters />
      </div>
      <WireNotice isError={wire.error !== null} isPending={wire.isPending} />
      <div data-wire className="relative flex min-h-0 min-w-0 flex-1">
        <ScrollRegion
          id="wire-filters"
          label={t('facets.title')}
          className={
            isSidebarOpen
              ? 'absolute inset-y-0 left-0 z-30 w-56 overflow-y-auto border-r bg-surface full:static full:z-auto full:shrink-0'
              : 'hidden w-56 shrink-0 overflow-y-auto border-r full:block'
          }
        >
          <WireSidebar rows={traffic.rows} />
        </ScrollRegion>
        <WireView wire={wire} />
      </div>
    </Page>
  )
}

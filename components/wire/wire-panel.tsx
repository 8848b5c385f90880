'use client'

import { Maximize2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useRouter } from 'next/navigation'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { focusGrid } from './focus-grid.ts'
import { WireQueryBox } from './lazy-query-box.tsx'
import { useWire } from './use-wire.ts'
import { OpenedByParameter, useOpenedRow, useQueryText } from './wire-address.tsx'
import { WireExport } from './wire-export.tsx'
import { WireQueryHelp } from './wire-query-help.tsx'
import { WireCount, WireNotice } from './wire-state.tsx'
import { FollowButton, QuickFilters } from './wire-toolbar.tsx'
import { WireView } from './wire-view.tsx'

/** Everything that crosses the wire, as it does: requests, held polls, frames and pushes. One panel of the workbench. */
export function WirePanel() {
  return (
    <OpenedByParameter>
      <WirePanelOfRow />
    </OpenedByParameter>
  )
}

function WirePanelOfRow() {
  const t = useTranslations('wire')
  const router = useRouter()
  const { opened } = useOpenedRow()
  const [text] = useQueryText()
  const wire = useWire()
  const { traffic, found } = wire
  return (
    <Panel
      id="wire"
      title={t('title')}
      summary={<WireCount shown={found.rows.length} traffic={traffic} />}
      actions={
        <div className="flex min-w-0 flex-wrap items-center gap-1.5">
          <div className="flex min-w-44 flex-1 items-center gap-1">
            <WireQueryBox rows={traffic.rows} onLeave={focusGrid} />
            <WireQueryHelp />
          </div>
          <QuickFilters />
          <FollowButton />
          <WireExport rows={found.rows} />
          <IconButton
            label={t('openPage')}
            onClick={() => router.push(`/wire${opened === null ? '' : `/${opened}`}${queryPart(text)}`)}
          >
            <Maximize2 aria-hidden size={14} />
          </IconButton>
        </div>
      }
    >
      <WireNotice isError={wire.error !== null} isPending={wire.isPending} />
      <div data-wire className="flex min-h-0 min-w-0 flex-1 flex-col">
        <WireView wire={wire} />
      </div>
    </Panel>
  )
}

/** What is looked for, and how the row is read, goes along to the other page. */
function queryPart(text: string): string {
  const here = new URLSearchParams(window.location.search)
  const there = new URLSearchParams(text === '' ? {} : { q: text })
  for (const name of ['tab', 'raw', 'code', 'differing', 'ids']) {
    const value = here.get(name)
    if (value !== null) there.set(name, value)
  }
  return there.size === 0 ? '' : `?${there}`
}

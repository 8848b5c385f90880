'use client'

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { useMemo } from 'react'
import { useCustomer } from '../customer/customer-store.ts'
import { usePushStore } from '../push/push-store.ts'
import { Panel } from '../ui/panel.tsx'
import { useUiStore } from '../ui-store.ts'
import { TrafficDetailPane } from './traffic-detail-pane.tsx'
import { emptyTraffic, type TrafficList } from './traffic-list.ts'
import { trafficListQuery } from './traffic-list-query.ts'
import { useWireAddress } from './use-wire-address.ts'
import { WireEmpty } from './wire-empty.tsx'
import { WireGrid } from './wire-grid.tsx'
import { filterTraffic, foldTraffic } from './wire-lines.ts'
import { useWireStore } from './wire-store.ts'
import { WireToolbar } from './wire-toolbar.tsx'

/** Everything that crosses the wire, as it does: requests, held polls, frames and pushes, with their bodies. */
export function WirePanel() {
  useWireAddress()
  const { data: traffic = emptyTraffic, isPending, isError } = useQuery(trafficListQuery())
  const isConnected = usePushStore((store) => store.workbench.state === 'connected')
  const opened = useWireStore((store) => store.opened)
  const { rows, lines } = useWireLines(traffic.rows)

  return (
    <Panel
      id="wire"
      title="Wire"
      summary={
        <>
          <span className="tabular-nums">{countOf(rows.length, traffic)}</span>
          {hasLost(traffic) && <span>{traffic.dropped} older ones are gone</span>}
        </>
      }
      actions={<WireToolbar />}
    >
      {(isError || !isConnected) && !isPending && (
        <p className="border-b bg-warn-soft px-3 py-1 text-sm text-warn">
          {isError
            ? 'The tester does not answer. What is here stays; the rest follows when it does.'
            : 'Push is being connected; until then the wire is read every 5 s.'}
        </p>
      )}
      <div className="@container flex min-h-0 flex-1">
        <div className={clsx('flex min-h-0 min-w-0 flex-1 flex-col', opened !== null && 'hidden @3xl:flex')}>
          {lines.length > 0 ? (
            <WireGrid lines={lines} newest={rows.at(-1)?.number ?? 0} />
          ) : (
            <WireEmpty isPending={isPending} total={traffic.rows.length} />
          )}
        </div>
        {opened !== null && (
          <div className="flex min-h-0 w-full min-w-0 flex-col border-l @3xl:w-[46%] @3xl:max-w-2xl @3xl:shrink-0">
            <TrafficDetailPane number={opened} />
          </div>
        )}
      </div>
    </Panel>
  )
}

/** `47`, `3 of 47`, and when the browser keeps no more than it may: `3 of the newest 2000`. */
function countOf(shown: number, { rows, left }: TrafficList): string {
  const all = left > 0 ? `the newest ${rows.length}` : String(rows.length)
  return shown === rows.length ? all : `${shown} of ${all}`
}

/** Whether the tester has dropped rows for want of room. Those before a reset were given up on purpose. */
const hasLost = ({ rows, left, dropped }: TrafficList) =>
  left === 0 && dropped > 0 && rows[0]?.path !== '/gmstester/api/reset'

/** The rows that the filter lets through, and the lines they make. */
function useWireLines(all: TrafficList['rows']) {
  const { text, groups, isThisCustomerOnly, openFolds } = useWireStore()
  const customer = useCustomer(useUiStore((store) => store.selectedCustomer))
  const user = isThisCustomerOnly ? customer?.user : undefined
  const serviceId = customer?.session?.serviceId ?? null
  const rows = useMemo(
    () => filterTraffic(all, { text, groups, customer: user === undefined ? null : { user, serviceId } }),
    [all, text, groups, user, serviceId],
  )
  // Whoever searches wants to see what was found.
  const isSearching = text.trim() !== ''
  const lines = useMemo(
    () =>
      isSearching
        ? rows.map((row) => ({ kind: 'row' as const, row, isUnfolded: false }))
        : foldTraffic(rows, openFolds),
    [rows, openFolds, isSearching],
  )
  return { rows, lines }
}

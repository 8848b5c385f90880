'use client'

import { clsx } from 'clsx'
import { Star } from 'lucide-react'
import { letterOf, useCustomerStore } from '../customer/customer-store.ts'
import { Badge } from '../ui/badge.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useUiStore } from '../ui-store.ts'
import { duration } from '../ui/relative-time.tsx'
import { positionsToDraw, type QueueEntry } from './positions.ts'

const headClass = 'sticky top-0 z-10 border-b bg-sunken px-2 py-1 text-left font-medium first:pl-3 last:pr-3'

/** Everybody in line, in order, and what each waits for; `since` is how many seconds ago that was read. */
export function PositionsTable({ entries, since }: { entries: readonly QueueEntry[]; since: number }) {
  const customers = useCustomerStore((store) => store.customers)
  const ours = new Set(customers.flatMap(({ session }) => (session ? [session.serviceId] : [])))
  const { drawn, hidden } = positionsToDraw(entries, ours)
  return (
    <ScrollRegion
      label="Who waits"
      className="max-h-72 shrink-0 overflow-y-auto border-b focus-visible:-outline-offset-2"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead className="text-xs text-muted">
          <tr>
            <th scope="col" className={headClass}>
              <span aria-hidden>#</span>
              <span className="sr-only">Position</span>
            </th>
            <th scope="col" className={headClass}>
              Who
            </th>
            <th scope="col" className={headClass}>
              Waits
            </th>
            <th scope="col" className={headClass}>
              For what
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((entry) => (
            <PositionRow
              key={entry.serviceId}
              entry={entry}
              waits={entry.waitingSeconds + since}
              letter={letterOf(customers, entry.serviceId)}
            />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <p className="p-3 text-sm text-muted">
          {drawn.length} of {entries.length} are shown; the other {hidden} stand behind them.
        </p>
      )}
    </ScrollRegion>
  )
}

interface PositionRowProps {
  entry: QueueEntry
  /** Seconds. */
  waits: number
  /** The workbench customer it is, if it is one. */
  letter: string | null
}

const cellClass = 'border-b border-line/60 px-2 py-1.5 align-top first:pl-3 last:pr-3'

function PositionRow({ entry, waits, letter }: PositionRowProps) {
  return (
    <tr className={clsx(letter !== null && 'bg-lane-customer-soft')}>
      <td className={clsx(cellClass, 'font-semibold tabular-nums')}>{entry.position}</td>
      <td className={cellClass}>
        <Who entry={entry} letter={letter} />
      </td>
      <td className={clsx(cellClass, 'whitespace-nowrap tabular-nums')}>{duration(waits)}</td>
      <td className={clsx(cellClass, 'min-w-32 break-words')}>
        {entry.waitingFor}
        <span className="block text-xs wrap-anywhere text-muted">
          {stepNames[entry.step]} · <code className="text-xs">{entry.target}</code>
          {entry.priority !== 0 && ` · priority ${entry.priority}`}
        </span>
      </td>
    </tr>
  )
}

const stepNames: Record<QueueEntry['step'], string> = {
  requested: 'requested',
  waiting: 'waiting',
  'agent-available': 'agent available',
  confirmed: 'confirmed',
  'chat-created': 'chat created',
  talking: 'talking',
  done: 'done',
}

function Who({ entry, letter }: { entry: QueueEntry; letter: string | null }) {
  const selectCustomer = useUiStore((store) => store.selectCustomer)
  const selectPanel = useUiStore((store) => store.selectPanel)
  if (letter === null)
    return (
      <span className="flex flex-wrap items-center gap-1.5">
        {entry.isSynthetic ? <Badge>synthetic</Badge> : (entry.customerName ?? 'Somebody')}
      </span>
    )
  return (
    <button
      type="button"
      onClick={() => {
        selectCustomer(letter)
        selectPanel('customer')
      }}
      className="inline-flex min-h-6 items-center gap-1 rounded-sm text-left font-medium underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text"
    >
      <Star aria-hidden size={12} className="shrink-0 fill-current text-lane-customer" />
      {letter}
      {entry.customerName ? `, ${entry.customerName}` : ''}
    </button>
  )
}

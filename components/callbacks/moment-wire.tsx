'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { CallbackWire, CallbackWireRow } from '../../server/tester/contract.ts'
import { LaneMark } from '../ui/lane-mark.tsx'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { laneOf, splitPath, wordOf } from '../wire/traffic-row.ts'
import { isError } from '../wire/row-error.ts'
import { statusText } from '../wire/status-words.ts'
import { EndOfList } from './end-of-list.tsx'
import { MissingRows } from './missing-rows.tsx'

interface MomentWireProps {
  rows: readonly CallbackWireRow[]
  /** All of the callback's. */
  wire: CallbackWire
}

/** What had crossed the wire at a moment; each row leads to itself. */
export function MomentWire({ rows, wire }: MomentWireProps) {
  const t = useTranslations('callbacks.moment')
  return (
    <EndOfList label={t('wire')} newest={rows.at(-1)?.number ?? 0}>
      {rows.length === 0 && <p className="p-3 text-sm text-muted">{t('nothingSent')}</p>}
      <MissingRows dropped={wire.dropped} isPartial={wire.isPartial} />
      <ol className="flex flex-col py-1 empty:hidden">
        {rows.map((row) => {
          const { number, centreAt } = row
          return (
            <li key={number}>
              <Link
                href={`/wire/${number}`}
                className="flex items-baseline py-(--row-air) gap-x-2 px-3 text-sm enabled-hover:bg-hover focus-visible:-outline-offset-2"
              >
                <LaneMark lane={laneOf(row)} />
                <span className="shrink-0 font-mono text-xs text-muted">#{number}</span>
                <TimeOfDay at={centreAt} />
                <code className="min-w-0 flex-1 truncate text-xs" title={titleOf(row)}>
                  {wordOf(row)} {whatOf(row)}
                </code>
                <span className={clsx('font-mono text-xs', isError(row) ? 'text-danger' : 'text-muted')}>
                  {statusText(row, false)}
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </EndOfList>
  )
}

const titleOf = ({ kind, method, path, note }: CallbackWireRow) =>
  kind === 'event' ? note : `${method} ${path}`

/** The tag of a push, without the id that all rows here share; an event's type; a message's channel; else what was asked for. */
function whatOf({ kind, method, path, note, serviceId }: CallbackWireRow): string {
  switch (kind) {
    case 'push':
    case 'unsent':
      return note.replace(`.${serviceId}`, '')
    case 'event':
    case 'frame':
      return path
    default:
      return `${method} …${splitPath(path).tail}`
  }
}

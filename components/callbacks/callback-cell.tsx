'use client'

import Link from 'next/link'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { callbackHref, useCallbackName } from './callback-name.ts'
import { cellText, parameterOf, type ColumnId } from './callback-columns.ts'
import { CallbackTime } from './callback-time.tsx'
import { StateBadge } from './state-badge.tsx'
import { useSayReason } from '../use-say-reason.ts'

interface CallbackCellProps {
  callback: CallbackJson
  column: ColumnId
  /** The contact centre's time, ISO 8601. */
  now: string
}

/** What a column shows of a callback. */
export function CallbackCell({ callback, column, now }: CallbackCellProps) {
  const text = cellText(callback, column)
  switch (column) {
    case 'state':
      return <StateBadge {...callback} />
    case 'customer':
      return <CustomerLink callback={callback} />
    case 'createdAt':
    case 'desiredAt':
    case 'expiresAt':
      return <CallbackTime at={text} now={now} />
    case 'waitingFor':
      return <WaitCell callback={callback} />
    default:
      return parameterOf(column) !== null || column === 'mediaType' ? (
        <span title={text}>{text}</span>
      ) : (
        <code className="text-xs" title={text}>
          {text}
        </code>
      )
  }
}

function WaitCell({ callback }: { callback: CallbackJson }) {
  const text = useSayReason()(callback.waitingPhrase)
  return <span title={text}>{text}</span>
}

/** The customer's name leads to the callback's own page. */
function CustomerLink({ callback }: { callback: CallbackJson }) {
  const name = useCallbackName()(callback)
  return (
    <Link
      href={callbackHref(callback.id)}
      prefetch={false}
      className="font-medium underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text"
    >
      {name}
    </Link>
  )
}

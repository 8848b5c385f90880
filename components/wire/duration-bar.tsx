'use client'

import { clsx } from 'clsx'
import { useEffect, useState } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { isPending } from './traffic-list.ts'
import { shortDuration } from './traffic-row.ts'

const growsEveryMillis = 500
/** From here on a bar is full; a poll is held about this long. */
const fullMillis = 30_000

/** How long it took, as a number on a bar; for what is not answered yet, a bar that grows. */
export function DurationBar({ row }: { row: TrafficSummary }) {
  if (isPending(row)) return <GrowingBar since={row.at} isHeld={row.isHeld} />
  if (row.durationMillis === null) return null
  return <Bar millis={row.durationMillis} isHeld={row.isHeld} isGrowing={false} />
}

function GrowingBar({ since, isHeld }: { since: string; isHeld: boolean }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), growsEveryMillis)
    return () => window.clearInterval(timer)
  }, [])
  return <Bar millis={Math.max(0, now - Date.parse(since))} isHeld={isHeld} isGrowing />
}

function Bar({ millis, isHeld, isGrowing }: { millis: number; isHeld: boolean; isGrowing: boolean }) {
  const share = Math.min(1, isHeld ? millis / fullMillis : Math.log10(millis + 1) / Math.log10(fullMillis))
  return (
    <span className="flex items-center gap-1.5">
      <span className="w-12 shrink-0 text-right whitespace-nowrap tabular-nums">
        {isGrowing && isHeld ? `${Math.floor(millis / 1000)} s…` : shortDuration(millis)}
      </span>
      <span
        aria-hidden
        className={clsx('h-1 rounded-full', isGrowing ? 'bg-lane-server' : 'bg-line-strong')}
        style={{ width: `calc((100% - 3.5rem) * ${share})` }}
      />
    </span>
  )
}

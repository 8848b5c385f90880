'use client'

import { clsx } from 'clsx'
import { useSyncExternalStore } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { testerNow } from '../tester-time.ts'
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
  const now = useSyncExternalStore(ticker.subscribe, ticker.now, () => Date.parse(since))
  return <Bar millis={Math.max(0, now - Date.parse(since))} isHeld={isHeld} isGrowing />
}

/** One beat for all bars, however many grow; none while none does. */
const ticker = createTicker()

function createTicker() {
  const listeners = new Set<() => void>()
  let now = testerNow()
  let timer = 0
  return {
    subscribe(listener: () => void) {
      if (listeners.size === 0) {
        now = testerNow()
        timer = window.setInterval(() => {
          now = testerNow()
          for (const each of listeners) each()
        }, growsEveryMillis)
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) window.clearInterval(timer)
      }
    },
    now: () => now,
  }
}

function Bar({ millis, isHeld, isGrowing }: { millis: number; isHeld: boolean; isGrowing: boolean }) {
  const share = Math.min(1, isHeld ? millis / fullMillis : Math.log10(millis + 1) / Math.log10(fullMillis))
  return (
    <span className="flex items-center gap-1.5">
      <span className="w-12 real-time shrink-0 text-right whitespace-nowrap tabular-nums">
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

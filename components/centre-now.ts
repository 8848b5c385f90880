'use client'

import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ClockJson } from '../server/tester/contract.ts'
import { clockKeys, clockQuery } from './clock-queries.ts'

/** What the centre's clock shows, `elapsed` real milliseconds after it was read. */
export function centreTime(clock: ClockJson, elapsed: number): number {
  return Date.parse(clock.now) + (clock.paused ? 0 : elapsed * clock.rate)
}

/** The same for whoever does not draw: by the clock as it was last read; null when it was not. */
export function centreNowIn(client: QueryClient): number | null {
  const read = client.getQueryState<ClockJson>(clockKeys.all)
  return read?.data ? centreTime(read.data, Math.max(0, Date.now() - read.dataUpdatedAt)) : null
}

/** The time by the contact centre's clock in ms, redrawn every `everyMillis`; null until it is known. */
export function useCentreNow(everyMillis = 1000): number | null {
  const { data: clock, dataUpdatedAt } = useQuery(clockQuery())
  const [now, setNow] = useState(0)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = window.setInterval(tick, everyMillis)
    return () => window.clearInterval(timer)
  }, [everyMillis])
  return clock ? centreTime(clock, Math.max(0, now - dataUpdatedAt)) : null
}

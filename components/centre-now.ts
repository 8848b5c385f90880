'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ClockJson } from '../server/tester/contract.ts'
import { clockQuery } from './clock-queries.ts'

/** What the centre's clock shows, `elapsed` real milliseconds after it was read. */
export function centreTime(clock: ClockJson, elapsed: number): number {
  return Date.parse(clock.now) + (clock.paused ? 0 : elapsed * clock.rate)
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

'use client'

import { useEffect, useState } from 'react'

/** The real time in ms, redrawn every `everyMillis` while `isOn`. */
export function useRealNow(everyMillis = 1000, isOn = true): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isOn) return
    const tick = () => setNow(Date.now())
    tick()
    const timer = window.setInterval(tick, everyMillis)
    return () => window.clearInterval(timer)
  }, [everyMillis, isOn])
  return now
}

'use client'

import { useEffect, useEffectEvent, useState } from 'react'

/** Rows that stand elsewhere now are moved in the page at once when they are no more than this. */
const movedAtOnce = 2
/** Else all of them are, once nothing has come for so long: moving costs more than saying something new. */
const restMillis = 150
/** At the latest after so long. */
const settleMillis = 1_000

/**
 * The order in which rows of the page stand in it, as indexes of `rows`. It is that of `rows`, for who reads the page
 * without seeing it, but for a moment while many come: what is seen is placed by its top, not by this.
 */
export function useRowOrder(rows: readonly number[]): readonly number[] {
  const [order, setOrder] = useState(rows)
  const turned = turnedBy(order, rows)
  const isLate = turned > movedAtOnce
  if (turned !== 0 && !isLate) setOrder(rows)
  const settle = useEffectEvent(() => setOrder(rows))
  useEffect(() => {
    if (!isLate) return
    const timer = setTimeout(() => settle(), settleMillis)
    return () => clearTimeout(timer)
  }, [isLate])
  useEffect(() => {
    if (turned <= movedAtOnce) return
    const timer = setTimeout(() => settle(), restMillis)
    return () => clearTimeout(timer)
  }, [turned])
  return isLate ? order.map((row) => rows.indexOf(row)) : [...rows.keys()]
}

/**
 * How many of the first rows stand at the end now, or of the last ones at the beginning; -1: they are other rows, or in
 * another order altogether.
 */
export function turnedBy(before: readonly number[], now: readonly number[]): number {
  const count = before.length
  if (count !== now.length) return -1
  const by = before.indexOf(now[0] ?? 0)
  const isTurned = now.every((row, place) => row === before[(place + by) % count])
  return isTurned ? Math.max(0, Math.min(by, count - by)) : -1
}

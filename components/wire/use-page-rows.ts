'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { lineNumber, type WireLine } from './wire-lines.ts'

/** Rows that stand elsewhere now are moved in the page at once when they are no more than this. */
const movedAtOnce = 2
/** Else all of them are, once nothing has come for so long: moving costs more than saying something new. */
const restMillis = 150
/** At the latest after so long. */
const settleMillis = 1_000

/** A row of the page, and the index of the line that it shows. */
export interface PageRow {
  readonly key: number
  readonly index: number
}

/**
 * The rows that the lines at these indexes are drawn in, out of `most` rows, as they stand in the page. That is the order
 * of the lines, for who reads the page without seeing it, but for a moment while many come: what is seen is placed by
 * its top.
 */
export function usePageRows(
  lines: readonly WireLine[],
  indexes: readonly number[],
  most: number,
): readonly PageRow[] {
  const [start, setStart] = useState<number | null>(null)
  const { rows, wanted, turned } = pageRows(lines, indexes, most, start)
  const isLate = turned > movedAtOnce
  if (wanted !== start && !isLate) setStart(wanted)
  const settle = useEffectEvent(() => setStart(wanted))
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
  return isLate ? rows.toSorted((a, b) => a.place - b.place) : rows
}

interface PageRows {
  /** In the order of their lines; `place`: where each stands in the page as long as `start` is the first. */
  readonly rows: readonly (PageRow & { place: number })[]
  /** The row that the first line is drawn in. */
  readonly wanted: number | null
  /** How many rows would have to be moved for it to be the first. */
  readonly turned: number
}

/**
 * Rows that are there already say something new sooner than others are made, and those that say the same need not be
 * drawn at all. So a line of a run keeps its row while others come and go, and new ones take the rows of those that are
 * out of view; lines between which some are left out stand in the rows where they are seen.
 */
export function pageRows(
  lines: readonly WireLine[],
  indexes: readonly number[],
  most: number,
  start: number | null,
): PageRows {
  const count = Math.max(most, indexes.length, 1)
  const from = start === null ? null : start % count
  const first = firstOfRun(lines, indexes)
  const wanted = first === null ? from : first % count
  const by = ((wanted ?? 0) - (from ?? wanted ?? 0) + count) % count
  const rows = indexes.map((index, nth) => ({
    index,
    key: ((wanted ?? 0) + nth) % count,
    place: (by + nth) % count,
  }))
  return { rows, wanted, turned: Math.min(by, count - by) }
}

/** The number of the first of these lines, where each has the number after that of the one before. */
function firstOfRun(lines: readonly WireLine[], indexes: readonly number[]): number | null {
  const numbers = indexes.map((index) => lineNumber(lines[index]))
  const first = numbers[0] ?? null
  return first !== null && numbers.every((number, nth) => number === first + nth) ? first : null
}

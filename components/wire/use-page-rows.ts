'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { lineNumber, type WireLine } from './wire-lines.ts'

/** Rows that go on at the end are moved there in the page at once when they are no more than this. */
const movedAtOnce = 2
/** Else all of them are, once nothing has come for so long: moving costs more than saying something new. */
const restMillis = 300
/** At the latest after so long. */
const settleMillis = 1_000

/** A row of the page, and the index of the line that it shows. */
export interface PageRow {
  readonly key: number
  readonly index: number
}

interface PageRowsOptions {
  readonly lines: readonly WireLine[]
  /** Which of the lines are drawn. */
  readonly indexes: readonly number[]
  /** How many may be drawn while the newest are followed; null: they are not. */
  readonly followed: number | null
  /** Whether rows must stay where they are: one that is moved ends a press on it, and what moves in it begins anew. */
  readonly isHeld: () => boolean
}

/**
 * The rows that lines are drawn in, as they stand in the page. That is the order of the lines, for who reads the page
 * without seeing it, but for a moment while many come: what is seen is placed by its top.
 */
export function usePageRows({ lines, indexes, followed, isHeld }: PageRowsOptions): readonly PageRow[] {
  const [before, setBefore] = useState(noRows)
  // The row that stands first in the page.
  const [head, setHead] = useState(0)
  const now = placed(before, { lines, indexes, followed })
  if (!isSame(before, now)) setBefore(now)
  const turned = now.round === before.round && now.round > 0 ? (now.start - head + now.round) % now.round : 0
  const isLate = followed !== null && turned > movedAtOnce
  if (head !== now.start && !isLate) setHead(now.start)
  const settle = useEffectEvent(() => {
    if (isLate && !isHeld()) setHead(now.start)
  })
  useEffect(() => {
    if (!isLate) return
    const timer = setInterval(() => settle(), settleMillis)
    return () => clearInterval(timer)
  }, [isLate])
  useEffect(() => {
    if (turned === 0) return
    const timer = setInterval(() => settle(), restMillis)
    return () => clearInterval(timer)
  }, [turned])
  const rows = indexes.map((index) => ({ index, key: pageRowOf(now, index) }))
  if (!isLate) return rows
  const place = ({ key }: PageRow) => (key - head + now.round) % now.round
  return rows.toSorted((a, b) => place(a) - place(b))
}

/** Which rows lines are drawn in. */
export interface PageRows {
  /** Where the first of them stands among all lines, and how many these are. */
  readonly firstIndex: number
  readonly count: number
  /** The index of the line that is drawn in the row `start`, or would be. */
  readonly anchor: number
  /** The number of the first line, where each has the number after that of the one before; else null. */
  readonly first: number | null
  /** The row of the line at `anchor`, of the `round` rows that lines go around in while the newest are followed. */
  readonly start: number
  readonly round: number
}

export const noRows: PageRows = { firstIndex: 0, count: 0, anchor: 0, first: null, start: 0, round: 0 }

/** Where nobody follows and the view moves by so many lines, each line stays in its row. */
const steadyFor = 3

/**
 * Rows that are there already say something new sooner than others are made, and those that say the same need not be
 * drawn at all. So where the newest are followed and run on, each line keeps its row while others come, and new ones take
 * the rows of those that are no longer drawn. Where lines are folded or left out, and after a leap, rows stay where they
 * are seen: one that is written anew does not move.
 */
export function placed(
  before: PageRows,
  { lines, indexes, followed }: Omit<PageRowsOptions, 'isHeld'>,
): PageRows {
  const firstIndex = indexes[0]
  if (firstIndex === undefined) return before
  const count = lines.length
  if (followed === null) {
    const isSteady = count >= before.count && Math.abs(firstIndex - before.anchor) <= steadyFor
    const anchor = isSteady ? before.anchor : before.anchor + firstIndex - before.firstIndex
    return { ...before, firstIndex, count, anchor, first: null }
  }
  const first = firstOfRun(lines, indexes)
  if (followed !== before.round)
    return { firstIndex, count, anchor: firstIndex, first, start: 0, round: followed }
  const by = first === null || before.first === null ? 0 : first - before.first
  const goesOn = by > 0 && by <= indexes.length / 2
  const start = goesOn ? (before.start + by) % followed : before.start
  return { ...before, firstIndex, count, anchor: firstIndex, first, start }
}

/** The row of a line that is drawn. Those that are drawn beyond the round, since nobody follows, have rows of their own. */
export function pageRowOf({ anchor, start, round }: PageRows, index: number): number {
  const place = index - anchor
  return place >= 0 && place < round ? (start + place) % round : place
}

const isSame = (a: PageRows, b: PageRows): boolean =>
  a.firstIndex === b.firstIndex &&
  a.count === b.count &&
  a.anchor === b.anchor &&
  a.first === b.first &&
  a.start === b.start &&
  a.round === b.round

/** The number of the first of these lines, where each has the number after that of the one before. */
function firstOfRun(lines: readonly WireLine[], indexes: readonly number[]): number | null {
  const numbers = indexes.map((index) => lineNumber(lines[index]))
  const first = numbers[0] ?? null
  return first !== null && numbers.every((number, nth) => number === first + nth) ? first : null
}

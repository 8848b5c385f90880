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
 * without seeing it, but for a moment after a leap, and while many come: what is seen is placed by its top.
 */
export function usePageRows({ lines, indexes, followed, isHeld }: PageRowsOptions): readonly PageRow[] {
  const [start, setStart] = useState<number | null>(null)
  // Who scrolls draws now more lines, now fewer: with another number of rows all would be other ones.
  const [most, setMost] = useState(0)
  const count = followed ?? Math.max(most, indexes.length)
  if (count !== most) setMost(count)
  const { rows, wanted, turned } = pageRows(lines, indexes, count, start)
  const isLate = turned > (followed === null ? 0 : movedAtOnce)
  if (wanted !== start && !isLate) setStart(wanted)
  const settle = useEffectEvent(() => {
    if (isLate && !isHeld()) setStart(wanted)
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
  return isLate ? rows.toSorted((a, b) => a.place - b.place) : rows
}

interface PageRows {
  /** In the order of their lines; `place`: where each stands in the page as long as the row `start` is the first. */
  readonly rows: readonly (PageRow & { place: number })[]
  /** The row that the first line is drawn in. */
  readonly wanted: number | null
  /** How many rows from the beginning go on at the end. */
  readonly turned: number
}

/**
 * Rows that are there already say something new sooner than others are made, and those that say the same need not be
 * drawn at all. So where lines run on, each keeps its row, one of `most`, while others come and go, and new ones take the
 * rows of those that are no longer drawn; lines between which some are folded or left out stand in the rows where they
 * are seen.
 */
export function pageRows(
  lines: readonly WireLine[],
  indexes: readonly number[],
  most: number,
  start: number | null,
): PageRows {
  if (indexes.length === 0) return { rows: [], wanted: start, turned: 0 }
  const count = Math.max(most, indexes.length)
  const from = start === null ? null : start % count
  const first = firstOfRun(lines, indexes)
  const wanted = first === null ? (from ?? 0) : first % count
  const turned = from === null ? 0 : (wanted - from + count) % count
  const rows = indexes.map((index, nth) => ({
    index,
    key: (wanted + nth) % count,
    place: (turned + nth) % count,
  }))
  return { rows, wanted, turned }
}

/** The number of the first of these lines, where each has the number after that of the one before. */
function firstOfRun(lines: readonly WireLine[], indexes: readonly number[]): number | null {
  const numbers = indexes.map((index) => lineNumber(lines[index]))
  const first = numbers[0] ?? null
  return first !== null && numbers.every((number, nth) => number === first + nth) ? first : null
}

import type { CSSProperties } from 'react'

/** About how many rem high the head of the live line is, and a row; each row is measured once it is drawn. */
export const headHeight = 1.75
export const rowHeight = 3
/** The same of a row on a narrow page, and on the smallest, where it is broken into several lines. */
const rowHeightNarrow = 5
const rowHeightSmall = 8.25
/** How many rem high the table of the line grows before it scrolls. */
const heightMax = 28

const heightOf = (entries: number, row: number) => `${Math.min(heightMax, headHeight + entries * row)}rem`

/** About how high the table of this many customers will be, by the width of the page, as CSS says it. */
export const heightsOfLine = (entries: number): CSSProperties & Record<`--${string}`, string> => ({
  '--awaited': heightOf(entries, rowHeight),
  '--awaited-narrow': heightOf(entries, rowHeightNarrow),
  '--awaited-small': heightOf(entries, rowHeightSmall),
})

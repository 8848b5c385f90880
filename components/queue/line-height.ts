/** About how many rem high a row of the live line is, and its head; each row is measured once it is drawn. */
export const rowHeight = 2.5
/** How many rem high the table of the line grows before it scrolls. */
const heightMax = 28

/** How high the table of this many customers is at least, as CSS says it. */
export const leastHeightOfLine = (entries: number): string =>
  `${Math.min(heightMax, (entries + 1) * rowHeight)}rem`

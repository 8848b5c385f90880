/** About how high a row of the live line is, and its head; each row is measured once it is drawn. */
export const rowHeight = 40
/** How high the table of the line grows before it scrolls. */
const heightMax = 448

/** How high the table of this many customers is at least. */
export const leastHeightOfLine = (entries: number): number => Math.min(heightMax, (entries + 1) * rowHeight)

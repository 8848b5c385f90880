import { usePreferencesStore, type Density } from './preferences-store.ts'
import { useRem } from './ui/use-rem.ts'

/** Rem by which rows of a fixed height are higher: the two sides of what `--row-air` adds where text makes the height. */
const airs: Readonly<Record<Density, number>> = { compact: 0, comfortable: 0.5 }

/** How many pixels high a row is, of this height in rem at its least, where text of the reader is as high as this. */
export const rowHeight = (least: number, density: Density, rem: number): number =>
  (least + airs[density]) * rem

/** How many pixels high a row is, of this height in rem at its least, with as much air as the reader wants. */
export function useRowHeight(least: number): number {
  const density = usePreferencesStore((store) => store.density)
  return rowHeight(least, density, useRem())
}

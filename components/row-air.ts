import { usePreferencesStore, type Density } from './preferences-store.ts'

/** Pixels by which rows of a fixed height are higher: the two sides of what `--row-air` adds where text makes the height. */
const airs: Readonly<Record<Density, number>> = { compact: 0, comfortable: 8 }

/** How high a row is, of this height at its least, with as much air as the reader wants. */
export const useRowHeight = (least: number): number =>
  least + airs[usePreferencesStore((store) => store.density)]

'use client'

import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { isSameRow, type RowIdentity } from './row-identity.ts'

interface KnownRow {
  /** The row that is open, as it was first read; null: none has been. */
  known: RowIdentity | null
}

/**
 * Which row the number in the address stands for. It survives a reload of its tab: the tester may have begun a new log
 * by then, in which another row has the number.
 */
export const useKnownRow = create<KnownRow>()(
  persist((): KnownRow => ({ known: null }), {
    name: 'gms-tester-wire-row',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
)

/** Somebody has opened a row, or closed the one that was open: whichever is opened now, it is meant. */
export const forgetRow = (): void => void useKnownRow.setState({ known: null })

/** The row of the number that is open was read. It is kept unless another one was known by this number. */
export const knowRow = ({ number, at }: RowIdentity) =>
  useKnownRow.setState(({ known }) => (known?.number === number ? { known } : { known: { number, at } }))

/** Whether another row than the one that was opened has its number now. */
export const isOtherRow = (row: RowIdentity, known: RowIdentity | null): boolean =>
  known?.number === row.number && !isSameRow(known, row)

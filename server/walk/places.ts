import { centreSchema, subjectOf } from '../contact-center/records.ts'
import { createMemoryStorage } from '../storage/memory.ts'
import { openSqliteStorage } from '../storage/sqlite.ts'
import type { Place } from './world.ts'

const storageOptions = { schema: centreSchema, subjectOf, historyMax: 1_000_000 }

/** In memory; what is put can be frozen, so that whoever changes it in place is found out. */
export const inMemory = (freeze: boolean): Place => ({
  open: () => createMemoryStorage({ ...storageOptions, freeze }),
  isReopened: false,
})

/** In a file, which is opened anew by each restart. */
export const inFile = (file: string): Place => ({
  open: () => openSqliteStorage({ ...storageOptions, file }),
  isReopened: true,
})

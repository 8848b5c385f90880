import { onTestFinished } from 'vitest'
import { registerHistory } from './storage-history.contract.ts'
import { registerListeners } from './storage-listeners.contract.ts'
import { registerStorageModel } from './storage-model.contract.ts'
import { testOptions, type OpenStorage, type StoragePlace } from './storage-place.contract.ts'
import { registerRecords } from './storage-records.contract.ts'
import { registerSnapshots } from './storage-snapshot.contract.ts'
import { registerWhole } from './storage-whole.contract.ts'

/** Registers the tests of every rule that all engines keep. `makePlace` is called once in each test. */
export function registerStorageContract(name: string, makePlace: () => StoragePlace): void {
  const open: OpenStorage = (options = {}) => {
    const storage = makePlace().open({ ...testOptions, ...options })
    onTestFinished(() => storage.close())
    return storage
  }
  registerRecords(name, open)
  registerHistory(name, open, makePlace)
  registerListeners(name, open)
  registerWhole(name, open)
  registerSnapshots(name, open)
  registerStorageModel(name, makePlace)
}

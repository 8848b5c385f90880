import { createMemoryStorage } from './memory.ts'
import { registerStorageContract } from './storage.contract.ts'

registerStorageContract('memory', () => ({ isDurable: false, open: createMemoryStorage }))

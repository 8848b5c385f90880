import type { QueueJson } from '../../server/tester/contract.ts'

export type QueueEntry = QueueJson['entries'][number]

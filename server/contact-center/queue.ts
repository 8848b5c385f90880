/** Virtual queues as the edges see them. */
import type { CallbackId, JourneyStep } from './contact-center.ts'

export interface QueueEntryView {
  readonly callback: CallbackId
  readonly position: number
  readonly priority: number
  readonly waitingSeconds: number
  readonly target: string
  readonly waitingFor: string
  readonly customerName: string | null
  readonly isSynthetic: boolean
  readonly step: JourneyStep
}

export interface QueueView {
  readonly name: string
  readonly waiting: number
  readonly longestWaitSeconds: number
  readonly readyAgents: number
  readonly ewt: { readonly model: EwtModel; readonly seconds: number | null; readonly explanation: string }
  readonly entries: readonly QueueEntryView[]
}

export type EwtModel = 'unavailable' | 'fixed' | 'computed'
export type EwtSetting =
  { model: 'unavailable' } | { model: 'fixed'; seconds: number } | { model: 'computed' }

/** All that name a queue refuse `queue-not-found`. */
export interface QueueService {
  list(): Promise<readonly QueueView[]>
  get(name: string): Promise<QueueView>
  readonly ewtModels: readonly {
    readonly name: EwtModel
    readonly formula: string
    readonly explanation: string
  }[]
  setEwt(name: string, setting: EwtSetting): Promise<QueueView>
  /** Adds synthetic waiting customers. Refused: `queue-full`, `callbacks-full`; then none is added. */
  addCallers(name: string, count: number): Promise<readonly CallbackId[]>
  removeCallers(name: string): Promise<void>
}

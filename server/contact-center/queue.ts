/** Virtual queues as the edges see them. */
import type { CallbackId, JourneyStep } from './contact-center.ts'
import type { Phrase } from './phrase.ts'
import type { ThresholdPreview } from './preview-threshold.ts'
import type { ServiceLevelSetting } from './queue-figures.ts'

export interface QueueEntryView {
  readonly callback: CallbackId
  readonly position: number
  readonly priority: number
  readonly waitingSeconds: number
  readonly target: string
  readonly waitingFor: string
  /** Null for who waits for nothing, which does not happen in line. */
  readonly waitingPhrase: Phrase | null
  readonly customerName: string | null
  readonly isSynthetic: boolean
  readonly step: JourneyStep
}

export interface QueueView {
  readonly name: string
  readonly waiting: number
  readonly longestWaitSeconds: number
  readonly readyAgents: number
  readonly ewt: EwtView
  readonly serviceLevel: ServiceLevelSetting
  /** What has come of the customers, since the reset; more of it stands in the statistics. */
  readonly sinceReset: {
    readonly answered: number
    readonly abandoned: number
    readonly serviceLevelPercent: number | null
  }
  readonly entries: readonly QueueEntryView[]
}

/** The estimate for a customer who came now, and how it came about. */
export interface EwtView {
  readonly model: EwtModel
  readonly parameters: Readonly<Record<string, number>>
  readonly seconds: number | null
  readonly formula: string
  /** The formula filled in, or why there is no estimate. */
  readonly explanation: string
  /** The same, to be said in other languages. */
  readonly phrase: Phrase
  readonly inputs: Readonly<Record<string, number>>
}

export type EwtModel =
  | 'unavailable'
  | 'fixed'
  | 'computed'
  | 'queue-length'
  | 'queue-length-abandonment'
  | 'moving-average'
  | 'exponential-smoothing'
  | 'last-to-enter-service'
  | 'head-of-line'

/** A model and what is set of its parameters; the others have their defaults. */
export interface EwtSetting {
  readonly model: EwtModel
  readonly seconds?: number
  readonly samples?: number
  readonly weight?: number
}

export interface EwtParameter {
  readonly name: 'seconds' | 'samples' | 'weight'
  readonly min: number
  readonly max: number
  readonly isWhole: boolean
  /** Null: it has to be given. */
  readonly default: number | null
  readonly meaning: string
}

export interface EwtModelView {
  readonly name: EwtModel
  readonly formula: string
  readonly explanation: string
  readonly parameters: readonly EwtParameter[]
}

/** All that name a queue refuse `queue-not-found`. */
export interface QueueService {
  list(): Promise<readonly QueueView[]>
  get(name: string): Promise<QueueView>
  readonly ewtModels: readonly EwtModelView[]
  /** Refused: `setting-invalid` with fields. */
  setEwt(name: string, setting: EwtSetting): Promise<QueueView>
  /** What each model would say to a customer who came now. */
  estimates(name: string): Promise<readonly EwtView[]>
  /** From now on; what is counted already stays. Refused: `setting-invalid` with fields. */
  setServiceLevel(name: string, setting: Partial<ServiceLevelSetting>): Promise<QueueView>
  /** Adds synthetic waiting customers. Refused: `queue-full`, `callbacks-full`; then none is added. */
  addCallers(name: string, count: number): Promise<readonly CallbackId[]>
  removeCallers(name: string): Promise<void>
  /** Puts a customer at another position of the line. Refused: `entry-not-found`, `setting-invalid` with fields. */
  move(name: string, callback: CallbackId, position: number): Promise<QueueView>
  /** Gives a customer in line the priority that counts now. Refused: as `move`. */
  prioritise(name: string, callback: CallbackId, priority: number): Promise<QueueView>
  /** Takes a customer out of the line, real or synthetic. Refused: `entry-not-found`. */
  removeEntry(name: string, callback: CallbackId): Promise<void>
  /** Whom a table of `_eta_pos_threshold` lets pass, and the reasons. Refused: `setting-invalid` with fields. */
  previewThreshold(text: string): ThresholdPreview
}

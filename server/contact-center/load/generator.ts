import type { Millis } from '../../runtime/clock.ts'
import type { CallbackId } from '../contact-center.ts'
import type { ArrivalLaw } from './arrival-law.ts'
import type { Distribution, Patience } from './distribution.ts'

export type GeneratorId = string & { readonly brand: 'GeneratorId' }

/** What comes, and how it behaves. */
export interface GeneratorSettings {
  /** The configured service the customers ask for. */
  readonly service: string
  /** Where they wait, when it is not the service's own queue. */
  readonly queue: string | null
  /** Two generators of one seed and one law bring the same customers. */
  readonly seed: number
  readonly arrivals: ArrivalLaw
  /** It ends after so many customers; null: never. */
  readonly customersMax: number | null
  /** How long a customer waits for an agent before leaving. */
  readonly patience: Patience
  /** How long a customer talks before leaving; null: until the agent leaves. */
  readonly handle: Distribution | null
  /** What a customer does who is told of an agent: the rest, at once. */
  readonly confirmation: {
    readonly late: number
    readonly never: number
    /** How long those who are late take. */
    readonly delay: Distribution
  }
  /** From being confirmed to creating the chat. */
  readonly chatDelay: Distribution
  /** What the customer says, one line after the other. */
  readonly lines: readonly string[]
  /** Before each of them. */
  readonly lineInterval: Distribution
}

/** A source of synthetic customers. Only `generator-service` stores one; it changes by its owner's wish alone. */
export interface Generator extends GeneratorSettings {
  readonly id: GeneratorId
}

/** How far a generator has come; a record of its own, since it changes with every customer. */
export interface GeneratorProgress {
  readonly id: GeneratorId
  readonly isRunning: boolean
  readonly startedAt: Millis
  /** How many have come since it was started … */
  readonly index: number
  /** … the last at this time, in fractions of a millisecond. */
  readonly lastAt: number
  /** The event that started it: what led to every customer. */
  readonly startedBy: number | null
  /** Since it was put: how many it has tried to bring, which numbers their chances, … */
  readonly drawn: number
  /** … how many of them the centre let in, and turned away, … */
  readonly arrived: number
  readonly turnedAway: number
  /** … how many had an agent, and how many left without one. */
  readonly served: number
  readonly lost: number
  /** The last few who are gone, oldest first; what is kept of earlier ones is removed. */
  readonly gone: readonly CallbackId[]
}

export interface GeneratorView extends GeneratorSettings {
  readonly id: GeneratorId
  readonly isRunning: boolean
  readonly startedAt: Millis | null
  /** When the next customer comes; null when none will. */
  readonly nextAt: Millis | null
  /** How many have come, let in or not, since it was started. */
  readonly arrivedSinceStart: number
  /** Let in since the generator was put: those who are here, who had an agent, and who left without one. */
  readonly arrived: number
  readonly present: number
  readonly served: number
  readonly lost: number
  /** Not let in, since the centre or the service had no room. */
  readonly turnedAway: number
}

/** Sources of synthetic customers. All that name one refuse `generator-not-found`. */
export interface GeneratorService {
  list(): Promise<readonly GeneratorView[]>
  get(id: GeneratorId): Promise<GeneratorView>
  /** With a new id. Refused: `generator-invalid` with fields, `generators-full`. */
  add(settings: GeneratorSettings): Promise<GeneratorView>
  /** Creates or replaces, and begins to count anew; a running one runs on. Refused: as `add`. */
  put(id: GeneratorId, settings: GeneratorSettings): Promise<GeneratorView>
  /** From now on customers come; one that runs goes on. */
  start(id: GeneratorId): Promise<GeneratorView>
  /** No more come; those who are here go their ways. */
  stop(id: GeneratorId): Promise<GeneratorView>
  /** Its customers leave with it. */
  remove(id: GeneratorId): Promise<void>
}

/** One that has not been started. */
export function newProgress(id: GeneratorId): GeneratorProgress {
  return {
    id,
    isRunning: false,
    startedAt: 0,
    index: 0,
    lastAt: 0,
    startedBy: null,
    drawn: 0,
    arrived: 0,
    turnedAway: 0,
    served: 0,
    lost: 0,
    gone: [],
  }
}

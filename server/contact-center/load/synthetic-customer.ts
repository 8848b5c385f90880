import type { Millis } from '../../runtime/clock.ts'
import type { CallbackId } from '../contact-center.ts'
import type { Turn } from '../turn.ts'
import { drawMillis } from './distribution.ts'
import type { Generator, GeneratorId, GeneratorProgress } from './generator.ts'

/** A customer whom a generator plays, while he is here: what he will do was drawn when he came. */
export interface SyntheticCustomer {
  readonly callback: CallbackId
  readonly generator: GeneratorId
  /** From the announcement to confirming; null: he never confirms. */
  readonly confirmMillis: Millis | null
  /** From being confirmed to creating the chat. */
  readonly chatMillis: Millis
  /** How long he talks; null: until the agent leaves. */
  readonly handleMillis: Millis | null
  /** Whether an agent has ever been in the chat. */
  readonly isServed: boolean
  /** How many lines he has said. */
  readonly said: number
}

/** What the next customer of a generator will do, and how long he waits at most; null: as long as it takes. */
export type Plan = Omit<SyntheticCustomer, 'callback' | 'generator' | 'isServed' | 'said'> & {
  readonly patienceMillis: Millis | null
}

/** Draws all of it at once, always in this order, so that one customer's chance never touches another's. */
export function drawPlan(turn: Turn, generator: Generator, progress: GeneratorProgress): Plan {
  const draw = turn.random.for('synthetic-customer', `${generator.seed}/${progress.drawn}`)
  const { patience, handle, confirmation, chatDelay, arrivals } = generator
  const patienceMillis = patience.distribution === 'infinite' ? null : drawMillis(patience, draw)
  const handleMillis = handle === null ? null : drawMillis(handle, draw)
  const share = draw.fraction()
  const lateMillis = drawMillis(confirmation.delay, draw)
  const chatMillis = drawMillis(chatDelay, draw)
  const recorded = arrivals.law === 'replay' ? arrivals.arrivals[progress.index] : undefined
  return {
    patienceMillis: recordedMillis(recorded?.patienceSeconds) ?? patienceMillis,
    handleMillis: recordedMillis(recorded?.handleSeconds) ?? handleMillis,
    confirmMillis: confirmMillis(share, confirmation, lateMillis),
    chatMillis,
  }
}

const recordedMillis = (seconds: number | undefined): Millis | undefined =>
  seconds === undefined ? undefined : Math.round(seconds * 1000)

function confirmMillis(share: number, { late, never }: Generator['confirmation'], lateMillis: Millis) {
  if (share < never) return null
  return share < never + late ? lateMillis : 0
}

import type { PhraseJson } from '../../server/tester/contract.ts'
import type { SequenceEvent } from './event-arrows.ts'

/** Who takes part, from left to right. */
export const actors = ['app', 'gms', 'urs', 'chat', 'agent'] as const

export type Actor = (typeof actors)[number]

/** One arrow of the diagram; from somebody to himself it is a note. */
export interface Arrow {
  readonly key: string
  readonly kind: 'request' | 'answer' | 'push' | 'event'
  readonly from: Actor
  readonly to: Actor
  /** What crossed the wire, in its own words; or the kind of event. */
  readonly says: { readonly wire: string } | { readonly event: SequenceEvent }
  /** The sentence about the event; null for what crossed the wire. */
  readonly phrase: PhraseJson | null
  /** ISO 8601, by the contact centre's clock. */
  readonly at: string
  /** The row of the wire that it is; an event's is null. */
  readonly row: number | null
  readonly event: number | null
  /** How often it happened, one after the other, with nothing else between. */
  readonly count: number
  readonly hasFailed: boolean
}

import type { Numbered } from '../storage/port.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import type { CentreEvent } from './event.ts'
import type { Phrase } from './phrase.ts'
import type { Facts, RuleNumber } from './rule.ts'

/** One reason: in words, by its rule, with what was looked at. */
export interface Because {
  readonly sentence: string
  readonly phrase: Phrase
  readonly rule: RuleNumber
  readonly facts: Facts
  /** The numbers of the events that led there, as far as they are kept. */
  readonly eventNumbers: readonly number[]
}

/** Why a callback is where it is. */
export interface CallbackWhy extends Because {
  readonly callback: CallbackId
  /** What the fact `estimate` says; null where there is none. */
  readonly estimatePhrase: Phrase | null
  /** What else would have helped a customer in line, and did not. */
  readonly also: readonly Because[]
  /** What keeps each agent from a customer in line; nothing for the one who is kept for him. */
  readonly agents: readonly {
    readonly id: AgentId
    readonly name: string
    readonly obstacles: readonly Because[]
  }[]
  readonly agentsLeftOut: number
  /** The events that are named, and what led to them, oldest first. */
  readonly events: readonly Numbered<CentreEvent>[]
}

/** Why no chat comes to an agent, or whose comes next. */
export interface AgentWhy extends Because {
  readonly agent: AgentId
  readonly name: string
  /** Who counts on the agent. */
  readonly next: CallbackId | null
  /** The first in line, over all queues, and why each does not get the agent. */
  readonly customers: readonly {
    readonly callback: CallbackId
    readonly name: string | null
    readonly queue: string
    readonly position: number
    readonly reasons: readonly Because[]
  }[]
  readonly customersLeftOut: number
  readonly events: readonly Numbered<CentreEvent>[]
}

import type { Millis } from '../runtime/clock.ts'

/** What estimates are made from: of one queue, bounded, and changed by a constant amount of work per event. */
export interface WaitHistory {
  /** How long the last customers waited who got an agent, oldest first. */
  readonly waits: readonly Millis[]
  /** How long the last chats kept an agent, oldest first. */
  readonly handles: readonly Millis[]
  /** The smoothed wait; null before anybody has got an agent. */
  readonly smoothed: SmoothedWait | null
  /** The weight with which the old wait goes into the next smoothed one. */
  readonly weight: number
  /** Customers who gave up waiting, and the time that all who left the line had waited; both fade. */
  readonly abandoned: number
  readonly waited: Millis
}

/** How the smoothed wait came about. */
export interface SmoothedWait {
  readonly value: Millis
  /** The value before the last wait; null when it was the first. */
  readonly previous: Millis | null
}

/** How many waits and handle times are kept. */
export const waitSamplesMax = 100
/** The weights that Salesforce documents: nine tenths the old estimate, one tenth the last wait. */
export const smoothingWeightDefault = 0.9
/** What is left of a customer's weight in the abandonment rate with each later one: about the last 200 count. */
const fading = 0.995

/** Nobody has waited yet. */
export const newWaitHistory = (): WaitHistory => ({
  waits: [],
  handles: [],
  smoothed: null,
  weight: smoothingWeightDefault,
  abandoned: 0,
  waited: 0,
})

/** A customer has got an agent. */
export function rememberWait(history: WaitHistory, waited: Millis): WaitHistory {
  return {
    ...rememberExposure(history, waited, 0),
    waits: newest(history.waits, waited),
    smoothed: smooth(history.smoothed, waited, history.weight),
  }
}

/** A customer is gone; `gaveUp` unless somebody else took the customer out of the line. */
export const rememberLoss = (history: WaitHistory, waited: Millis, gaveUp: boolean): WaitHistory =>
  rememberExposure(history, waited, gaveUp ? 1 : 0)

/** An agent is done with a chat. */
export const rememberHandled = (history: WaitHistory, talked: Millis): WaitHistory => ({
  ...history,
  handles: newest(history.handles, talked),
})

/** The work after a chat kept the agent from the next one as well: it lengthens the newest handle time. */
export function rememberWrapUp(history: WaitHistory, millis: Millis): WaitHistory {
  const last = history.handles.at(-1)
  if (last === undefined) return history
  return { ...history, handles: [...history.handles.slice(0, -1), last + millis] }
}

/** Smooths with another weight, and what is kept of the past with it. */
export function changeWeight(history: WaitHistory, weight: number): WaitHistory {
  if (weight === history.weight) return history
  const smoothed = history.waits.reduce<SmoothedWait | null>(
    (old, waited) => smooth(old, waited, weight),
    null,
  )
  return { ...history, weight, smoothed }
}

function smooth(old: SmoothedWait | null, waited: Millis, weight: number): SmoothedWait {
  if (old === null) return { value: waited, previous: null }
  return { value: weight * old.value + (1 - weight) * waited, previous: old.value }
}

const rememberExposure = (history: WaitHistory, waited: Millis, abandoned: 0 | 1): WaitHistory => ({
  ...history,
  abandoned: history.abandoned * fading + abandoned,
  waited: history.waited * fading + waited,
})

const newest = (kept: readonly Millis[], one: Millis): readonly Millis[] =>
  kept.length < waitSamplesMax ? [...kept, one] : [...kept.slice(1 - waitSamplesMax), one]

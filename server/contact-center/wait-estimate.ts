import { sayEstimate } from './estimate-words.ts'
import type { Phrase } from './phrase.ts'
import type { EwtSetting } from './queue.ts'
import type { WaitHistory } from './wait-history.ts'
import { smoothingWeightDefault, waitSamplesMax } from './wait-history.ts'
import { round, rounded, sumOfSteps } from './wait-words.ts'

/** What an estimate is made from. */
export interface WaitFacts {
  /** From 1; 0 after the callback has left the queue. */
  readonly position: number
  /** How long the customer has waited so far; 0 for one who comes now. */
  readonly waitedSeconds: number
  /** How many chats all agents who are logged in and match can have at a time. */
  readonly places: number
  /** How long the first in line has waited so far; null when nobody is ahead. */
  readonly headWaitedSeconds: number | null
  readonly history: WaitHistory
}

export interface WaitEstimate {
  /** Whole seconds; null when there is none. */
  readonly seconds: number | null
  /** The calculation with its numbers, or why there is no estimate. */
  readonly explanation: string
  /** The same, to be said in other languages. */
  readonly phrase: Phrase
  /** The numbers, rounded as they are calculated with. */
  readonly inputs: Readonly<Record<string, number>>
}

/** The estimated wait of a customer under a queue's setting. Decision 8, WE1 to WE13. */
export function estimateWait(setting: EwtSetting, facts: WaitFacts): WaitEstimate {
  if (facts.position === 0) return gone
  const { model, seconds = 0, samples = samplesDefault, weight = smoothingWeightDefault } = setting
  if (model === 'unavailable') return off
  if (model === 'fixed') return estimated(seconds, sayEstimate('fixed', { seconds }), { seconds })
  if (facts.places === 0) return noAgent
  switch (model) {
    case 'computed':
    case 'queue-length':
      return fromQueueLength(facts, samples)
    case 'queue-length-abandonment':
      return fromQueueLengthAndAbandonment(facts, samples)
    case 'moving-average':
      return fromMovingAverage(facts, samples)
    case 'exponential-smoothing':
      return fromSmoothing(facts, weight)
    case 'last-to-enter-service':
      return fromLastWait(facts)
    case 'head-of-line':
      return fromHeadOfLine(facts)
  }
}

/** Whether an estimate may be had at all, whoever asks. */
export function mayEstimate({ model }: EwtSetting, history: WaitHistory | undefined): boolean {
  if (model === 'fixed') return true
  if (model === 'unavailable' || history === undefined) return false
  return history.waits.length > 0 || history.handles.length > 0
}

/** Whether an estimate of the model shrinks while time passes and nothing happens. WE9. */
export function shrinksWithTime({ model }: EwtSetting): boolean {
  switch (model) {
    case 'moving-average':
    case 'exponential-smoothing':
    case 'last-to-enter-service':
    // The head waits as well; but the hundredths of a second of both are rounded, each by itself.
    case 'head-of-line':
      return true
    default:
      return false
  }
}

/** How many of the last chats or customers count, unless told otherwise. */
export const samplesDefault = 20

/** So many seconds, told by this calculation. */
const estimated = (
  seconds: number | null,
  phrase: Phrase,
  inputs: Readonly<Record<string, number>>,
): WaitEstimate => ({ seconds, explanation: phrase.text, phrase, inputs })

/** There is none, for this reason. */
export const noWaitEstimate = (why: Phrase): WaitEstimate => estimated(null, why, {})

const gone = estimated(0, sayEstimate('gone'), {})
const off = noWaitEstimate(sayEstimate('off'))
const noAgent = noWaitEstimate(sayEstimate('noAgent'))
const noChat = noWaitEstimate(sayEstimate('noChat'))
const noWait = noWaitEstimate(sayEstimate('noWait'))

/** The mean of the last so many, in seconds. */
function meanOf(millis: readonly number[], samples: number): { mean: number; size: number } {
  const those = millis.slice(-Math.min(samples, waitSamplesMax))
  const total = those.reduce((sum, each) => sum + each, 0)
  return { mean: round(total / those.length / 1000, 2), size: those.length }
}

/** Ibrahim and Whitt's QL: each place ahead and the own one take a mean handle time, shared by all who serve. */
function fromQueueLength({ position, places, history }: WaitFacts, samples: number): WaitEstimate {
  if (history.handles.length === 0) return noChat
  const { mean, size } = meanOf(history.handles, samples)
  const seconds = roundUp((position * mean) / places)
  const phrase = sayEstimate('shared', { position, mean: rounded(mean), chats: size, places, seconds })
  return estimated(seconds, phrase, { position, meanHandleSeconds: mean, chats: size, places })
}

/** Ibrahim and Whitt's QL for M/M/s+M: those ahead leave by an agent or by themselves, so that each step takes less. */
function fromQueueLengthAndAbandonment(facts: WaitFacts, samples: number): WaitEstimate {
  const { position, places, history } = facts
  if (history.handles.length === 0) return noChat
  const { mean, size } = meanOf(history.handles, samples)
  const perMinute = history.waited === 0 ? 0 : round((history.abandoned / history.waited) * 60_000, 4)
  const seconds = roundUp(sumOfSteps({ position, places, mean, perMinute }))
  const phrase = sayEstimate(position === 1 ? 'sumOfOne' : 'sum', {
    last: position - 1,
    mean: rounded(mean),
    chats: size,
    places,
    perMinute: rounded(perMinute),
    seconds,
  })
  const inputs = { position, meanHandleSeconds: mean, chats: size, places, abandonmentsPerMinute: perMinute }
  return estimated(seconds, phrase, inputs)
}

function fromMovingAverage(facts: WaitFacts, samples: number): WaitEstimate {
  if (facts.history.waits.length === 0) return noWait
  const { mean, size } = meanOf(facts.history.waits, samples)
  const said = sayEstimate('meanWait', { mean: rounded(mean), customers: size })
  return rest(facts, mean, said, { meanWaitSeconds: mean, customers: size })
}

function fromSmoothing(facts: WaitFacts, weight: number): WaitEstimate {
  const { smoothed, waits } = facts.history
  const last = waits.at(-1)
  if (smoothed === null || last === undefined) return noWait
  const lastWaitSeconds = round(last / 1000, 2)
  const { previous } = smoothed
  if (previous === null) {
    const said = sayEstimate('firstWait', { wait: rounded(lastWaitSeconds) })
    return rest(facts, lastWaitSeconds, said, { lastWaitSeconds })
  }
  const old = round(previous / 1000, 2)
  const share = round(1 - weight, 4)
  const said = sayEstimate('smoothed', {
    weight,
    old: rounded(old),
    share,
    wait: rounded(lastWaitSeconds),
  })
  const inputs = { weight, oldEstimateSeconds: old, lastWaitSeconds }
  return rest(facts, weight * old + share * lastWaitSeconds, said, inputs)
}

/** Ibrahim and Whitt's LES. */
function fromLastWait(facts: WaitFacts): WaitEstimate {
  const last = facts.history.waits.at(-1)
  if (last === undefined) return noWait
  const lastWaitSeconds = round(last / 1000, 2)
  const said = sayEstimate('lastWait', { wait: rounded(lastWaitSeconds) })
  return rest(facts, lastWaitSeconds, said, { lastWaitSeconds })
}

/** Ibrahim and Whitt's HOL; whoever has nobody ahead is told as by LES. */
function fromHeadOfLine(facts: WaitFacts): WaitEstimate {
  if (facts.history.waits.length === 0) return noWait
  if (facts.headWaitedSeconds === null) return fromLastWait(facts)
  const headWaitedSeconds = round(facts.headWaitedSeconds, 2)
  const said = sayEstimate('headWait', { wait: rounded(headWaitedSeconds) })
  return rest(facts, headWaitedSeconds, said, { headWaitedSeconds })
}

/** What is left of a whole wait: who has waited longer is told less, so that the order of the line shows. */
function rest(
  { waitedSeconds }: WaitFacts,
  whole: number,
  said: Phrase,
  inputs: Readonly<Record<string, number>>,
): WaitEstimate {
  const waited = round(waitedSeconds, 2)
  const seconds = Math.max(0, roundUp(whole - waited))
  return estimated(seconds, sayLeft(said, seconds, waited, whole < waited), {
    ...inputs,
    waitedSeconds: waited,
  })
}

/** The calculation of a whole wait, carried on to what is left of it. */
function sayLeft(whole: Phrase, seconds: number, waited: number, isOver: boolean): Phrase {
  if (waited === 0) return sayEstimate('all', { whole, seconds })
  if (isOver && seconds === 0) return sayEstimate('over', { whole, waited: rounded(waited) })
  return sayEstimate('left', { whole, waited: rounded(waited), seconds })
}

/** Whole seconds; what is a whole number but for the last bits of a division is not raised. */
const roundUp = (seconds: number): number => Math.ceil(round(seconds, 6))

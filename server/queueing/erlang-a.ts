import type { Figures, Queue } from './erlang.ts'

/** M/M/c+M: as Erlang C, but whoever waits gives up after an exponential time, at this rate in a second. */
export interface ImpatientQueue extends Queue {
  readonly patienceRate: number
}

/** Erlang A, from the stationary probabilities of its birth-death process. Any load has an answer. */
export function erlangAFigures(queue: ImpatientQueue, targetSeconds: number): Figures {
  const { agents, arrivalRate, patienceRate } = queue
  const probabilities = stationary(queue)
  const waitProbability = sum(probabilities.slice(agents))
  const queueLength = sum(probabilities.slice(agents).map((probability, waiting) => probability * waiting))
  return {
    waitProbability,
    queueLength,
    meanWait: queueLength / arrivalRate,
    serviceLevel: servedWithin(queue, probabilities[agents - 1] ?? 0, waitProbability, targetSeconds),
    // Whoever waits gives up at the patience rate.
    abandonment: (patienceRate * queueLength) / arrivalRate,
  }
}

/** How likely so many are in the system, up to where it no longer matters. */
function stationary({ agents, arrivalRate, serviceRate, patienceRate }: ImpatientQueue): number[] {
  const weights = [1]
  let largest = 1
  for (let present = 1; ; present += 1) {
    const leaving = Math.min(present, agents) * serviceRate + Math.max(0, present - agents) * patienceRate
    const weight = ((weights[present - 1] ?? 0) * arrivalRate) / leaving
    weights.push(weight)
    largest = Math.max(largest, weight)
    if (leaving > arrivalRate && weight < largest * 1e-18) break
  }
  const total = sum(weights)
  return weights.map((weight) => weight / total)
}

/**
 * The share that is served within the target. A customer of endless patience would wait for t seconds with the density
 * of Baccelli and Hebuterne, λ p(c−1) exp(λ ∫ (1 − G) − c μ t), G being the distribution of patience.
 */
function servedWithin(queue: ImpatientQueue, lastFree: number, waitProbability: number, target: number) {
  const { agents, arrivalRate, serviceRate, patienceRate } = queue
  const density = (t: number) => {
    const come = (arrivalRate * (1 - Math.exp(-patienceRate * t))) / patienceRate
    return arrivalRate * lastFree * Math.exp(come - agents * serviceRate * t)
  }
  return 1 - waitProbability + integrate((t) => Math.exp(-patienceRate * t) * density(t), target)
}

/** Simpson's rule from 0 on. */
function integrate(of: (t: number) => number, to: number): number {
  const steps = 2000
  const width = to / steps
  let total = of(0) + of(to)
  for (let step = 1; step < steps; step += 1) total += of(step * width) * (step % 2 === 1 ? 4 : 2)
  return (total * width) / 3
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

import type { Distribution } from '../contact-center/load/distribution.ts'
import type { Figures } from './erlang.ts'

/** M/G/1: one agent, Poisson arrivals, any handle time; by the formula of Pollaczek and Khinchine. */
export function pollaczekKhinchineFigures(
  arrivalRate: number,
  handle: Distribution,
  targetSeconds: number,
): Figures {
  const { mean, square } = moments(handle)
  const load = arrivalRate * mean
  const meanWait = (arrivalRate * square) / (2 * (1 - load))
  return {
    waitProbability: load,
    meanWait,
    queueLength: arrivalRate * meanWait,
    serviceLevel: servedWithin(arrivalRate, handle, targetSeconds),
    abandonment: 0,
  }
}

/** The mean of a length of time, and of its square. */
function moments(handle: Distribution): { mean: number; square: number } {
  switch (handle.distribution) {
    case 'fixed':
      return { mean: handle.seconds, square: handle.seconds ** 2 }
    case 'exponential':
      return { mean: handle.meanSeconds, square: 2 * handle.meanSeconds ** 2 }
    case 'log-normal':
      return { mean: handle.meanSeconds, square: handle.meanSeconds ** 2 + handle.deviationSeconds ** 2 }
  }
}

function servedWithin(arrivalRate: number, handle: Distribution, target: number): number | null {
  switch (handle.distribution) {
    case 'exponential': {
      const load = arrivalRate * handle.meanSeconds
      return 1 - load * Math.exp(-(1 / handle.meanSeconds - arrivalRate) * target)
    }
    case 'fixed': {
      // Erlang's own formula for M/D/1.
      const load = arrivalRate * handle.seconds
      let total = 0
      let factorial = 1
      for (let count = 0; count * handle.seconds <= target; count += 1) {
        if (count > 0) factorial *= count
        const left = arrivalRate * (target - count * handle.seconds)
        total += ((-left) ** count / factorial) * Math.exp(left)
      }
      return (1 - load) * total
    }
    case 'log-normal':
      return null
  }
}

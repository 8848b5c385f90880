import type { Figures } from './erlang.ts'
import type { Batch, Observation } from './observer.ts'

/** One figure of one load: what theory says, what was seen, and whether they agree. */
export interface Agreement {
  readonly figure: keyof Figures
  readonly theory: number
  readonly seen: number
  /** Half the width of the 99 % confidence interval around what was seen. */
  readonly halfWidth: number
  readonly isInside: boolean
  /** Within 2 %. */
  readonly isClose: boolean
}

/** Student's t, 99 % of both sides, for the 29 degrees of freedom that 30 batches leave. */
const quantile = 2.7564
const batchCount = 30

/** Holds every figure that theory knows against the batch means of what was seen. */
export function compareWithTheory(theory: Figures, { batches }: Observation): Agreement[] {
  if (batches.length !== batchCount) throw new Error(`${batches.length} batches, not ${batchCount}`)
  const figures = ['waitProbability', 'meanWait', 'queueLength', 'serviceLevel', 'abandonment'] as const
  return figures.flatMap((figure) => {
    const expected = theory[figure]
    // Where nobody gives up there is nothing to compare, but that nobody did: conservation says so.
    if (expected === null || expected === 0) return []
    return compareFigure(figure, expected, batches)
  })
}

function compareFigure(figure: keyof Figures, theory: number, batches: readonly Batch[]): Agreement {
  const values = batches.map((batch) => batch[figure])
  const seen = values.reduce((sum, value) => sum + value, 0) / batchCount
  const variance = values.reduce((sum, value) => sum + (value - seen) ** 2, 0) / (batchCount - 1)
  const halfWidth = quantile * Math.sqrt(variance / batchCount)
  return {
    figure,
    theory,
    seen,
    halfWidth,
    isInside: Math.abs(seen - theory) <= halfWidth,
    isClose: Math.abs(seen - theory) <= 0.02 * theory,
  }
}

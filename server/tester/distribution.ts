import { z } from 'zod'
import type { Distribution, Patience } from '../contact-center/load/distribution.ts'

const fixed = z.strictObject({ distribution: z.literal('fixed'), seconds: z.number() })
const exponential = z.strictObject({ distribution: z.literal('exponential'), meanSeconds: z.number() })
const logNormal = z.strictObject({
  distribution: z.literal('log-normal'),
  meanSeconds: z.number(),
  deviationSeconds: z.number(),
})
const infinite = z.strictObject({ distribution: z.literal('infinite') })

/** How long something takes; the ranges are the centre's to check. */
export const distribution: z.ZodType<Distribution> = z.discriminatedUnion(
  'distribution',
  [fixed, exponential, logNormal],
  'This must be one of fixed, exponential, log-normal.',
)

/** How long somebody waits. */
export const patience: z.ZodType<Patience> = z.discriminatedUnion(
  'distribution',
  [fixed, exponential, logNormal, infinite],
  'This must be one of fixed, exponential, log-normal, infinite.',
)

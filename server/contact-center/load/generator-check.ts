import type { CentreLimits } from '../limits.ts'
import type { RefusalDetail } from '../refusal.ts'
import { checkArrivals } from './arrival-law.ts'
import { checkPatience, checkRange, checkWhole } from './distribution.ts'
import type { GeneratorId, GeneratorSettings } from './generator.ts'

const generatorId = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/
const seedMax = 2_147_483_647
const customersMaxMax = 100_000_000

/** Everything that is wrong with a generator, one detail per fault: `id`, `arrivals.perHour`, … */
export function checkGenerator(
  id: GeneratorId,
  settings: GeneratorSettings,
  limits: CentreLimits,
): RefusalDetail[] {
  const { seed, arrivals, customersMax, patience, handle, confirmation, chatDelay } = settings
  const details = [
    ...checkWhole('seed', seed, 0, seedMax),
    ...checkArrivals('arrivals', arrivals),
    ...(customersMax === null ? [] : checkWhole('customersMax', customersMax, 1, customersMaxMax)),
    ...checkPatience('patience', patience),
    ...(handle === null ? [] : checkPatience('handle', handle)),
    ...checkRange('confirmation.late', confirmation.late, 0, 1),
    ...checkRange('confirmation.never', confirmation.never, 0, 1),
    ...checkPatience('confirmation.delay', confirmation.delay),
    ...checkPatience('chatDelay', chatDelay),
    ...checkLines('lines', settings.lines, limits),
    ...checkPatience('lineInterval', settings.lineInterval),
  ]
  if (!generatorId.test(id)) {
    details.push({ field: 'id', message: 'A generator id has 1 to 64 letters, digits, _, - and .' })
  }
  if (confirmation.late + confirmation.never > 1) {
    details.push({ field: 'confirmation', message: 'The shares late and never are at most 1 together.' })
  }
  return details
}

/** Lines that somebody says by himself: not too many, and each may be said. */
export function checkLines(field: string, lines: readonly string[], limits: CentreLimits): RefusalDetail[] {
  const { scriptLinesMax, scriptCharactersMax } = limits
  if (lines.length > scriptLinesMax) {
    return [{ field, message: `A script has at most ${scriptLinesMax} lines.` }]
  }
  return lines.flatMap((line, index) =>
    line.trim() !== '' && line.length <= scriptCharactersMax
      ? []
      : [{ field: `${field}.${index}`, message: `A line has 1 to ${scriptCharactersMax} characters.` }],
  )
}

import type { GeneratorJson } from '../../server/tester/contract.ts'

/** A rate of fewer seconds says nothing yet. */
const measuredSecondsMin = 30

/** How many customers came in an hour since it was started, at this time of the centre's clock; null: too early to say. */
export function measuredPerHour(generator: GeneratorJson, now: number): number | null {
  if (!generator.running || generator.startedAt === null) return null
  const seconds = (now - Date.parse(generator.startedAt)) / 1000
  if (seconds < measuredSecondsMin) return null
  return Math.round((generator.arrivedSinceStart / seconds) * 3600)
}

/** How many customers the law brings in an hour at this time; null: a list has no rate. */
export function plannedPerHour({ arrivals }: GeneratorJson, now: number): number | null {
  switch (arrivals.law) {
    case 'poisson':
      return arrivals.perHour
    case 'burst':
      return Math.round((arrivals.count / arrivals.everySeconds) * 3600)
    case 'profile':
      return arrivals.perHour[new Date(now).getUTCHours()] ?? null
    case 'replay':
      return null
  }
}

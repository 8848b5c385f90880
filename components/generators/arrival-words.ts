import type { GeneratorJson } from '../../server/tester/contract.ts'
import type { Translate } from '../messages/translate.ts'

/** How a generator's customers come, and how many of them. */
export function arrivalWords(
  t: Translate<'generators'>,
  { arrivals }: Pick<GeneratorJson, 'arrivals'>,
): string {
  switch (arrivals.law) {
    case 'poisson':
      return t('describe.poisson', { rate: arrivals.perHour })
    case 'burst':
      return t('describe.burst', { count: arrivals.count, seconds: arrivals.everySeconds })
    case 'profile':
      return t('describe.profile', { sum: Math.round(arrivals.perHour.reduce((sum, rate) => sum + rate, 0)) })
    case 'replay':
      return t('describe.replay', { count: arrivals.arrivals.length })
  }
}

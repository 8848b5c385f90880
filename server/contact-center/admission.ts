import type { AdmissionRules } from './admission-rules.ts'
import { numberInQueue } from './callback.ts'
import type { StartCallback } from './contact-center.ts'
import { findCountry, isImpossible, isPremium, readPhoneNumber } from './phone-number.ts'
import { Refused } from './refusal.ts'
import { countInWindows, countToday } from './throttle.ts'
import type { Turn } from './turn.ts'

/** A start request whose service and options are known. */
export interface Applicant {
  readonly service: string
  readonly rules: AdmissionRules
  readonly properties: StartCallback['properties']
  readonly header: StartCallback['header']
  /** Whether it wants to be served now, and not at a time of its own. */
  readonly isImmediate: boolean
}

/**
 * Lets a start request in and counts it, or refuses it: `country-missing`, `number-premium`, `number-impossible`,
 * `number-in-queue`, `service-full`, and what `throttle.ts` refuses. Contract 1.8, 6.3.
 */
export function admit(turn: Turn, applicant: Applicant) {
  const number = applicant.properties['_customer_number']?.trim() ?? ''
  if (number !== '') {
    requireReachable(applicant, number)
    requireOutOfQueue(turn, applicant, number)
  }
  const { service, rules, isImmediate } = applicant
  if (isImmediate) requireRoom(turn, service, rules.queuedMax)
  countInWindows(turn, service, rules.windows)
  // Documented, and tested against the product, for immediate requests only. Contract 1.8 [T].
  if (isImmediate) countParameters(turn, applicant)
}

function requireReachable({ service, rules }: Applicant, number: string) {
  const { refusesPremium, refusesImpossible } = rules
  if (!refusesPremium && !refusesImpossible) return
  const option = refusesPremium ? '_disallow_premium_phone_numbers' : '_disallow_impossible_phone_numbers'
  const country = findCountry(rules.country)
  if (country === null) throw new Refused('country-missing', service, [], { service, option })
  const read = readPhoneNumber(number, country)
  if (refusesPremium && isPremium(read))
    throw new Refused('number-premium', number, [], { number, country: rules.country })
  if (refusesImpossible && isImpossible(read))
    throw new Refused('number-impossible', number, [], { number, country: rules.country })
}

function requireOutOfQueue(turn: Turn, { service, rules }: Applicant, number: string) {
  const max = rules.numbersInQueueMax
  if (max === null) return
  const waiting = turn.tx.find('callback', 'number', numberInQueue(service, number)).length
  if (waiting >= max)
    throw new Refused('number-in-queue', number, [], { service, number, waiting, waitingMax: max })
}

/** Scheduled callbacks are not counted, and not refused. Contract 1.8 [T]. */
function requireRoom(turn: Turn, service: string, max: number | null) {
  if (max === null) return
  const waiting = turn.tx.find('callback', 'queued', service).length
  if (waiting < max) return
  throw new Refused('service-full', `${max} wait`, [], { service, waiting, waitingMax: max })
}

/** Of a parameter that comes as a header and in the body, the header counts. Contract 6.2 [D]. */
function countParameters(turn: Turn, { service, rules, properties, header }: Applicant) {
  if (rules.daily === null) return
  for (const parameter of rules.daily.parameters) {
    const inBody = Object.hasOwn(properties, parameter) ? properties[parameter] : undefined
    const value = (rules.countsHeaders ? header?.(parameter) : null) ?? inBody
    if (value !== undefined && value.trim() !== '')
      countToday(turn, service, parameter, value.trim(), rules.daily.limit)
  }
}

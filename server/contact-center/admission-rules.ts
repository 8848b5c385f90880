import type { GmsVersion } from './configuration.ts'
import { splitList } from './option-type.ts'
import type { WindowRule } from './throttle.ts'

/** What a service asks of a start request before it takes it. */
export interface AdmissionRules {
  /** So many callbacks of one number may be in the queue already; null: nobody looks. */
  readonly numbersInQueueMax: number | null
  readonly refusesImpossible: boolean
  readonly refusesPremium: boolean
  /** Two letters, or nothing. */
  readonly country: string
  readonly queuedMax: number | null
  readonly windows: readonly WindowRule[]
  readonly daily: { readonly parameters: readonly string[]; readonly limit: number } | null
  /** Whether a header of the parameter's name counts in its place. */
  readonly countsHeaders: boolean
}

/** What holds where neither the service nor the section says anything. Contract 6.2, 6.3 [D]. */
const documented: Readonly<Record<string, string>> = {
  _enable_in_queue_checking: 'true',
  _disallow_impossible_phone_numbers: 'true',
  _disallow_premium_phone_numbers: 'true',
  _max_queued_callbacks_per_service: '1000',
  _throttle_callbacks_per_service_1: '500',
  _throttle_ttl_1: '300',
  _throttle_callbacks_per_service_2: '1000',
  _throttle_ttl_2: '3600',
  _throttle_request_parameters: '_customer_number',
  _throttle_request_parameters_limit: '6',
  _enable_throttle_header_parameters: 'true',
}

/** What section `callback` calls an option that it may set for every service. Contract 6.3 [D]. */
function sectionKey(option: string): string {
  return option === '_max_queued_callbacks_per_service' ? option.slice(1) : option
}

/**
 * The rules of a service: its own options, where they are empty the section's, and under 8.5.2 the documented
 * defaults; under 8.1.2 a check that nobody has asked for is off. Decision 1. The options have been validated.
 */
export function readAdmission(
  options: Readonly<Record<string, string>>,
  section: Readonly<Record<string, string>>,
  version: GmsVersion,
): AdmissionRules {
  const given = (name: string) => options[name]?.trim() || section[sectionKey(name)]?.trim() || ''
  const checked = (name: string) => given(name) || (version === '8.5.2' ? (documented[name] ?? '') : '')
  const limit = (name: string) => (checked(name) === '' ? null : Number(checked(name)))
  /** What a check needs besides, once it is on. */
  const besides = (name: string) => given(name) || (documented[name] ?? '')

  const windows = ['1', '2'].flatMap((number) => {
    const most = limit(`_throttle_callbacks_per_service_${number}`)
    return most === null ? [] : [{ limit: most, seconds: Number(besides(`_throttle_ttl_${number}`)) }]
  })
  const countsParameters =
    checked('_throttle_request_parameters') !== '' || checked('_throttle_request_parameters_limit') !== ''
  return {
    numbersInQueueMax: numbersInQueue(checked('_enable_in_queue_checking')),
    refusesImpossible: isTrue(checked('_disallow_impossible_phone_numbers')),
    refusesPremium: isTrue(checked('_disallow_premium_phone_numbers')),
    country: options['_default_country']?.trim() ?? '',
    queuedMax: limit('_max_queued_callbacks_per_service'),
    windows,
    daily: countsParameters
      ? {
          parameters: splitList(besides('_throttle_request_parameters')),
          limit: Number(besides('_throttle_request_parameters_limit')),
        }
      : null,
    countsHeaders: isTrue(besides('_enable_throttle_header_parameters')),
  }
}

const isTrue = (text: string): boolean => text.toLowerCase() === 'true'

/** A second callback of a number is let in by `true`, and none besides the first by `strict`. */
function numbersInQueue(checking: string): number | null {
  if (checking === 'strict') return 1
  return isTrue(checking) ? 2 : null
}

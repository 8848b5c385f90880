import { isTimeZone } from '../runtime/calendar.ts'
import { capacityFault } from './capacity.ts'
import { readObject } from './json-object.ts'
import { officeHoursFault } from './office-hours.ts'
import { findCountry } from './phone-number.ts'
import { parseTarget, sayTargetFault } from './target.ts'
import { parseThresholdTable } from './threshold.ts'

/** What the value of an option may be. */
export type OptionType =
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** A number and a unit, `1M`. */
  | { readonly kind: 'duration' }
  /** Two whole numbers, from and to, `-120,120`. */
  | { readonly kind: 'range' }
  | { readonly kind: 'queue-name' }
  /** Another configured service. */
  | { readonly kind: 'service-name' }
  /** A country by its two letters, `US`. */
  | { readonly kind: 'country' }
  /** A time zone, `Europe/Paris`. */
  | { readonly kind: 'time-zone' }
  | { readonly kind: 'regular-hours' | 'added-hours' | 'holiday' }
  /** Of a weekday, 1 being Monday; null is of dates. */
  | { readonly kind: 'capacity'; readonly weekday: number | null }
  /** Names of request parameters or options, separated by commas; any, or some of these. */
  | { readonly kind: 'names'; readonly of?: readonly string[]; readonly mayRepeat?: boolean }
  /** Addresses beginning `http://` or `https://`, separated by commas; or one of them. */
  | { readonly kind: 'urls' }
  | { readonly kind: 'url' }
  /** A template of services, or the address of an SCXML document. */
  | { readonly kind: 'service-template' }
  /** `tenant:endpoint`. */
  | { readonly kind: 'chat-endpoint' }
  /** A user name as `Authorization: Basic` can show it. */
  | { readonly kind: 'user-name' }
  /** A JSON object of request parameters and titles. */
  | { readonly kind: 'column-titles' }
  | { readonly kind: 'target' }
  | { readonly kind: 'threshold-table' }

/** Longer values are refused. */
export const optionValueMax = 8192

/** Names of request parameters; `__proto__` would not survive as a key. */
export const optionName = /^(?!__proto__$)[A-Za-z_][A-Za-z0-9_.-]{0,99}$/

export const serviceName = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/

/** What is wrong with a value that is not empty, as one sentence; null when it is right. */
export function faultOf(type: OptionType, value: string): string | null {
  if (value.length > optionValueMax) return `A value has at most ${optionValueMax} characters.`
  switch (type.kind) {
    case 'text':
      return null
    case 'boolean':
      return /^(true|false)$/i.test(value) ? null : `“${value}” is neither true nor false.`
    case 'integer':
      return integerFault(value, type.min, type.max)
    case 'choice':
      return isChoice(type.values, value) ? null : `“${value}” is not one of ${type.values.join(', ')}.`
    case 'duration':
      return durationFault(value)
    case 'range':
      return rangeFault(value)
    case 'queue-name':
      return queueNameFault(value)
    case 'service-name':
      return serviceName.test(value) ? null : `“${value}” is not the name of a service.`
    case 'country':
      return countryFault(value)
    case 'time-zone':
      return isTimeZone(value) ? null : `“${value}” is not a time zone, as in UTC or Europe/Paris.`
    case 'regular-hours':
    case 'added-hours':
    case 'holiday':
      return officeHoursFault(type.kind, value)
    case 'capacity':
      return capacityFault(type.weekday, value)
    case 'names':
      return namesFault(splitList(value), type)
    case 'urls':
      return urlsFault(splitList(value))
    case 'url':
      return urlFault(value.trim())
    case 'service-template':
      return isServiceTemplate(value.trim())
        ? null
        : `“${value}” is neither the name of a service template nor the address of its SCXML.`
    case 'chat-endpoint':
      return chatEndpointFault(value)
    case 'user-name':
      return userNameFault(value)
    case 'column-titles':
      return columnTitlesFault(value)
    case 'target': {
      const result = parseTarget(value)
      return result.ok ? null : sayTargetFault(result)
    }
    case 'threshold-table': {
      const result = parseThresholdTable(value)
      return result.ok ? null : result.message
    }
  }
}

/** Where a choice has `true` and `false`, they may be written as everywhere. Decision 4. */
const isChoice = (values: readonly string[], value: string): boolean =>
  values.includes(/^(true|false)$/i.test(value) ? value.toLowerCase() : value)

function integerFault(value: string, min: number, max: number): string | null {
  if (!/^-?[0-9]{1,15}$/.test(value)) return `“${value}” is not a whole number.`
  if (Number(value) < min) return `${value} is less than ${min}, the smallest value.`
  return Number(value) > max ? `${value} is more than ${max}, the largest value.` : null
}

function durationFault(value: string): string | null {
  if (!/^[0-9]{1,6}[smhdwMy]$/.test(value))
    return `“${value}” is not a number and a unit (s, m, h, d, w, M or y), as in 1M.`
  return Number.parseInt(value, 10) === 0 ? `“${value}” is no time at all.` : null
}

function rangeFault(value: string): string | null {
  const [, from, to] = /^(-?[0-9]{1,9}),(-?[0-9]{1,9})$/.exec(value) ?? []
  if (from === undefined || to === undefined)
    return `“${value}” is not two whole numbers, from and to, as in -120,120.`
  return Number(from) > Number(to) ? `“${value}” ends before it begins.` : null
}

function queueNameFault(value: string): string | null {
  if (value.length > 100) return 'A queue name has at most 100 characters.'
  if (value.includes('/')) return `“${value}” has a /, which a queue name cannot have.`
  return /\p{Cc}/u.test(value) ? 'A queue name has no line breaks and no other control characters.' : null
}

function countryFault(value: string): string | null {
  if (!/^[A-Za-z]{2}$/.test(value)) return `“${value}” is not the two letters of a country, as in US.`
  return findCountry(value) === null ? `There is no country ${value} that phone numbers are known of.` : null
}

function namesFault(
  names: readonly string[],
  { of, mayRepeat = false }: Extract<OptionType, { kind: 'names' }>,
): string | null {
  const wrong = names.find((name) => !optionName.test(name))
  if (wrong !== undefined) return `“${wrong}” is not a name; names are separated by commas.`
  const strange = names.find((name) => of?.includes(name) === false)
  if (strange !== undefined) return `“${strange}” is not one of ${of?.join(', ')}.`
  if (mayRepeat) return null
  const double = names.find((name, index) => names.indexOf(name) < index)
  return double === undefined ? null : `“${double}” comes twice.`
}

function urlsFault(addresses: readonly string[]): string | null {
  const wrong = addresses.find((address) => !/^https?:\/\//i.test(address) || !URL.canParse(address))
  return wrong === undefined ? null : `“${wrong}” is not an http or https address.`
}

/** An address may have a comma, but not another address after it. */
function urlFault(address: string): string | null {
  if (/,\s*https?:\/\//i.test(address)) return `“${address}” is more than one address.`
  return urlsFault([address])
}

const isServiceTemplate = (value: string): boolean =>
  serviceName.test(value) || (/^[a-z]+:\/\//i.test(value) && URL.canParse(value))

/** Contract 6.2 [D]: `Environment:default`. */
function chatEndpointFault(value: string): string | null {
  const [tenant = '', endpoint, ...more] = value.split(':').map((part) => part.trim())
  if (endpoint === undefined || more.length > 0)
    return `“${value}” is not a tenant and an endpoint with a colon between them, as in Environment:default.`
  if (tenant === '') return `“${value}” has no tenant before the colon, as in Environment:default.`
  return endpoint === '' ? `“${value}” has no endpoint after the colon, as in Environment:default.` : null
}

/** A colon ends the user name where the password follows: RFC 7617. */
const userNameFault = (value: string): string | null =>
  value.includes(':') ? 'A user name has no colon: nobody could show it.' : null

/** Contract 7.2: `{"key":"Title"}`. */
function columnTitlesFault(value: string): string | null {
  const titles = readObject(value)
  if (titles === null) return 'This is not a JSON object of keys and titles, as in {"usr_reason":"Reason"}.'
  for (const [key, title] of Object.entries(titles)) {
    if (!optionName.test(key)) return `“${key}” is not the name of a request parameter.`
    if (typeof title !== 'string' || title.trim() === '') return `“${key}” has no title: a title is a text.`
  }
  return null
}

/** The parts of a comma list, without blanks around them and without empty ones. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

import { parseTarget } from './target.ts'
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
  /** Names of request parameters or options, separated by commas. */
  | { readonly kind: 'names' }
  /** Addresses beginning `http://` or `https://`, separated by commas. */
  | { readonly kind: 'urls' }
  | { readonly kind: 'target' }
  | { readonly kind: 'threshold-table' }

/** Longer values are refused. */
export const optionValueMax = 8192

/** Names of options and of request parameters; `__proto__` would not survive as a key. */
export const optionName = /^(?!__proto__$)[A-Za-z_][A-Za-z0-9_.-]{0,99}$/

const queueName = /^[^\p{Cc}/]{1,100}$/u

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
      return type.values.includes(value) ? null : `“${value}” is not one of ${type.values.join(', ')}.`
    case 'duration':
      return /^[0-9]{1,6}[smhdwMy]$/.test(value)
        ? null
        : `“${value}” is not a number and a unit (s, m, h, d, w, M or y), as in 1M.`
    case 'range':
      return rangeFault(value)
    case 'queue-name':
      return queueName.test(value) ? null : 'A queue name has at most 100 characters, and no / among them.'
    case 'names':
      return splitList(value).find((name) => !optionName.test(name)) === undefined
        ? null
        : `“${value}” is not a list of names separated by commas.`
    case 'urls':
      return splitList(value).every(isWebAddress) ? null : `“${value}” is not an http or https address.`
    case 'target': {
      const result = parseTarget(value)
      return result.ok ? null : `${result.message} (column ${result.column})`
    }
    case 'threshold-table': {
      const result = parseThresholdTable(value)
      return result.ok ? null : result.message
    }
  }
}

function integerFault(value: string, min: number, max: number): string | null {
  const number = Number(value)
  const isRight = /^-?[0-9]{1,15}$/.test(value) && number >= min && number <= max
  return isRight ? null : `“${value}” is not a whole number from ${min} to ${max}.`
}

function rangeFault(value: string): string | null {
  const numbers = /^(-?[0-9]{1,9}),(-?[0-9]{1,9})$/.exec(value)
  const isRight = numbers !== null && Number(numbers[1]) <= Number(numbers[2])
  return isRight ? null : `“${value}” is not two whole numbers, from and to, as in -120,120.`
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

/** The parts of a comma list, without blanks around them and without empty ones. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

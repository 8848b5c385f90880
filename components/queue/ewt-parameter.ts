import type { EwtModelJson } from '../../server/tester/contract.ts'

type Parameter = Pick<EwtModelJson['parameters'][number], 'min' | 'max' | 'isWhole'>

/**
 * What was typed for a parameter as a number, with either decimal sign where it has decimals; null when it is none, or
 * out of range. A whole number has no sign between its digits: `1,000` is a thousand to some, and one to others.
 */
export function readParameter({ min, max, isWhole }: Parameter, text: string): number | null {
  if (isWhole && !/^\s*\d+\s*$/.test(text)) return null
  const value = Number(text.replace(',', '.'))
  if (text.trim() === '' || !Number.isFinite(value) || value < min || value > max) return null
  return value
}

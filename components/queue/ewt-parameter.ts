import type { EwtModelJson } from '../../server/tester/contract.ts'

type Parameter = Pick<EwtModelJson['parameters'][number], 'min' | 'max' | 'isWhole'>

/** What was typed for a parameter as a number, with either decimal sign; null when it is none, or out of range. */
export function readParameter({ min, max, isWhole }: Parameter, text: string): number | null {
  const value = Number(text.replace(',', '.'))
  if (text.trim() === '' || !Number.isFinite(value) || value < min || value > max) return null
  return isWhole && !Number.isInteger(value) ? null : value
}

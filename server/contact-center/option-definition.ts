import type { OptionView } from './configuration.ts'
import type { OptionType } from './option-type.ts'

export type OptionCategory =
  | 'General'
  | 'Chat'
  | 'URS Queuing'
  | 'User Confirmation'
  | 'Notification'
  | 'Scheduling'
  | 'Limits'
  | 'Orchestration'
  | 'Voice'
  | 'Callback section'
  | 'Server section'
  | 'Calendar'

/** What a start request may always override, and what only when `_overwritable_options` lists it. SO13, SO14. */
export const alwaysFromRequest: readonly string[] = [
  '_wait_for_agent',
  '_wait_for_user_confirm',
  '_media_type',
  '_call_direction',
  '_provide_code',
  '_urs_virtual_queue',
]
export const fromRequestWhenListed: readonly string[] = ['_target', '_ors', '_redirect']

/** What is known of an option; a template may give it another default, or fix it. */
export interface OptionDefinition extends OptionView {
  readonly category: OptionCategory
}

/** Options that count seconds take no more than a year of them. */
const yearSeconds = 31_536_000

export const text: OptionType = { kind: 'text' }
export const boolean: OptionType = { kind: 'boolean' }
export const names: OptionType = { kind: 'names' }
export const urls: OptionType = { kind: 'urls' }
export const url: OptionType = { kind: 'url' }
export const range: OptionType = { kind: 'range' }
export const seconds = integer(1, yearSeconds)
/** 0 switches it off. */
export const secondsOrNone = integer(0, yearSeconds)
export const count = integer(1, 1_000_000)
export const limit = integer(0, 1_000_000)
export const priority = integer(-1_000_000, 1_000_000)

/** Whole numbers from `min` to `max`, both included. */
export function integer(min: number, max: number): OptionType {
  return { kind: 'integer', min, max }
}

/** One of these words, written so; `true` and `false` in any case. */
export function choice(...values: string[]): OptionType {
  return { kind: 'choice', values }
}

/** An option that the contact centre heeds. */
export function active(
  category: OptionCategory,
  name: string,
  type: OptionType,
  value: string,
  description: string,
): OptionDefinition {
  return {
    name,
    category,
    type,
    default: value,
    mandatory: false,
    fixed: false,
    kept: false,
    fromRequest: whetherFromRequest(name),
    description,
  }
}

function whetherFromRequest(name: string): OptionView['fromRequest'] {
  if (alwaysFromRequest.includes(name)) return 'always'
  return fromRequestWhenListed.includes(name) ? 'when-listed' : 'never'
}

/** One that it heeds and cannot do without. */
export function mandatory(...args: Parameters<typeof active>): OptionDefinition {
  return { ...active(...args), mandatory: true }
}

/** An option that installations carry and that means nothing to a simulated contact centre, or not yet. */
export function inert(...args: Parameters<typeof active>): OptionDefinition {
  const definition = active(...args)
  return { ...definition, kept: true, description: `${definition.description} Kept; it has no effect here.` }
}

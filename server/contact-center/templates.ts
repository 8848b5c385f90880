import type { OptionView } from './configuration.ts'
import { capacityOptions, officeHoursOptions } from './calendar-options.ts'
import { optionDefinitions } from './option-definitions.ts'
import type { OptionDefinition } from './option-definition.ts'

/** A Common Default Configuration: what a service is made from. */
export interface Template {
  readonly name: string
  /** Whether its services take callbacks, or say when they may be. */
  readonly kind: 'callback' | 'office-hours' | 'capacity'
  readonly options: readonly OptionDefinition[]
  /** Options that may come with any number; `options` has the first of each. */
  readonly families: readonly OptionDefinition[]
}

/** The template as the edges show it. */
export type TemplateView = Pick<Template, 'name'> & {
  readonly [list in 'options' | 'families']: readonly OptionView[]
}

/** What a template changes in the definitions: other defaults, and values that its services may not change. */
interface Difference {
  readonly defaults?: Readonly<Record<string, string>>
  readonly fixed: Readonly<Record<string, string>>
  readonly without?: (option: OptionDefinition) => boolean
}

const delayed: Difference = {
  fixed: { _media_type: 'chat', _wait_for_agent: 'true', _wait_for_user_confirm: 'true' },
}

const immediate: Difference = {
  fixed: { _media_type: 'chat', _wait_for_agent: 'false', _wait_for_user_confirm: 'false' },
}

// A chat that is asked for without a callback: nobody is announced, and no customer number is needed.
const requestChat: Difference = {
  fixed: { ...immediate.fixed, _type: 'builtin', _service: 'request-chat' },
  defaults: { _mandatory_customer_lookup_keys: '' },
  without: (option) =>
    ['User Confirmation', 'Scheduling', 'Limits', 'Voice'].includes(option.category) ||
    option.name === '_eta_pos_threshold',
}

/** A call, and who makes it; contract 2.4. */
function voice(callDirection: 'USERORIGINATED' | 'USERTERMINATED', isDelayed: boolean): Difference {
  const waits = String(isDelayed)
  return {
    fixed: {
      _media_type: 'voice',
      _call_direction: callDirection,
      _wait_for_agent: waits,
      _wait_for_user_confirm: waits,
    },
    defaults: { _urs_virtual_queue: 'VQ_Voice' },
    without: (option) => option.category === 'Chat',
  }
}

const delayedCall = voice('USERTERMINATED', true)

// What the product's own template of it says. Contract 6.2 [T].
const scheduledCall: Difference = {
  ...delayedCall,
  defaults: { ...delayedCall.defaults, _retain_session_until_ixn_deleted: 'true' },
}

const builtTemplates: readonly Template[] = [
  buildTemplate('Chat-Delayed', delayed),
  buildTemplate('Chat-Immediate', immediate),
  buildTemplate('Request-Chat', requestChat),
  buildTemplate('User-Originated-Immediate', voice('USERORIGINATED', false)),
  buildTemplate('User-Originated-Delayed', voice('USERORIGINATED', true)),
  buildTemplate('User-Terminated-Immediate', voice('USERTERMINATED', false)),
  buildTemplate('User-Terminated-Delayed', delayedCall),
  buildTemplate('User-Terminated-Scheduled', scheduledCall),
  buildCalendar('Office-Hours', 'office-hours', officeHoursOptions),
  buildCalendar('Capacity', 'capacity', capacityOptions),
]

function buildTemplate(name: string, difference: Difference): Template {
  const options = optionDefinitions
    .filter((option) => difference.without?.(option) !== true)
    .map((option) => {
      const fixed = difference.fixed[option.name]
      if (fixed !== undefined) return { ...option, default: fixed, fixed: true }
      return { ...option, default: difference.defaults?.[option.name] ?? option.default }
    })
  return { name, kind: 'callback', options, families: [] }
}

/** A template of services that the product runs itself, and that others ask. Contract 6.4. */
function buildCalendar(
  name: string,
  kind: 'office-hours' | 'capacity',
  definitions: readonly OptionDefinition[],
): Template {
  const fixed: Readonly<Record<string, string>> = { _type: 'builtin', _service: kind }
  const general = optionDefinitions
    .filter((option) => fixed[option.name] !== undefined)
    .map((option) => ({ ...option, default: fixed[option.name] ?? '', fixed: true }))
  const families = definitions.filter((option) => option.name.endsWith('*'))
  const first = definitions.map((option) => ({ ...option, name: option.name.replace('*', '1') }))
  return { name, kind, options: [...general, ...first], families }
}

/** The template of this name. */
export function findTemplate(name: string): Template | undefined {
  return builtTemplates.find((template) => template.name === name)
}

/** Whether its services look at a start request before they take it: those of callbacks do. */
export function hasLimits(template: string): boolean {
  return findTemplate(template)?.options.some((option) => option.category === 'Limits') ?? false
}

/** The templates as the edges show them. */
export const templates: readonly TemplateView[] = builtTemplates

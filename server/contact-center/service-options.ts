import type { RefusalDetail } from './refusal.ts'
import { builtInServices } from './built-in-services.ts'
import { familyOf } from './calendar-options.ts'
import { findOption } from './option-definitions.ts'
import { alwaysFromRequest, fromRequestWhenListed } from './option-definition.ts'
import type { OptionDefinition } from './option-definition.ts'
import { hasToken } from './option-tokens.ts'
import { faultOf, serviceName, splitList } from './option-type.ts'
import type { Priority } from './priority.ts'
import { findTemplate, templates, type Template } from './templates.ts'

/** The name of an option that somebody adds: a variable of the service's script. */
const newOptionName = /^(?!__proto__$)[A-Za-z_]\w{0,99}$/

/** More options in one service are refused. */
export const serviceOptionsMax = 300

/** The options of a service, or of one callback with what its request brought along, ready for use. */
export interface ServiceOptions {
  readonly mediaType: string
  /** Who calls whom: `USERORIGINATED` or `USERTERMINATED`. */
  readonly callDirection: string
  readonly waitForAgent: boolean
  /** Never without `waitForAgent`. */
  readonly waitForUserConfirm: boolean
  /** The text of `_target`, for `parseTarget`. */
  readonly target: string
  readonly virtualQueue: string
  readonly priority: Priority
  readonly ttlSeconds: number
  readonly reserveSeconds: number
  readonly providesCode: boolean
  readonly confirmSeconds: number
  readonly confirmAttempts: number
  readonly onConfirmTimeout: string
  readonly announcementRepeatSeconds: number
  readonly snoozeSeconds: number
  /** How often news of an agent is pushed while nobody takes it. */
  readonly deliveryAttempts: number
  /** How long the virtual interaction may stay queued. */
  readonly queuedTtlSeconds: number
  /** How long a customer waits for an agent at most; 0 is without end. */
  readonly queueWaitSeconds: number
  /** How long the first announcement may take. */
  readonly thresholdSeconds: number
  /** How long PROCESSING waits for the chat to end. */
  readonly ixnDeleteSeconds: number
  /** How long a chat goes on without a sign of its client; 0 is without end. */
  readonly clientTimeoutSeconds: number
  /** The service that says when desired times may be; empty when any time may. */
  readonly officeHours: string
  /** The service that says how many bookings a slot takes; empty when `bucketMax` alone does. */
  readonly capacity: string
  readonly bucketMinutes: number
  readonly bucketMax: number
  /** How long before its desired time a callback is queued. */
  readonly bufferSeconds: number
  /** How far ahead a desired time may be, `1M`. */
  readonly futureLimit: string
  /** Whether a callback is refused that is wanted at once while the office is closed. */
  readonly rejectsOutOfHours: boolean
  /** The transaction list in which paused services stand; and the key by which this one also does, or nothing. */
  readonly pausedList: string
  readonly pausedId: string
  /** The text of `_eta_pos_threshold`, for `parseThresholdTable`. */
  readonly thresholdTable: string
  readonly ewtEstimationMethod: string
  /** How soon, and how late, URS is asked again whom time has let pass the threshold rule. */
  readonly pollSecondsMin: number
  readonly pollSecondsMax: number
  readonly retainsSession: boolean
  readonly answers400AfterEnd: boolean
  readonly lookupKeys: readonly string[]
  readonly mandatoryLookupKeys: readonly string[]
  readonly overwritable: readonly string[]
}

/**
 * Everything that is wrong with a service, one detail per fault: `name`, `template`, `options` or `options._target`.
 * Options that no template knows are kept when their name is an identifier, or the service had them `before`. SO9.
 */
export function validateService(
  name: string,
  template: string,
  overrides: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>> = {},
): RefusalDetail[] {
  const details: RefusalDetail[] = []
  if (!serviceName.test(name)) {
    const message =
      'A service name has 1 to 64 letters, digits, _, - and ., and begins with a letter, a digit or _.'
    details.push({ field: 'name', message })
  }
  const builtIn = builtInServices.find((service) => service.isBuiltIn && service.name === name)
  if (builtIn !== undefined && builtIn.template !== template) {
    details.push({ field: 'template', message: `${name} keeps its template, ${builtIn.template}.` })
  }
  const found = findTemplate(template)
  if (found === undefined) {
    const known = templates.map((each) => each.name).join(', ')
    return [...details, { field: 'template', message: `“${template}” is not one of ${known}.` }]
  }
  if (Object.keys(overrides).length > serviceOptionsMax) {
    return [...details, { field: 'options', message: `A service has at most ${serviceOptionsMax} options.` }]
  }
  const known = new Map(found.options.map((option) => [option.name, option]))
  for (const [option, value] of Object.entries(overrides)) {
    // What another template has is read wherever it is given.
    const definition = known.get(option) ?? memberOf(found, option) ?? findOption(option)
    const isNew = definition === undefined && !Object.hasOwn(before, option)
    const message = (isNew ? newNameFault(option) : null) ?? optionFault(definition, value)
    if (message !== null) details.push({ field: `options.${option}`, message })
  }
  for (const option of found.options) {
    // Options that were given have been looked at above.
    if (Object.hasOwn(overrides, option.name) || !option.mandatory || option.default !== '') continue
    details.push({ field: `options.${option.name}`, message: 'This option needs a value.' })
  }
  return details
}

/** What is known of an option that may come with any number. */
function memberOf({ families }: Template, option: string): OptionDefinition | undefined {
  return families.find(({ name }) => name === familyOf(option))
}

/** Why no option can be added under this name, which no template has; null when one can. */
function newNameFault(name: string): string | null {
  const first = /^[^A-Za-z_]/u.exec(name)?.[0]
  if (first !== undefined) return `An option’s name begins with a letter or _, not with “${first}”.`
  const odd = /[^A-Za-z0-9_]/u.exec(name)?.[0]
  if (odd !== undefined) return `An option’s name cannot have “${odd}”: only letters, digits and _.`
  return newOptionName.test(name) ? null : 'An option’s name has 1 to 100 characters, and is not __proto__.'
}

/** Without a definition no template knows it: it is kept as it is. */
function optionFault(option: OptionDefinition | undefined, value: string): string | null {
  if (option === undefined) return faultOf({ kind: 'text' }, value)
  if (option.fixed && !isSame(option, value)) return `The template fixes this option to ${option.default}.`
  // What a request fills in is looked at when it has.
  if (hasToken(value)) return faultOf({ kind: 'text' }, value)
  return usableFault(option, value)
}

/** Why the option cannot have this value; null when it can. */
export function usableFault(option: OptionDefinition, value: string): string | null {
  return value.trim() === '' ? emptyFault(option) : faultOf(option.type, value)
}

function isSame(option: OptionDefinition, value: string): boolean {
  if (option.type.kind === 'boolean') return option.default === value.toLowerCase()
  return option.default === value
}

/** Texts, lists and a threshold table (TH10) may be empty, and so may what is empty from the start. */
function emptyFault(option: OptionDefinition): string | null {
  if (option.mandatory) return 'This option needs a value.'
  const isFree = ['text', 'names', 'urls', 'url', 'country', 'threshold-table'].includes(option.type.kind)
  return isFree || option.default === '' ? null : 'This option cannot be empty.'
}

/** What differs from the template's defaults; the rest need not be kept. The template must exist. */
export function differingOptions(
  template: string,
  options: Readonly<Record<string, string>>,
): Record<string, string> {
  const known = new Map(requireTemplate(template).options.map((option) => [option.name, option]))
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => {
      const option = known.get(name)
      return option === undefined || !isSame(option, value)
    }),
  )
}

/** Every option of the template, and the service's own over it. The template must exist. */
export function effectiveOptions(
  template: string,
  overrides: Readonly<Record<string, string>>,
): Record<string, string> {
  const defaults = requireTemplate(template).options.map((option) => [option.name, option.default])
  return { ...Object.fromEntries(defaults), ...overrides }
}

/** Effective options as far as they hold for every request: what waits for a request to say something is as usual. */
export function fixedOptions(effective: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(effective).map(([name, value]) => {
    if (!hasToken(value)) return [name, value]
    // A name that is not known yet is nobody's name.
    const isName = name === '_urs_virtual_queue' || name === '_target'
    return [name, isName ? '' : (findOption(name)?.default ?? '')]
  })
  return Object.fromEntries(entries)
}

function requireTemplate(name: string) {
  const template = findTemplate(name)
  if (template === undefined) throw new Error(`no template ${name}`)
  return template
}

/** Options that have been validated, ready for use; one that the template does not have has its usual default. */
export function readOptions(effective: Readonly<Record<string, string>>): ServiceOptions {
  const text = (name: string) => readText(effective, name)
  const integer = (name: string) => readInteger(effective, name)
  const boolean = (name: string) => text(name).toLowerCase() === 'true'
  const list = (name: string) => splitList(text(name))
  const waitForAgent = boolean('_wait_for_agent')
  return {
    mediaType: text('_media_type'),
    callDirection: text('_call_direction'),
    waitForAgent,
    waitForUserConfirm: waitForAgent && boolean('_wait_for_user_confirm'),
    target: text('_target'),
    virtualQueue: text('_urs_virtual_queue'),
    priority: {
      base: integer('_urs_vq_priority'),
      increment: integer('_urs_vq_priority_increment'),
      intervalSeconds: integer('_urs_vq_priority_increment_interval'),
    },
    ttlSeconds: integer('_ttl'),
    reserveSeconds: integer('_agent_reserve_timeout'),
    providesCode: boolean('_provide_code'),
    confirmSeconds: integer('_user_confirm_timeout'),
    confirmAttempts: integer('_max_number_of_user_availability_confirmation_attempts'),
    onConfirmTimeout: text('_on_user_confirm_timeout'),
    announcementRepeatSeconds: integer('_agent_availability_notification_delay'),
    snoozeSeconds: integer('_snooze_duration'),
    deliveryAttempts: integer('_max_notify_delivery_attempts'),
    queuedTtlSeconds: integer('_urs_queued_ttl'),
    queueWaitSeconds: integer('_max_queue_wait'),
    thresholdSeconds: integer('_max_time_to_reach_eta_pos_threshold'),
    ixnDeleteSeconds: integer('_max_time_to_wait_for_ixn_delete'),
    clientTimeoutSeconds: integer('_client_timeout'),
    officeHours: text('_business_hours_service'),
    capacity: text('_capacity_service'),
    bucketMinutes: integer('_request_time_bucket'),
    bucketMax: integer('_max_request_by_time_bucket'),
    bufferSeconds: integer('_request_execution_time_buffer'),
    futureLimit: text('_reject_future_desired_time'),
    pausedList: text('_paused_services_list'),
    pausedId: text('_paused_services_id'),
    rejectsOutOfHours: boolean('_enable_reject_out_of_office_hours'),
    thresholdTable: text('_eta_pos_threshold'),
    ewtEstimationMethod: text('_urs_ewt_estimation_method'),
    pollSecondsMin: integer('_min_urs_ewt_pos_polling_interval'),
    pollSecondsMax: integer('_max_urs_ewt_pos_polling_interval'),
    retainsSession: boolean('_retain_session_until_ixn_deleted'),
    answers400AfterEnd: boolean('_chat_400_response_on_disconnected'),
    ...readLookupKeys(list('_customer_lookup_keys'), list('_mandatory_customer_lookup_keys')),
    overwritable: list('_overwritable_options'),
  }
}

/** Every mandatory key is one to look up by; where no key is named at all, it is the number. Contract 6.2 [D]. */
function readLookupKeys(lookupKeys: readonly string[], mandatoryLookupKeys: readonly string[]) {
  const number = ['_customer_number']
  if (lookupKeys.length === 0 && mandatoryLookupKeys.length === 0)
    return { lookupKeys: number, mandatoryLookupKeys: number }
  return { lookupKeys: [...new Set([...lookupKeys, ...mandatoryLookupKeys])], mandatoryLookupKeys }
}

function readText(effective: Readonly<Record<string, string>>, name: string): string {
  return effective[name] ?? findOption(name)?.default ?? ''
}

function readInteger(effective: Readonly<Record<string, string>>, name: string): number {
  const text = readText(effective, name)
  const value = Number(text)
  if (!Number.isInteger(value)) throw new Error(`option ${name} was not validated: ${text}`)
  return value
}

/**
 * The options that a start request brings along, and what is wrong with them, one detail per parameter. An empty
 * parameter overrides nothing, but an empty `_redirect` switches a configured one off. Decision 21.
 */
export function overridesFromRequest(
  options: ServiceOptions,
  properties: Readonly<Record<string, string>>,
): { overrides: Record<string, string>; details: RefusalDetail[] } {
  const overrides: Record<string, string> = {}
  const details: RefusalDetail[] = []
  const listed = fromRequestWhenListed.filter((name) => options.overwritable.includes(name))
  for (const name of [...alwaysFromRequest, ...listed]) {
    const value = Object.hasOwn(properties, name) ? properties[name] : undefined
    const option = findOption(name)
    if (value === undefined || option === undefined) continue
    if (value.trim() === '') {
      if (name === '_redirect') overrides[name] = ''
      continue
    }
    const message = faultOf(option.type, value)
    if (message === null) overrides[name] = value
    else details.push({ field: name, message })
  }
  return { overrides, details }
}

import type { TemplateJson } from '../../server/tester/contract.ts'
import type { Translate } from '../messages/translate.ts'

/** An option as `GET /templates` lists it. */
export type Option = TemplateJson['options'][number]

type T = Translate<'services'>

/** Of a parameter that a request may bring. */
const requestName = /^(?!__proto__$)[A-Za-z_][A-Za-z0-9_.-]{0,99}$/
/** Of a parameter that is added: a variable of the service's script. */
const parameterName = /^(?!__proto__$)[A-Za-z_]\w{0,99}$/
const serviceName = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/
const valueMax = 8192

/**
 * What is wrong with a value, as one sentence; null when nothing is that can be seen here. Targets, hours, countries,
 * time zones and titles of columns are the server's to judge. SO5, SO6, SO7.
 */
export function optionFault(option: Option, value: string, t: T): string | null {
  if (value.length > valueMax) return t('fault.tooLong', { max: valueMax })
  if (option.fixed && !isSame(option, value)) return t('fault.fixed', { value: option.default })
  // What a request fills in is looked at when it has.
  if (/\$[A-Za-z_][\w.-]*\$/.test(value)) return null
  if (value.trim() === '') return emptyFault(option, t)
  return typeFault(option.type, value, t)
}

/** Booleans are the same in any case of letters. */
const isSame = ({ type, default: fixed }: Option, value: string): boolean =>
  fixed === (type.kind === 'boolean' ? value.toLowerCase() : value)

/** What is wrong with the name of a new parameter that no template has. SO9. */
export function parameterNameFault(name: string, taken: readonly string[], t: T): string | null {
  if (name === '') return t('fault.nameMissing')
  const first = /^[^A-Za-z_]/u.exec(name)?.[0]
  if (first !== undefined) return t('fault.nameStart', { first })
  const odd = /[^A-Za-z0-9_]/u.exec(name)?.[0]
  if (odd !== undefined) return t('fault.nameCharacter', { character: odd })
  if (!parameterName.test(name)) return t('fault.nameLong')
  return taken.includes(name) ? t('fault.nameTaken', { name }) : null
}

/** What is wrong with the name of a new service. SO10. */
export function serviceNameFault(name: string, taken: readonly string[], t: T): string | null {
  if (name === '') return t('fault.serviceMissing')
  if (!serviceName.test(name)) return t('fault.serviceName')
  return taken.includes(name) ? t('fault.serviceTaken', { name }) : null
}

/** Texts, lists and a threshold table (TH10) may be empty, and so may what is empty from the start. */
function emptyFault(option: Option, t: T): string | null {
  if (option.mandatory) return t('fault.mandatory')
  const isFree = ['text', 'names', 'urls', 'url', 'country', 'threshold-table'].includes(option.type.kind)
  return isFree || option.default === '' ? null : t('fault.empty')
}

function typeFault(type: Option['type'], value: string, t: T): string | null {
  switch (type.kind) {
    case 'boolean':
      return /^(true|false)$/i.test(value) ? null : t('fault.boolean', { value })
    case 'integer':
      return integerFault(value, type, t)
    case 'choice':
      return isChoice(type.values, value)
        ? null
        : t('fault.choice', { value, values: type.values.join(', ') })
    case 'duration':
      if (!/^[0-9]{1,6}[smhdwMy]$/.test(value)) return t('fault.duration', { value })
      return Number.parseInt(value, 10) === 0 ? t('fault.durationZero', { value }) : null
    case 'range':
      return rangeFault(value, t)
    case 'queue-name':
      return queueNameFault(value, t)
    case 'service-name':
      return serviceName.test(value) ? null : t('fault.serviceReference', { value })
    case 'country':
      return /^[A-Za-z]{2}$/.test(value) ? null : t('fault.country', { value })
    case 'names':
      return namesFault(splitList(value), type, t)
    case 'urls': {
      const wrong = splitList(value).find((each) => !isUrl(each))
      return wrong === undefined ? null : t('fault.url', { value: wrong })
    }
    case 'url':
      if (/,\s*https?:\/\//i.test(value)) return t('fault.urlSeveral', { value })
      return isUrl(value.trim()) ? null : t('fault.url', { value })
    case 'service-template':
      return isServiceTemplate(value.trim()) ? null : t('fault.serviceTemplate', { value })
    case 'chat-endpoint':
      return chatEndpointFault(value, t)
    case 'user-name':
      return value.includes(':') ? t('fault.userName') : null
    case 'threshold-table':
      return thresholdFault(value, t)
    case 'text':
    case 'target':
    case 'time-zone':
    case 'regular-hours':
    case 'added-hours':
    case 'holiday':
    case 'capacity':
    case 'column-titles':
      return null
  }
}

const isChoice = (values: readonly string[], value: string): boolean =>
  values.includes(/^(true|false)$/i.test(value) ? value.toLowerCase() : value)

function integerFault(value: string, { min, max }: { min: number; max: number }, t: T): string | null {
  if (!/^-?[0-9]{1,15}$/.test(value)) return t('fault.integer', { value })
  if (Number(value) < min) return t('fault.integerSmall', { value, min })
  return Number(value) > max ? t('fault.integerLarge', { value, max }) : null
}

function rangeFault(value: string, t: T): string | null {
  const [, from, to] = /^(-?[0-9]{1,9}),(-?[0-9]{1,9})$/.exec(value) ?? []
  if (from === undefined || to === undefined) return t('fault.range', { value })
  return Number(from) > Number(to) ? t('fault.rangeOrder', { value }) : null
}

function queueNameFault(value: string, t: T): string | null {
  if (value.length > 100) return t('fault.queueLong')
  if (value.includes('/')) return t('fault.queueSlash', { value })
  return /\p{Cc}/u.test(value) ? t('fault.queueControl') : null
}

const isUrl = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text)

const isServiceTemplate = (value: string): boolean =>
  serviceName.test(value) || (/^[a-z]+:\/\//i.test(value) && URL.canParse(value))

function chatEndpointFault(value: string, t: T): string | null {
  const [tenant = '', endpoint, ...more] = value.split(':').map((part) => part.trim())
  if (endpoint === undefined || more.length > 0) return t('fault.chatEndpoint', { value })
  if (tenant === '') return t('fault.chatTenantMissing', { value })
  return endpoint === '' ? t('fault.chatEndpointMissing', { value }) : null
}

function namesFault(
  names: readonly string[],
  { of, mayRepeat = false }: Extract<Option['type'], { kind: 'names' }>,
  t: T,
): string | null {
  const wrong = names.find((name) => !requestName.test(name))
  if (wrong !== undefined) return t('fault.names', { name: wrong })
  const strange = names.find((name) => of?.includes(name) === false)
  if (strange !== undefined) return t('fault.choice', { value: strange, values: of?.join(', ') ?? '' })
  if (mayRepeat) return null
  const double = names.find((name, index) => names.indexOf(name) < index)
  return double === undefined ? null : t('fault.namesTwice', { name: double })
}

const pairsMax = 50
const numberMax = 1_000_000

function thresholdFault(value: string, t: T): string | null {
  const pairs = value.split(',')
  if (pairs.length > pairsMax) return t('fault.thresholdMany', { max: pairsMax })
  let before = -1
  for (const [index, pair] of pairs.entries()) {
    const numbers = /^\s*([0-9]+)\s*:\s*([0-9]+)\s*$/.exec(pair)
    if (numbers === null) return t('fault.thresholdPair', { index: index + 1, pair: pair.trim() })
    const [lower, position] = [Number(numbers[1]), Number(numbers[2])]
    if (Math.max(lower, position) > numberMax)
      return t('fault.thresholdLarge', { index: index + 1, max: numberMax })
    if (lower <= before) return t('fault.thresholdOrder', { index: index + 1 })
    before = lower
  }
  return null
}

const splitList = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

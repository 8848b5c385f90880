import { paths } from '../../server/gms/contract.ts'
import type { ServiceJson, TemplateJson } from '../../server/tester/contract.ts'
import type { Option } from './option-fault.ts'

/** One parameter of a service: what the template says of it, and what the service has. */
export interface Parameter {
  readonly name: string
  /** Null: the template does not know it. */
  readonly option: Option | null
  /** Whether the service has it of its own: the template does not list it. */
  readonly isOwn: boolean
  readonly value: string
  readonly isChanged: boolean
}

export interface ParameterGroup {
  /** The category; null for parameters that the template does not know. */
  readonly category: string | null
  readonly parameters: readonly Parameter[]
}

export interface ParameterFilter {
  readonly text: string
  readonly onlyChanged: boolean
  /** Those that are kept and change nothing here, too. */
  readonly withAdvanced: boolean
}

/** Every parameter of the service, in the template's order, the service's own ones last. */
export function parametersOf(
  service: ServiceJson,
  { options, families }: Pick<TemplateJson, 'options' | 'families'>,
): Parameter[] {
  const known = options.map((option): Parameter => {
    const own = service.overrides[option.name]
    return {
      name: option.name,
      option,
      isOwn: false,
      value: own ?? option.default,
      isChanged: own !== undefined,
    }
  })
  const names = new Set(options.map(({ name }) => name))
  const own = Object.entries(service.overrides)
    .filter(([name]) => !names.has(name))
    .map(([name, value]): Parameter => {
      const option = memberOf(families, name)
      return { name, option, isOwn: true, value, isChanged: true }
    })
  return [...known, ...own]
}

/** The kind of option that may come with any number: `_holiday12` is one of `_holiday*`. OH6. */
export const familyOf = (name: string): string => name.replace(/\d+$/, '*')

/** What the template knows of an option that may come with any number. */
function memberOf(families: readonly Option[], name: string): Option | null {
  const family = families.find((each) => each.name === familyOf(name))
  return family === undefined ? null : { ...family, name }
}

/** Those that the filter lets through, by category. What was changed is never hidden as advanced. */
export function groupParameters(
  parameters: readonly Parameter[],
  { text, onlyChanged, withAdvanced }: ParameterFilter,
  meaningOf: (option: Option) => string,
): ParameterGroup[] {
  const wanted = text.trim().toLowerCase()
  const isShown = (parameter: Parameter) =>
    (!onlyChanged || parameter.isChanged) &&
    (withAdvanced || onlyChanged || !isAdvanced(parameter)) &&
    (wanted === '' || textOf(parameter, meaningOf).includes(wanted))
  const categoryOf = ({ option }: Parameter) => option?.category ?? null
  return [...new Set(parameters.map(categoryOf))]
    .map((category) => ({
      category,
      parameters: parameters.filter((each) => categoryOf(each) === category && isShown(each)),
    }))
    .filter((group) => group.parameters.length > 0)
}

/** Kept as it is, and nothing here looks at it. */
export const isKept = ({ option }: Parameter): boolean => option === null || option.kept

/** Kept for configurations that have it, without effect here; unless somebody has set it. */
export const isAdvanced = ({ option, isChanged }: Parameter): boolean => option?.kept === true && !isChanged

const textOf = ({ name, value, option }: Parameter, meaningOf: (option: Option) => string): string =>
  `${name} ${value} ${option ? meaningOf(option) : ''}`.toLowerCase()

/** Mandatory parameters that the template leaves empty: a new service needs a value for each. */
export const neededOptions = (options: readonly Option[]): Option[] =>
  options.filter(({ mandatory, fixed, default: value }) => mandatory && !fixed && value === '')

/** Genesys' name of the template that a Common Default Configuration belongs to: its option `_service`. */
export const templateOf = (options: readonly Option[]): string =>
  options.find(({ name }) => name === '_service')?.default ?? 'callback'

/** Where callbacks of a service start. */
export const startPath = ({ name, options }: Pick<ServiceJson, 'name' | 'options'>): string =>
  paths.start(name, options._service)

/** Whether callbacks start at the service; calendars are only asked by other services. */
export const takesCallbacks = ({ options }: Pick<ServiceJson, 'options'>): boolean =>
  !['office-hours', 'capacity'].includes(options._service ?? '')

import type { StartCallback } from './contact-center.ts'
import { fillTokens, hasToken } from './option-tokens.ts'
import { findOption } from './option-definitions.ts'
import { faultOf } from './option-type.ts'
import type { ConfiguredService } from './records.ts'
import { Refused } from './refusal.ts'
import type { RefusalDetail } from './refusal.ts'
import { overridesFromRequest, readOptions, usableFault } from './service-options.ts'
import type { ServiceOptions } from './service-options.ts'
import { readService } from './service-reading.ts'
import { findTemplate } from './templates.ts'
import type { Turn } from './turn.ts'

/** Who serves a start request, and by which options. */
export interface ServiceChoice {
  readonly service: ConfiguredService
  /** The service's options with what the request says about them, as text and read. */
  readonly effective: Readonly<Record<string, string>>
  readonly options: ServiceOptions
}

/**
 * The service that was asked for, or the one it sends its customers to. Contract 1.2 [T]. Refused:
 * `service-not-found`, `service-not-callback`, `redirect-loop`, `option-invalid`.
 */
export function chooseService(turn: Turn, input: StartCallback): ServiceChoice {
  const passed: string[] = []
  let name = input.service
  for (;;) {
    const service = turn.tx.get('service', name)
    if (service === undefined || findTemplate(service.template)?.kind !== 'callback')
      throw noCallbacksAt(name, service, passed.at(-1))
    if (passed.includes(name))
      throw new Refused('redirect-loop', [...passed, name].join(' to '), [], { services: [...passed, name] })
    // What a request says of redirection is for the service it names, not for those it is sent on to.
    const redirect = passed.length === 0 ? wantedRedirect(service, input) : redirectOf(service, input)
    if (redirect === '') return { service, ...requestOptions(service, input) }
    passed.push(name)
    name = redirect
  }
}

/** Whoever has asked for another service hears which option has led here. CO7. */
function noCallbacksAt(
  name: string,
  service: ConfiguredService | undefined,
  from: string | undefined,
): Refused {
  const about = from === undefined ? name : `_redirect of ${from} names ${name}`
  const facts = { service: name, ...(from === undefined ? {} : { redirectedFrom: from }) }
  if (service === undefined)
    return new Refused('service-not-found', about, [], facts, from === undefined ? 'CB3' : 'AD3')
  const { template } = service
  return new Refused('service-not-callback', about, [], { ...facts, template })
}

function wantedRedirect(service: ConfiguredService, input: StartCallback): string {
  const wanted = Object.hasOwn(input.properties, '_redirect') ? input.properties['_redirect'] : undefined
  const { overwritable } = readService(service).options
  if (wanted === undefined || !overwritable.includes('_redirect')) return redirectOf(service, input)
  return requireServiceName(wanted.trim())
}

function redirectOf(service: ConfiguredService, { properties }: StartCallback): string {
  const configured = readService(service).effective['_redirect'] ?? ''
  return requireServiceName(fillTokens(configured, properties).value.trim())
}

function requireServiceName(name: string): string {
  const message = name === '' ? null : faultOf({ kind: 'service-name' }, name)
  if (message !== null)
    throw new Refused('option-invalid', undefined, [{ field: '_redirect', message }], { _redirect: name })
  return name
}

/** Decision 21; contract 1.2. */
function requestOptions(service: ConfiguredService, { properties }: StartCallback) {
  const { effective, options, hasTokens } = readService(service)
  const { overrides, details } = overridesFromRequest(options, properties)
  const { filled, faults } = hasTokens ? fillOptions(service, overrides, properties) : nothingFilled
  const all = [...details, ...faults]
  // What the request itself brings is named first.
  const rule = details.length > 0 ? 'SO15' : 'AD2'
  if (all.length > 0) {
    const facts = Object.fromEntries(
      all.map(({ field }) => [field, filled[field] ?? properties[field] ?? '']),
    )
    throw new Refused('option-invalid', undefined, all, facts, rule)
  }
  if (!hasTokens && Object.keys(overrides).length === 0) return { effective, options }
  const asked = { ...effective, ...filled, ...overrides }
  return { effective: asked, options: readOptions(asked) }
}

interface Filled {
  readonly filled: Readonly<Record<string, string>>
  readonly faults: readonly RefusalDetail[]
}

const nothingFilled: Filled = { filled: {}, faults: [] }

/** The options with tokens, filled in, but for those that the request brings itself. */
function fillOptions(
  service: ConfiguredService,
  overrides: Readonly<Record<string, string>>,
  properties: StartCallback['properties'],
): Filled {
  const known = new Map(findTemplate(service.template)?.options.map((option) => [option.name, option]))
  const filled: Record<string, string> = {}
  const faults: RefusalDetail[] = []
  for (const [name, written] of Object.entries(readService(service).effective)) {
    if (!hasToken(written) || Object.hasOwn(overrides, name)) continue
    const { value, missing } = fillTokens(written, properties)
    filled[name] = value
    const option = known.get(name) ?? findOption(name)
    if (option === undefined || option.kept) continue
    const message =
      missing.length > 0
        ? `The value “${written}” needs the request parameter ${missing.join(', ')}.`
        : usableFault(option, value)
    if (message !== null) faults.push({ field: name, message })
  }
  return { filled, faults }
}

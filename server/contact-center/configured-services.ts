import { builtInServices } from './built-in-services.ts'
import type { ConfiguredServices, ConfiguredServiceView } from './configuration.ts'
import { readCredentials } from './credentials.ts'
import type { Credentials } from './credentials.ts'
import type { ConfiguredService } from './records.ts'
import { explainTarget } from './explain-target.ts'
import type { TargetExplanation } from './explain-target.ts'
import { Refused } from './refusal.ts'
import type { RefusalDetail } from './refusal.ts'
import { route } from './routing.ts'
import type { Facts } from './rule.ts'
import { differingOptions, effectiveOptions, validateService } from './service-options.ts'
import { templates } from './templates.ts'
import { forgetWindows } from './throttle.ts'
import type { Turn, Turns } from './turn.ts'

/** What is configured. A change reaches the callbacks that start after it. */
export function createConfiguredServices(turns: Turns): ConfiguredServices {
  return {
    templates,

    list: () =>
      turns.run((turn): readonly ConfiguredServiceView[] =>
        turn.tx
          .all('service')
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map(view),
      ),

    get: (name) => turns.run((turn): ConfiguredServiceView => view(requireService(turn, name))),

    put: (name, template, options) =>
      turns.run((turn): ConfiguredServiceView => {
        const isBuiltIn = turn.tx.get('service', name)?.isBuiltIn ?? false
        return view(store(turn, { name, template, overrides: options, isBuiltIn }))
      }),

    patch: (name, options) =>
      turns.run((turn): ConfiguredServiceView => {
        const service = requireService(turn, name)
        const changed = Object.entries({ ...service.overrides, ...options })
        const kept = changed.filter((entry): entry is [string, string] => entry[1] !== null)
        return view(store(turn, { ...service, overrides: Object.fromEntries(kept) }))
      }),

    credentials: (guarded) => turns.run((turn): Credentials => readCredentials(turn, guarded)),

    remove: (name) =>
      turns.run((turn): void => {
        if (requireService(turn, name).isBuiltIn)
          throw new Refused('service-built-in', name, [], { service: name })
        turn.tx.delete('service', name)
        forgetWindows(turn, name)
        turn.append({ type: 'service-removed', service: name })
        route(turn)
      }),

    explainTarget: (text) => turns.run((turn): TargetExplanation => explainTarget(turn, text)),
  }
}

/** Refused: `service-not-found`. */
function requireService(turn: Turn, name: string): ConfiguredService {
  const service = turn.tx.get('service', name)
  if (service === undefined) throw new Refused('service-not-found', name, [], { service: name })
  return service
}

/** Keeps what differs from the template. Refused: `service-invalid`, with everything that is wrong. */
function store(turn: Turn, service: ConfiguredService): ConfiguredService {
  const { name, template, overrides } = service
  const before = turn.tx.get('service', name)
  const details = validateService(name, template, overrides, before?.overrides)
  if (before === undefined && turn.tx.count('service') >= turn.limits.servicesMax) {
    details.push({ field: 'name', message: `There are at most ${turn.limits.servicesMax} services.` })
  }
  if (details.length > 0)
    throw new Refused('service-invalid', name, details, { template, ...faultyOf(service, details) })
  const stored = { ...service, overrides: differingOptions(template, overrides) }
  turn.tx.put('service', stored)
  turn.append({ type: 'service-changed', service: name })
  // Who serves a queue is whom its services mean: TG15.
  route(turn)
  return stored
}

/** The name, and the options that are wrong, as they were given. */
const faultyOf = ({ name, overrides }: ConfiguredService, details: readonly RefusalDetail[]): Facts => ({
  service: name,
  ...Object.fromEntries(
    Object.entries(overrides).filter(([option]) =>
      details.some(({ field }) => field === `options.${option}`),
    ),
  ),
})

const view = ({ name, template, overrides, isBuiltIn }: ConfiguredService): ConfiguredServiceView => ({
  name,
  template,
  options: effectiveOptions(template, overrides),
  overrides,
  changed: changedOptions(name, effectiveOptions(template, overrides)),
  isBuiltIn,
})

/** The options of a built-in service that are not as it came, its template's among them. */
function changedOptions(name: string, options: Readonly<Record<string, string>>): string[] {
  const original = builtInServices.find((service) => service.name === name)
  if (original === undefined) return []
  const before = effectiveOptions(original.template, original.overrides)
  return Object.keys({ ...before, ...options }).filter((option) => before[option] !== options[option])
}

import { hasToken } from './option-tokens.ts'
import type { ConfiguredService } from './records.ts'
import { effectiveOptions, fixedOptions, readOptions } from './service-options.ts'
import type { ServiceOptions } from './service-options.ts'

/** A configured service, read. */
export interface ServiceReading {
  readonly effective: Readonly<Record<string, string>>
  /** Whether some of them wait for a request to say something. */
  readonly hasTokens: boolean
  /** What holds for every request. */
  readonly options: ServiceOptions
}

/** A service is never changed in place, so it is read once. */
const readings = new WeakMap<ConfiguredService, ServiceReading>()

/** What the service says, its template's defaults included. */
export function readService(service: ConfiguredService): ServiceReading {
  let reading = readings.get(service)
  if (reading === undefined) {
    const effective = effectiveOptions(service.template, service.overrides)
    reading = {
      effective,
      hasTokens: Object.values(effective).some(hasToken),
      options: readOptions(fixedOptions(effective)),
    }
    readings.set(service, reading)
  }
  return reading
}

/** What the service says to every request. */
export const optionsOf = (service: ConfiguredService): ServiceOptions => readService(service).options

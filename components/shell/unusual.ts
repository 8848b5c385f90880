import type {
  AddressesJson,
  PausedServicesJson,
  ServiceJson,
  SettingsJson,
} from '../../server/tester/contract.ts'

/** Something that is not as it is by default. */
export interface Unusual {
  readonly kind: 'open' | 'paused' | 'changed' | 'version' | 'credentials'
  /** Where it is changed, or explained where it is not changed by a page. */
  readonly href: string
  /** The host, the paused services, a changed service, the version, the user name. */
  readonly what: string
}

interface Known {
  readonly addresses: AddressesJson | undefined
  readonly settings: SettingsJson | undefined
  readonly paused: PausedServicesJson | undefined
  readonly services: readonly Pick<ServiceJson, 'name' | 'changed'>[] | undefined
}

/** What is not as usual, as far as it is known. */
export function unusualOf({ addresses, settings, paused, services }: Known): Unusual[] {
  const found: Unusual[] = []
  if (addresses?.isOpenToOthers === true) found.push({ kind: 'open', href: '/connect', what: addresses.host })
  if (paused !== undefined && paused.services.length > 0)
    found.push({ kind: 'paused', href: '/settings#paused', what: paused.services.join(', ') })
  for (const { name, changed } of services ?? [])
    if (changed.length > 0)
      found.push({ kind: 'changed', href: `/services/${encodeURIComponent(name)}?show=changed`, what: name })
  if (settings !== undefined && settings.gmsVersion !== '8.1.2')
    found.push({ kind: 'version', href: '/settings#version', what: settings.gmsVersion })
  if (settings?.server['password'] !== undefined)
    found.push({ kind: 'credentials', href: '/settings#server', what: settings.server['username'] ?? '' })
  return found
}

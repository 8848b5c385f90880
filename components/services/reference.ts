import type { ServiceJson } from '../../server/tester/contract.ts'
import { takesCallbacks } from './parameters.ts'

/** Which services the options that name one can mean. */
const meant: Readonly<Record<string, (service: ServiceJson) => boolean>> = {
  _redirect: takesCallbacks,
  _business_hours_service: ({ options }) => options._service === 'office-hours',
  _capacity_service: ({ options }) => options._service === 'capacity',
}

export type LostReference =
  { readonly kind: 'absent' } | { readonly kind: 'other'; readonly template: string }

/** What keeps a name from leading anywhere: no such service, or one of another kind. Null: it leads somewhere. CO7. */
export function lostReference(
  option: string,
  value: string,
  services: readonly ServiceJson[],
): LostReference | null {
  const isMeant = Object.hasOwn(meant, option) ? meant[option] : undefined
  const name = value.trim()
  // Which service a request fills in is not known before.
  if (isMeant === undefined || name === '' || name.includes('$')) return null
  const service = services.find((each) => each.name === name)
  if (service === undefined) return { kind: 'absent' }
  return isMeant(service) ? null : { kind: 'other', template: service.template }
}

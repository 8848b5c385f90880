import type { ServiceJson } from '../../server/tester/contract.ts'

const options = ['_customer_lookup_keys', '_mandatory_customer_lookup_keys']

/** The parameters by which callbacks of any of these services are found, each once. Contract 6.2. */
export function lookupKeysOf(services: readonly ServiceJson[]): string[] {
  const lists = services.flatMap((service) => options.map((option) => service.options[option] ?? ''))
  return [...new Set(lists.flatMap((list) => list.split(',')).map((key) => key.trim()))]
    .filter(Boolean)
    .sort()
}

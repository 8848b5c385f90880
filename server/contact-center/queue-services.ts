import type { ConfiguredService } from './records.ts'
import { effectiveOptions, readOptions } from './service-options.ts'
import type { ServiceOptions } from './service-options.ts'
import type { Turn } from './turn.ts'

/** A configured service with its options read. */
export interface ReadService {
  readonly name: string
  readonly options: ServiceOptions
}

/** The services whose customers wait in this queue, by name. */
export function servicesOfQueue(turn: Turn, queue: string): ReadService[] {
  return readServices(turn).filter(({ options }) => options.virtualQueue === queue)
}

/** Whether a service names the queue, or somebody waits in it. */
export function queueExists(turn: Turn, queue: string): boolean {
  return isInUse(turn, queue) || servicesOfQueue(turn, queue).length > 0
}

/** Every queue that a service names or somebody waits in, by name. */
export function queueNames(turn: Turn): string[] {
  const named = readServices(turn).map(({ options }) => options.virtualQueue)
  const used = turn.tx.all('queue').map(({ name }) => name)
  return [...new Set([...named, ...used.filter((name) => isInUse(turn, name))])].sort()
}

function isInUse(turn: Turn, queue: string): boolean {
  return turn.tx.find('callback', 'line', queue).length > 0 || turn.tx.find('chat', 'line', queue).length > 0
}

function readServices(turn: Turn): ReadService[] {
  return turn.tx
    .all('service')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((service) => ({ name: service.name, options: optionsOf(service) }))
}

/** What the service says, its template's defaults included. */
export const optionsOf = ({ template, overrides }: ConfiguredService): ServiceOptions =>
  readOptions(effectiveOptions(template, overrides))

import { Refused } from './refusal.ts'
import { optionsOf } from './service-reading.ts'
import type { ServiceOptions } from './service-options.ts'
import { findTemplate } from './templates.ts'
import type { Moment, Turn } from './turn.ts'
import { newQueue } from './virtual-queue.ts'

/** A configured service with its options read. */
export interface ReadService {
  readonly name: string
  readonly options: ServiceOptions
}

/** The services whose customers wait in this queue, by name. */
export function servicesOfQueue(turn: Moment, queue: string): ReadService[] {
  return readServices(turn).filter(({ options }) => options.virtualQueue === queue)
}

/** Whether a service names the queue, or somebody waits in it. */
export function queueExists(turn: Turn, queue: string): boolean {
  return isInUse(turn, queue) || servicesOfQueue(turn, queue).length > 0
}

/** Every queue that a service names or somebody waits in, by name. */
export function queueNames(turn: Turn): string[] {
  const named = readServices(turn)
    .map(({ options }) => options.virtualQueue)
    .filter((name) => name !== '')
  const used = turn.tx.all('queue').map(({ name }) => name)
  return [...new Set([...named, ...used.filter((name) => isInUse(turn, name))])].sort()
}

/**
 * The queue has a record from now on. Where there is no room for one, the records of queues that do not exist any
 * more make it. Refused: `queues-full`.
 */
export function ensureQueue(turn: Turn, name: string) {
  const { tx, limits } = turn
  if (tx.get('queue', name) !== undefined) return
  if (tx.count('queue') >= limits.queuesMax) forgetQueues(turn)
  if (tx.count('queue') >= limits.queuesMax)
    throw new Refused('queues-full', `${limits.queuesMax} are kept`, [], { queuesMax: limits.queuesMax })
  tx.put('queue', newQueue(name))
}

function forgetQueues(turn: Turn) {
  const existing = new Set(queueNames(turn))
  for (const { name } of turn.tx.all('queue')) {
    if (existing.has(name)) continue
    turn.tx.delete('queue', name)
    turn.append({ type: 'queue-forgotten', queue: name })
  }
}

function isInUse(turn: Turn, queue: string): boolean {
  const kinds = ['callback', 'chat'] as const
  return (
    kinds.some((kind) => turn.tx.lanes(kind, 'line', queue).length > 0) ||
    turn.tx.find('callback', 'scheduled', queue).length > 0
  )
}

function readServices(turn: Moment): ReadService[] {
  return turn.tx
    .all('service')
    .filter(({ template }) => findTemplate(template)?.kind === 'callback')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((service) => ({ name: service.name, options: optionsOf(service) }))
}

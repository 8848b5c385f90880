import { timeText } from '../runtime/calendar.ts'
import type { Callback } from './callback.ts'
import type { CallbackQuery, CallbackRecord, CallbackTerm } from './contact-center.ts'
import { splitList } from './option-type.ts'
import type { Turn } from './turn.ts'

/** Callbacks of customers that a query means, by their desired times. Synthetic ones are not among them. Contract 1.4. */
export function queryCallbacks(turn: Turn, query: CallbackQuery): readonly CallbackRecord[] {
  const { terms, operand, service, states, from = -Infinity, to = Infinity } = query
  const section = turn.tx.get('installation', 'installation')?.callbackSection ?? {}
  const filterKeys =
    query.hasFilterKeys === true ? splitList(section['filter-keys'] || documentedFilterKeys) : []
  const returnedKeys = splitList(section['returned-keys'] ?? '')
  const fits = (callback: Callback, { key, value, isNot }: CallbackTerm): boolean =>
    (valueOf(callback, key, filterKeys) === value) !== isNot
  const isMeant = (callback: Callback): boolean =>
    !callback.isSynthetic &&
    (states === undefined || states.includes(callback.state)) &&
    callback.desiredAt >= from &&
    callback.desiredAt <= to &&
    (terms.length === 0 ||
      (operand === 'OR'
        ? terms.some((term) => fits(callback, term))
        : terms.every((term) => fits(callback, term))))
  return candidates(turn, terms, operand, service)
    .filter(isMeant)
    .sort((a, b) => a.desiredAt - b.desiredAt || a.ordinal - b.ordinal)
    .slice(0, Math.min(query.max ?? Infinity, turn.limits.pageMax))
    .map((callback) => viewRecord(callback, returnedKeys))
}

/** Where nobody says otherwise. Contract 1.4 [D]. */
const documentedFilterKeys =
  '_callback_state,_callback_reason,_request_queue_time_stat,_request_ewt_service,_vq'

/** An id means one callback: nobody need look at all of them. */
function candidates(
  turn: Turn,
  terms: readonly CallbackTerm[],
  operand: CallbackQuery['operand'],
  service: string | undefined,
): Callback[] {
  const id = operand === 'AND' ? terms.find((term) => term.key === '_id' && !term.isNot) : undefined
  if (id !== undefined) {
    const one = turn.tx.get('callback', id.value)
    return one === undefined || (service !== undefined && one.service !== service) ? [] : [one]
  }
  return service === undefined ? turn.tx.all('callback') : turn.tx.find('callback', 'service', service)
}

/** What every record has, and what the callback's service names among its lookup keys, or section `callback`. */
function valueOf(callback: Callback, key: string, filterKeys: readonly string[]): string | undefined {
  switch (key) {
    case '_id':
      return callback.id
    case '_service_name':
      return callback.service
    case '_callback_state':
      return callback.state
    case '_callback_reason':
      return callback.state === 'COMPLETED' ? callback.reason : undefined
    case '_desired_time':
      return timeText(callback.desiredAt)
    case '_urs_virtual_queue':
    case '_vq':
      return callback.queue
    default:
      return callback.options.lookupKeys.includes(key) || filterKeys.includes(key)
        ? readProperty(callback, key)?.trim()
        : undefined
  }
}

const readProperty = ({ properties }: Callback, key: string): string | undefined =>
  Object.hasOwn(properties, key) ? properties[key] : undefined

function viewRecord(callback: Callback, returnedKeys: readonly string[]): CallbackRecord {
  const { id, service, state, desiredAt, expiresAt, options, properties } = callback
  const keys = [...options.lookupKeys, ...returnedKeys].filter((key) => Object.hasOwn(properties, key))
  return {
    id,
    service,
    state,
    reason: callback.state === 'COMPLETED' ? callback.reason : null,
    desiredAt,
    expiresAt,
    customerNumber: properties['_customer_number'] ?? null,
    lookup: Object.fromEntries(keys.map((key) => [key, properties[key] ?? ''])),
  }
}

/** How many callbacks of each of these services, or of every one, are queued or being served. Contract 1.6 [T]. */
export function countCallbacks(turn: Turn, services: readonly string[]): Readonly<Record<string, number>> {
  const those = (['QUEUED', 'PROCESSING'] as const).flatMap((state) =>
    turn.tx.find('callback', 'state', state),
  )
  const names = services.length > 0 ? services : those.map(({ service }) => service).sort()
  const counts = new Map(names.map((name) => [name, 0]))
  for (const { service } of those) {
    const count = counts.get(service)
    if (count !== undefined) counts.set(service, count + 1)
  }
  return Object.fromEntries(counts)
}

import type { Callback } from './callback.ts'
import type { CallbackId, CallbackListQuery } from './contact-center.ts'
import { Refused } from './refusal.ts'
import type { Turn } from './turn.ts'

/** Callbacks newest first, from the one after `after`, at most a page of them. Refused: `callback-not-found`. CB10. */
export function listCallbacks(turn: Turn, query: CallbackListQuery) {
  const { state, service, lookup, text, from = -Infinity, to = Infinity, after } = query
  const before = after === undefined ? Infinity : ordinalOf(turn, after)
  const meant = candidates(turn, state, service).filter(
    (callback) =>
      callback.desiredAt >= from &&
      callback.desiredAt <= to &&
      isFoundBy(callback, lookup) &&
      isAbout(callback, text),
  )
  const rest = meant.filter(({ ordinal }) => ordinal < before).sort((a, b) => b.ordinal - a.ordinal)
  const items = rest.slice(0, Math.min(query.limit, turn.limits.pageMax))
  const next = rest.length > items.length ? (items.at(-1)?.id ?? null) : null
  return { items, next, total: meant.length }
}

/** Where a callback stands among all there were. One that is gone has left it in the history. */
function ordinalOf({ tx }: Turn, id: CallbackId): number {
  const kept = tx.get('callback', id)
  if (kept !== undefined) return kept.ordinal
  const end = tx.history({ subject: id }).findLast(({ type }) => type === 'callback-expired')
  if (end?.type === 'callback-expired' && end.ordinal !== undefined) return end.ordinal
  throw new Refused('callback-not-found', id, [], { callback: id })
}

function candidates({ tx }: Turn, state: string | undefined, service: string | undefined): Callback[] {
  if (state === undefined && service === undefined) return tx.all('callback')
  if (state === undefined) return tx.find('callback', 'service', service ?? '')
  const those = tx.find('callback', 'state', state)
  return service === undefined ? those : those.filter((callback) => callback.service === service)
}

/** Contract 1.4, 6.2: a callback is found by what its service names as a key, and by nothing else that was submitted. */
function isFoundBy({ options, properties }: Callback, lookup: CallbackListQuery['lookup']): boolean {
  if (lookup === undefined) return true
  return options.lookupKeys.includes(lookup.key) && properties[lookup.key]?.trim() === lookup.value
}

function isAbout(callback: Callback, text: string | undefined): boolean {
  const wanted = text?.trim().toLowerCase() ?? ''
  if (wanted === '') return true
  const { id, service, queue, targetText, properties } = callback
  const reason = callback.state === 'COMPLETED' ? callback.reason : ''
  return [id, service, queue, targetText, reason, ...Object.values(properties)].some((value) =>
    value.toLowerCase().includes(wanted),
  )
}

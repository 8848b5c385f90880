import type { Numbered } from '../storage/port.ts'
import type { StartCallback } from './contact-center.ts'
import type { CentreEvent } from './event.ts'
import type { Refused } from './refusal.ts'
import type { Facts } from './rule.ts'
import type { Turn } from './turn.ts'

/** By what refused start requests are found: no id of anything else begins so. */
export const refusedStarts = '/refused-starts'

export type StartRefused = Extract<CentreEvent, { type: 'start-refused' }>

/** Remembers that a start request was refused. What the customer wrote is cut, since nothing bounds it here. */
export function rememberRefusal(turn: Turn, { service, user }: StartCallback, refused: Refused) {
  const max = turn.limits.refusedTextCharactersMax
  const cut = (text: string): string => (text.length > max ? `${text.slice(0, max)}…` : text)
  const cutFact = (value: Facts[string]) => {
    if (typeof value === 'string') return cut(value)
    return typeof value === 'object' && value !== null
      ? value.slice(0, turn.limits.refusedDetailsMax).map(cut)
      : value
  }
  const facts: Facts = Object.fromEntries(
    Object.entries(refused.facts)
      .slice(0, turn.limits.refusedDetailsMax)
      .map(([name, value]) => [name, cutFact(value)]),
  )
  turn.append({
    type: 'start-refused',
    service: cut(service),
    user: user === null ? null : cut(user),
    code: refused.code,
    message: cut(refused.message),
    rule: refused.rule,
    facts,
    details: refused.details
      .slice(0, turn.limits.refusedDetailsMax)
      .map(({ field, message }) => ({ field: cut(field), message: cut(message) })),
  })
}

/** Newest first, from the one before a number. */
export function readRefusals(
  { tx }: Turn,
  { before, limit }: { readonly before: number; readonly limit: number },
): { readonly items: readonly Numbered<StartRefused>[]; readonly next: number | null } {
  const rest = tx
    .history({ subject: refusedStarts })
    .filter(
      (event): event is Numbered<StartRefused> => event.type === 'start-refused' && event.number < before,
    )
  const items = rest.slice(-limit).reverse()
  return { items, next: rest.length > items.length ? (items.at(-1)?.number ?? null) : null }
}

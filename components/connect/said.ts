import type { Check } from './checklist.ts'

/** What stands on the page: whose steps, and how far they are. */
export interface Shown {
  /** The key of the client; null while there is none. */
  readonly key: string | null
  readonly checks: readonly Check[]
}

/** The steps that have come about since, for those who do not see them turn. Another client's steps are no news of this one's. */
export function newsSince(before: Shown | null, { key, checks }: Shown): readonly Check[] {
  if (before === null || (before.key !== null && before.key !== key)) return []
  const known = new Map(before.checks.map(({ name, state }) => [name, state]))
  return checks.filter(({ name, state }) => state !== 'open' && known.get(name) !== state)
}

import type { CallbackJson } from '../../server/tester/contract.ts'

/**
 * The other callbacks of the customer who started this one, newest first as they came: of the same number, or of the
 * same `gms_user` when no number was submitted. Synthetic customers are nobody's history.
 */
export function historyOf(callback: CallbackJson, recent: readonly CallbackJson[]): CallbackJson[] {
  const identity = identityOf(callback)
  if (identity === null) return []
  return recent.filter((one) => one.id !== callback.id && !one.isSynthetic && identityOf(one) === identity)
}

function identityOf({ properties, user }: CallbackJson): string | null {
  const number = properties._customer_number?.replace(/[^\d+]/g, '')
  if (number) return `number ${number}`
  return user === null ? null : `user ${user}`
}

import type { CustomerMessage } from '../../server/gms/contract.ts'

/** The message of a mailbox item, which is JSON inside JSON; null when it is not what it should be. */
export function decodeMailboxMessage(message: string): CustomerMessage | null {
  try {
    const decoded: unknown = JSON.parse(message)
    return isMessage(decoded) ? decoded : null
  } catch {
    // Then it is shown as it came.
    return null
  }
}

function isMessage(value: unknown): value is CustomerMessage {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['_id', '_internal_message', '_display_message'].every(
      (key) => typeof Reflect.get(value, key) === 'string',
    )
  )
}

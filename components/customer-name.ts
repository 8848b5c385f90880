import type { CallbackJson } from '../server/tester/contract.ts'

type Fields = Readonly<Record<string, string | undefined>>

/** What a customer is called by the fields that were submitted: a name, else the number; null when there is neither. */
export function nameIn(fields: Fields): string | null {
  const named = [
    fields.usr_customer_name,
    joined(fields.firstName, fields.lastName),
    joined(fields.first_name, fields.last_name),
    joined(fields.FirstName, fields.LastName),
    fields._customer_number,
  ]
  return named.map((name) => name?.trim()).find(Boolean) ?? null
}

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ')

/** What the page calls a customer who is not one of its own: by name, else by the `gms_user`. */
export const observedName = ({ properties, user }: CallbackJson) => nameIn(properties) ?? user ?? 'A customer'

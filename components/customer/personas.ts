/** What a customer types into the form that starts a callback. */
export interface CallbackForm {
  number: string
  name: string
  reason: string
}

const personas: readonly CallbackForm[] = [
  { number: '4082652649', name: 'Bob Markel', reason: 'billing question' },
  { number: '4155550142', name: 'Alice Moreno', reason: 'change of address' },
  { number: '2125550178', name: 'Chandra Rao', reason: 'refund' },
  { number: '3035550119', name: 'Dana Novak', reason: 'new contract' },
  { number: '6175550163', name: 'Emil Fischer', reason: 'lost card' },
  { number: '7025550134', name: 'Fatima Haddad', reason: 'invoice copy' },
]

/** The form as customer number `index` (0: A) finds it filled in. */
export function personaOf(index: number): CallbackForm {
  const persona = personas[index % personas.length] ?? { number: '', name: '', reason: '' }
  return { ...persona }
}

/** A name's first word and the rest; a name of one word has an empty rest. */
export function splitName(name: string): { firstName: string; lastName: string } {
  const [firstName = '', ...rest] = name.trim().split(/\s+/)
  return { firstName, lastName: rest.join(' ') }
}

/** An address for the chat, `bob.markel@example.com`. */
export function emailOf(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ['customer']
  return `${words.join('.')}@example.com`
}

/** A field of the app's own that goes along with start, `usr_…`. */
export interface ExtraField {
  name: string
  value: string
}

/** What a customer types into the form that starts a callback. */
export interface CallbackForm {
  number: string
  name: string
  reason: string
  /** `_device_os`, sent while the device is pushed to. */
  deviceOs: string
  extra: readonly ExtraField[]
}

export const defaultDeviceOs = 'comet'

const form = (number: string, name: string, reason: string): CallbackForm => ({
  number,
  name,
  reason,
  deviceOs: defaultDeviceOs,
  extra: [],
})

const firstForms: readonly CallbackForm[] = [
  form('4082652649', 'Bob Markel', 'billing question'),
  form('4155550142', 'Alice Moreno', 'change of address'),
  form('2125550178', 'Chandra Rao', 'refund'),
  form('3035550119', 'Dana Novak', 'new contract'),
  form('6175550163', 'Emil Fischer', 'lost card'),
  form('7025550134', 'Fatima Haddad', 'invoice copy'),
]

/** What a further field is called at first: no other one is called so. */
export function freeFieldName(extra: readonly ExtraField[]): string {
  const isTaken = (number: number) => extra.some(({ name }) => name === `usr_field_${number}`)
  let number = 1
  while (isTaken(number)) number += 1
  return `usr_field_${number}`
}

/** The form as customer number `index` (0: A) finds it filled in. */
export function personaOf(index: number): CallbackForm {
  return firstForms[index % firstForms.length] ?? form('', '', '')
}

const longReason =
  'I have called three times about the same invoice, and each time somebody promised to look into it and to call back. ' +
  'The amount of 1,284.07 was taken twice from my account on the second of the month, the credit note that was announced has not come, ' +
  'and the reminder that I got this morning asks for the same amount once more, with a fee. '

/** Customers to try a client with, each with something that is easily forgotten. */
export const personas = {
  bob: form('4082652649', 'Bob Markel', 'billing question'),
  mei: form('4085550167', '陳美 Mei Chen', '帳單問題 (billing)'),
  long: form(
    '4085550171',
    'Maximiliana-Alexandra von Hohenstein-Wittgenstein zu Sonnenberg',
    longReason.repeat(3).trim(),
  ),
  rtl: form('4085550183', 'ليلى حداد', 'سؤال عن الفاتورة رقم 42'),
  emoji: form('4085550192', 'Zoë 🦄 Łukasz', '💳 lost, 👩‍👩‍👧‍👦 plan, naïve 😀'),
  empty: form('4082652649', '', ''),
} as const satisfies Record<string, CallbackForm>

export type PersonaName = keyof typeof personas

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

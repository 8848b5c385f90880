import type { TrafficDetail } from './contract.ts'

const mask = '[redacted]'

const secretHeaders = /^(cookie|set-cookie|authorization|proxy-authorization|x-api-key)$/i
const secretFields = /password|passwd|secret|token|authorization|api_?key|access_code/i
const phoneFields = /phone|mobile|msisdn|customer_number|contact_number|^number$/i

/** Shorter ones would be found by accident, in the middle of what they have nothing to do with. */
const secretLengthMin = 4
const phoneDigitsMin = 5

/**
 * The rows without their secrets: cookies, credentials and phone numbers. What a row shows to be one is left out
 * wherever it stands, in any row: in a path, in a body, in what somebody says in a chat.
 */
export function redact(rows: readonly TrafficDetail[]): TrafficDetail[] {
  const secrets = new Set<string>()
  const phones = new Set<string>()
  for (const row of rows) collect(row, secrets, phones)
  const pattern = patternOf(secrets, phones)
  const clean = (text: string): string =>
    (pattern === null ? text : text.replace(pattern, mask)).replace(internationalNumber, mask)
  const cleanHeaders = (headers: TrafficDetail['requestHeaders']): [string, string][] =>
    headers.map(([name, value]) => [name, secretHeaders.test(name) ? maskCookie(name) : clean(value)])
  return rows.map((row) => ({
    ...row,
    path: clean(row.path),
    note: clean(row.note),
    requestHeaders: cleanHeaders(row.requestHeaders),
    requestBody: clean(row.requestBody),
    responseHeaders: cleanHeaders(row.responseHeaders),
    responseBody: clean(row.responseBody),
  }))
}

/** A cookie that was left out still reads as one. */
const maskCookie = (name: string): string => (/cookie$/i.test(name) ? `redacted=${mask}` : mask)

/** `+1 (408) 265-2649`, also where blanks and plus are written as a form writes them. */
const internationalNumber = /(?:\+|%2B)\d(?:[\s().-]|%20|%28|%29|\d){6,18}\d/gi

function collect(row: TrafficDetail, secrets: Set<string>, phones: Set<string>): void {
  for (const [name, value] of [...row.requestHeaders, ...row.responseHeaders]) {
    if (/^cookie$/i.test(name)) value.split(';').forEach((pair) => addCookie(pair, secrets))
    else if (/^set-cookie$/i.test(name)) addCookie(value.split(';', 1)[0] ?? '', secrets)
    else if (secretHeaders.test(name)) {
      add(value, secrets)
      add(value.replace(/^\S+\s+/, ''), secrets)
    }
  }
  const see = (name: string, value: string) => {
    if (secretFields.test(name)) add(value, secrets)
    else if (phoneFields.test(name)) {
      const digits = value.replace(/\D/g, '')
      if (digits.length >= phoneDigitsMin) phones.add(digits)
    }
  }
  const query = row.path.split('?')[1]
  if (query !== undefined) readForm(query, see)
  for (const body of [row.requestBody, row.responseBody]) {
    readJson(body, see)
    readMultipart(body, see)
  }
  const isForm = row.requestHeaders.some(
    ([name, value]) => /^content-type$/i.test(name) && /x-www-form-urlencoded/i.test(value),
  )
  if (isForm) readForm(row.requestBody, see)
}

function add(value: string, secrets: Set<string>): void {
  if (value.length < secretLengthMin) return
  secrets.add(value)
  secrets.add(encodeURIComponent(value))
}

function addCookie(pair: string, secrets: Set<string>): void {
  add(pair.slice(pair.indexOf('=') + 1).trim(), secrets)
}

type See = (name: string, value: string) => void

function readForm(text: string, see: See): void {
  for (const [name, value] of new URLSearchParams(text)) see(name, value)
}

/** Every member of JSON text, however deep; what is cut off or is no JSON has none. */
function readJson(text: string, see: See): void {
  if (!/^\s*[[{]/.test(text)) return
  try {
    JSON.parse(text, (name: string, value: unknown) => {
      if (typeof value === 'string' || typeof value === 'number') see(name, String(value))
      return value
    })
  } catch {
    // Cut off or malformed: the members that can be read off its text.
    for (const [, name = '', value = ''] of text.matchAll(/"([^"\\]+)"\s*:\s*"?([^"\\,}]+)/g))
      see(name, value)
  }
}

function readMultipart(text: string, see: See): void {
  const part = /name="([^"]*)"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)/g
  for (const [, name = '', value = ''] of text.matchAll(part)) see(name, value)
}

/** Finds all of them; null when there are none. The longest first: one may be a part of another. */
function patternOf(secrets: ReadonlySet<string>, phones: ReadonlySet<string>): RegExp | null {
  const words = [...secrets].sort((a, b) => b.length - a.length).map(escape)
  const numbers = [...phones].sort((a, b) => b.length - a.length).map(phonePattern)
  const all = [...words, ...numbers]
  return all.length === 0 ? null : new RegExp(all.join('|'), 'g')
}

const escape = (word: string): string => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')

/** The last digits of a number, with what people write between them, and with a country's code before. */
function phonePattern(digits: string): string {
  const between = '(?:[\\s().+-]|%20|%28|%29|%2B)*'
  const significant = digits.slice(-10)
  return `(?<!\\d)(?:(?:\\+|%2B)?\\d{1,3}${between})?${[...significant].join(between)}(?!\\d)`
}

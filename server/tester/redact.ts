import { z } from 'zod'
import type { TrafficDetail } from './contract.ts'
import { readQuery } from './input.ts'
import type { TesterContext } from './route.ts'

const query = z.strictObject({ redact: z.enum(['true', 'false']).default('true') })

/** Whether an export leaves secrets out: unless `?redact=false` asks for them. Any other value is refused. */
export const readRedact = (c: TesterContext): boolean => readQuery(c, query).redact === 'true'

const mask = '[redacted]'

const secretHeaders = /^(cookie|set-cookie|authorization|proxy-authorization|x-api-key)$/i
const secretFields = /password|passwd|secret|token|authorization|api_?key|access_code/i
const phoneFields = /phone|mobile|msisdn|customer_number|contact_number|^number$/i

/** Shorter ones would be found by accident, in the middle of what they have nothing to do with. */
const secretLengthMin = 4
const phoneDigitsMin = 5
/** The last digits tell a number from others, with its country's code and without. */
const phoneDigitsMax = 10

/** What the rows show to be secret: the words of cookies and credentials, and the digits of phone numbers. */
interface Secrets {
  readonly words: Set<string>
  readonly phones: Set<string>
}

/**
 * The rows without their secrets: cookies, credentials and phone numbers. What a row shows to be one is left out
 * wherever it stands, in any row: in a path, in a body, in what somebody says in a chat. Each text is read once,
 * however many secrets there are: every answer may set a cookie of its own.
 */
export const redact = (rows: readonly TrafficDetail[]): TrafficDetail[] => redactWith(rows, null).rows

/** The rows, and what is told beside them (any JSON), both without what either shows to be secret. */
export function redactWith<T>(
  rows: readonly TrafficDetail[],
  beside: T,
): { rows: TrafficDetail[]; beside: T } {
  const secrets: Secrets = { words: new Set(), phones: new Set() }
  const text = JSON.stringify(beside)
  for (const row of rows) collect(row, secrets)
  // Of numbers, the timeline has some of its own.
  readJson(text, seeInto(secrets), 'strings')
  const clean = (text: string): string =>
    text
      .replace(words, (word) => (secrets.words.has(word) ? mask : word))
      .replace(internationalNumber, mask)
      .replace(numbers, (number) => (hasPhone(number, secrets.phones) ? mask : number))
  const cleanHeaders = (headers: TrafficDetail['requestHeaders']): [string, string][] =>
    headers.map(([name, value]) => [name, secretHeaders.test(name) ? maskCookie(name) : clean(value)])
  const cleanAll = <Json>(value: Json): Json =>
    JSON.parse(JSON.stringify(value), (_, one: unknown) =>
      typeof one === 'string' ? clean(one) : one,
    ) as Json
  const cleanRows = rows.map((row) => ({
    ...row,
    ...cleanAll({ user: row.user, comment: row.comment, events: row.events, why: row.why }),
    path: clean(row.path),
    note: clean(row.note),
    requestHeaders: cleanHeaders(row.requestHeaders),
    requestBody: clean(row.requestBody),
    requestBase64: null,
    responseHeaders: cleanHeaders(row.responseHeaders),
    responseBody: clean(row.responseBody),
    responseBase64: null,
  }))
  return { rows: cleanRows, beside: cleanAll(beside) }
}

/** A cookie that was left out still reads as one. */
const maskCookie = (name: string): string => (/cookie$/i.test(name) ? `redacted=${mask}` : mask)

/** `+1 (408) 265-2649`, also where blanks and plus are written as a form writes them. */
const internationalNumber = /(?:\+|%2B)\d(?:[\s()./-]|%20|%28|%29|%2F|\d){6,18}\d/gi

const words = /[\w-]{4,}/g

/** Digits with what people and forms write between them. */
const numbers = /\d(?:[\s()./+-]|%20|%28|%29|%2B|%2F|\d){3,28}\d/gi

const digitsOf = (text: string): string => text.replace(/%[\dA-F]{2}/gi, '').replace(/\D/g, '')

function hasPhone(text: string, phones: ReadonlySet<string>): boolean {
  const digits = digitsOf(text)
  for (let length = phoneDigitsMin; length <= phoneDigitsMax; length += 1)
    for (let from = 0; from + length <= digits.length; from += 1)
      if (phones.has(digits.slice(from, from + length))) return true
  return false
}

function collect(row: TrafficDetail, secrets: Secrets): void {
  for (const [name, value] of [...row.requestHeaders, ...row.responseHeaders]) {
    if (/^cookie$/i.test(name)) value.split(';').forEach((pair) => addCookie(pair, secrets))
    else if (/^set-cookie$/i.test(name)) addCookie(value.split(';', 1)[0] ?? '', secrets)
    else if (secretHeaders.test(name)) {
      add(value, secrets)
      add(value.replace(/^\S+\s+/, ''), secrets)
    }
  }
  const see = seeInto(secrets)
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

/** The words of a secret: where one of them is left out, the secret is. */
function add(value: string, secrets: Secrets): void {
  if (value.length < secretLengthMin) return
  for (const text of [value, encodeURIComponent(value)])
    for (const [word] of text.matchAll(words)) secrets.words.add(word)
}

function addCookie(pair: string, secrets: Secrets): void {
  add(pair.slice(pair.indexOf('=') + 1).trim(), secrets)
}

type See = (name: string, value: string) => void

/** Notes the values that a field's name shows to be secret. */
const seeInto =
  (secrets: Secrets): See =>
  (name, value) => {
    if (secretFields.test(name)) add(value, secrets)
    else if (phoneFields.test(name)) {
      const digits = digitsOf(value).slice(-phoneDigitsMax)
      if (digits.length >= phoneDigitsMin) secrets.phones.add(digits)
    }
  }

function readForm(text: string, see: See): void {
  for (const [name, value] of new URLSearchParams(text)) see(name, value)
}

/** Every member of JSON text, however deep; what is cut off or is no JSON has none. */
function readJson(text: string, see: See, what: 'all' | 'strings' = 'all'): void {
  if (!/^\s*[[{]/.test(text)) return
  try {
    JSON.parse(text, (name: string, value: unknown) => {
      if (typeof value === 'string' || (what === 'all' && typeof value === 'number')) see(name, String(value))
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

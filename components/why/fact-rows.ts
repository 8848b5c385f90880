import type { FactsJson } from '../../server/tester/contract.ts'

/** `name` is the key in the words of the API: `freeAgents` is “free agents”. */
export type FactRow = { readonly key: string; readonly name: string } & (
  | { readonly kind: 'time'; readonly at: string }
  | { readonly kind: 'text'; readonly text: string }
  /** An empty list. */
  | { readonly kind: 'none' }
)

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)

/** The facts of a reason as rows, without those that say nothing. */
export function factRows(facts: FactsJson): FactRow[] {
  return Object.entries(facts).flatMap(([key, value]): FactRow[] => {
    const name = inWords(key)
    if (isTime(value)) return [{ key, name, kind: 'time', at: value }]
    if (Array.isArray(value) && value.length === 0) return [{ key, name, kind: 'none' }]
    const text = textOf(key, value)
    return text === null ? [] : [{ key, name, kind: 'text', text }]
  })
}

const inWords = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** Of a service id the beginning tells it from others. */
const shortId = (text: string): string =>
  text.replace(/^(\d+-[0-9a-f]{8})(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '$1…')

function textOf(key: string, value: FactsJson[string]): string | null {
  // An estimate that is not there is a fact; what else is not there says nothing.
  if (value === null) return key === 'etaSeconds' ? 'n/a' : null
  if (Array.isArray(value)) return value.map(shortId).join(', ')
  return shortId(String(value))
}

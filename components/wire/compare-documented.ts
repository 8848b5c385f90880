import type { TrafficDetail } from '../../server/tester/contract.ts'
import { documentedExamples, type DocumentedExample } from './documented-examples.ts'
import { fieldsOf } from './request-fields.ts'

/**
 * How a field stands to the example: the same; `varies`, an id, an address or a time that is another one each time; another
 * `value` or another `type`; `missing` here, or `extra`.
 */
export type Verdict = 'same' | 'varies' | 'value' | 'type' | 'missing' | 'extra'

export interface ComparedField {
  /** `message._id`, `[0].tag`. */
  readonly path: string
  readonly verdict: Verdict
  /** As JSON; null where there is none. */
  readonly documented: string | null
  readonly got: string | null
}

export interface Comparison {
  readonly example: DocumentedExample['name']
  readonly fields: readonly ComparedField[] | null
  readonly headers: readonly ComparedField[]
  /** Null when the body cannot be read as JSON. */
  readonly body: readonly ComparedField[] | null
}

/**
 * The row beside the example it is nearest to; null when none is documented for it. With ids, addresses and times, what
 * is another one each time is another value.
 */
export function compareDocumented(detail: TrafficDetail, withIds = false): Comparison | null {
  const comparisons = documentedExamples
    .filter((example) => isExampleOf(example, detail))
    .map((example) => compareWith(example, detail))
  const nearest = comparisons.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
  return nearest !== null && withIds ? countingIds(nearest) : nearest
}

function countingIds({ example, fields, headers, body }: Comparison): Comparison {
  const counted = (compared: readonly ComparedField[]) =>
    compared.map((field): ComparedField =>
      field.verdict === 'varies' ? { ...field, verdict: 'value' } : field,
    )
  return {
    example,
    fields: fields && counted(fields),
    headers: counted(headers),
    body: body && counted(body),
  }
}

/** Whether an example is documented for a row. */
export const hasDocumentedExample = (detail: TrafficDetail): boolean =>
  documentedExamples.some((example) => isExampleOf(example, detail))

/** The fields that are not as documented: missing, extra, of another type. */
export const deviations = (fields: readonly ComparedField[]): ComparedField[] =>
  fields.filter(({ verdict }) => verdict === 'missing' || verdict === 'extra' || verdict === 'type')

function isExampleOf(
  { operation, fields }: DocumentedExample,
  { kind, note, status }: TrafficDetail,
): boolean {
  if (fields === null) return kind === 'push' && note.startsWith(operation)
  return kind === 'exchange' && note === operation && status !== null
}

function distance({ body, headers, fields }: Comparison): number {
  const all = [...(body ?? []), ...headers, ...(fields ?? [])]
  const others = all.filter(({ verdict }) => verdict === 'value').length
  return 10 * deviations(all).length + others
}

function compareWith(example: DocumentedExample, detail: TrafficDetail): Comparison {
  const got = parse(detail.responseBody)
  return {
    example: example.name,
    fields: example.fields && compareLeaves(toLeaves(example.fields), toLeaves(fieldsOf(detail))),
    headers: example.headers.length === 0 ? [] : compareHeaders(example.headers, detail.responseHeaders),
    body: got === undefined ? null : compareLeaves(leavesOf(example.body), leavesOf(got)),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON: there is nothing to compare field by field.
    return undefined
  }
}

type Leaves = ReadonlyMap<string, unknown>

const toLeaves = (fields: readonly (readonly [string, unknown])[]): Leaves => new Map(fields)

// One of each: they are the same only by being one.
const emptyList: readonly unknown[] = []
const emptyObject = {}

/** Everything in a value that has no parts of its own, by its path. */
function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]])
  const parts = Array.isArray(value)
    ? value.map((part: unknown, index) => [`${path}[${index}]`, part] as const)
    : Object.entries(value).map(([key, part]) => [path === '' ? key : `${path}.${key}`, part] as const)
  if (parts.length === 0) return new Map([[path, Array.isArray(value) ? emptyList : emptyObject]])
  return new Map(parts.flatMap(([name, part]) => [...leavesOf(part, name)]))
}

/** In the order of the example, and then what it does not have. */
function compareLeaves(documented: Leaves, got: Leaves): ComparedField[] {
  const known = [...documented].map(([path, value]): ComparedField => {
    const own = got.get(path)
    const written = { path, documented: JSON.stringify(value) }
    return got.has(path)
      ? { ...written, got: JSON.stringify(own), verdict: verdictOf(value, own) }
      : { ...written, got: null, verdict: 'missing' }
  })
  const extra = [...got]
    .filter(([path]) => !documented.has(path))
    .map(([path, own]): ComparedField => ({
      path,
      documented: null,
      got: JSON.stringify(own),
      verdict: 'extra',
    }))
  return [...known, ...extra]
}

function verdictOf(documented: unknown, got: unknown): Verdict {
  if (documented === got) return 'same'
  if (typeof documented !== typeof got) return 'type'
  if (typeof documented === 'string' && typeof got === 'string' && patternOf(documented)?.test(got) === true)
    return 'varies'
  return 'value'
}

/** What an example with placeholders lets stand in their place; null when it has none. */
function patternOf(example: string): RegExp | null {
  const parts = example.split(/\{(?:id|user|origin)\}|<\w+>/)
  if (parts.length === 1) return null
  const escaped = parts.map((part) => part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
  return new RegExp(`^${escaped.join('.+')}$`, 's')
}

/** By name and, of those that come more than once, in their order. */
function compareHeaders(
  documented: DocumentedExample['headers'],
  got: TrafficDetail['responseHeaders'],
): ComparedField[] {
  const names = new Set(documented.map(([name]) => name.toLowerCase()))
  const present = got.filter(([name]) => names.has(name.toLowerCase()))
  return compareLeaves(numbered(documented), numbered(present))
}

function numbered(headers: readonly (readonly [string, string])[]): Leaves {
  const seen = new Map<string, number>()
  return new Map(
    headers.map(([name, value]) => {
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      return [count === 1 ? name : `${name} (${count})`, value]
    }),
  )
}

import { z } from 'zod'
import type { RefusalDetail } from '../contact-center/refusal.ts'
import { readRequestBody, type BodyLimits } from '../request-body.ts'
import type { TesterContext } from './route.ts'
import { TesterError } from './tester-error.ts'

/** The body of a call that takes none. */
export const emptyBody = z.strictObject({})

/**
 * Reads the body as JSON of this shape; no body at all is read as `{}`. Refused: 415 another media type, 400
 * what is no JSON object of this shape, with one detail per field. Throws what `readRequestBody` throws.
 */
export async function readBody<T>(c: TesterContext, schema: z.ZodType<T>, limits: BodyLimits): Promise<T> {
  const bytes = await readRequestBody(c.env.incoming, limits)
  if (bytes.length === 0) return check(schema, {}, 'body')
  requireJson(c.req.header('content-type'))
  return check(schema, parseJson(bytes), 'body')
}

/** Reads the query as this shape. Refused: 400 for a parameter that is unknown, repeated or out of range. */
export function readQuery<T>(c: TesterContext, schema: z.ZodType<T>): T {
  const given: Record<string, string> = {}
  for (const [name, values] of Object.entries(c.req.queries())) {
    const [value, ...more] = values
    if (more.length > 0)
      throw invalid('query', [{ field: name, message: 'This parameter may be given only once.' }])
    if (value !== undefined) given[name] = value
  }
  return check(schema, given, 'query')
}

/** Options are text; a number or a boolean is taken as the text it is written as. */
export const optionValue = z
  .union([z.string(), z.number(), z.boolean()], 'This must be text.')
  .transform(String)

/** A whole number written in a query: digits only, within the bounds. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'This must be a whole number.')
    .transform(Number)
    .pipe(z.number().min(min).max(max))

function requireJson(contentType: string | undefined): void {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const charset = parameters.find((p) => p.trim().startsWith('charset='))
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset.trim())
  if (type?.trim() === 'application/json' && isUtf8) return
  throw new TesterError(
    415,
    'media-type-not-json',
    'Send the body as JSON in UTF-8, with the header Content-Type: application/json.',
  )
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), refuseProto)
  } catch (error) {
    if (error instanceof TesterError) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new TesterError(400, 'body-not-json', `The body cannot be read as JSON: ${why}.`)
  }
}

// The schemas pass over this one name without a word, whatever they say of unknown keys.
function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw invalid('body', [{ field: key, message: unknownField }])
  return value
}

const unknownField = 'There is no field of this name here.'

function check<T>(schema: z.ZodType<T>, value: unknown, place: 'body' | 'query'): T {
  const result = schema.safeParse(value, { error: plainMessage })
  if (result.success) return result.data
  throw invalid(place, result.error.issues.flatMap(detailsOf))
}

/** Why what was sent cannot be used: 400, with one detail per field. */
export function invalid(place: 'body' | 'query', details: RefusalDetail[]): TesterError {
  const named = details.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`))
  return new TesterError(400, `${place}-invalid`, `The ${place} cannot be used. ${named.join(' ')}`, details)
}

/** A sentence for a person, where the library's own would be one for programmers. */
function plainMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return undefined
  if (issue.input === undefined) return 'This is required.'
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${kinds[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `This must be one of ${issue.values.join(', ')}.`
    case 'too_small':
      return `This must be at least ${issue.minimum}.`
    case 'too_big':
      return `This must be at most ${issue.maximum}.`
    default:
      return undefined
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a JSON object',
  record: 'a JSON object',
}

function detailsOf(issue: z.core.$ZodIssue): RefusalDetail[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: [...path, key].join('.'),
      message: unknownField,
    }))
  return [{ field: path.join('.'), message: issue.message }]
}

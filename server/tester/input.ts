import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { TesterError } from './tester-error.ts'
import type { RefusalDetail } from '../contact-center/refusal.ts'
import type { TesterContext } from './route.ts'

/** The body of a call that takes none. */
export const emptyBody = z.strictObject({})

/**
 * Reads the body as JSON of this shape; no body at all is read as `{}`. Refused: 415 another media type, 413 more
 * bytes than the limit, 400 what is no JSON object of this shape, with one detail per field.
 */
export async function readBody<T>(c: TesterContext, schema: z.ZodType<T>, bytesMax: number): Promise<T> {
  const bytes = await readBytes(c.env.incoming, bytesMax)
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

/** A whole number written in a query: digits only, within the bounds. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'This must be a whole number.')
    .transform(Number)
    .pipe(z.number().min(min).max(max))

function readBytes(incoming: IncomingMessage, bytesMax: number): Promise<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > bytesMax) return Promise.reject(tooLarge(bytesMax))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= bytesMax) chunks.push(chunk)
      else reject(tooLarge(bytesMax))
    })
    incoming.on('end', () => resolve(Buffer.concat(chunks)))
    incoming.on('error', reject)
    // A caller that goes away in the middle has asked for nothing.
    incoming.on('close', () => reject(new TesterError(400, 'body-incomplete', 'The body was cut off.')))
  })
}

// What was not read stays on the connection, which is of no more use.
const tooLarge = (bytesMax: number) =>
  new TesterError(413, 'body-too-large', `A body may have at most ${bytesMax} bytes.`, [], {
    Connection: 'close',
  })

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
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new TesterError(400, 'body-not-json', `The body cannot be read as JSON: ${why}.`)
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, place: 'body' | 'query'): T {
  const result = schema.safeParse(value, { error: plainMessage })
  if (result.success) return result.data
  throw invalid(place, result.error.issues.flatMap(detailsOf))
}

function invalid(place: 'body' | 'query', details: RefusalDetail[]): TesterError {
  const named = details.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`))
  return new TesterError(400, `${place}-invalid`, `The ${place} cannot be used. ${named.join(' ')}`, details)
}

/** A sentence where the library's own would speak of `undefined`. */
function plainMessage(issue: { code: string; input?: unknown }): string | undefined {
  return issue.input === undefined && issue.code !== 'unrecognized_keys' ? 'This is required.' : undefined
}

function detailsOf(issue: z.core.$ZodIssue): RefusalDetail[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: [...path, key].join('.'),
      message: 'There is no field of this name here.',
    }))
  return [{ field: path.join('.'), message: issue.message }]
}

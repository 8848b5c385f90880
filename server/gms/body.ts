import { formidable } from 'formidable'
import type { IncomingMessage } from 'node:http'
import { readRequestBody } from '../request-body.ts'
import { createFields, type Field, type Fields } from './fields.ts'
import { GmsRefused, malformed } from './gms-error.ts'
import type { GmsLimits } from './limits.ts'
import { arrivedRequest, readMultipart, tooManyFields, valueTooLong } from './multipart.ts'
import { charsetOf, decodeText, normalizeForm } from './text.ts'

/**
 * What a request says: its query, and over it its body, which may be multipart, urlencoded, JSON, or JSON under an
 * urlencoded type (decisions 4 and 23). Refused: 400 malformed, too many or too long fields; 415 another media
 * type. Throws what `readRequestBody` throws.
 */
export async function readFields(request: IncomingMessage, limits: GmsLimits): Promise<Fields> {
  const bytes = await readRequestBody(request, limits)
  const query = readQuery(request.url ?? '', limits)
  const body = bytes.length === 0 ? [] : await readBody(bytes, request.headers['content-type'] ?? '', limits)
  const fields = [...query, ...body]
  if (fields.length > limits.fieldsMax) throw tooManyFields(limits)
  for (const [name, value] of fields) {
    if (name === '') throw malformed('A field has no name.')
    if (Buffer.byteLength(name) > limits.nameBytesMax)
      throw malformed(`The name of a field may have at most ${limits.nameBytesMax} bytes.`)
    if (Buffer.byteLength(value) > limits.valueBytesMax) throw valueTooLong(name, limits)
  }
  return createFields(fields)
}

function readBody(bytes: Buffer, contentType: string, limits: GmsLimits): Promise<Field[]> {
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase()
  if (mediaType === 'multipart/form-data') return readMultipart(bytes, contentType, limits)
  const charset = charsetOf(contentType)
  if (charset !== null && mediaType === 'application/json') return readJson(bytes, charset)
  if (charset !== null && mediaType === 'application/x-www-form-urlencoded')
    return looksLikeJson(bytes) ? readJson(bytes, charset) : readForm(bytes, charset, limits)
  throw new GmsRefused(
    415,
    'gmstester.UnsupportedMediaType',
    'A body is multipart/form-data, application/x-www-form-urlencoded or application/json, in UTF-8.',
  )
}

// Real pages post JSON text under their library's default type (contract 4.1 [C]).
const looksLikeJson = (bytes: Buffer): boolean => /^\s*\{/.test(bytes.toString('latin1', 0, 64))

function readQuery(url: string, limits: GmsLimits): Field[] {
  const start = url.indexOf('?')
  if (start < 0 || start === url.length - 1) return []
  const text = normalizeForm(Buffer.from(url.slice(start + 1), 'latin1'), 'utf-8', 'The query')
  requireFew(text, limits)
  return [...new URLSearchParams(text)]
}

async function readForm(bytes: Buffer, charset: string, limits: GmsLimits): Promise<Field[]> {
  const text = normalizeForm(bytes, charset, 'The body')
  requireFew(text, limits)
  const fields: Field[] = []
  const form = formidable()
  form.on('field', (name: string, value: string) => fields.push([name, value]))
  await form.parse(arrivedRequest(Buffer.from(text), 'application/x-www-form-urlencoded'))
  return fields
}

function requireFew(text: string, limits: GmsLimits): void {
  if (text.split('&', limits.fieldsMax + 2).filter((part) => part !== '').length > limits.fieldsMax)
    throw tooManyFields(limits)
}

async function readJson(bytes: Buffer, charset: string): Promise<Field[]> {
  const text = decodeText(bytes, charset, 'The body').replace(/^\uFEFF/, '')
  // Formidable takes any JSON value for fields.
  if (!/^\s*\{/.test(text)) throw malformed('A JSON body must be an object.')
  try {
    const [object] = await formidable().parse(arrivedRequest(Buffer.from(text), 'application/json'))
    return Object.entries<unknown>(object).flatMap(([name, value]) => readMember(name, value))
  } catch (cause) {
    const unreadable = malformed('The body cannot be read as JSON.')
    unreadable.cause = cause
    throw unreadable
  }
}

/** Null is not given; a nested value is kept as JSON text. */
function readMember(name: string, value: unknown): Field[] {
  if (value === null) return []
  return [[name, typeof value === 'string' ? value : JSON.stringify(value)]]
}

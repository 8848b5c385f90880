import { formidable, type Part } from 'formidable'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { Field } from './fields.ts'
import { GmsRefused, malformed } from './gms-error.ts'
import type { GmsLimits } from './limits.ts'
import { charsetOf, decodeText } from './text.ts'

/** What formidable needs of a request that has already arrived: its bytes, and two headers. */
export function arrivedRequest(bytes: Buffer, contentType: string): IncomingMessage {
  const headers = { 'content-type': contentType, 'content-length': String(bytes.length) }
  // Formidable listens to the stream and reads the headers; it asks nothing else of an IncomingMessage.
  return Object.assign(Readable.from([bytes]), { headers }) as unknown as IncomingMessage
}

/**
 * The fields of a `multipart/form-data` body, in order, duplicates included. Refused (400): no usable boundary, a
 * body that is cut off or malformed, a part that is a file, has no name or is no text, too many or too long ones.
 */
export async function readMultipart(bytes: Buffer, contentType: string, limits: GmsLimits): Promise<Field[]> {
  const boundary = boundaryOf(contentType)
  if (endsBeforeItBegins(bytes, boundary)) return []
  // Formidable takes a body for complete that lacks its last two hyphens.
  if (!bytes.includes(`\r\n--${boundary}--`)) throw malformed('The multipart body has no closing boundary.')
  // Counted before anything is parsed: each part costs more than its few bytes.
  if (countOf(bytes, `\r\n--${boundary}`) > limits.fieldsMax) throw tooManyFields(limits)
  const form = formidable()
  const fields: Field[] = []
  let refusal: GmsRefused | null = null
  form.onPart = (part) => {
    const chunks: Buffer[] = []
    let size = 0
    part.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limits.valueBytesMax) chunks.push(chunk)
    })
    part.on('end', () => {
      try {
        if (size > limits.valueBytesMax) throw valueTooLong(part.name ?? '', limits)
        fields.push(readPart(part, Buffer.concat(chunks)))
      } catch (thrown) {
        // Thrown out of a listener it would reach nobody.
        refusal ??= thrown instanceof GmsRefused ? thrown : malformed('A part cannot be read.')
      }
    })
  }
  try {
    await form.parse(arrivedRequest(bytes, `multipart/form-data; boundary="${boundary}"`))
  } catch (cause) {
    const unreadable = malformed('The multipart body cannot be read.')
    unreadable.cause = cause
    throw unreadable
  }
  if (refusal !== null) throw refusal
  return fields
}

/** More fields than one request may have: 400. */
export const tooManyFields = (limits: GmsLimits): GmsRefused =>
  malformed(`A request may have at most ${limits.fieldsMax} fields.`)

/** A value longer than the limit: 400. */
export const valueTooLong = (name: string, limits: GmsLimits): GmsRefused =>
  malformed(
    `A value may have at most ${limits.valueBytesMax} bytes; this one is longer: ${name.slice(0, 80)}`,
  )

function boundaryOf(contentType: string): string {
  const found = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^;]*))/i.exec(contentType)
  const boundary = (found?.[1] ?? found?.[2] ?? '').trimEnd()
  if (!/^[ -!#-~]{1,70}$/.test(boundary))
    throw malformed('The Content-Type of a multipart body must name its boundary.')
  return boundary
}

/** Nothing but the closing boundary: what a page sends for a form without fields (decision 4). */
const endsBeforeItBegins = (bytes: Buffer, boundary: string): boolean =>
  bytes.length <= boundary.length + 6 && bytes.toString('latin1').trimEnd() === `--${boundary}--`

function countOf(bytes: Buffer, delimiter: string): number {
  let count = 0
  for (let at = bytes.indexOf(delimiter); at >= 0; at = bytes.indexOf(delimiter, at + delimiter.length))
    count += 1
  return count
}

function readPart(part: Part, bytes: Buffer): Field {
  const { name, originalFilename, mimetype } = part
  if (name === null || name === '') throw malformed('A part of the multipart body has no name.')
  // A replacement character stands where the parser could not read the name.
  if (name.includes('\uFFFD')) throw malformed('The name of a field is not valid UTF-8.')
  if (originalFilename !== null) throw malformed(`Files are not taken here: ${name.slice(0, 80)}`)
  const charset = charsetOf(mimetype ?? '')
  if (charset === null) throw malformed(`The charset of a part is not known here: ${name.slice(0, 80)}`)
  return [name, decodeText(bytes, charset, `The value of ${name.slice(0, 80)}`)]
}

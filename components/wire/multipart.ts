import { charsetOf, decodeBytes, latin1Bytes, latin1Text } from './body-text.ts'

/** One part of a multipart body, or one field of another form. */
export interface Part {
  /** Null when the part does not say. */
  readonly name: string | null
  readonly fileName: string | null
  readonly contentType: string | null
  /** As far as it is text. */
  readonly value: string
  /** Its bytes are text in the charset that it declares, or else in UTF-8. */
  readonly isText: boolean
  /** In bytes. */
  readonly size: number
}

export type MultipartBody =
  | { readonly isValid: true; readonly parts: readonly Part[] }
  | { readonly isValid: false; readonly problem: MultipartProblem; readonly parts: readonly Part[] }

/** Why a body could not be split to its end. */
export type MultipartProblem =
  | {
      readonly code: 'no-boundary'
      /** What the body has instead; null: none. */ readonly found: string | null
    }
  | { readonly code: 'head-open'; readonly part: number }
  | { readonly code: 'cut-off' }

/** The boundary a Content-Type names, read as the server reads it; null when it is not multipart or names none. */
export function boundaryOf(contentType: string): string | null {
  if (!/^\s*multipart\//i.test(contentType)) return null
  const found = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^;]*))/i.exec(contentType)
  const boundary = (found?.[1] ?? found?.[2] ?? '').trimEnd()
  return /^[ -!#-~]{1,70}$/.test(boundary) ? boundary : null
}

/** Splits a body into its parts. A body that is only the closing line is valid and has none. */
export function splitMultipart(bytes: Uint8Array, boundary: string): MultipartBody {
  // A character for each byte: what is no text is split like any other.
  const body = latin1Text(bytes)
  const delimiter = `--${boundary}`
  const start = body.startsWith(delimiter) ? 0 : body.indexOf(`\r\n${delimiter}`) + 2
  if (start === 1)
    return { isValid: false, problem: { code: 'no-boundary', found: boundaryWithin(body) }, parts: [] }

  const sections = body.slice(start + delimiter.length).split(`\r\n${delimiter}`)
  const parts: Part[] = []
  for (const [index, section] of sections.entries()) {
    if (section.startsWith('--')) return { isValid: true, parts }
    const head = section.indexOf('\r\n\r\n')
    if (!section.startsWith('\r\n') || head < 0)
      return { isValid: false, problem: { code: 'head-open', part: parts.length + 1 }, parts }
    parts.push(readPart(section.slice(2, head), section.slice(head + 4), index === sections.length - 1))
  }
  return { isValid: false, problem: { code: 'cut-off' }, parts }
}

/** The boundary that a body shows itself: its first line that begins with two dashes. */
const boundaryWithin = (body: string): string | null => /^--(.+?)(?:--)?\r?$/m.exec(body)?.[1] ?? null

function readPart(head: string, value: string, isLeft: boolean): Part {
  const lines = decodeBytes(latin1Bytes(head), 'utf-8').text.split('\r\n')
  const header = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? null
  const disposition = header('content-disposition') ?? ''
  // The expressions of formidable, by which the server reads them.
  const name = /\bname=(?:"([^"]*)"|([^()<>@,;:\\"/[\]?={}\s]+))/i.exec(disposition)
  const file = /\bfilename=(?:"(.*?)"|([^()<>{}[\]@,;:"?=\s/]+))(?:$|;\s)/i.exec(disposition)
  const contentType = header('content-type')
  const { text, isText } = decodeBytes(latin1Bytes(value), charsetOf(contentType ?? ''), isLeft)
  return {
    name: (name?.[1] ?? name?.[2]) || null,
    fileName: file?.[1] ?? file?.[2] ?? null,
    contentType,
    value: text,
    isText,
    size: value.length,
  }
}

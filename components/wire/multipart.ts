/** One part of a multipart body. */
export interface Part {
  /** Null when the part does not say. */
  readonly name: string | null
  readonly fileName: string | null
  readonly contentType: string | null
  readonly value: string
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

/** The boundary a Content-Type names; null when it is not multipart or names none. */
export function boundaryOf(contentType: string): string | null {
  const found = /^\s*multipart\/[^;]+;.*?\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  return found?.[1] ?? found?.[2] ?? null
}

/** Splits a body into its parts. A body that is only the closing line is valid and has none. */
export function splitMultipart(body: string, boundary: string): MultipartBody {
  const delimiter = `--${boundary}`
  const start = body.startsWith(delimiter) ? 0 : body.indexOf(`\r\n${delimiter}`) + 2
  if (start === 1)
    return { isValid: false, problem: { code: 'no-boundary', found: boundaryWithin(body) }, parts: [] }

  const sections = body.slice(start + delimiter.length).split(`\r\n${delimiter}`)
  const parts: Part[] = []
  for (const section of sections) {
    if (section.startsWith('--')) return { isValid: true, parts }
    const head = section.indexOf('\r\n\r\n')
    if (!section.startsWith('\r\n') || head < 0)
      return { isValid: false, problem: { code: 'head-open', part: parts.length + 1 }, parts }
    parts.push(readPart(section.slice(2, head), section.slice(head + 4)))
  }
  return { isValid: false, problem: { code: 'cut-off' }, parts }
}

/** The boundary that a body shows itself: its first line that begins with two dashes. */
const boundaryWithin = (body: string): string | null => /^--(.+?)(?:--)?\r?$/m.exec(body)?.[1] ?? null

function readPart(head: string, value: string): Part {
  const header = (name: string) =>
    head
      .split('\r\n')
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? null
  const disposition = header('content-disposition') ?? ''
  const parameter = (name: string) =>
    new RegExp(`[;\\s]${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i')
      .exec(disposition)?.[1]
      ?.replace(/\\(.)/g, '$1') ?? null
  return {
    name: parameter('name'),
    fileName: parameter('filename'),
    contentType: header('content-type'),
    value,
  }
}

import type { TrafficDetail } from '../../server/tester/contract.ts'
import { latin1Bytes } from './body-text.ts'
import { findJsonBreak } from './json-break.ts'

export type Side = 'request' | 'response'

/** A line of text as it crossed the wire: its words, and how it ends. */
export interface RawLine {
  readonly text: string
  readonly end: '' | '\n' | '\r\n' | '\r'
  /** Where its first character stands in the whole text. */
  readonly at: number
}

/** The head as it crossed the wire, with its first line; empty for a frame and a push, which have none. */
export function headOf(
  detail: Pick<
    TrafficDetail,
    'kind' | 'method' | 'path' | 'httpVersion' | 'requestHeaders' | 'statusLine' | 'responseHeaders'
  >,
  side: Side,
): string {
  if (detail.kind !== 'exchange') return ''
  const [first, headers] =
    side === 'request'
      ? [`${detail.method} ${detail.path} HTTP/${detail.httpVersion ?? '1.1'}`, detail.requestHeaders]
      : [detail.statusLine ?? '', detail.responseHeaders]
  return [first, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
}

/** The text in lines, each with the end that it has. */
export function rawLines(text: string): RawLine[] {
  const lines: RawLine[] = []
  const pattern = /([^\r\n]*)(\r\n|\n|\r|$)/y
  let at = 0
  while (at < text.length) {
    pattern.lastIndex = at
    const [whole = '', words = '', end = ''] = pattern.exec(text) ?? []
    lines.push({ text: words, end: end as RawLine['end'], at })
    at += whole.length
  }
  return lines
}

/** Sixteen bytes: where they stand, in hexadecimal, and as the ASCII they may be. */
export interface HexLine {
  readonly offset: string
  readonly hex: string
  readonly ascii: string
}

const bytesInLine = 16

/** The bytes of a head and of the body below it, as far as they are shown. */
export function hexLines(head: string, body: Uint8Array, bytesMax: number): HexLine[] {
  const bytes = [...latin1Bytes(head), ...body.subarray(0, bytesMax)].slice(0, bytesMax)
  const lines: HexLine[] = []
  for (let at = 0; at < bytes.length; at += bytesInLine) {
    const part = bytes.slice(at, at + bytesInLine)
    lines.push({
      offset: at.toString(16).padStart(6, '0'),
      hex: part.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
      ascii: part.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join(''),
    })
  }
  return lines
}

/** Whether a body says that it is JSON, or looks as if it were. */
export function saysJson(contentType: string, body: string): boolean {
  return /\bjson\b/i.test(contentType) || /^\s*[[{]/.test(body)
}

/** Where a body that should be JSON breaks; null when it does not, or should be none. */
export const breakOf = (contentType: string, body: string) =>
  body !== '' && saysJson(contentType, body) ? findJsonBreak(body) : null

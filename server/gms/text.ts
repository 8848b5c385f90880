import { malformed } from './gms-error.ts'

/** The character sets that clients of GMS declare; each has ASCII as its lower half. */
const charsets = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii', 'iso-8859-1', 'windows-1252'])

/** The charset that a media type declares, lower case; `utf-8` when it declares none. Null: not one that is read here. */
export function charsetOf(mediaType: string): string | null {
  const declared = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(mediaType)?.[1]?.toLowerCase() ?? 'utf-8'
  return charsets.has(declared) ? declared : null
}

/** The bytes as text. Refused (400): bytes that are no text in this charset; nothing is silently replaced. */
export function decodeText(bytes: Uint8Array, charset: string, what: string): string {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    const refusal = malformed(`${what} is not valid ${charset.toUpperCase()}.`)
    refusal.cause = cause
    throw refusal
  }
}

/**
 * An urlencoded text in pure ASCII and UTF-8 escapes, whatever was escaped in it, raw, or in another charset: a
 * parser then finds nothing that it could read wrongly. Refused (400): bytes that are no text in this charset.
 */
export function normalizeForm(bytes: Buffer, charset: string, what: string): string {
  const raw = Buffer.from(
    bytes
      .toString('latin1')
      .replace(/%([89A-Fa-f][0-9A-Fa-f])/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  )
  return decodeText(raw, charset, what).replace(/[^\0-\x7f]+/g, encodeURIComponent)
}

/** The bytes of a body: those of its text in UTF-8, unless they are given because they are none. */
export const bodyBytes = (text: string, base64: string | null): Uint8Array<ArrayBuffer> =>
  base64 === null ? new TextEncoder().encode(text) : latin1Bytes(atob(base64))

/** A byte for each character, as HTTP heads are written. */
export const latin1Bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** A character for each byte: not one of the browser's decoders does that. */
export const latin1Text = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** The charset that a media type declares, `utf-8` where it declares none. */
export const charsetOf = (mediaType: string): string =>
  /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(mediaType)?.[1] ?? 'utf-8'

/**
 * The bytes as text, and whether they are that in this charset: where not, what is none is replaced. When more `isLeft`
 * than these, the last letter may be cut off.
 */
export function decodeBytes(
  bytes: Uint8Array,
  charset: string,
  isLeft = false,
): { text: string; isText: boolean } {
  try {
    const decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true })
    return { text: decoder.decode(bytes, { stream: isLeft }), isText: true }
  } catch {
    // No text in this charset, or one that nobody knows.
    return { text: new TextDecoder().decode(bytes), isText: false }
  }
}

/** The first value of a header, by its name in any case. */
export function headerValue(headers: readonly (readonly [string, string])[], name: string): string | null {
  return headers.find(([own]) => own.toLowerCase() === name)?.[1] ?? null
}

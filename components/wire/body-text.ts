/** The text as indented JSON; null when it is not JSON. */
export function prettyJson(text: string): string | null {
  const trimmed = text.trimStart()
  if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) return null
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // Not JSON after all, or cut off: it is shown as it came.
    return null
  }
}

/** The bytes of a body: those of its text in UTF-8, unless they are given because they are none. */
export const bodyBytes = (text: string, base64: string | null): Uint8Array<ArrayBuffer> =>
  base64 === null ? new TextEncoder().encode(text) : latin1Bytes(atob(base64))

/** A byte for each character, as HTTP heads are written. */
export const latin1Bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** The first value of a header, by its name in any case. */
export function headerValue(headers: readonly (readonly [string, string])[], name: string): string | null {
  return headers.find(([own]) => own.toLowerCase() === name)?.[1] ?? null
}

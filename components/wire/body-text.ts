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

/** The first value of a header, by its name in any case. */
export function headerValue(headers: readonly (readonly [string, string])[], name: string): string | null {
  return headers.find(([own]) => own.toLowerCase() === name)?.[1] ?? null
}

import type { TrafficDetail } from '../../server/tester/contract.ts'
import { bodyBytes, headerValue } from './body-text.ts'
import { readForm, saysForm } from './form-parts.ts'
import { boundaryOf } from './multipart.ts'

/** The fields that a request's body carries, as name and value, whatever form it has; none for what is no form. */
export function fieldsOf({
  requestHeaders,
  requestBody,
  requestBase64,
}: Pick<TrafficDetail, 'requestHeaders' | 'requestBody' | 'requestBase64'>): [string, string][] {
  const isMultipart = boundaryOf(headerValue(requestHeaders, 'content-type') ?? '') !== null
  if (!isMultipart && /^\s*\{/.test(requestBody)) return fieldsOfJson(requestBody)
  if (!saysForm(requestHeaders)) return []
  const { parts } = readForm(requestHeaders, bodyBytes(requestBody, requestBase64), false)
  return parts.map(({ name, value }) => [name ?? '', value])
}

function fieldsOfJson(text: string): [string, string][] {
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    return Object.entries(value).map(([name, own]) => [
      name,
      typeof own === 'string' ? own : JSON.stringify(own),
    ])
  } catch {
    // Cut off or malformed: it has no fields that could be named.
    return []
  }
}

import type { TrafficDetail } from '../../server/tester/contract.ts'
import { headerValue } from './body-text.ts'
import { boundaryOf, splitMultipart } from './multipart.ts'

/** The fields that a request's body carries, as name and value, whatever form it has; none for what is no form. */
export function fieldsOf({
  requestHeaders,
  requestBody,
}: Pick<TrafficDetail, 'requestHeaders' | 'requestBody'>): [string, string][] {
  const type = headerValue(requestHeaders, 'content-type') ?? ''
  const boundary = boundaryOf(type)
  if (boundary !== null)
    return splitMultipart(requestBody, boundary).parts.map(({ name, value }) => [name ?? '', value])
  if (/^\s*\{/.test(requestBody)) return fieldsOfJson(requestBody)
  return /x-www-form-urlencoded/i.test(type) ? [...new URLSearchParams(requestBody)] : []
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

import type { IncomingMessage } from 'node:http'
import type { HeaderLine } from './gms-error.ts'

/**
 * What lets a page of another origin read the answer: given to listed origins, with credentials. A page of any other
 * origin is served all the same, as real clients are (decision 22).
 */
export function corsHeaders(request: IncomingMessage, allowedOrigins: readonly string[]): HeaderLine[] {
  const { origin } = request.headers
  if (origin === undefined || !allowedOrigins.includes(origin)) return []
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Vary', 'Origin'],
  ]
}

/** The answer to a preflight from a listed origin: these methods, and whatever headers it asks for. */
export function preflightHeaders(
  request: IncomingMessage,
  allowedOrigins: readonly string[],
  methods: string,
): HeaderLine[] {
  const headers = corsHeaders(request, allowedOrigins)
  if (headers.length === 0) return []
  const asked = request.headers['access-control-request-headers'] ?? 'gms_user, Content-Type'
  return [
    ...headers,
    ['Access-Control-Allow-Methods', methods],
    ['Access-Control-Allow-Headers', asked],
    ['Access-Control-Max-Age', '600'],
  ]
}

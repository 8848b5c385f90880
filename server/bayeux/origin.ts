import type { IncomingMessage } from 'node:http'
import type { Host } from './host.ts'

/**
 * The CORS headers of an answer, as a flat list; none for a page whose origin the policy does not know. Never a
 * wildcard: the answers go with cookies.
 */
export function originHeaders(request: IncomingMessage, host: Host): string[] {
  const { origin } = request.headers
  if (origin === undefined || !host.policy.mayComeFrom(origin, request)) return []
  return ['Access-Control-Allow-Origin', origin, 'Access-Control-Allow-Credentials', 'true', 'Vary', 'Origin']
}

/** What a browser has to hear before it sends a request with headers of its own; a page may send those it asks for. */
export const preflightHeaders = ({ headers }: IncomingMessage): string[] => [
  'Access-Control-Allow-Methods',
  'POST, OPTIONS',
  'Access-Control-Allow-Headers',
  headers['access-control-request-headers'] ?? 'content-type',
  'Access-Control-Max-Age',
  '600',
]

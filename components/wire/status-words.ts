import type { TrafficSummary } from '../../server/tester/contract.ts'
import { isError } from './row-error.ts'

/** The words of HTTP itself (RFC 9110), the same in every language of the page. */
const words: Readonly<Record<number, string>> = {
  101: 'Switching Protocols',
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  302: 'Found',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** A status and its word, `409 Conflict`. What Bayeux refuses, HTTP calls OK: that word would say the contrary. */
export const statusWithWord = (status: number, { isRefused }: Pick<TrafficSummary, 'isRefused'>): string =>
  `${status} ${isRefused ? '' : (words[status] ?? '')}`.trim()

/** What the grid says of a row's answer: a number and a sign, so that it does not rest on its colour; broad, the word too. */
export function statusText(row: TrafficSummary, isBroad: boolean): string {
  const { status } = row
  if (status === null) return isError(row) ? '✕' : ''
  return `${isError(row) ? '✕' : ''}${isBroad ? statusWithWord(status, row) : status}`
}

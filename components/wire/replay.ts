import type { TrafficDetail, TrafficSummary } from '../../server/tester/contract.ts'
import { bodyBytes } from './body-text.ts'
import { ownHeaders } from './curl.ts'
import { replayHeader } from '../../server/gms/contract.ts'

/** A request as somebody may edit it before it is sent again. */
export interface RequestDraft {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  /** Its bytes where they are no UTF-8: `body` cannot say them, and they are sent as they came. */
  readonly base64: string | null
}

/** What a browser sets by itself, or keeps for itself (https://fetch.spec.whatwg.org/#forbidden-request-header). */
const forbidden =
  /^(accept-charset|accept-encoding|access-control-request-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|user-agent|via|proxy-.*|sec-.*)$/i

/** Whether a row is a request of its own, by REST: only such can be sent again. */
export function isReplayable({ kind, protocol }: Pick<TrafficSummary, 'kind' | 'protocol'>): boolean {
  return kind === 'exchange' && protocol === 'rest'
}

/** Why a row cannot be sent again as it was; null: it can. */
export function whyNotReplayed(detail: TrafficDetail): 'notReplayable' | 'truncated' | null {
  if (!isReplayable(detail)) return 'notReplayable'
  return detail.isRequestTruncated ? 'truncated' : null
}

/** The request of a row, as it was. */
export const draftOf = (detail: TrafficDetail): RequestDraft => ({
  method: detail.method,
  path: detail.path,
  headers: detail.requestHeaders,
  body: detail.requestBody,
  base64: detail.requestBase64,
})

/** The names of the headers that a browser cannot send, each once, as they were written. */
export const leftOut = (headers: RequestDraft['headers']): string[] => [
  ...new Set(headers.map(([name]) => name).filter((name) => forbidden.test(name))),
]

/** Of those the ones that a browser says otherwise than another client: without these it is another request. */
export const changedBy = (headers: RequestDraft['headers']): string[] =>
  leftOut(headers).filter((name) => !ownHeaders.has(name.toLowerCase()) && !/^sec-/i.test(name))

/** What is wrong with a draft, and with which header: empty where it is none. */
export interface DraftProblem {
  readonly code: 'path' | 'method' | 'headerName' | 'headerValue'
  readonly name: string
}

/** The first thing that keeps a draft from being sent; null when nothing does. */
export function draftProblem({ method, path, headers }: RequestDraft): DraftProblem | null {
  if (!/^\/(genesys|gmstester\/api)(\/|$|\?)/.test(path)) return { code: 'path', name: '' }
  if (!/^[A-Z]+$/.test(method) || ['CONNECT', 'TRACE', 'TRACK'].includes(method))
    return { code: 'method', name: '' }
  for (const [name, value] of headers) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return { code: 'headerName', name }
    // A byte for each character: `fetch` throws at any that has none.
    if (/[\r\n\0]|[^\0-\xff]/.test(value)) return { code: 'headerValue', name }
  }
  return null
}

/** Whether `fetch`, OkHttp and URLSession send a body with this method. */
export const takesBody = (method: string): boolean => method !== 'GET' && method !== 'HEAD'

/** What `fetch` is called with, so that the log knows which row is repeated; null: it has none of it. */
export function replayRequest(draft: RequestDraft, number: number | null): [path: string, init: RequestInit] {
  const headers = draft.headers.filter(
    ([name]) => !forbidden.test(name) && name.toLowerCase() !== replayHeader,
  )
  return [
    draft.path,
    {
      method: draft.method,
      headers: [
        ...headers.map(([name, value]): [string, string] => [name, value]),
        ...(number === null ? [] : [[replayHeader, String(number)] satisfies [string, string]]),
      ],
      // The browser's own cookies are not those of the client that asked.
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      ...(takesBody(draft.method) && draft.body !== '' ? { body: bodyBytes(draft.body, draft.base64) } : {}),
    },
  ]
}

/** Headers as lines of text, and back; a line without a colon is a header without a value. */
export const headersToText = (headers: RequestDraft['headers']): string =>
  headers.map(([name, value]) => `${name}: ${value}`).join('\n')

export const headersOfText = (text: string): [string, string][] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const colon = line.indexOf(':')
      return colon < 0 ? [line.trim(), ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    })

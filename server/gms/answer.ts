import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { GmsVersion } from '../contact-center/configuration.ts'
import type { HeaderLine } from './gms-error.ts'

/** What a request is answered with. */
export interface Answer {
  readonly status: number
  /** Written as compact JSON, its keys in their own order; text of another type as it is. */
  readonly body: unknown
  /** What the body is when it is not JSON. */
  readonly mediaType?: 'text/csv'
  /** More header lines, after the usual ones. */
  readonly headers?: readonly HeaderLine[]
}

/** The page prints two sets of headers: the chat's answers carry no `Expires` and no cookie (decision 5). */
export type HeaderSet = 'service' | 'chat'

export const ok = (body: unknown): Answer => ({ status: 200, body })

const charsets: Record<GmsVersion, string> = { '8.1.2': 'UTF-8', '8.5.2': 'utf-8' }

/** Writes the answer with the page's headers: their names, order and double lines. Nobody there: nothing is written. */
export function writeAnswer(
  response: ServerResponse,
  { status, body, mediaType, headers = [] }: Answer,
  { headerSet, version }: { readonly headerSet: HeaderSet; readonly version: GmsVersion },
): void {
  if (response.destroyed || response.headersSent) return
  const text = Buffer.from(mediaType === undefined ? JSON.stringify(body) : String(body))
  const isService = headerSet === 'service'
  const lines: HeaderLine[] = [
    ['Cache-Control', 'no-cache'],
    ['Cache-Control', 'no-store'],
    ['Content-Length', String(text.length)],
    ['Content-Type', `${mediaType ?? 'application/json'};charset=${charsets[version]}`],
    ['Date', new Date().toUTCString()],
  ]
  if (isService) lines.push(['Expires', 'Thu, 01 Jan 1970 00:00:00 GMT'])
  lines.push(['Pragma', 'no-cache'], ['Server', 'GMS-Tester'])
  if (isService) lines.push(['Set-Cookie', `JSESSIONID=${randomUUID().replaceAll('-', '')};Path=/genesys`])
  response.writeHead(status, [...lines, ...headers].flat())
  response.end(text)
}

/** 204: an answer without a body, such as to a preflight. */
export function writeNothing(response: ServerResponse, headers: readonly HeaderLine[]): void {
  if (response.destroyed || response.headersSent) return
  const lines: HeaderLine[] = [
    ['Date', new Date().toUTCString()],
    ['Server', 'GMS-Tester'],
  ]
  response.writeHead(204, [...lines, ...headers].flat())
  response.end()
}

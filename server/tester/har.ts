import type { TrafficDetail } from './contract.ts'

/** An HTTP archive, version 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as browsers' own tools read it. */
export interface Har {
  log: {
    version: '1.2'
    creator: { name: string; version: string }
    pages: []
    entries: HarEntry[]
    /** Ours: what somebody has written on rows that have no place among the entries. */
    _comments?: { number: number; text: string }[]
    comment: string
  }
}

interface NameValue {
  name: string
  value: string
}

export interface HarEntry {
  startedDateTime: string
  time: number
  request: {
    method: string
    url: string
    httpVersion: string
    cookies: NameValue[]
    headers: NameValue[]
    queryString: NameValue[]
    /** `_base64`: ours, the bytes where they are no UTF-8, for the format has no encoding here. */
    postData?: { mimeType: string; text: string; params: []; _base64?: string; comment?: string }
    headersSize: number
    bodySize: number
  }
  response: {
    status: number
    statusText: string
    httpVersion: string
    cookies: NameValue[]
    headers: NameValue[]
    content: { size: number; mimeType: string; text?: string; encoding?: 'base64'; comment?: string }
    redirectURL: string
    headersSize: number
    bodySize: number
  }
  cache: Record<string, never>
  timings: { send: number; wait: number; receive: number }
  /** What somebody has written on the row, else what was done in it. */
  comment: string
  /** Chrome's own, and that of others since: what kind of thing it was, and what crossed a WebSocket. */
  _resourceType: 'fetch' | 'websocket'
  _webSocketMessages?: HarFrame[]
  /** Ours: the number of the row, of the one that led to it, and what was done. */
  _number: number
  _cause: number | null
  _note: string
}

interface HarFrame {
  type: 'send' | 'receive'
  /** Seconds since 1970. */
  time: number
  /** Text: others are refused. */
  opcode: 1
  data: string
  /** Ours: what somebody has written on the frame's row. */
  _comment?: string
}

/** `-1`: it is not known, in the format's own words. */
const unknownSize = -1

export interface HarOptions {
  /** What the paths are added to: `http://localhost:8080`. */
  readonly origin: string
  readonly version: string
  readonly isRedacted: boolean
}

/**
 * Exchanges, CometD's too, as entries; the frames of a WebSocket stand at the entry that opened it. A push is no row
 * here: it is in the answer or the frame that brought it; nor is an event, which crossed no wire.
 */
export function renderHar(rows: readonly TrafficDetail[], { origin, version, isRedacted }: HarOptions): Har {
  const frames = new Map<number, HarFrame[]>()
  for (const row of rows)
    if (row.kind === 'frame') {
      const known = frames.get(row.connection ?? 0)
      if (known === undefined) frames.set(row.connection ?? 0, [renderFrame(row)])
      else known.push(renderFrame(row))
    }
  const entries = rows
    .filter(({ kind }) => kind === 'exchange')
    .map((row) => renderEntry(row, origin, frames.get(row.number)))
  const places = new Set(entries.map(({ _number }) => _number))
  const beside = rows.flatMap((row) => {
    const hasPlace = places.has(row.kind === 'frame' ? (row.connection ?? 0) : row.number)
    return row.comment === null || hasPlace ? [] : [{ number: row.number, text: row.comment }]
  })
  const redaction = isRedacted
    ? ' Cookies, authorization, passwords and phone numbers are left out.'
    : ' Nothing is left out: it may hold credentials.'
  return {
    log: {
      version: '1.2',
      creator: { name: 'GMS Tester', version },
      pages: [],
      entries,
      ...(beside.length === 0 ? {} : { _comments: beside }),
      comment: `What crossed the wire of a GMS Tester.${redaction}`,
    },
  }
}

function renderEntry(row: TrafficDetail, origin: string, frames: HarFrame[] | undefined): HarEntry {
  const time = row.durationMillis ?? 0
  const isSocket = row.status === 101
  const target = new URL(origin + row.path)
  const httpVersion = `HTTP/${row.httpVersion ?? '1.1'}`
  const [answered = httpVersion, , ...reason] = row.statusLine?.split(' ') ?? []
  const mimeType = headerOf(row.requestHeaders, 'content-type') ?? ''
  return {
    startedDateTime: row.at,
    time,
    request: {
      method: row.method,
      url: target.href,
      httpVersion,
      cookies: cookiesOf(row.requestHeaders),
      headers: row.requestHeaders.map(toNameValue),
      queryString: [...target.searchParams].map(toNameValue),
      ...(row.requestBytes === 0 ? {} : { postData: { mimeType, params: [], ...postedText(row) } }),
      headersSize: unknownSize,
      bodySize: row.requestBytes,
    },
    response: {
      status: row.status ?? 0,
      statusText: reason.join(' '),
      httpVersion: answered,
      cookies: setCookiesOf(row.responseHeaders),
      headers: row.responseHeaders.map(toNameValue),
      content: {
        size: row.responseBytes,
        mimeType: headerOf(row.responseHeaders, 'content-type') ?? '',
        ...(row.responseBytes === 0 ? {} : answeredText(row)),
        ...(row.isResponseTruncated ? { comment: cut } : {}),
      },
      redirectURL: headerOf(row.responseHeaders, 'location') ?? '',
      headersSize: unknownSize,
      bodySize: row.status === null ? unknownSize : row.responseBytes,
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    comment: row.comment ?? doneIn(row),
    _resourceType: isSocket ? 'websocket' : 'fetch',
    ...(isSocket ? { _webSocketMessages: frames ?? [] } : {}),
    _number: row.number,
    _cause: row.cause,
    _note: doneIn(row),
  }
}

const cut = 'Of a longer body only the beginning was kept.'

const noUtf8 = 'The body is no UTF-8: _base64 has its bytes.'

function postedText(row: TrafficDetail): { text: string; _base64?: string; comment?: string } {
  const comments = [row.requestBase64 === null ? '' : noUtf8, row.isRequestTruncated ? cut : '']
  const comment = comments.filter(Boolean).join(' ')
  return {
    text: row.requestBody,
    ...(row.requestBase64 === null ? {} : { _base64: row.requestBase64 }),
    ...(comment === '' ? {} : { comment }),
  }
}

const answeredText = ({ responseBody, responseBase64 }: TrafficDetail) =>
  responseBase64 === null ? { text: responseBody } : { text: responseBase64, encoding: 'base64' as const }

function doneIn({ note, status, durationMillis }: TrafficDetail): string {
  if (durationMillis === null) return `${note}: not answered yet`
  return status === null ? `${note}: the client went away before an answer` : note
}

function renderFrame(row: TrafficDetail): HarFrame {
  return {
    type: row.method === 'SEND' ? 'send' : 'receive',
    time: Date.parse(row.at) / 1000,
    opcode: 1,
    data: row.requestBody + row.responseBody,
    ...(row.comment === null ? {} : { _comment: row.comment }),
  }
}

type Headers = readonly (readonly [string, string])[]

const toNameValue = ([name, value]: readonly [string, string]): NameValue => ({ name, value })

const headerOf = (headers: Headers, name: string): string | undefined =>
  headers.find(([own]) => own.toLowerCase() === name)?.[1]

const valuesOf = (headers: Headers, name: string): string[] =>
  headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value)

const cookiesOf = (headers: Headers): NameValue[] =>
  valuesOf(headers, 'cookie').flatMap((line) => line.split(';').map(readCookie))

const setCookiesOf = (headers: Headers): NameValue[] =>
  valuesOf(headers, 'set-cookie').map((line) => readCookie(line.split(';', 1)[0] ?? ''))

function readCookie(text: string): NameValue {
  const [name = '', ...rest] = text.split('=')
  return { name: name.trim(), value: rest.join('=').trim() }
}

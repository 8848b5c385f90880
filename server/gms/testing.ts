/** For tests of the edge: HTTP as bytes on a socket, where a library would tidy up. */
import { connect } from 'node:net'

export interface RawAnswer {
  readonly status: number
  /** The header lines in their order and case, double ones twice. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly text: string
}

/** What page scripts send: a boundary of this form, and one part per field. */
const boundary = '----WebKitFormBoundary0WnE36LruxJ4S5nu'

export const multipartType = `multipart/form-data; boundary=${boundary}`

/** A multipart body as the scenario page shows it; without fields, the closing boundary alone: 44 bytes. */
export function multipartBody(fields: readonly (readonly [string, string])[]): Buffer {
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return Buffer.from(`${parts.join('')}--${boundary}--\r\n`)
}

export interface RawRequest {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string
  readonly host?: string
}

/** The bytes of a request whose connection is closed after the answer. */
export function rawRequest(url: string, request: RawRequest): Buffer {
  const { method, path, headers = {}, host = new URL(url).host } = request
  const body = Buffer.from(request.body ?? '')
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...(host === '' ? [] : [`Host: ${host}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(request.body === undefined || 'Content-Length' in headers ? [] : [`Content-Length: ${body.length}`]),
    'Connection: close',
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body])
}

/** Sends these bytes and reads until the server closes the connection. */
export function sendBytes(url: string, bytes: Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('end', () => resolve(parseAnswer(Buffer.concat(chunks))))
  })
}

export const send = (url: string, request: RawRequest): Promise<RawAnswer> =>
  sendBytes(url, rawRequest(url, request))

/** Sends a form as the page does; answers the status and the JSON. */
export async function post(
  url: string,
  path: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: unknown }> {
  const body = multipartBody(Object.entries(fields))
  const type = { 'Content-Type': multipartType }
  const answer = await send(url, { method: 'POST', path, headers: { ...type, ...headers }, body })
  return { status: answer.status, body: JSON.parse(answer.text) as unknown }
}

export const headerValues = (answer: RawAnswer, name: string): string[] =>
  answer.headers.filter(([given]) => given === name).map(([, value]) => value)

function parseAnswer(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const
  })
  return { status: Number(statusLine.split(' ')[1]), headers, text: bytes.toString('utf8', end + 4) }
}

import { userHeader, type GmsError } from '../server/gms/contract.ts'
import { notePressed } from './pressed.ts'

interface RefusalOptions extends ErrorOptions {
  /** What was asked, `POST /genesys/…`. */
  request?: string
}

/** A refusal in Genesys' words. `status` 0: no answer came at all. Without a message: it said nothing. */
export class GmsRefusal extends Error {
  readonly status: number
  readonly exception: string
  readonly request: string | null

  constructor(
    status: number,
    exception: string,
    message: string,
    { request, ...options }: RefusalOptions = {},
  ) {
    super(message, options)
    this.name = 'GmsRefusal'
    this.status = status
    this.exception = exception
    this.request = request ?? null
  }
}

/** The fields of a request, in the order in which they are sent. */
export type Fields = readonly (readonly [name: string, value: string])[]

/** What came back, as it came. */
export interface GmsReply {
  status: number
  headers: [string, string][]
  body: string
}

/** A body of one's own, with its Content-Type. */
export interface RawBody {
  contentType: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Sends fields as multipart form data with the `gms_user` header, as the scenario's page did: no fields at all make a
 * body of nothing but its closing boundary. Rejects only when no answer comes.
 */
export function sendToGms(
  path: string,
  user: string,
  fields: Fields = [],
  method: 'POST' | 'PUT' = 'POST',
): Promise<GmsReply> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return send(method, path, user, { body })
}

/** Sends a body as it is, byte by byte. */
export const sendRawToGms = (
  path: string,
  user: string,
  { contentType, bytes }: RawBody,
): Promise<GmsReply> => send('POST', path, user, { body: bytes, headers: { 'Content-Type': contentType } })

/** `DELETE`: cancels a callback. */
export const deleteAtGms = (path: string, user: string): Promise<GmsReply> => send('DELETE', path, user, {})

async function send(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  user: string,
  init: { body?: BodyInit; headers?: Record<string, string> },
): Promise<GmsReply> {
  notePressed(method, path)
  const response = await fetch(path, {
    method,
    // Each customer is an app of its own: what GMS gave one of them as a cookie, another does not send.
    credentials: 'omit',
    ...init,
    headers: { ...init.headers, ...(user === '' ? {} : { [userHeader]: user }) },
  }).catch((cause: unknown) => {
    throw new GmsRefusal(0, '', 'The server does not answer.', { cause, request: `${method} ${path}` })
  })
  return { status: response.status, headers: [...response.headers], body: await response.text() }
}

/** Like `sendToGms`, and reads the answer. Throws `GmsRefusal`. */
export async function askGms<T>(
  path: string,
  user: string,
  fields: Fields = [],
  method: 'POST' | 'PUT' = 'POST',
): Promise<T> {
  const { status, body } = await sendToGms(path, user, fields, method)
  if (status >= 200 && status < 300) return JSON.parse(body) as T
  throw refusal(status, body, `${method} ${path}`)
}

function refusal(status: number, body: string, request: string): GmsRefusal {
  try {
    const { exception, message } = JSON.parse(body) as GmsError
    return new GmsRefusal(status, exception, message, { request })
  } catch (cause) {
    return new GmsRefusal(status, '', body.slice(0, 200), { cause, request })
  }
}

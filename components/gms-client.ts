import { userHeader, type GmsError } from '../server/gms/contract.ts'

/** A refusal in Genesys' words. `status` 0: no answer came at all. */
export class GmsRefusal extends Error {
  readonly status: number
  readonly exception: string

  constructor(status: number, exception: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'GmsRefusal'
    this.status = status
    this.exception = exception
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

/**
 * Sends fields as multipart form data with the `gms_user` header, as the scenario's page did: no fields at all make a
 * body of nothing but its closing boundary. Rejects only when no answer comes.
 */
export async function sendToGms(path: string, user: string, fields: Fields = []): Promise<GmsReply> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  const response = await fetch(path, {
    method: 'POST',
    body,
    headers: user === '' ? {} : { [userHeader]: user },
  }).catch((cause: unknown) => {
    throw new GmsRefusal(0, '', 'The server does not answer.', { cause })
  })
  return { status: response.status, headers: [...response.headers], body: await response.text() }
}

/** Like `sendToGms`, and reads the answer. Throws `GmsRefusal`. */
export async function askGms<T>(path: string, user: string, fields: Fields = []): Promise<T> {
  const { status, body } = await sendToGms(path, user, fields)
  if (status >= 200 && status < 300) return JSON.parse(body) as T
  throw refusal(status, body)
}

function refusal(status: number, body: string): GmsRefusal {
  try {
    const { exception, message } = JSON.parse(body) as GmsError
    return new GmsRefusal(status, exception, message)
  } catch (cause) {
    return new GmsRefusal(status, '', body.slice(0, 200) || 'The answer has no body.', { cause })
  }
}

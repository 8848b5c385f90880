import type { ErrorAnswer } from '../server/tester/contract.ts'
import { notePressed } from './pressed.ts'
import { noteTesterDate } from './tester-time.ts'

const base = '/gmstester/api'

/** A refusal of the tester's own API. `status` 0: no answer came at all. Without a message: it said nothing. */
export class TesterError extends Error {
  readonly status: number
  readonly code: string
  /** What is wrong with which field, as far as the refusal says so. */
  readonly details: ErrorAnswer['error']['details']
  /** What was asked, `POST /gmstester/api/…`. */
  readonly request: string | null

  constructor(
    status: number,
    code: string,
    message: string,
    options: ErrorOptions & { details?: ErrorAnswer['error']['details']; request?: string } = {},
  ) {
    super(message, options)
    this.name = 'TesterError'
    this.status = status
    this.code = code
    this.details = options.details ?? []
    this.request = options.request ?? null
  }
}

/** Asks the tester's own API; `path` begins after `/gmstester/api`. Throws `TesterError`; 204 answers undefined. */
export async function askTester<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const request = `${method} ${base}${path}`
  notePressed(method, `${base}${path}`)
  const response = await reach(`${base}${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  noteTesterDate(response.headers.get('date'))
  const text = await response.text()
  if (!response.ok) throw refusal(response.status, text, request)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** Like `fetch`; throws `TesterError` when no answer comes. */
export async function reach(path: string, init: RequestInit = {}): Promise<Response> {
  const request = `${init.method ?? 'GET'} ${path}`
  return fetch(path, init).catch((cause: unknown) => {
    throw new TesterError(0, 'unreachable', 'The tester does not answer.', { cause, request })
  })
}

/** What an answer of the tester's API refuses. */
export function refusal(status: number, text: string, request: string): TesterError {
  try {
    const { error } = JSON.parse(text) as ErrorAnswer
    return new TesterError(status, error.code, error.message, { details: error.details, request })
  } catch (cause) {
    return new TesterError(status, 'unreadable', text.slice(0, 200), { cause, request })
  }
}

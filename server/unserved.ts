import type { IncomingMessage, ServerResponse } from 'node:http'
import { renderError } from './tester/tester-error.ts'
import type { Owner } from './tester/traffic-words.ts'

type Served = Exclude<Owner, 'other'>

/** Answers 503 while the tester starts, in the words of whoever owns the path. */
export function answerStarting(owner: Served, response: ServerResponse): void {
  write(owner, response, 503, 'starting', 'The tester is still starting.')
}

/** Answers 403 to a browser that was led here by a foreign name. */
export function answerForeignHost(
  owner: 'tester' | 'other',
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.resume()
  const message = 'This tester is called localhost. ALLOWED_ORIGINS lists what else its pages may be called.'
  if (owner === 'tester') return write(owner, response, 403, 'host-not-allowed', message)
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(`${message}\n`)
}

/** Answers 500 after a mistake of ours; when the answer has begun already, cuts it off instead. */
export function answerFailure(owner: Served, response: ServerResponse): void {
  if (response.headersSent) response.destroy()
  else write(owner, response, 500, 'internal', 'Something went wrong in the tester; its log says what.')
}

function write(owner: Served, response: ServerResponse, status: number, code: string, message: string): void {
  const body = {
    gms: { exception: `gmstester.${code === 'starting' ? 'Starting' : 'Internal'}`, message },
    tester: renderError({ code, message, details: [] }),
    bayeux: { error: message },
  }[owner]
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'Content-Type': 'application/json;charset=UTF-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  })
  response.end(text)
}

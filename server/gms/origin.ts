import type { IncomingMessage } from 'node:http'

const withoutHost = 'http://localhost:8080'

/** Where the client reached us, from its Host header: what our absolute URLs begin with. */
export function originOf(request: IncomingMessage): string {
  const { host = '' } = request.headers
  // It goes back into answers: only what a host and a port are made of, and nothing that is no URL.
  return /^[\w.\-[\]:]+$/.test(host) && URL.canParse(`http://${host}`) ? `http://${host}` : withoutHost
}

/** Whether a page of this origin is one of our own. */
export function isSameOrigin(origin: string, request: IncomingMessage): boolean {
  const { host } = request.headers
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
}

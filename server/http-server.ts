import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { HttpLimits } from './config.ts'

/** Who takes a request or an upgrade, or leaves it to the next: false. */
export interface RequestOwner {
  handle(request: IncomingMessage, response: ServerResponse): boolean
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
}

export interface HttpServerOptions {
  /** Asked in this order: the application before the pages, which would redirect or answer what is not theirs. */
  readonly owners: readonly RequestOwner[]
  readonly limits: HttpLimits
}

/** The one server on the one port; it does not listen yet. What nobody owns is answered 404. */
export function createHttpServer({ owners, limits }: HttpServerOptions): Server {
  const server = createServer(
    {
      keepAliveTimeout: limits.keepAlive,
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      maxHeaderSize: limits.headerBytesMax,
      noDelay: true,
    },
    (request, response) => {
      request.url = originForm(request.url ?? '')
      if (request.url.startsWith('/') && owners.some((owner) => owner.handle(request, response))) return
      request.resume()
      const text = 'There is nothing here.\n'
      response.writeHead(404, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Length': Buffer.byteLength(text),
      })
      response.end(text)
    },
  )
  server.on('upgrade', (request, socket, head) => {
    // A socket that dies is not an error, and before somebody has taken it, nobody else listens.
    // One listener for all: a closure here would keep the whole request for as long as the socket lives.
    socket.on('error', destroy)
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') ignoreUpgrade(server, request, socket, head)
    else if (!owners.some((owner) => owner.upgrade(request, socket, head)))
      endSocket(socket, '404 Not Found', 'There is no WebSocket here.\n')
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else if (error.code === 'HPE_HEADER_OVERFLOW')
      endSocket(
        socket,
        '431 Request Header Fields Too Large',
        `The head of a request may have ${limits.headerBytesMax} bytes.\n`,
      )
    else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT')
      endSocket(socket, '408 Request Timeout', 'The request took too long.\n')
    else endSocket(socket, '400 Bad Request', 'This is not HTTP as RFC 9112 has it.\n')
  })
  return server
}

function destroy(this: Duplex): void {
  this.destroy()
}

/** A target that names the server as well, as one for a proxy does, without that (RFC 9112, 3.2.2). */
const originForm = (target: string): string =>
  target.replace(/^https?:\/\/[^/?]*/i, '').replace(/^(?=\?|$)/, '/')

/**
 * Serves the request as if it had not asked for another protocol (RFC 9110, 7.8): Java's own client asks for HTTP/2
 * with the first request that it sends. Node has let go of the socket already; it gets it anew, with what it had read.
 */
function ignoreUpgrade(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders } = request
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]?.toLowerCase() !== 'upgrade') lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`)
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]))
  server.emit('connection', socket)
}

function endSocket(socket: Duplex, status: string, text: string): void {
  const head = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
  ]
  // Nobody reads on: what still comes would keep it open.
  socket.once('finish', destroy)
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`)
}

import { createServer } from 'node:http'
import next from 'next'
import type { RequestOwner } from './http-server.ts'
import type { Log } from './runtime/log.ts'

export interface PagesOptions {
  /** The project's root folder. */
  readonly dir: string
  readonly host: string
  readonly port: number
  readonly isDevelopment: boolean
  readonly log: Log
}

export interface Pages extends RequestOwner {
  /** Resolves when pages can be drawn; until then they answer 503. */
  prepare(): Promise<void>
}

/** The page renderer, Next. It takes every request that it is offered. */
export function createPages({ dir, host, port, isDevelopment, log }: PagesOptions): Pages {
  // Next adds an upgrade listener of its own to the server it is given, and closes sockets that are not its own.
  // This one never listens; what is meant for Next is handed on.
  const sockets = createServer()
  const app = next({ dev: isDevelopment, dir, hostname: host, port, httpServer: sockets })
  let draw: ReturnType<typeof app.getRequestHandler> | undefined
  return {
    async prepare() {
      await app.prepare()
      draw = app.getRequestHandler()
    },
    handle(request, response) {
      if (draw === undefined) {
        response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1' })
        response.end('The tester is still starting.\n')
        return true
      }
      draw(request, response).catch((error: unknown) => {
        log.error('a page could not be drawn', { path: request.url, error })
        if (response.headersSent) response.destroy()
        else response.writeHead(500).end()
      })
      return true
    },
    upgrade(request, socket, head) {
      // Only hot reload opens sockets here; any other, Next would leave hanging.
      const isHotReload = isDevelopment && request.url?.startsWith('/_next/') === true
      return isHotReload && sockets.emit('upgrade', request, socket, head)
    },
  }
}

import type { IncomingMessage } from 'node:http'
import type { RequestOwner } from './http-server.ts'
import { ownerOf } from './tester/traffic-words.ts'
import { answerForeignHost } from './unserved.ts'

/**
 * Turns away whoever asks a tester that serves this machine only for its pages or its own API by a foreign name: a
 * site can give its name our address, and its pages are then of our origin. GMS itself answers to any name, as its
 * clients come through proxies. A tester that other machines reach is called whatever they call it.
 */
export function createHostGuard(host: string, allowedOrigins: readonly string[]): RequestOwner {
  const isGuarded = isLoopback(host)
  const names = new Set(allowedOrigins.map((origin) => new URL(origin).hostname))
  const isForeign = (request: IncomingMessage): boolean => {
    const { host: called } = request.headers
    // Without a name it is no browser.
    if (!isGuarded || called === undefined) return false
    const name = called.toLowerCase().replace(/:\d*$/, '')
    return !isLoopback(name) && !names.has(name)
  }
  return {
    handle(request, response) {
      const owner = ownerOf(request.url ?? '')
      if ((owner !== 'tester' && owner !== 'other') || !isForeign(request)) return false
      answerForeignHost(owner, request, response)
      return true
    },
    upgrade: () => false,
  }
}

const isLoopback = (name: string): boolean =>
  /^(?:127(?:\.\d{1,3}){3}|\[?::1\]?|(?:.+\.)?localhost)$/.test(name)

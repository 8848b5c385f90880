import type { BayeuxLimits } from './limits.ts'
import type { Carrier } from './carrier.ts'

/**
 * How many connects each browser has held. Its tabs share few connections over HTTP/1.1; over HTTP/2 and WebSockets
 * there is no such limit, and a client without a cookie is nobody's tab.
 */
export function createHeldPlaces(limits: BayeuxLimits) {
  const byBrowser = new Map<string, number>()

  const browserOf = (carrier: Carrier): string | undefined =>
    carrier.transport !== 'websocket' && carrier.request.httpVersionMajor === 1 ? carrier.browser : undefined

  function change(carrier: Carrier, by: 1 | -1): void {
    const browser = browserOf(carrier)
    if (browser === undefined) return
    const count = (byBrowser.get(browser) ?? 0) + by
    if (count === 0) byBrowser.delete(browser)
    else byBrowser.set(browser, count)
  }

  return {
    isFull(carrier: Carrier): boolean {
      const browser = browserOf(carrier)
      return browser !== undefined && (byBrowser.get(browser) ?? 0) >= limits.heldPerBrowserMax
    },
    take: (carrier: Carrier) => change(carrier, 1),
    giveBack: (carrier: Carrier) => change(carrier, -1),
  }
}

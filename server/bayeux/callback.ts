import type { IncomingMessage } from 'node:http'
import type { BayeuxLimits } from './bayeux.ts'
import type { Host } from './host.ts'

/** A name, or names with dots between them: nothing that would be more than a reference. */
const name = /^[A-Za-z_$][A-Za-z0-9_$]*(?:\.[A-Za-z_$][A-Za-z0-9_$]*)*$/

/** Nobody may take the script for anything else. */
export const asScript = ['Content-Type', 'text/javascript;charset=UTF-8', 'X-Content-Type-Options', 'nosniff']

/** The function that a script's query (JSONP) wants called with the answer; null when no such call would be safe. */
export function callbackOf(query: URLSearchParams, limits: BayeuxLimits): string | null {
  const callback = query.get('jsonp') ?? 'jsonpcallback'
  return callback.length <= limits.callbackLengthMax && name.test(callback) ? callback : null
}

/**
 * Writes the script. The comment in front keeps the name from being the first bytes of a file of another kind; two
 * characters that JSON allows end a line in older scripts.
 */
export function writeCallback(callback: string, json: string): string {
  const safe = json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
  return `/**/${callback}(${safe});`
}

/**
 * Whether a script may be asked for from where it is: any page may put one in, and its browser sends cookies along
 * and no `Origin`. What the browser does say is that the page is another site's, or which page it is.
 */
export function isWelcomeScript(request: IncomingMessage, host: Host): boolean {
  const { referer } = request.headers
  if (referer !== undefined && URL.canParse(referer)) {
    return host.policy.mayComeFrom(new URL(referer).origin, request)
  }
  const site = request.headers['sec-fetch-site']
  return site !== 'cross-site' && site !== 'same-site'
}

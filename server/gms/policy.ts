import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { BayeuxPolicy, BayeuxUser } from '../bayeux/bayeux.ts'
import { browserOf } from '../bayeux/browser-cookie.ts'
import { changesChannel, pushChannel, userHeader } from './contract.ts'
import { gmsLimits, type GmsLimits } from './limits.ts'
import { isSameOrigin } from './origin.ts'

/** Who may do what over Bayeux, as GMS has it. */
export interface GmsPolicy extends BayeuxPolicy {
  /** Remembers whose browser this is, when the request shows the user and the cookie. */
  noteBrowser(request: IncomingMessage): void
}

/**
 * Whose session it is: the `gms_user` header, else `ext.gms_user` of the handshake, else the one user who has shown the
 * same `BAYEUX_BROWSER` cookie with the header before (decision 15). Pages come from our own origin or a listed one
 * (decision 22).
 */
export function createBayeuxPolicy({
  allowedOrigins,
  limits = gmsLimits,
}: {
  readonly allowedOrigins: readonly string[]
  readonly limits?: Pick<GmsLimits, 'browsersMax'>
}): GmsPolicy {
  /** Null when it has shown several: then nobody knows which of them a page of it is. */
  const userOfBrowser = new Map<string, BayeuxUser | null>()

  const remember = (browser: string | undefined, user: BayeuxUser) => {
    if (browser === undefined || browser === '') return
    const known = userOfBrowser.get(browser)
    // Put anew it is the youngest, and the oldest goes first.
    userOfBrowser.delete(browser)
    userOfBrowser.set(browser, known === undefined || known === user ? user : null)
    const [oldest] = userOfBrowser.keys()
    if (userOfBrowser.size > limits.browsersMax && oldest !== undefined) userOfBrowser.delete(oldest)
  }

  return {
    identify({ headers, ext, browser, isHandshake }) {
      const user = userOf(headers)
      if (user !== null) {
        remember(browser, user)
        return user
      }
      const claimed = ext?.[userHeader]
      if (typeof claimed === 'string' && claimed !== '') return claimed
      // One browser has many pages: its cookie helps a session to its first user, and turns none away later.
      if (!isHandshake) return null
      return browser === undefined ? null : (userOfBrowser.get(browser) ?? null)
    },
    maySubscribe: (_, channel) =>
      channel === pushChannel || channel === changesChannel || channel.startsWith('/service/'),
    mayPublish: (_, channel) => (channel.startsWith('/service/') ? 'swallow' : 'refuse'),
    mayComeFrom: (origin, request) => allowedOrigins.includes(origin) || isSameOrigin(origin, request),
    noteBrowser({ headers }) {
      const user = userOf(headers)
      if (user !== null) remember(browserOf(headers.cookie), user)
    },
  }
}

/** The `gms_user` that a request shows in its headers; null when it shows none. */
export function userOf(headers: IncomingHttpHeaders): BayeuxUser | null {
  const user = headers[userHeader]
  return typeof user === 'string' && user !== '' ? user : null
}

import type { MiddlewareHandler } from 'hono'
import { isSameOrigin } from '../gms/origin.ts'
import type { TesterEnv } from './route.ts'
import { TesterError } from './tester-error.ts'

/**
 * Keeps pages of other sites from changing anything: a browser says where a page comes from, and only our own
 * origin and the listed ones may do more than read. Whoever sends no Origin is no page, and passes.
 */
export function originGuard(allowedOrigins: readonly string[]): MiddlewareHandler<TesterEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin')
    if (origin === undefined || isSameOrigin(origin, c.env.incoming)) return next()
    c.header('Vary', 'Origin', { append: true })
    if (allowedOrigins.includes(origin)) {
      c.header('Access-Control-Allow-Origin', origin)
      if (c.req.method !== 'OPTIONS') return next()
      c.header('Access-Control-Allow-Methods', 'GET, PUT, POST, PATCH, DELETE')
      c.header('Access-Control-Allow-Headers', 'Content-Type')
      c.header('Access-Control-Max-Age', '600')
      return c.body(null, 204)
    }
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    throw new TesterError(
      403,
      'origin-not-allowed',
      `A page of ${origin} may not change anything here. ALLOWED_ORIGINS lists the pages that may.`,
    )
  }
}

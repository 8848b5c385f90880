import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ContactCenter } from '../contact-center/contact-center.ts'
import type { Log } from '../runtime/log.ts'
import { addressRoutes, type AddressesOptions } from './addresses.ts'
import { agentRoutes } from './agents.ts'
import { backEndRoutes } from './back-ends.ts'
import { callbackWireRoutes } from './callback-wire.ts'
import { callbackRoutes, type TrafficOf } from './callbacks.ts'
import { clockRoutes } from './clock.ts'
import type { EventMarks } from './event-marks.ts'
import { generatorRoutes } from './generators.ts'
import { healthRoutes, type HealthOptions } from './health.ts'
import type { TesterLimits } from './limits.ts'
import { originGuard } from './origin-guard.ts'
import { queueRoutes } from './queues.ts'
import { refusalRoutes } from './refusals.ts'
import type { Route, TesterContext, TesterEnv } from './route.ts'
import type { RuleTexts } from './rules.ts'
import { serviceRoutes } from './services.ts'
import { pausedServicesRoutes, settingsRoutes } from './settings.ts'
import { statisticsRoutes } from './statistics.ts'
import { thresholdRoutes } from './thresholds.ts'
import { asTesterError, renderError, TesterError } from './tester-error.ts'
import { trafficRoutes } from './traffic.ts'
import type { TrafficLog } from './traffic-log.ts'
import { testerBase } from './traffic-words.ts'
import { whyRoutes } from './why.ts'

export interface TesterApiOptions extends AddressesOptions {
  readonly centre: ContactCenter
  readonly traffic: TrafficLog
  readonly marks: EventMarks
  readonly trafficOf: TrafficOf
  readonly health: Omit<HealthOptions, 'limits'>
  readonly limits: TesterLimits
  /** What the contact centre's rules say. */
  readonly rules: RuleTexts
  readonly log: Log
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** The tester's own API: answers everything at and below `/gmstester/api`. */
export function createTesterApi(options: TesterApiOptions): RequestHandler {
  const { centre, health, limits, log, traffic, trafficOf } = options
  const answerError = (thrown: unknown, c: TesterContext): Response => {
    const error = asTesterError(thrown) ?? ownMistake(thrown, c, log)
    return c.json(renderError(error), error.status, { ...error.headers })
  }
  const forgetTraffic = () => {
    traffic.clear()
    options.marks.forgotten()
  }
  const app = new Hono<TesterEnv>({ strict: false })
  app.onError(answerError)
  app.notFound((c) => {
    const message = `There is nothing at ${c.req.path}.`
    return answerError(new TesterError(404, 'not-found', message), c)
  })
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  app.use(originGuard(options.allowedOrigins))
  register(app, healthRoutes({ ...health, limits }))
  app.use(async (_, next) => {
    if (!health.isReady()) throw new TesterError(503, 'starting', 'The tester is still starting.')
    await next()
  })
  register(app, [
    ...addressRoutes(options),
    ...settingsRoutes(centre.settings, limits),
    ...backEndRoutes(centre.backEnds, limits),
    ...pausedServicesRoutes(centre.pausedServices, limits),
    ...serviceRoutes(centre.services, limits),
    ...agentRoutes(centre.agents, limits),
    ...queueRoutes(centre.queues, limits),
    ...thresholdRoutes(centre.queues),
    ...generatorRoutes(centre.generators, limits),
    ...statisticsRoutes(centre.statistics),
    ...callbackRoutes(centre.callbacks, limits, trafficOf),
    ...callbackWireRoutes({ callbacks: centre.callbacks, traffic, trafficOf, marks: options.marks, limits }),
    ...whyRoutes(centre, options.rules, trafficOf),
    ...refusalRoutes(centre.callbacks, limits, options.rules),
    ...clockRoutes({ control: centre.control, limits, onReset: forgetTraffic }),
    ...trafficRoutes(traffic, limits, health.version),
  ])
  const listener = getRequestListener(app.fetch, {
    hostname: 'localhost',
    overrideGlobalObjects: false,
    errorHandler: () =>
      Response.json(
        renderError({ code: 'request-invalid', message: 'The request cannot be read.', details: [] }),
        {
          status: 400,
        },
      ),
  })
  return (request, response) => listener(request, response)
}

/** Every route, and after them a 405 for each path that is asked for otherwise. */
function register(app: Hono<TesterEnv>, routes: readonly Route[]): void {
  for (const { method, path, handle } of routes) app.on(method, testerBase + path, handle)
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map((route) => route.method)
    const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ')
    app.all(testerBase + path, (c) => {
      const message = `${c.req.method} is not possible here; what is: ${allow}.`
      throw new TesterError(405, 'method-not-allowed', message, [], { Allow: allow })
    })
  }
}

function ownMistake(thrown: unknown, c: TesterContext, log: Log): TesterError {
  log.error('a call of the tester API failed', { method: c.req.method, path: c.req.path, error: thrown })
  return new TesterError(500, 'internal', 'Something went wrong in the tester; its log says what.')
}

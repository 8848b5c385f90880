import { z } from 'zod'
import { renderHar } from './har.ts'
import { readBody, readQuery, wholeNumber } from './input.ts'
import type { TesterLimits } from './limits.ts'
import { readRedact, redact } from './redact.ts'
import { nothing, pathPart, route, type Route, type TesterContext } from './route.ts'
import { TesterError } from './tester-error.ts'
import type { MarkOutcome, TrafficLog } from './traffic-log.ts'

/**
 * `GET /traffic`, oldest first after a number, or of some rows those that are over; `GET /traffic/{number}`, whether that
 * is pinned and what is written on it, and all of it as `GET /traffic.har`.
 */
export function trafficRoutes(log: TrafficLog, limits: TesterLimits, version: string): Route[] {
  const over = new RegExp(`^\\d{1,15}(,\\d{1,15}){0,${limits.trafficOverMax - 1}}$`)
  const query = z.strictObject({
    after: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0),
    limit: wholeNumber(1, limits.trafficPageMax).default(limits.trafficPageDefault),
    over: z
      .string()
      .regex(over, `This must be at most ${limits.trafficOverMax} numbers with commas between.`)
      .optional(),
  })
  const page = (c: TesterContext) => {
    const { over: numbers, ...asked } = readQuery(c, query)
    return c.json(numbers === undefined ? log.page(asked) : log.over(numbers.split(',').map(Number)))
  }
  const comment = z.strictObject({
    text: z
      .string()
      .trim()
      .min(1, 'This must not be empty; DELETE takes a comment off.')
      .max(limits.commentLengthMax, `This must have at most ${limits.commentLengthMax} characters.`),
  })
  const done = (c: TesterContext, outcome: MarkOutcome) => {
    if (outcome === 'not-found') throw notFound(c)
    if (outcome === 'full')
      throw new TesterError(
        409,
        'pins-full',
        `At most ${limits.pinsMax} rows can be pinned; unpin one first.`,
      )
    return nothing(c)
  }
  const archive = (c: TesterContext) => {
    const isRedacted = readRedact(c)
    const rows = isRedacted ? redact(log.all()) : log.all()
    c.header('Content-Disposition', 'attachment; filename="gms-tester.har"')
    return c.json(renderHar(rows, { origin: new URL(c.req.url).origin, version, isRedacted }))
  }
  return [
    route('GET', '/traffic.har', archive),
    route('GET', '/traffic', page),
    route('GET', '/traffic/:number', (c) => {
      const item = log.get(numberOf(c))
      if (item === undefined) throw notFound(c)
      return c.json(item)
    }),
    route('PUT', '/traffic/:number/pin', (c) => done(c, log.pin(numberOf(c), true))),
    route('DELETE', '/traffic/:number/pin', (c) => done(c, log.pin(numberOf(c), false))),
    route('PUT', '/traffic/:number/comment', async (c) => {
      const { text } = await readBody(c, comment, limits)
      return done(c, log.comment(numberOf(c), text))
    }),
    route('DELETE', '/traffic/:number/comment', (c) => done(c, log.comment(numberOf(c), null))),
  ]
}

/** 0, which no row has, for what is no number of one. */
function numberOf(c: TesterContext): number {
  const text = pathPart(c, 'number')
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

const notFound = (c: TesterContext) =>
  new TesterError(
    404,
    'traffic-not-found',
    `There is no traffic numbered ${pathPart(c, 'number')}, or no more.`,
  )

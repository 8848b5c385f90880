import { z } from 'zod'
import { readQuery, wholeNumber } from './input.ts'
import type { TesterLimits } from './limits.ts'
import { pathPart, route, type Route } from './route.ts'
import { TesterError } from './tester-error.ts'
import type { TrafficLog } from './traffic-log.ts'

/** `GET /traffic`, oldest first after a number, and `GET /traffic/{number}`. */
export function trafficRoutes(log: TrafficLog, limits: TesterLimits): Route[] {
  const query = z.strictObject({
    after: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0),
    limit: wholeNumber(1, limits.trafficPageMax).default(limits.trafficPageDefault),
  })
  return [
    route('GET', '/traffic', (c) => c.json(log.page(readQuery(c, query)))),
    route('GET', '/traffic/:number', (c) => {
      const number = pathPart(c, 'number')
      const item = /^\d{1,15}$/.test(number) ? log.get(Number(number)) : undefined
      if (item === undefined)
        throw new TesterError(404, 'traffic-not-found', `There is no traffic numbered ${number}, or no more.`)
      return c.json(item)
    }),
  ]
}

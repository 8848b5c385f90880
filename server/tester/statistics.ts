import { z } from 'zod'
import { intervalSecondsDefault } from '../contact-center/statistics.ts'
import type { StatisticsService } from '../contact-center/statistics.ts'
import type { StatisticsJson } from './contract.ts'
import { readQuery, wholeNumber } from './input.ts'
import { route, type Route } from './route.ts'
import { isoTime, isoTimeOrNull } from './time-json.ts'

const query = z.strictObject({ interval: wholeNumber(60, 1800).default(intervalSecondsDefault) })

/** `/statistics`: what has happened, counted, by queue and by agent. */
export function statisticsRoutes(statistics: StatisticsService): Route[] {
  return [
    route('GET', '/statistics', async (c) => {
      const { interval } = readQuery(c, query)
      const view = await statistics.get({ intervalSeconds: interval })
      const answer: StatisticsJson = {
        at: isoTime(view.at),
        since: isoTimeOrNull(view.since),
        intervalFrom: isoTime(view.intervalFrom),
        intervalSeconds: view.intervalSeconds,
        queues: [...view.queues],
        agents: view.agents.map((agent) => ({ ...agent, stateSince: isoTime(agent.stateSince) })),
      }
      return c.json(answer)
    }),
  ]
}

import { queueNames } from './queue-services.ts'
import { refuseFaults } from './refusal.ts'
import { viewAgentStatistics, viewQueueStatistics } from './statistics-view.ts'
import type { StatisticsService, StatisticsView } from './statistics.ts'
import { surveyCentre } from './survey.ts'
import { minuteMillis, minuteOf, tallyMinutesMax } from './tally.ts'
import type { Turns } from './turn.ts'

/** What has happened in queues and to agents, counted from events. */
export function createStatisticsService(turns: Turns): StatisticsService {
  return {
    get: ({ intervalSeconds }) =>
      turns.run((turn): StatisticsView => {
        refuseInterval(intervalSeconds)
        const survey = surveyCentre(turn)
        const intervalFrom = minuteOf(turn.now) - (intervalSeconds * 1000 - minuteMillis)
        const interval = { from: intervalFrom, to: turn.now }
        const agents = turn.tx.all('agent').sort((a, b) => (a.id < b.id ? -1 : 1))
        return {
          at: turn.now,
          since: turn.tx.get('installation', 'installation')?.since ?? null,
          intervalFrom,
          intervalSeconds,
          queues: queueNames(turn).map((name) => viewQueueStatistics(turn, survey, name, interval)),
          agents: agents.map((agent) => viewAgentStatistics(turn, agent, interval)),
        }
      }),
  }
}

function refuseInterval(seconds: number) {
  const minutes = (seconds * 1000) / minuteMillis
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= tallyMinutesMax) return
  const message = `An interval is whole minutes, given in seconds, from 60 to ${tallyMinutesMax * 60}.`
  refuseFaults([{ field: 'interval', message }], 'ST7', { seconds, min: 60, max: tallyMinutesMax * 60 })
}

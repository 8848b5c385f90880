import { Counter, Gauge, Registry } from 'prom-client'
import type { BayeuxServer, BayeuxStats } from '../bayeux/bayeux.ts'
import { intervalSecondsDefault } from '../contact-center/statistics.ts'
import type { QueueStatistics, StatisticsService } from '../contact-center/statistics.ts'
import type { RequestHandler } from './tester-api.ts'

export const metricsPath = '/metrics'

/** A number, or one for each value of a label. */
type Reading = number | Readonly<Record<string, number>>

interface Metric {
  readonly name: string
  readonly help: string
  /** What tells the readings apart, where there are several. */
  readonly label?: string
  readonly read: (stats: BayeuxStats) => Reading
}

/** What is so at the moment. */
const gauges: readonly Metric[] = [
  {
    name: 'sessions',
    help: 'Bayeux sessions by transport',
    label: 'transport',
    read: ({ sessions }) => sessions,
  },
  { name: 'sockets', help: 'Open WebSockets', read: ({ sockets }) => sockets },
  { name: 'held_connects', help: 'Connects that wait for news', read: ({ heldConnects }) => heldConnects },
  {
    name: 'pending_messages',
    help: 'Messages queued, under way or not acknowledged',
    read: ({ pendingMessages }) => pendingMessages,
  },
  { name: 'pending_bytes', help: 'Their size in bytes', read: ({ pendingBytes }) => pendingBytes },
]

/** What has happened since the tester started. */
const counters: readonly Metric[] = [
  { name: 'handshakes_total', help: 'Sessions that were opened', read: ({ handshakes }) => handshakes },
  {
    name: 'turned_away_total',
    help: 'Handshakes that were refused, and client ids that were not accepted',
    label: 'reason',
    read: ({ turnedAway }) => turnedAway,
  },
  {
    name: 'sessions_closed_total',
    help: 'Sessions that ended',
    label: 'reason',
    read: ({ closed }) => closed,
  },
  {
    name: 'messages_delivered_total',
    help: 'Messages that were written or acknowledged',
    read: ({ delivered }) => delivered,
  },
  {
    name: 'messages_requeued_total',
    help: 'Messages that go out again',
    read: ({ requeued }) => requeued,
  },
  {
    name: 'messages_lost_total',
    help: 'Messages whose session ended first; what is in the outbox stays there',
    read: ({ lost }) => lost,
  },
]

interface QueueMetric {
  readonly name: string
  readonly help: string
  /** Null: there is nothing to tell of this queue. */
  readonly read: (queue: QueueStatistics) => number | null
}

const queueGauges: readonly QueueMetric[] = [
  { name: 'waiting', help: 'Customers who wait', read: ({ waiting }) => waiting },
  {
    name: 'longest_wait_seconds',
    help: 'How long the one who waits longest has waited',
    read: ({ longestWaitSeconds }) => longestWaitSeconds,
  },
  {
    name: 'ewt_seconds',
    help: 'Estimated wait of a customer who came now; absent without an estimate',
    read: ({ ewtSeconds }) => ewtSeconds,
  },
  { name: 'ready_agents', help: 'Agents who are ready, busy or not', read: ({ readyAgents }) => readyAgents },
]

const queueCounters: readonly QueueMetric[] = [
  {
    name: 'answered_total',
    help: 'Customers who got an agent, since the reset',
    read: ({ sinceReset }) => sinceReset.answered,
  },
  {
    name: 'abandoned_total',
    help: 'Customers who left the line without an agent, since the reset',
    read: ({ sinceReset }) => sinceReset.abandoned,
  },
]

export interface MetricsOptions {
  readonly bayeux: Pick<BayeuxServer, 'stats'>
  readonly statistics: StatisticsService
}

/** Answers `GET /metrics` with the state of push and of the queues in the text format of Prometheus; 405 to any other method. */
export function createMetrics({ bayeux, statistics }: MetricsOptions): RequestHandler {
  const registry = new Registry()
  const register = (metrics: readonly Metric[], kind: typeof Gauge | typeof Counter) => {
    for (const { name, help, label, read } of metrics) {
      const metric = new kind({
        name: `gmstester_bayeux_${name}`,
        help,
        labelNames: label === undefined ? [] : [label],
        registers: [registry],
        // A counter cannot be set, but it can be begun anew.
        collect() {
          metric.reset()
          const reading = read(bayeux.stats())
          if (typeof reading === 'number') metric.inc(reading)
          else if (label !== undefined) {
            for (const [value, count] of Object.entries(reading)) metric.inc({ [label]: value }, count)
          }
        },
      })
    }
  }
  register(gauges, Gauge)
  register(counters, Counter)

  const ofQueues = (metrics: readonly QueueMetric[], kind: typeof Gauge | typeof Counter) =>
    metrics.map(({ name, help, read }) => {
      const metric = new kind({
        name: `gmstester_queue_${name}`,
        help,
        labelNames: ['queue'],
        registers: [registry],
      })
      return (queues: readonly QueueStatistics[]) => {
        metric.reset()
        for (const each of queues) {
          const value = read(each)
          if (value !== null) metric.inc({ queue: each.queue }, value)
        }
      }
    })
  const queueMetrics = [...ofQueues(queueGauges, Gauge), ...ofQueues(queueCounters, Counter)]

  async function readMetrics(): Promise<string> {
    // One look at the centre for all of them.
    const { queues } = await statistics.get({ intervalSeconds: intervalSecondsDefault })
    for (const tell of queueMetrics) tell(queues)
    return registry.metrics()
  }

  return async (request, response) => {
    request.resume()
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const text = isRead ? await readMetrics() : 'Metrics are read with GET.\n'
    response.writeHead(isRead ? 200 : 405, {
      'Content-Type': isRead ? registry.contentType : 'text/plain; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
      'Cache-Control': 'no-store',
      ...(isRead ? {} : { Allow: 'GET, HEAD' }),
    })
    response.end(text)
  }
}

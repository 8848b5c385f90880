import { Counter, Gauge, Registry } from 'prom-client'
import type { BayeuxServer, BayeuxStats } from '../bayeux/bayeux.ts'
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

/** Answers `GET /metrics` with the state of push in the text format of Prometheus; 405 to any other method. */
export function createMetrics(bayeux: Pick<BayeuxServer, 'stats'>): RequestHandler {
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

  return async (request, response) => {
    request.resume()
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const text = isRead ? await registry.metrics() : 'Metrics are read with GET.\n'
    response.writeHead(isRead ? 200 : 405, {
      'Content-Type': isRead ? registry.contentType : 'text/plain; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
      'Cache-Control': 'no-store',
      ...(isRead ? {} : { Allow: 'GET, HEAD' }),
    })
    response.end(text)
  }
}

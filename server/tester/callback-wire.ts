import type { CallbackId, CallbackService } from '../contact-center/contact-center.ts'
import { renderDetail, type TrafficOf } from './callbacks.ts'
import type { CallbackDetailJson, CallbackExport, CallbackWire, TrafficSummary } from './contract.ts'
import type { EventMarks } from './event-marks.ts'
import type { TesterLimits } from './limits.ts'
import { readRedact, redactWith } from './redact.ts'
import { pathPart, route, type Route, type TesterContext } from './route.ts'
import type { TrafficLog } from './traffic-log.ts'

export interface CallbackWireOptions {
  readonly callbacks: CallbackService
  readonly traffic: TrafficLog
  readonly trafficOf: TrafficOf
  readonly marks: EventMarks
  readonly limits: TesterLimits
}

/** `GET /callbacks/{id}/wire` and `GET /callbacks/{id}/export`. */
export function callbackWireRoutes({
  callbacks,
  traffic,
  trafficOf,
  marks,
  limits,
}: CallbackWireOptions): Route[] {
  const read = async (c: TesterContext) => {
    const id = pathPart<CallbackId>(c, 'id')
    const [view, history] = await Promise.all([callbacks.get(id), callbacks.history(id)])
    const callback = renderDetail(view, history, trafficOf)
    const { items, dropped } = traffic.page({ after: 0, limit: limits.trafficItemsMax })
    const led = new Set(callback.timeline.map(({ traffic: row }) => row))
    const isPartial = marks.isOlderThanLog(view.createdAt, callback.timeline[0]?.number ?? null)
    const rows = items.filter((row) => led.has(row.number) || isAbout(row, callback))
    return { callback, rows, dropped, isPartial }
  }
  return [
    route('GET', '/callbacks/:id/wire', async (c) => {
      const { rows, dropped, isPartial } = await read(c)
      const items = rows.map((row) => ({ ...row, afterEvent: marks.before(row.number) }))
      const answer: CallbackWire = { items, dropped, isPartial }
      return c.json(answer)
    }),
    route('GET', '/callbacks/:id/export', async (c) => {
      const isRedacted = readRedact(c)
      const { callback, rows, dropped, isPartial } = await read(c)
      const wire = rows.flatMap(({ number }) => traffic.get(number) ?? [])
      const shown = isRedacted ? redactWith(wire, callback) : { rows: wire, beside: callback }
      const answer: CallbackExport = {
        callback: shown.beside,
        wire: shown.rows,
        wireDropped: dropped,
        wireIsPartial: isPartial,
      }
      return c.json(answer)
    }),
  ]
}

/** What names the callback; and of its user's push session what names none. */
function isAbout(row: TrafficSummary, { id, user }: CallbackDetailJson): boolean {
  if (row.serviceId !== null) return row.serviceId === id
  return user !== null && row.user === user && row.protocol === 'bayeux' && !row.isHeartbeat
}

import { z } from 'zod'
import type { QueueService } from '../contact-center/queue.ts'
import type { ThresholdPreviewJson } from './contract.ts'
import { readQuery } from './input.ts'
import { route, type Route } from './route.ts'

const tableQuery = z.strictObject({ table: z.string() })

/** `/thresholds`: what a table of `_eta_pos_threshold` would do, before a service has it. */
export function thresholdRoutes(queues: QueueService): Route[] {
  return [
    route('GET', '/thresholds', (c) => {
      const { table } = readQuery(c, tableQuery)
      const { rows } = queues.previewThreshold(table)
      const answer: ThresholdPreviewJson = {
        rows: rows.map(({ band, cells }) => ({
          band: band === null ? null : { ...band },
          cells: cells.map((cell) => ({ ...cell })),
        })),
      }
      return c.json(answer)
    }),
  ]
}

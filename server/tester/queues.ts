import { z } from 'zod'
import type { QueueService, QueueView } from '../contact-center/queue.ts'
import type { BodyLimits } from '../request-body.ts'
import type { EwtModelJson, QueueJson } from './contract.ts'
import { readBody } from './input.ts'
import { nothing, pathPart, route, type Route } from './route.ts'

const ewtSetting = z.discriminatedUnion(
  'model',
  [
    z.strictObject({ model: z.literal('unavailable') }),
    z.strictObject({ model: z.literal('fixed'), seconds: z.number().int().min(0).max(86_400) }),
    z.strictObject({ model: z.literal('computed') }),
  ],
  'This must be one of unavailable, fixed, computed.',
)

const callers = z.strictObject({ count: z.number().int().min(1).default(1) })

const render = (queue: QueueView): QueueJson => ({
  name: queue.name,
  waiting: queue.waiting,
  longestWaitSeconds: queue.longestWaitSeconds,
  readyAgents: queue.readyAgents,
  ewt: { model: queue.ewt.model, seconds: queue.ewt.seconds, explanation: queue.ewt.explanation },
  entries: queue.entries.map((entry) => ({
    serviceId: entry.callback,
    position: entry.position,
    priority: entry.priority,
    waitingSeconds: entry.waitingSeconds,
    target: entry.target,
    waitingFor: entry.waitingFor,
    customerName: entry.customerName,
    isSynthetic: entry.isSynthetic,
    step: entry.step,
  })),
})

/** `/queues`: what URS shows and can be told. */
export function queueRoutes(queues: QueueService, limits: BodyLimits): Route[] {
  return [
    route('GET', '/queues', async (c) => c.json((await queues.list()).map(render))),
    route('GET', '/queues/ewt-models', (c) => {
      const models: EwtModelJson[] = queues.ewtModels.map(({ name, formula, explanation }) => ({
        name,
        formula,
        explanation,
      }))
      return c.json(models)
    }),
    route('GET', '/queues/:vq', async (c) => c.json(render(await queues.get(pathPart(c, 'vq'))))),
    route('PUT', '/queues/:vq/ewt', async (c) => {
      const setting = await readBody(c, ewtSetting, limits)
      return c.json(render(await queues.setEwt(pathPart(c, 'vq'), setting)))
    }),
    route('POST', '/queues/:vq/callers', async (c) => {
      const { count } = await readBody(c, callers, limits)
      return c.json({ ids: await queues.addCallers(pathPart(c, 'vq'), count) })
    }),
    route('DELETE', '/queues/:vq/callers', async (c) => {
      await queues.removeCallers(pathPart(c, 'vq'))
      return nothing(c)
    }),
  ]
}

import { z } from 'zod'
import type { CallbackId } from '../contact-center/contact-center.ts'
import type { EwtView, QueueService, QueueView } from '../contact-center/queue.ts'
import type { BodyLimits } from '../request-body.ts'
import type { EwtJson, EwtModelJson, QueueJson } from './contract.ts'
import { readBody } from './input.ts'
import { renderPhrase, renderPhraseOrNull } from './phrases.ts'
import { nothing, pathPart, route, type Route } from './route.ts'

/** Which model takes what, and in which range, is the contact centre's to say. */
const ewtSetting = z.strictObject({
  model: z.enum([
    'unavailable',
    'fixed',
    'computed',
    'queue-length',
    'queue-length-abandonment',
    'moving-average',
    'exponential-smoothing',
    'last-to-enter-service',
    'head-of-line',
  ]),
  seconds: z.number().exactOptional(),
  samples: z.number().exactOptional(),
  weight: z.number().exactOptional(),
})

const serviceLevel = z.strictObject({
  targetSeconds: z.number(),
  shortAbandonSeconds: z.number().exactOptional(),
})

/** Where a customer in line goes: to a position, or where another priority puts him. */
const entryChange = z
  .strictObject({ position: z.number().exactOptional(), priority: z.number().exactOptional() })
  .refine((change) => Object.keys(change).length === 1, 'Say either position or priority.')

const callers = z.strictObject({ count: z.number().int().min(1).default(1) })

const renderEwt = (ewt: EwtView): EwtJson => ({
  model: ewt.model,
  parameters: { ...ewt.parameters },
  seconds: ewt.seconds,
  formula: ewt.formula,
  explanation: ewt.explanation,
  explanationPhrase: renderPhrase(ewt.phrase),
  inputs: { ...ewt.inputs },
})

const render = (queue: QueueView): QueueJson => ({
  name: queue.name,
  waiting: queue.waiting,
  longestWaitSeconds: queue.longestWaitSeconds,
  readyAgents: queue.readyAgents,
  ewt: renderEwt(queue.ewt),
  serviceLevel: { ...queue.serviceLevel },
  sinceReset: { ...queue.sinceReset },
  entries: queue.entries.map((entry) => ({
    serviceId: entry.callback,
    position: entry.position,
    priority: entry.priority,
    waitingSeconds: entry.waitingSeconds,
    target: entry.target,
    waitingFor: entry.waitingFor,
    waitingPhrase: renderPhraseOrNull(entry.waitingPhrase),
    customerName: entry.customerName,
    isSynthetic: entry.isSynthetic,
    step: entry.step,
  })),
})

const entryPath = '/queues/:vq/entries/:id'

/** `/queues`: what URS shows and can be told. */
export function queueRoutes(queues: QueueService, limits: BodyLimits): Route[] {
  return [
    route('GET', '/queues', async (c) => c.json((await queues.list()).map(render))),
    route('GET', '/queues/ewt-models', (c) => {
      const models: EwtModelJson[] = queues.ewtModels.map(({ name, formula, explanation, parameters }) => ({
        name,
        formula,
        explanation,
        parameters: parameters.map((parameter) => ({ ...parameter })),
      }))
      return c.json(models)
    }),
    route('GET', '/queues/:vq', async (c) => c.json(render(await queues.get(pathPart(c, 'vq'))))),
    route('PUT', '/queues/:vq/ewt', async (c) => {
      const setting = await readBody(c, ewtSetting, limits)
      return c.json(render(await queues.setEwt(pathPart(c, 'vq'), setting)))
    }),
    route('GET', '/queues/:vq/estimates', async (c) =>
      c.json((await queues.estimates(pathPart(c, 'vq'))).map(renderEwt)),
    ),
    route('PUT', '/queues/:vq/service-level', async (c) => {
      const setting = await readBody(c, serviceLevel, limits)
      return c.json(render(await queues.setServiceLevel(pathPart(c, 'vq'), setting)))
    }),
    route('PATCH', entryPath, async (c) => {
      const { position, priority } = await readBody(c, entryChange, limits)
      const [queue, id] = [pathPart(c, 'vq'), pathPart<CallbackId>(c, 'id')]
      if (position !== undefined) return c.json(render(await queues.move(queue, id, position)))
      return c.json(render(await queues.prioritise(queue, id, priority ?? 0)))
    }),
    route('DELETE', entryPath, async (c) => {
      await queues.removeEntry(pathPart(c, 'vq'), pathPart<CallbackId>(c, 'id'))
      return nothing(c)
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

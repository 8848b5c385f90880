import { z } from 'zod'
import type { ArrivalLaw } from '../contact-center/load/arrival-law.ts'
import type {
  GeneratorId,
  GeneratorService,
  GeneratorSettings,
  GeneratorView,
} from '../contact-center/load/generator.ts'
import type { BodyLimits } from '../request-body.ts'
import type { GeneratorJson } from './contract.ts'
import { distribution, patience } from './distribution.ts'
import { emptyBody, readBody } from './input.ts'
import { nothing, pathPart, route, type Route } from './route.ts'
import { isoTimeOrNull } from './time-json.ts'

const recorded = z.strictObject({
  afterSeconds: z.number(),
  patienceSeconds: z.number().exactOptional(),
  handleSeconds: z.number().exactOptional(),
})

const arrivals: z.ZodType<ArrivalLaw> = z.discriminatedUnion(
  'law',
  [
    z.strictObject({ law: z.literal('poisson'), perHour: z.number() }),
    z.strictObject({ law: z.literal('burst'), count: z.number(), everySeconds: z.number() }),
    z.strictObject({ law: z.literal('profile'), perHour: z.array(z.number()) }),
    z.strictObject({ law: z.literal('replay'), arrivals: z.array(recorded) }),
  ],
  'This must be one of poisson, burst, profile, replay.',
)

const atOnce = { distribution: 'fixed', seconds: 0 } as const

const confirmation = z.strictObject({
  late: z.number().default(0),
  never: z.number().default(0),
  delay: distribution.default({ distribution: 'exponential', meanSeconds: 15 }),
})

const settings = z.strictObject({
  service: z.string(),
  queue: z.string().nullable().default(null),
  seed: z.number().default(1),
  arrivals,
  customersMax: z.number().nullable().default(null),
  patience: patience.default({ distribution: 'infinite' }),
  handle: distribution.nullable().default(null),
  confirmation: confirmation.prefault({}),
  chatDelay: distribution.default(atOnce),
  lines: z.array(z.string()).default([]),
  lineInterval: distribution.default({ distribution: 'fixed', seconds: 5 }),
}) satisfies z.ZodType<GeneratorSettings>

const newGenerator = settings.extend({ running: z.boolean().default(false) })

const render = ({ isRunning, startedAt, nextAt, ...rest }: GeneratorView): GeneratorJson => ({
  ...rest,
  running: isRunning,
  startedAt: isoTimeOrNull(startedAt),
  nextAt: isoTimeOrNull(nextAt),
})

/** `/generators`: sources of synthetic customers. */
export function generatorRoutes(generators: GeneratorService, limits: BodyLimits): Route[] {
  const path = '/generators/:id'
  const act = (verb: string, does: (id: GeneratorId) => Promise<GeneratorView>): Route =>
    route('POST', `${path}/${verb}`, async (c) => {
      await readBody(c, emptyBody, limits)
      return c.json(render(await does(pathPart<GeneratorId>(c, 'id'))))
    })
  return [
    route('GET', '/generators', async (c) => c.json((await generators.list()).map(render))),
    route('POST', '/generators', async (c) => {
      const { running, ...wanted } = await readBody(c, newGenerator, limits)
      const added = await generators.add(wanted)
      return c.json(render(running ? await generators.start(added.id) : added))
    }),
    route('GET', path, async (c) => c.json(render(await generators.get(pathPart<GeneratorId>(c, 'id'))))),
    route('PUT', path, async (c) => {
      const wanted = await readBody(c, settings, limits)
      return c.json(render(await generators.put(pathPart<GeneratorId>(c, 'id'), wanted)))
    }),
    route('DELETE', path, async (c) => {
      await generators.remove(pathPart<GeneratorId>(c, 'id'))
      return nothing(c)
    }),
    act('start', generators.start),
    act('stop', generators.stop),
  ]
}

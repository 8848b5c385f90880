import { z } from 'zod'
import type { BackEnds, BackEndService } from '../contact-center/back-ends.ts'
import type { BodyLimits } from '../request-body.ts'
import type { BackEndsJson } from './contract.ts'
import { readBody } from './input.ts'
import { route, type Route } from './route.ts'

const state = z.enum(['up', 'down']).exactOptional()

const changes = z.strictObject({ urs: state, ors: state, chatServer: state, statServer: state, push: state })

const render = (backEnds: BackEnds): BackEndsJson => ({ ...backEnds })

/** `GET` and `PATCH /back-ends`: what GMS leans on, up or down. */
export function backEndRoutes(backEnds: BackEndService, limits: BodyLimits): Route[] {
  return [
    route('GET', '/back-ends', async (c) => c.json(render(await backEnds.get()))),
    route('PATCH', '/back-ends', async (c) =>
      c.json(render(await backEnds.set(await readBody(c, changes, limits)))),
    ),
  ]
}

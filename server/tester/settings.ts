import { z } from 'zod'
import type { Settings, SettingsService } from '../contact-center/configuration.ts'
import type { BodyLimits } from '../request-body.ts'
import type { SettingsJson } from './contract.ts'
import { optionValue, readBody } from './input.ts'
import { route, type Route } from './route.ts'

const changes = z.strictObject({
  gmsVersion: z.enum(['8.1.2', '8.5.2']).exactOptional(),
  idPrefix: z
    .string()
    .regex(/^\d{1,9}$/, 'The prefix of ids has one to nine digits.')
    .exactOptional(),
  callback: z.record(z.string(), optionValue.nullable()).exactOptional(),
})

const render = ({ gmsVersion, idPrefix, callback }: Settings): SettingsJson => ({
  gmsVersion,
  idPrefix,
  callback: { ...callback },
})

/** `GET` and `PATCH /settings`. */
export function settingsRoutes(settings: SettingsService, limits: BodyLimits): Route[] {
  return [
    route('GET', '/settings', async (c) => c.json(render(await settings.get()))),
    route('PATCH', '/settings', async (c) => {
      const wanted = await readBody(c, changes, limits)
      return c.json(render(await settings.change(wanted)))
    }),
  ]
}

import { z } from 'zod'
import type { PausedServices, Settings, SettingsService } from '../contact-center/configuration.ts'
import type { BodyLimits } from '../request-body.ts'
import type { PausedServicesJson, SettingsJson } from './contract.ts'
import { optionValue, readBody } from './input.ts'
import { route, type Route } from './route.ts'

const changes = z.strictObject({
  gmsVersion: z.enum(['8.1.2', '8.5.2']).exactOptional(),
  idPrefix: z
    .string()
    .regex(/^\d{1,9}$/, 'The prefix of ids has one to nine digits.')
    .exactOptional(),
  callback: z.record(z.string(), optionValue.nullable()).exactOptional(),
  server: z.record(z.string(), optionValue.nullable()).exactOptional(),
})

const render = ({ gmsVersion, idPrefix, callback, server }: Settings): SettingsJson => ({
  gmsVersion,
  idPrefix,
  callback: { ...callback },
  server: { ...server },
})

const pausedList = z.strictObject({ services: z.array(z.string()) })

/** `GET` and `PUT /paused-services`: the transaction list that pauses services. */
export function pausedServicesRoutes(pausedServices: PausedServices, limits: BodyLimits): Route[] {
  const render = (services: readonly string[]): PausedServicesJson => ({ services: [...services] })
  return [
    route('GET', '/paused-services', async (c) => c.json(render(await pausedServices.get()))),
    route('PUT', '/paused-services', async (c) => {
      const { services } = await readBody(c, pausedList, limits)
      return c.json(render(await pausedServices.set(services)))
    }),
  ]
}

/** `GET` and `PATCH /settings`. */
export function settingsRoutes(settings: SettingsService, limits: BodyLimits): Route[] {
  return [
    route('GET', '/settings', async (c) => c.json(render(await settings.get()))),
    route('GET', '/settings/callback-options', (c) => c.json([...settings.sectionOptions])),
    route('GET', '/settings/server-options', (c) => c.json([...settings.serverOptions])),
    route('PATCH', '/settings', async (c) => {
      const wanted = await readBody(c, changes, limits)
      return c.json(render(await settings.change(wanted)))
    }),
  ]
}

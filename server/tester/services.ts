import { z } from 'zod'
import type { ConfiguredServices, ConfiguredServiceView } from '../contact-center/configuration.ts'
import type { TargetExplanation } from '../contact-center/explain-target.ts'
import type { BodyLimits } from '../request-body.ts'
import type { ServiceJson, TargetExplanationJson, TemplateJson } from './contract.ts'
import { optionValue, readBody, readQuery } from './input.ts'
import { renderPhrase } from './phrases.ts'
import { nothing, pathPart, route, type Route } from './route.ts'

const wholeService = z.strictObject({
  template: z.string(),
  options: z.record(z.string(), optionValue).default({}),
})

const optionChanges = z.strictObject({
  options: z.record(z.string(), optionValue.nullable()),
})

const render = (service: ConfiguredServiceView): ServiceJson => ({
  name: service.name,
  template: service.template,
  options: { ...service.options },
  overrides: { ...service.overrides },
  changed: [...service.changed],
  builtIn: service.isBuiltIn,
})

const targetText = z.strictObject({ target: z.string() })

/** `/services`, `/templates` and `/targets/explain`: what Genesys' Service Management UI configures. */
export function serviceRoutes(services: ConfiguredServices, limits: BodyLimits): Route[] {
  return [
    route('GET', '/services', async (c) => c.json((await services.list()).map(render))),
    route('GET', '/services/:name', async (c) => c.json(render(await services.get(pathPart(c, 'name'))))),
    route('PUT', '/services/:name', async (c) => {
      const { template, options } = await readBody(c, wholeService, limits)
      return c.json(render(await services.put(pathPart(c, 'name'), template, options)))
    }),
    route('PATCH', '/services/:name', async (c) => {
      const { options } = await readBody(c, optionChanges, limits)
      return c.json(render(await services.patch(pathPart(c, 'name'), options)))
    }),
    route('DELETE', '/services/:name', async (c) => {
      await services.remove(pathPart(c, 'name'))
      return nothing(c)
    }),
    route('GET', '/templates', (c) => {
      const templates: TemplateJson[] = services.templates.map(({ name, options, families }) => ({
        name,
        options: [...options],
        families: [...families],
      }))
      return c.json(templates)
    }),
    route('GET', '/targets/explain', async (c) => {
      const { target } = readQuery(c, targetText)
      return c.json(renderExplanation(await services.explainTarget(target)))
    }),
  ]
}

const renderExplanation = (explanation: TargetExplanation): TargetExplanationJson =>
  explanation.ok
    ? {
        ...explanation,
        phrase: renderPhrase(explanation.phrase),
        targets: explanation.targets.map((target) => ({ ...target, phrase: renderPhrase(target.phrase) })),
      }
    : explanation

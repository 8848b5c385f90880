import type { AgentId, AgentService, CallbackId, CallbackService } from '../contact-center/contact-center.ts'
import type { AgentWhy, Because, CallbackWhy } from '../contact-center/why.ts'
import { renderEvent, type TrafficOf } from './callbacks.ts'
import type { AgentWhyJson, BecauseJson, CallbackWhyJson } from './contract.ts'
import { renderPhrase, renderPhraseOrNull } from './phrases.ts'
import { pathPart, route, type Route } from './route.ts'
import type { RuleTexts } from './rules.ts'
import { testerBase } from './traffic-words.ts'

const timelineOf = (id: CallbackId) => `${testerBase}/callbacks/${encodeURIComponent(id)}`

function renderBecause(
  rules: RuleTexts,
  { sentence, phrase, rule, facts, eventNumbers }: Because,
): BecauseJson {
  return {
    sentence,
    phrase: renderPhrase(phrase),
    rule,
    ruleText: rules.get(rule) ?? '',
    facts: { ...facts },
    eventNumbers: [...eventNumbers],
  }
}

const renderCallbackWhy = (rules: RuleTexts, trafficOf: TrafficOf, why: CallbackWhy): CallbackWhyJson => ({
  serviceId: why.callback,
  ...renderBecause(rules, why),
  estimatePhrase: renderPhraseOrNull(why.estimatePhrase),
  also: why.also.map((each) => renderBecause(rules, each)),
  agents: why.agents.map(({ id, name, obstacles }) => ({
    id,
    name,
    obstacles: obstacles.map((each) => renderBecause(rules, each)),
  })),
  agentsLeftOut: why.agentsLeftOut,
  events: why.events.map((event) => renderEvent(event, trafficOf(event.number))),
  timeline: timelineOf(why.callback),
})

const renderAgentWhy = (rules: RuleTexts, trafficOf: TrafficOf, why: AgentWhy): AgentWhyJson => ({
  id: why.agent,
  name: why.name,
  ...renderBecause(rules, why),
  next: why.next,
  customers: why.customers.map(({ callback, name, queue, position, reasons }) => ({
    serviceId: callback,
    name,
    queue,
    position,
    reasons: reasons.map((each) => renderBecause(rules, each)),
    timeline: timelineOf(callback),
  })),
  customersLeftOut: why.customersLeftOut,
  events: why.events.map((event) => renderEvent(event, trafficOf(event.number))),
})

/** `GET /callbacks/{id}/why` and `GET /agents/{id}/why`. */
export const whyRoutes = (
  { callbacks, agents }: { readonly callbacks: CallbackService; readonly agents: AgentService },
  rules: RuleTexts,
  trafficOf: TrafficOf,
): Route[] => [
  route('GET', '/callbacks/:id/why', async (c) =>
    c.json(renderCallbackWhy(rules, trafficOf, await callbacks.why(pathPart<CallbackId>(c, 'id')))),
  ),
  route('GET', '/agents/:id/why', async (c) =>
    c.json(renderAgentWhy(rules, trafficOf, await agents.why(pathPart<AgentId>(c, 'id')))),
  ),
]

import { z } from 'zod'
import type {
  AgentId,
  AgentService,
  AgentView,
  CallbackId,
  Entry,
  InteractionView,
} from '../contact-center/contact-center.ts'
import { defaultAutoProfile } from '../contact-center/load/automatic-agent.ts'
import type { AutoProfile } from '../contact-center/load/automatic-agent.ts'
import type { BodyLimits } from '../request-body.ts'
import type { AgentJson, EntryJson, InteractionJson } from './contract.ts'
import { distribution } from './distribution.ts'
import { emptyBody, readBody } from './input.ts'
import { renderPhraseOrNull } from './phrases.ts'
import { nothing, pathPart, route, type Route } from './route.ts'
import { isoTime, isoTimeOrNull } from './time-json.ts'

const breaks = z.strictObject({ everySeconds: z.number(), forSeconds: z.number() })

const auto: z.ZodType<AutoProfile> = z.strictObject({
  answerDelay: distribution.default(defaultAutoProfile.answerDelay),
  talk: distribution.default(defaultAutoProfile.talk),
  lines: z.array(z.string()).default([...defaultAutoProfile.lines]),
  lineInterval: distribution.default(defaultAutoProfile.lineInterval),
  wrapUp: distribution.nullable().default(defaultAutoProfile.wrapUp),
  breaks: breaks.nullable().default(defaultAutoProfile.breaks),
})

const profile = z.strictObject({
  name: z.string().exactOptional(),
  placeGroups: z.array(z.string()).exactOptional(),
  groups: z.array(z.string()).exactOptional(),
  skills: z.record(z.string(), z.number()).exactOptional(),
  capacity: z.number().int().exactOptional(),
  autoAnswer: z.boolean().exactOptional(),
  wrapUpSeconds: z.number().int().nullable().exactOptional(),
  notReadyAfterMissed: z.number().int().exactOptional(),
  dispositionMandatory: z.boolean().exactOptional(),
  auto: auto.nullable().exactOptional(),
})

const reason = z.string().nullable().default(null)

const stateChange = z.strictObject({
  state: z.enum(['ready', 'not-ready', 'after-call-work', 'logged-out']),
  reason,
})

const transferTo = z
  .strictObject({ agent: z.string().exactOptional(), queue: z.string().exactOptional() })
  .refine((to) => (to.agent === undefined) !== (to.queue === undefined), 'Name either an agent or a queue.')

const disposition = z.strictObject({ code: z.string(), note: z.string().default('') })

/** One interaction as the API shows it. */
export const renderInteraction = (interaction: InteractionView): InteractionJson => ({
  serviceId: interaction.callback,
  state: interaction.state,
  customer: { ...interaction.customer },
  offeredAt: isoTime(interaction.offeredAt),
  answerBy: isoTime(interaction.answerBy),
  acceptedAt: isoTimeOrNull(interaction.acceptedAt),
  endedAt: isoTimeOrNull(interaction.endedAt),
  endedBy: interaction.endedBy,
  disposition: interaction.disposition === null ? null : { ...interaction.disposition },
  isDispositionOwed: interaction.isDispositionOwed,
})

/** One transcript line as the API shows it. */
export const renderEntry = (entry: Entry): EntryJson => ({
  index: entry.index,
  type: entry.type,
  nickname: entry.nickname,
  party: entry.party,
  text: entry.text,
  at: isoTime(entry.at),
})

const render = (agent: AgentView): AgentJson => ({
  id: agent.id,
  name: agent.name,
  place: agent.place,
  placeGroups: [...agent.placeGroups],
  groups: [...agent.groups],
  skills: { ...agent.skills },
  capacity: agent.capacity,
  autoAnswer: agent.autoAnswer,
  wrapUpSeconds: agent.wrapUpSeconds,
  notReadyAfterMissed: agent.notReadyAfterMissed,
  dispositionMandatory: agent.dispositionMandatory ?? false,
  auto: agent.auto ?? null,
  state: agent.state,
  stateReason: agent.stateReason,
  stateSince: isoTime(agent.stateSince),
  interactions: agent.interactions.map(renderInteraction),
  notOfferedBecause: agent.notOfferedBecause,
  notOfferedPhrase: renderPhraseOrNull(agent.notOfferedPhrase),
})

/** `/agents` and what an agent does with an interaction. */
export function agentRoutes(agents: AgentService, limits: BodyLimits): Route[] {
  return [
    route('GET', '/agents', async (c) => c.json((await agents.list()).map(render))),
    route('GET', '/agents/:id', async (c) => c.json(render(await agents.get(pathPart<AgentId>(c, 'id'))))),
    route('PUT', '/agents/:id', async (c) => {
      const wanted = await readBody(c, profile, limits)
      return c.json(render(await agents.put(pathPart<AgentId>(c, 'id'), wanted)))
    }),
    route('DELETE', '/agents/:id', async (c) => {
      await agents.remove(pathPart<AgentId>(c, 'id'))
      return nothing(c)
    }),
    route('POST', '/agents/:id/state', async (c) => {
      const wanted = await readBody(c, stateChange, limits)
      return c.json(render(await agents.setState(pathPart<AgentId>(c, 'id'), wanted.state, wanted.reason)))
    }),
    ...interactionRoutes(agents, limits),
  ]
}

function interactionRoutes(agents: AgentService, limits: BodyLimits): Route[] {
  const does = <T>(
    verb: string,
    schema: z.ZodType<T>,
    act: (agent: AgentId, callback: CallbackId, input: T) => Promise<object | void>,
  ): Route =>
    route('POST', `/agents/:id/interactions/:serviceId/${verb}`, async (c) => {
      const input = await readBody(c, schema, limits)
      const answer = await act(pathPart<AgentId>(c, 'id'), pathPart<CallbackId>(c, 'serviceId'), input)
      return answer === undefined ? nothing(c) : c.json(answer)
    })
  return [
    does('accept', emptyBody, async (agent, callback) =>
      renderInteraction(await agents.accept(agent, callback)),
    ),
    does('decline', z.strictObject({ reason }), (agent, callback, input) =>
      agents.decline(agent, callback, input.reason),
    ),
    does('message', z.strictObject({ text: z.string() }), async (agent, callback, { text }) =>
      renderEntry(await agents.say(agent, callback, text)),
    ),
    does('typing', z.strictObject({ typing: z.boolean() }), (agent, callback, { typing }) =>
      agents.typing(agent, callback, typing),
    ),
    does('transfer', transferTo, (agent, callback, to) =>
      agents.transfer(
        agent,
        callback,
        to.agent === undefined ? { queue: to.queue ?? '' } : { agent: to.agent as AgentId },
      ),
    ),
    does('conference', z.strictObject({ agent: z.string() }), (agent, callback, to) =>
      agents.conference(agent, callback, to.agent as AgentId),
    ),
    does('leave', emptyBody, (agent, callback) => agents.leave(agent, callback)),
    does('disposition', disposition, async (agent, callback, input) =>
      renderInteraction(await agents.dispose(agent, callback, input)),
    ),
  ]
}

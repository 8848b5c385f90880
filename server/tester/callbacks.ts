import { z } from 'zod'
import type { CallbackId, CallbackService, CallbackView, ChatView } from '../contact-center/contact-center.ts'
import { callbackStates } from '../contact-center/contact-center.ts'
import type { CentreEvent } from '../contact-center/event.ts'
import type { Numbered } from '../storage/port.ts'
import { renderEntry } from './agents.ts'
import type { CallbackDetailJson, CallbackJson, CallbackPage, ChatJson, TimelineItem } from './contract.ts'
import { readQuery, wholeNumber } from './input.ts'
import type { TesterLimits } from './limits.ts'
import { pathPart, route, type Route } from './route.ts'
import { isoTime, isoTimeOrNull } from './time-json.ts'
import { renderPhrase, renderPhraseOrNull } from './phrases.ts'
import { timelinePhrase } from './timeline.ts'

/** An instant, ISO 8601 with its zone. */
const instant = z.iso
  .datetime({ offset: true, error: 'This must be a time, like 2026-11-27T09:00:00Z.' })
  .transform((text) => Date.parse(text))

/** What is searched for is short. */
const textCharactersMax = 200

const pageQuery = (limits: TesterLimits) =>
  z
    .strictObject({
      state: z.enum(callbackStates).exactOptional(),
      service: z.string().exactOptional(),
      key: z.string().exactOptional(),
      value: z.string().exactOptional(),
      text: z.string().max(textCharactersMax).exactOptional(),
      from: instant.exactOptional(),
      to: instant.exactOptional(),
      after: z.string().exactOptional(),
      total: z.enum(['true', 'false']).default('false'),
      limit: wholeNumber(1, limits.callbacksPageMax).default(limits.callbacksPageDefault),
    })
    .refine(({ key, value }) => (key === undefined) === (value === undefined), {
      path: ['key'],
      message: 'A key and its value come together.',
    })

const render = (callback: CallbackView): CallbackJson => ({
  id: callback.id,
  service: callback.service,
  queue: callback.queue,
  target: callback.target,
  state: callback.state,
  step: callback.step,
  mediaType: callback.mediaType,
  reason: callback.reason,
  user: callback.user,
  hasPush: callback.hasPush,
  isSynthetic: callback.isSynthetic,
  createdAt: isoTime(callback.createdAt),
  desiredAt: isoTime(callback.desiredAt),
  expiresAt: isoTime(callback.expiresAt),
  announcement:
    callback.announcement === null
      ? null
      : {
          at: isoTime(callback.announcement.at),
          attempt: callback.announcement.attempt,
          confirmBy: isoTime(callback.announcement.confirmBy),
        },
  snoozedUntil: isoTimeOrNull(callback.snoozedUntil),
  waitingFor: callback.waitingFor,
  waitingPhrase: renderPhraseOrNull(callback.waitingPhrase),
  properties: { ...callback.properties },
})

const renderChat = (chat: ChatView): ChatJson => ({
  sessionId: chat.sessionId,
  state: chat.state,
  startedAt: isoTime(chat.startedAt),
  endedAt: isoTimeOrNull(chat.endedAt),
  agents: [...chat.agents],
  position: chat.position,
  transcript: chat.entries.map(renderEntry),
})

/** Which row of the wire an event goes back to. */
export type TrafficOf = (event: number) => number | null

/** One line of a timeline. */
export function renderEvent(event: Numbered<CentreEvent>, traffic: number | null): TimelineItem {
  const phrase = timelinePhrase(event)
  return {
    number: event.number,
    at: isoTime(event.at),
    type: event.type,
    text: phrase.text,
    phrase: renderPhrase(phrase),
    cause: event.cause,
    traffic,
  }
}

/** One callback with its timeline and its chat. */
export function renderDetail(
  callback: CallbackView,
  history: readonly Numbered<CentreEvent>[],
  trafficOf: TrafficOf,
): CallbackDetailJson {
  return {
    ...render(callback),
    timeline: history.map((event) => renderEvent(event, trafficOf(event.number))),
    chat: callback.chat === null ? null : renderChat(callback.chat),
  }
}

/** `GET /callbacks` and `GET /callbacks/{id}`. */
export function callbackRoutes(
  callbacks: CallbackService,
  limits: TesterLimits,
  trafficOf: TrafficOf,
): Route[] {
  const query = pageQuery(limits)
  return [
    route('GET', '/callbacks', async (c) => {
      const { after, key, value, total: isCounted, ...rest } = readQuery(c, query)
      const page = await callbacks.list({
        ...rest,
        ...(key === undefined || value === undefined ? {} : { lookup: { key, value } }),
        ...(after === undefined ? {} : { after: after as CallbackId }),
      })
      const { next, total } = page
      const answer: CallbackPage = {
        items: page.items.map(render),
        next,
        ...(isCounted === 'true' ? { total } : {}),
      }
      return c.json(answer)
    }),
    route('GET', '/callbacks/:id', async (c) => {
      const id = pathPart<CallbackId>(c, 'id')
      const [callback, history] = await Promise.all([callbacks.get(id), callbacks.history(id)])
      return c.json(renderDetail(callback, history, trafficOf))
    }),
  ]
}

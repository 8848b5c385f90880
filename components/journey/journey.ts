import type { CallbackState, JourneyStep } from '../../server/contact-center/contact-center.ts'
import type { CallbackDetailJson, TimelineItem } from '../../server/tester/contract.ts'
import { passagesOf } from '../callbacks/story.ts'
import { mishapOf, type Mishap } from './mishap.ts'

export interface JourneyNode {
  step: JourneyStep
  status: 'past' | 'current' | 'future'
  /** When it was reached, ISO 8601. Null: not yet, or it was passed over. */
  at: string | null
  /** The event that reached it; null too where the history has forgotten it. */
  event: number | null
  /** The public state that the callback had there. */
  state: CallbackState | null
  /** What went wrong there, if it has not been made good since. */
  mishap: Mishap | null
}

/** The nodes of the strip, from left to right. */
export const journeySteps: readonly JourneyStep[] = [
  'requested',
  'waiting',
  'agent-available',
  'confirmed',
  'chat-created',
  'talking',
  'done',
]

/** The seven nodes of a callback's journey. Without a callback the first one is still to come. */
export function journeyOf(callback: CallbackDetailJson | null): JourneyNode[] {
  const current = callback ? journeySteps.indexOf(callback.step) : -1
  const passages = callback ? passagesOf(callback) : []
  return journeySteps.map((step, index) => {
    const status = index < current ? 'past' : index === current ? 'current' : 'future'
    const reached = callback && status !== 'future' ? reachedBy(step, callback) : null
    const event = reached?.event ?? null
    const was = passages.findLast(
      (passage) => event !== null && passage.event !== null && passage.event <= event,
    )
    return {
      step,
      status,
      at: reached?.at ?? null,
      event,
      state: status === 'current' ? (callback?.state ?? null) : (was?.state ?? null),
      mishap: callback ? mishapOf(step, callback) : null,
    }
  })
}

/** What brought the callback to a node; null when nothing did. */
function reachedBy(
  step: JourneyStep,
  { createdAt, timeline, chat, state }: CallbackDetailJson,
): { at: string; event: number | null } | null {
  const last = (...types: string[]) => stamp(timeline.findLast(({ type }) => types.includes(type)))
  const ended = chat?.endedAt ?? null
  switch (step) {
    case 'requested':
      return stamp(timeline.find(isStart)) ?? { at: createdAt, event: null }
    case 'waiting':
      if (state === 'SCHEDULED') return null
      return last('callback-queued', 'callback-resumed', 'queue-postponed') ?? { at: createdAt, event: null }
    case 'agent-available':
      return last('agent-available')
    case 'confirmed':
      return last('callback-confirmed')
    case 'chat-created':
      return last('chat-created', 'call-placed')
    case 'talking':
      return stamp(timeline.find(({ type }) => type === 'agent-connected')) ?? firstAgent(chat)
    case 'done':
      return last('chat-ended') ?? (ended === null ? last('callback-completed') : { at: ended, event: null })
  }
}

const isStart = ({ type }: TimelineItem) => type === 'callback-queued' || type === 'callback-scheduled'

const stamp = (item: TimelineItem | undefined) => (item ? { at: item.at, event: item.number } : null)

/** When the first agent came, as the transcript tells. */
function firstAgent(chat: CallbackDetailJson['chat']) {
  const joined = chat?.transcript.find(({ type, party }) => type === 'joined' && party === 'AGENT')
  return joined ? { at: joined.at, event: null } : null
}

import type { CallbackState, JourneyStep } from '../../server/contact-center/contact-center.ts'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'

export interface JourneyNode {
  step: JourneyStep
  name: string
  status: 'past' | 'current' | 'future'
  /** When it was reached, ISO 8601. Null: not yet, or it was passed over. */
  at: string | null
  /** The public state of the callback at this node. */
  state: CallbackState | null
}

const names: readonly (readonly [step: JourneyStep, name: string])[] = [
  ['requested', 'Requested'],
  ['waiting', 'Waiting'],
  ['agent-available', 'Agent available'],
  ['confirmed', 'Confirmed'],
  ['chat-created', 'Chat created'],
  ['talking', 'Talking'],
  ['done', 'Done'],
]

/** What the public state is while the callback stands at a node (decision 9); the current node shows the real one. */
const states: Partial<Record<JourneyStep, CallbackState>> = {
  requested: 'QUEUED',
  waiting: 'QUEUED',
  'agent-available': 'QUEUED',
  confirmed: 'ROUTING',
  'chat-created': 'ROUTING',
}

/** The seven nodes of a callback's journey. Without a callback the first one is still to come. */
export function journeyOf(callback: CallbackDetailJson | null): JourneyNode[] {
  const current = callback ? names.findIndex(([step]) => step === callback.step) : -1
  return names.map(([step, name], index) => {
    const status = index < current ? 'past' : index === current ? 'current' : 'future'
    const at = callback && status !== 'future' ? reachedAt(step, callback) : null
    const state =
      status === 'current' ? (callback?.state ?? null) : at === null ? null : (states[step] ?? null)
    return { step, name, status, at, state }
  })
}

function reachedAt(
  step: JourneyStep,
  { createdAt, timeline, chat, step: now }: CallbackDetailJson,
): string | null {
  const last = (type: string) => timeline.findLast((item) => item.type === type)?.at ?? null
  switch (step) {
    case 'requested':
    case 'waiting':
      return createdAt
    case 'agent-available':
      return last('agent-available')
    case 'confirmed':
      return last('callback-confirmed')
    case 'chat-created':
      return last('chat-created')
    case 'talking':
      return chat?.transcript.find(({ type, party }) => type === 'joined' && party === 'AGENT')?.at ?? null
    case 'done':
      return now === 'done' ? (chat?.endedAt ?? last('callback-completed')) : null
  }
}

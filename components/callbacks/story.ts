import type { CallbackState } from '../../server/contact-center/contact-center.ts'
import type {
  CallbackDetailJson,
  CallbackWireRow,
  EntryJson,
  TimelineItem,
} from '../../server/tester/contract.ts'

/** A state that a callback came to. */
export interface Passage {
  readonly state: CallbackState
  /** Null where the history no longer tells. */
  readonly at: string | null
  /** The number of the event that brought it there. */
  readonly event: number | null
}

/** The states a callback came through, in order, as its events tell; the last one is the state it is in. */
export function passagesOf({ timeline, state }: Pick<CallbackDetailJson, 'timeline' | 'state'>): Passage[] {
  const passages: Passage[] = []
  for (const [index, item] of timeline.entries()) {
    const next = stateAfter(item, timeline[index + 1], passages.at(-1)?.state)
    if (next !== null && next !== passages.at(-1)?.state)
      passages.push({ state: next, at: item.at, event: item.number })
  }
  // Of an old callback the history may have forgotten the beginning, or all.
  if (passages.at(-1)?.state !== state) passages.push({ state, at: null, event: null })
  return passages
}

/** The state that an event brings about; null when it brings about none. */
function stateAfter(
  { type, at }: TimelineItem,
  following: TimelineItem | undefined,
  before: CallbackState | undefined,
): CallbackState | null {
  switch (type) {
    case 'callback-scheduled':
    case 'queue-postponed':
      return 'SCHEDULED'
    case 'callback-queued':
    case 'callback-resumed':
      return 'QUEUED'
    case 'callback-paused':
      return 'PAUSED'
    case 'callback-confirmed':
      return 'ROUTING'
    case 'agent-connected': {
      // Unless its service retains the session, it is completed with the agent's coming (decision 9).
      const isCompletedWithIt = following?.type === 'callback-completed' && following.at === at
      return before === 'ROUTING' && !isCompletedWithIt ? 'PROCESSING' : null
    }
    case 'callback-completed':
      return 'COMPLETED'
    default:
      return null
  }
}

/** What a transcript line comes with. */
const saying: ReadonlySet<string> = new Set([
  'participant-joined',
  'participant-left',
  'message-said',
  'typing-changed',
])

/** The transcript as it was right after an event: later events take their lines away again. */
export function transcriptAt({ timeline, chat }: CallbackDetailJson, event: number): EntryJson[] {
  if (chat === null) return []
  const later = timeline.filter(({ number, type }) => number > event && saying.has(type)).length
  return chat.transcript.slice(0, Math.max(0, chat.transcript.length - later))
}

/** The rows there were right after an event: what was asked before it, and what it has pushed. At the last one, all. */
export function wireAt(
  rows: readonly CallbackWireRow[],
  timeline: readonly TimelineItem[],
  event: number,
): readonly CallbackWireRow[] {
  const next = timeline.find(({ number }) => number > event)?.number
  if (next === undefined) return rows
  return rows.filter(
    ({ kind, afterEvent }) => afterEvent < (kind === 'push' || kind === 'unsent' ? next : event),
  )
}

/** The event to stand at: the one asked for, else the newest before it, else the first; null when there is none. */
export function eventAt(timeline: readonly TimelineItem[], asked: number | null): TimelineItem | null {
  if (asked === null) return timeline.at(-1) ?? null
  return timeline.findLast(({ number }) => number <= asked) ?? timeline[0] ?? null
}

import type { Actor } from './arrow.ts'

interface EventArrow {
  readonly from: Actor
  readonly to: Actor
  readonly hasFailed: boolean
}

const arrow = (from: Actor, to: Actor = from, hasFailed = false): EventArrow => ({ from, to, hasFailed })

/** Who tells whom when something happens; the stages are those of the Chat Delayed scenario (its Overview). */
const arrows = {
  'callback-scheduled': [arrow('gms')],
  'callback-queued': [arrow('gms', 'urs')],
  'callback-rescheduled': [arrow('gms')],
  'queue-postponed': [arrow('gms', 'urs')],
  'callback-changed': [arrow('gms')],
  'agent-available': [arrow('urs', 'gms')],
  'announcement-lapsed': [arrow('urs', 'gms', true)],
  'confirmation-missed': [arrow('gms', 'gms', true)],
  'callback-snoozed': [arrow('gms')],
  'callback-paused': [arrow('gms')],
  'callback-resumed': [arrow('gms')],
  'target-added': [arrow('urs')],
  'callback-confirmed': [arrow('gms', 'urs')],
  'chat-created': [arrow('gms', 'chat')],
  'call-placed': [arrow('gms', 'urs')],
  'queue-entered': [arrow('urs')],
  'agent-offered': [arrow('urs', 'agent')],
  'offer-declined': [arrow('agent', 'urs', true)],
  'offer-missed': [arrow('agent', 'urs', true)],
  'offer-withdrawn': [arrow('urs', 'agent', true)],
  'agent-connected': [arrow('urs', 'chat')],
  'participant-joined': [arrow('chat', 'gms')],
  'participant-left': [arrow('chat', 'gms')],
  'message-said': [arrow('chat', 'gms')],
  'message-passed': [arrow('gms', 'chat'), arrow('chat', 'agent')],
  'client-missed': [arrow('gms', 'gms', true)],
  'notification-dropped': [arrow('gms', 'gms', true)],
  'notification-given-up': [arrow('gms', 'gms', true)],
  'queue-abandoned': [arrow('gms', 'urs', true)],
  'chat-ended': [arrow('chat', 'gms')],
  'callback-completed': [arrow('gms')],
  'callback-expired': [arrow('gms')],
} as const satisfies Record<string, readonly EventArrow[]>

/** Kinds of events that the diagram shows; `message-passed` is what the customer said, on its way to the agent. */
export type SequenceEvent = keyof typeof arrows

const isDrawn = (type: string): type is SequenceEvent => Object.hasOwn(arrows, type)

/** The arrows of an event, in order; none for what is too small, or stands on the wire anyway. */
export function eventArrows(
  type: string,
  party: string | undefined,
): (EventArrow & { event: SequenceEvent })[] {
  const drawn = type === 'message-said' && party === 'CLIENT' ? 'message-passed' : type
  return isDrawn(drawn) ? arrows[drawn].map((one) => ({ ...one, event: drawn })) : []
}

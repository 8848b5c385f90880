import type { CompletionReason, JourneyStep } from '../../server/contact-center/contact-center.ts'
import type { CallbackDetailJson, TimelineItem } from '../../server/tester/contract.ts'

/** What can go wrong on the way, in one word each. */
export type MishapKind =
  'notConfirmed' | 'agentGone' | 'declined' | 'missed' | 'withdrawn' | 'cancelled' | 'timeOut' | 'failed'

export interface Mishap {
  readonly kind: MishapKind
  readonly at: string
  readonly event: number
}

/** Events by which something goes wrong at a node, and those that make it good. */
const mishaps: Partial<
  Record<
    JourneyStep,
    { readonly bad: Readonly<Record<string, MishapKind>>; readonly good: readonly string[] }
  >
> = {
  'agent-available': {
    bad: { 'confirmation-missed': 'notConfirmed', 'announcement-lapsed': 'agentGone' },
    good: ['agent-available', 'callback-confirmed', 'callback-queued'],
  },
  'chat-created': {
    bad: { 'offer-declined': 'declined', 'offer-missed': 'missed', 'offer-withdrawn': 'withdrawn' },
    good: ['agent-offered', 'agent-connected'],
  },
}

/** How the reasons for which a callback is over without an agent are said. */
const endings: Readonly<Partial<Record<CompletionReason, MishapKind>>> = {
  CANCELLED: 'cancelled',
  CANCELLED_BY_ADMIN: 'cancelled',
  FAIL_USER_NO_CONFIRM: 'notConfirmed',
  FAIL_TIMEOUT_TTL: 'timeOut',
}

/** What went wrong at a node last; null when nothing has, or it has been made good since. */
export function mishapOf(step: JourneyStep, { timeline, reason }: CallbackDetailJson): Mishap | null {
  if (step === 'done') {
    if (reason === null || reason === 'AGENT_CONNECTED') return null
    return told(
      timeline.findLast(({ type }) => type === 'callback-completed'),
      endings[reason] ?? 'failed',
    )
  }
  const known = mishaps[step]
  if (!known) return null
  const last = timeline.findLast(({ type }) => Object.hasOwn(known.bad, type) || known.good.includes(type))
  return told(last, last && known.bad[last.type])
}

const told = (item: TimelineItem | undefined, kind: MishapKind | undefined): Mishap | null =>
  item && kind ? { kind, at: item.at, event: item.number } : null

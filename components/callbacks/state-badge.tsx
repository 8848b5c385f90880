import { CalendarClock, Check, CirclePause, Hourglass, MessagesSquare, Route, X } from 'lucide-react'
import type { CallbackState } from '../../server/contact-center/contact-center.ts'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { hasSucceeded } from './callback-state.ts'

const marks: Readonly<Record<CallbackState, { tone: Tone; icon: typeof Check }>> = {
  SCHEDULED: { tone: 'neutral', icon: CalendarClock },
  QUEUED: { tone: 'queue', icon: Hourglass },
  PAUSED: { tone: 'warn', icon: CirclePause },
  ROUTING: { tone: 'server', icon: Route },
  PROCESSING: { tone: 'agent', icon: MessagesSquare },
  COMPLETED: { tone: 'success', icon: Check },
}

/** A callback's state in Genesys' word, with an icon; one that is over without an agent looks like it. */
export function StateBadge({ state, reason }: Pick<CallbackJson, 'state' | 'reason'>) {
  const hasFailed = state === 'COMPLETED' && !hasSucceeded(reason)
  const { tone, icon: Icon } = hasFailed ? { tone: 'danger' as const, icon: X } : marks[state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden size={12} />}>
      <code className="text-xs">{state}</code>
    </Badge>
  )
}

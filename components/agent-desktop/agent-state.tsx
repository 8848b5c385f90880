'use client'

import { clsx } from 'clsx'
import { Bell, Circle, CircleCheck, CircleMinus, CirclePause, MessageCircle } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { liveOf } from './interactions.ts'

/** What an agent is doing: the state, or what a ready one is busy with. */
type Doing = AgentJson['state'] | 'ringing' | 'at-capacity' | 'in-chat'

const looks: Record<Doing, { Icon: typeof Circle; className: string }> = {
  ready: { Icon: CircleCheck, className: 'text-success' },
  'not-ready': { Icon: CircleMinus, className: 'text-warn' },
  'after-call-work': { Icon: CirclePause, className: 'text-warn' },
  'logged-out': { Icon: Circle, className: 'text-muted' },
  ringing: { Icon: Bell, className: 'text-accent' },
  'at-capacity': { Icon: MessageCircle, className: 'text-lane-agent' },
  'in-chat': { Icon: MessageCircle, className: 'text-lane-agent' },
}

/** The state of an agent: shape, colour and word. */
export function AgentState({ agent }: { agent: AgentJson }) {
  const t = useTranslations('agent.states')
  const doing = doingOf(agent)
  return (
    <span className={clsx('inline-flex items-center gap-1 text-sm font-normal', looks[doing].className)}>
      <StateShape agent={agent} />
      {t(doing)}
    </span>
  )
}

/** Its shape alone; give it the word in another way. */
export function StateShape({ agent, size = 13 }: { agent: AgentJson; size?: number }) {
  const { Icon, className } = looks[doingOf(agent)]
  return <Icon aria-hidden size={size} className={clsx('shrink-0', className)} />
}

function doingOf(agent: AgentJson): Doing {
  const live = liveOf(agent)
  if (live.some(({ state }) => state === 'ringing')) return 'ringing'
  if (live.length === 0 || agent.state !== 'ready') return live.length > 0 ? 'in-chat' : agent.state
  return live.length >= agent.capacity ? 'at-capacity' : 'in-chat'
}

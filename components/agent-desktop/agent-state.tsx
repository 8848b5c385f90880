import { clsx } from 'clsx'
import { Bell, Circle, CircleCheck, CircleMinus, CirclePause, MessageCircle } from 'lucide-react'
import type { AgentJson } from '../../server/tester/contract.ts'
import { liveOf } from './interactions.ts'

/** What an agent is doing: the state, or what a ready one is busy with. */
type Doing = AgentJson['state'] | 'ringing' | 'in-chat'

const looks: Record<Doing, { word: string; Icon: typeof Circle; className: string }> = {
  ready: { word: 'Ready', Icon: CircleCheck, className: 'text-success' },
  'not-ready': { word: 'Not ready', Icon: CircleMinus, className: 'text-warn' },
  'after-call-work': { word: 'After-call work', Icon: CirclePause, className: 'text-warn' },
  'logged-out': { word: 'Logged out', Icon: Circle, className: 'text-muted' },
  ringing: { word: 'Ringing', Icon: Bell, className: 'text-accent' },
  'in-chat': { word: 'In chat', Icon: MessageCircle, className: 'text-lane-agent' },
}

/** The state of an agent: shape, colour and word. */
export function AgentState({ agent }: { agent: AgentJson }) {
  const { word, Icon, className } = looks[doingOf(agent)]
  return (
    <span className={clsx('inline-flex items-center gap-1 text-sm font-normal', className)}>
      <Icon aria-hidden size={13} className="shrink-0" />
      {word}
    </span>
  )
}

/** The name of a state as the API has it. */
export const stateWord = (state: AgentJson['state']) => looks[state].word

function doingOf(agent: AgentJson): Doing {
  const live = liveOf(agent)
  if (live.some(({ state }) => state === 'ringing')) return 'ringing'
  return live.length > 0 ? 'in-chat' : agent.state
}

'use client'

import { Bell, Bot } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { nextStepName } from '../next-step.ts'
import { Tabs } from '../ui/tabs.tsx'
import { useNextStep } from '../use-next-step.ts'
import { AddAgent } from './add-agent.tsx'
import { AgentDesktop } from './agent-desktop.tsx'
import { AgentState } from './agent-state.tsx'
import { liveOf } from './interactions.ts'

interface AgentSwitcherProps {
  agents: readonly AgentJson[]
  selected: AgentJson
  onSelect: (agent: string) => void
  /** That of the desktop. */
  layout: 'stack' | 'tabs' | 'columns'
}

/** All agents by avatar, state and what they have; the desktop of the selected one beneath. */
export function AgentSwitcher({ agents, selected, onSelect, layout }: AgentSwitcherProps) {
  const t = useTranslations('agent')
  const step = useNextStep()
  const wanted = step && 'serviceId' in step && step.agent !== selected.id ? step : null
  return (
    <Tabs
      label={t('agents')}
      items={agents.map((one) => ({
        key: one.id,
        label: <AgentTab agent={one} isSelected={one === selected} />,
        nextStep: wanted?.agent === one.id ? nextStepName(wanted) : null,
      }))}
      selected={selected.id}
      onSelect={onSelect}
      after={<AddAgent onAdded={onSelect} />}
      className="flex-1"
    >
      <AgentDesktop key={selected.id} agent={selected} agents={agents} layout={layout} />
    </Tabs>
  )
}

function AgentTab({ agent, isSelected }: { agent: AgentJson; isSelected: boolean }) {
  const t = useTranslations('agent')
  const live = liveOf(agent)
  const isRinging = live.some(({ state }) => state === 'ringing')
  return (
    <>
      <span
        aria-hidden
        className="flex size-6 shrink-0 items-center justify-center rounded-full bg-lane-agent-soft text-xs font-semibold text-lane-agent"
      >
        {agent.auto ? <Bot size={14} /> : initialsOf(agent.name)}
      </span>
      <span className="max-w-32 truncate">{agent.name}</span>
      {isRinging && !isSelected && <Bell aria-hidden size={13} className="fill-current text-accent" />}
      <AgentState agent={agent} />
      {live.length > 0 && (
        <span className="rounded-full bg-hover px-1.5 text-xs tabular-nums">
          <span aria-hidden>
            {live.length}/{agent.capacity}
          </span>
          <span className="sr-only">{t('chatsOf', { chats: live.length, capacity: agent.capacity })}</span>
        </span>
      )}
      {agent.auto && <span className="sr-only">{t('auto.on')}</span>}
    </>
  )
}

/** Two letters at most. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase()

'use client'

import { useQuery } from '@tanstack/react-query'
import { Maximize2 } from 'lucide-react'
import Link from 'next/link'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { agentsQuery } from '../agents-queries.ts'
import { useSelectedServiceId } from '../customer/use-selected-callback.ts'
import { Panel } from '../ui/panel.tsx'
import { useNextStep } from '../use-next-step.ts'
import { useAgentSelection } from './agent-selection.ts'
import { AgentSwitcher } from './agent-switcher.tsx'
import { followedDesk } from './desk-step.ts'
import { NoAgents } from './no-agents.tsx'
import { useAlerts } from './use-alerts.ts'

/** The agents' desktops, one behind each tab. */
export function AgentPanel() {
  const t = useTranslations('agent')
  const { data: agents, error, refetch } = useQuery(agentsQuery())
  useAlerts(agents)
  const { selectedAgent, selectAgent } = useAgentSelection()
  useFollowSelection(agents)
  const agent = agents?.find(({ id }) => id === selectedAgent) ?? agents?.[0]
  const address = agent ? `/agent?agent=${encodeURIComponent(agent.id)}` : '/agent'
  return (
    <Panel
      id="agent"
      title={t('title')}
      lane="agent"
      actions={
        <Link
          href={address}
          className="inline-flex min-h-6 items-center gap-1 rounded-sm text-sm text-muted enabled-hover:text-text"
        >
          <Maximize2 aria-hidden size={13} />
          {t('fullPage')}
        </Link>
      }
    >
      {agents && agent ? (
        <AgentSwitcher agents={agents} selected={agent} onSelect={selectAgent} layout="stack" />
      ) : (
        <NoAgents agents={agents} error={error} onRetry={() => void refetch()} onAdded={selectAgent} />
      )}
    </Panel>
  )
}

const nothing = { agent: null, chat: null, isOver: false } as const

/** The desktop that has the chat the page is about comes to the front, and so does the one whose turn is next. */
function useFollowSelection(agents: readonly AgentJson[] | undefined) {
  const { selectAgent, selectChat } = useAgentSelection()
  const step = useNextStep()
  const selected = useSelectedServiceId()
  const { agent, chat, isOver } = followedDesk(agents ?? [], step, selected) ?? nothing
  useEffect(() => {
    if (agent === null) return
    if (chat === null) selectAgent(agent)
    else selectChat(agent, chat, isOver)
  }, [agent, chat, isOver, selectChat, selectAgent])
}

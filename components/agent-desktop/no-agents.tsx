'use client'

import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AddAgent } from './add-agent.tsx'

interface NoAgentsProps {
  /** Undefined while they are read. */
  agents: readonly AgentJson[] | undefined
  error: Error | null
  onRetry: () => void
  onAdded: (agent: string) => void
}

/** What stands where an agent's desktop would be, while there is none. */
export function NoAgents({ agents, error, onRetry, onAdded }: NoAgentsProps) {
  const t = useTranslations('agent')
  if (agents)
    return (
      <EmptyState title={t('none')}>
        <AddAgent onAdded={onAdded} />
      </EmptyState>
    )
  if (error) return <ErrorState title={t('unreadable')} error={error} onRetry={onRetry} />
  return <Skeleton what={t('loading')} />
}

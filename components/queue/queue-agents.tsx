'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { AgentState } from '../agent-desktop/agent-state.tsx'
import { owedOf } from '../agent-desktop/interactions.ts'
import { agentsQuery, useSetAgentState } from '../agents-queries.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useStayNear } from '../ui/use-stay-near.ts'

/** The agents at a glance, and a short way to make one ready. */
export function QueueAgents() {
  const t = useTranslations('queue')
  const { data: agents, error, refetch } = useQuery(agentsQuery())
  const setState = useSetAgentState()
  const near = useStayNear<HTMLUListElement>()
  return (
    <section aria-labelledby="queue-agents-title" className="flex shrink-0 flex-col gap-1 border-b p-3">
      <h3 id="queue-agents-title" className="text-sm font-semibold">
        {t('agents')}
      </h3>
      {agents?.length === 0 && <p className="text-sm text-muted">{t('noAgents')}</p>}
      {!agents && !error && (
        // As high as the two agents there are at first.
        <div className="-mx-3 h-16 overflow-hidden">
          <Skeleton what={t('readingAgents')} lines={2} />
        </div>
      )}
      {!agents && error && (
        <div className="-mx-3">
          <ErrorState title={t('agentsUnreadable')} error={error} onRetry={() => void refetch()} />
        </div>
      )}
      <ul {...near} className="flex flex-col">
        {agents?.map((agent) => (
          <AgentLine
            key={agent.id}
            agent={agent}
            isBusy={setState.isPending && setState.variables.agent === agent.id}
            onReady={() => setState.mutate({ agent: agent.id, state: 'ready' })}
          />
        ))}
      </ul>
      {setState.error && (
        <Failure
          what={t('changingState')}
          error={setState.error}
          onRetry={() => setState.mutate(setState.variables)}
        />
      )}
    </section>
  )
}

function AgentLine({ agent, isBusy, onReady }: { agent: AgentJson; isBusy: boolean; onReady: () => void }) {
  const t = useTranslations('queue')
  return (
    <li className="flex min-h-8 items-center gap-2 text-sm">
      <span className="font-medium">{agent.name}</span>
      <AgentState agent={agent} />
      <span className="ml-auto">
        {agent.state !== 'ready' && (
          <Button
            size="small"
            isBusy={isBusy}
            disabledReason={owedOf(agent).length > 0 ? t('owes') : null}
            request={`POST /gmstester/api/agents/${agent.id}/state {"state":"ready"}`}
            onClick={onReady}
          >
            {t('makeReady')}
            <span className="sr-only"> {agent.name}</span>
          </Button>
        )}
      </span>
    </li>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { Bot } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { AgentState } from '../agent-desktop/agent-state.tsx'
import { owedOf } from '../agent-desktop/interactions.ts'
import { agentsQuery, useSetAgentState } from '../agents-queries.ts'
import { useCentreNow } from '../centre-now.ts'
import { Failure } from '../failure.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { duration } from '../ui/relative-time.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Card } from './card.tsx'

/** Who serves: state and since when, chats of how many, groups and skills, and who works by himself. */
export function AgentsCard() {
  const t = useTranslations('queue')
  const { data: agents, error, refetch } = useQuery(agentsQuery())
  const now = useCentreNow()
  const setState = useSetAgentState()
  return (
    <Card id="agents" title={t('agents')}>
      {setState.error && (
        <div className="p-3">
          <Failure
            what={t('changingState')}
            error={setState.error}
            onRetry={() => setState.mutate(setState.variables)}
          />
        </div>
      )}
      {!agents ? (
        error ? (
          <ErrorState title={t('agentsUnreadable')} error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton what={t('readingAgents')} />
        )
      ) : agents.length === 0 ? (
        <EmptyState title={t('noAgents')} />
      ) : (
        <ScrollRegion label={t('agents')} className="max-h-96 overflow-auto focus-visible:-outline-offset-2">
          <DataTable caption={t('agents')} isDense>
            <thead>
              <tr>
                <th scope="col">{t('agent')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('chats')}</th>
                <th scope="col" className="max-wide:hidden">
                  {t('groupsAndSkills')}
                </th>
                <th scope="col">
                  <span className="sr-only">{t('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {agents.map((agent) => (
                <AgentRow
                  key={agent.id}
                  agent={agent}
                  now={now}
                  isBusy={setState.isPending && setState.variables.agent === agent.id}
                  onState={(state) => setState.mutate({ agent: agent.id, state })}
                />
              ))}
            </tbody>
          </DataTable>
        </ScrollRegion>
      )}
    </Card>
  )
}

interface AgentRowProps {
  agent: AgentJson
  now: number | null
  isBusy: boolean
  onState: (state: AgentJson['state']) => void
}

function AgentRow({ agent, now, isBusy, onState }: AgentRowProps) {
  const t = useTranslations('queue')
  const live = agent.interactions.filter(({ state }) => state !== 'ended').length
  const wanted = agent.state === 'ready' ? 'not-ready' : 'ready'
  const able =
    [...agent.groups, ...Object.entries(agent.skills).map(([skill, level]) => `${skill}=${level}`)].join(
      ', ',
    ) || '–'
  return (
    <tr>
      <th scope="row">
        {agent.name}
        {agent.auto !== null && (
          <span className="ml-2">
            <Badge icon={<Bot aria-hidden size={12} />}>{t('auto')}</Badge>
          </span>
        )}
        <span className="block text-xs font-normal break-words text-muted wide:hidden">{able}</span>
      </th>
      <td>
        <AgentState agent={agent} />
        {now !== null && (
          <span className="block text-xs text-muted tabular-nums">
            {t('sinceLong', { time: duration((now - Date.parse(agent.stateSince)) / 1000) })}
          </span>
        )}
      </td>
      <td className="whitespace-nowrap tabular-nums">{t('chatsOf', { live, capacity: agent.capacity })}</td>
      <td className="max-wide:hidden">{able}</td>
      <td className="text-right">
        <Button
          size="small"
          isBusy={isBusy}
          disabledReason={wanted === 'ready' && owedOf(agent).length > 0 ? t('owes') : null}
          request={`POST /gmstester/api/agents/${agent.id}/state {"state":"${wanted}"}`}
          onClick={() => onState(wanted)}
        >
          {t(wanted === 'ready' ? 'makeReady' : 'makeNotReady')}
          <span className="sr-only"> {agent.name}</span>
        </Button>
      </td>
    </tr>
  )
}

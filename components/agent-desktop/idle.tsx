'use client'

import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { useSetAgentState } from '../agents-queries.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { useDrawReason } from '../use-say-reason.ts'
import { owedOf } from './interactions.ts'
import { owesId } from './presence.tsx'

/** Why nothing comes, or that something may. */
export function Idle({ agent }: { agent: AgentJson }) {
  const t = useTranslations('agent.idle')
  const drawReason = useDrawReason()
  const setState = useSetAgentState()
  if (agent.state === 'ready')
    return (
      <p className="shrink-0 border-b p-3 text-sm text-muted">
        {agent.notOfferedPhrase === null
          ? t('waits', { name: agent.name })
          : drawReason(agent.notOfferedPhrase)}
      </p>
    )
  const because = agent.notOfferedPhrase === null ? agent.name : drawReason(agent.notOfferedPhrase)
  const goReady = () => setState.mutate({ agent: agent.id, state: 'ready' })
  return (
    <div className="flex shrink-0 flex-col items-start gap-2 border-b p-3">
      <p className="text-sm text-muted">
        {because}. {t('goReady')}
      </p>
      <Button
        isBusy={setState.isPending}
        disabledBy={owedOf(agent).length > 0 ? owesId(agent) : null}
        request={`POST /gmstester/api/agents/${agent.id}/state {"state":"ready"}`}
        requestAs="text"
        onClick={goReady}
      >
        {t('ready')}
      </Button>
      {setState.error && <Failure what={t('ready')} error={setState.error} onRetry={goReady} />}
    </div>
  )
}

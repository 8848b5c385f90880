'use client'

import { UserCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useSetAgentStateAt } from './agents-queries.ts'
import { Failure } from './failure.tsx'
import { nextStepName } from './next-step.ts'
import { Button } from './ui/button.tsx'
import { useNextStep } from './use-next-step.ts'

/** The button inside the customer's sentence that makes an agent ready, while that is the next step. */
export function MakeReady() {
  const t = useTranslations('nextStep')
  const step = useNextStep()
  const setState = useSetAgentStateAt('make-ready')
  const makeReady = (agent: string) => setState.mutate({ agent, state: 'ready' })
  const tried = setState.variables
  const agent = step?.kind === 'make-ready' ? step : null
  return (
    <>
      {setState.error && (
        <Failure
          what={t('makingReady')}
          error={setState.error}
          isKept={setState.isKept}
          onRetry={() => tried && makeReady(tried.agent)}
        />
      )}
      {agent && (
        <Button
          variant="primary"
          isBusy={setState.isPending}
          nextStep={nextStepName(agent)}
          request={`POST /gmstester/api/agents/${agent.agent}/state`}
          requestAs="text"
          onClick={() => makeReady(agent.agent)}
        >
          {!setState.isPending && <UserCheck aria-hidden size={16} />}
          {t('make-ready', { name: agent.agentName })}
        </Button>
      )}
    </>
  )
}

'use client'

import { Bot, Square } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { usePutAgent } from '../agents-queries.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { useAgentWindow } from './agent-store.ts'
import { AutoDialog } from './lazy-dialogs.ts'

/** Whether the agent works by itself: a sign and a stop while it does, else the offer. */
export function AutoAgent({ agent }: { agent: AgentJson }) {
  const t = useTranslations('agent.auto')
  const [isOpen, setOpen] = useAgentWindow('auto', agent.id)
  const stop = usePutAgent()
  const request = `PUT /gmstester/api/agents/${agent.id}`
  return (
    <>
      {agent.auto ? (
        <div className="flex flex-wrap items-center gap-2 rounded-md bg-lane-agent-soft px-2 py-1.5">
          <Bot aria-hidden size={16} className="shrink-0 text-lane-agent" />
          <span className="min-w-0 flex-1 text-sm">{t('running', { name: agent.name })}</span>
          <Button
            size="small"
            variant="ghost"
            request={`${request} {"auto":{…}}`}
            onClick={() => setOpen(true)}
          >
            {t('change')}
          </Button>
          <Button
            size="small"
            isBusy={stop.isPending}
            request={`${request} {"auto":null}`}
            onClick={() => stop.mutate({ agent, changes: { auto: null } })}
          >
            {!stop.isPending && <Square aria-hidden size={12} className="fill-current" />}
            {t('stop')}
          </Button>
        </div>
      ) : (
        <Button
          size="small"
          variant="ghost"
          className="-ml-2.5"
          request={`${request} {"auto":{…}}`}
          onClick={() => setOpen(true)}
        >
          <Bot aria-hidden size={14} />
          {t('start')}
        </Button>
      )}
      {stop.error && (
        <Failure what={t('stop')} error={stop.error} onRetry={() => stop.mutate(stop.variables)} />
      )}
      {isOpen && <AutoDialog agent={agent} onClose={() => setOpen(false)} />}
    </>
  )
}

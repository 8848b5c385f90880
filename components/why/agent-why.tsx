'use client'

import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { agentWhyQuery } from '../why-queries.ts'
import { Reason, ShortReason } from './reason.tsx'
import { WhyButton } from './why-button.tsx'
import { WhyEvents, WhyFrame } from './why-frame.tsx'

/** Why no chat comes to the agent, for whoever asks. */
export function AgentWhy({ agent }: { agent: AgentJson }) {
  const t = useTranslations('why')
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="flex shrink-0 flex-col border-b">
      <div className="px-3 py-1">
        <WhyButton
          label={t('noChat')}
          about={agent.name}
          isOpen={isOpen}
          controls={id}
          request={`GET /gmstester/api/agents/${encodeURIComponent(agent.id)}/why`}
          onToggle={() => setIsOpen(!isOpen)}
        />
      </div>
      {isOpen && <Opened id={id} agent={agent} />}
    </div>
  )
}

function Opened({ id, agent }: { id: string; agent: AgentJson }) {
  const t = useTranslations('why')
  const { data, error, refetch } = useQuery(agentWhyQuery(agent.id))
  return (
    <WhyFrame
      id={id}
      label={t('noChatTo', { name: agent.name })}
      data={data}
      error={error}
      onRetry={() => void refetch()}
      gone={t('agentGone')}
    >
      {(why) => (
        <>
          <Reason because={why} />
          {why.customers.length > 0 && (
            <div className="flex flex-col gap-1">
              <h3 className="text-sm font-semibold">{t('customers')}</h3>
              <ul className="flex flex-col gap-1.5">
                {why.customers.map(({ serviceId, name, queue, position, reasons }) => (
                  <li key={serviceId} className="text-sm">
                    <span className="font-medium break-words">
                      {position}. {name ?? serviceId}
                    </span>{' '}
                    <code className="text-xs text-muted">{queue}</code>
                    {reasons.map((because) => (
                      <ShortReason key={because.sentence} because={because} />
                    ))}
                  </li>
                ))}
              </ul>
              {why.customersLeftOut > 0 && (
                <p className="text-sm text-muted">{t('moreCustomers', { count: why.customersLeftOut })}</p>
              )}
            </div>
          )}
          <WhyEvents events={why.events} />
        </>
      )}
    </WhyFrame>
  )
}

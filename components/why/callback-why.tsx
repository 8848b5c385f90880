'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { callbackWhyQuery } from '../why-queries.ts'
import { Reason, ShortReason } from './reason.tsx'
import { WhyEvents, WhyFrame } from './why-frame.tsx'

/** Why a customer still waits, and what keeps each agent from him. */
export function CallbackWhy({ id, serviceId, who }: { id: string; serviceId: string; who: string }) {
  const t = useTranslations('why')
  const { data, error, refetch } = useQuery(callbackWhyQuery(serviceId))
  return (
    <WhyFrame
      id={id}
      label={t('whyWaits', { who })}
      data={data}
      error={error}
      onRetry={() => void refetch()}
      gone={t('customerGone')}
    >
      {(why) => (
        <>
          <Reason because={why} estimate={why.estimatePhrase} />
          {why.also.map((because) => (
            <Reason key={because.rule} because={because} />
          ))}
          {why.agents.length > 0 && (
            <div className="flex flex-col gap-1">
              <h3 className="text-sm font-semibold">{t('agents')}</h3>
              <ul className="flex flex-col gap-1">
                {why.agents.map(({ id: agent, name, obstacles }) => (
                  <li key={agent}>
                    {obstacles.length === 0 ? (
                      <span className="text-sm">{t('kept', { name })}</span>
                    ) : (
                      obstacles.map((because) => <ShortReason key={because.sentence} because={because} />)
                    )}
                  </li>
                ))}
              </ul>
              {why.agentsLeftOut > 0 && (
                <p className="text-sm text-muted">{t('moreAgents', { count: why.agentsLeftOut })}</p>
              )}
            </div>
          )}
          <WhyEvents events={why.events} />
        </>
      )}
    </WhyFrame>
  )
}

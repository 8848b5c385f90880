'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson, InteractionJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { useCentreNow } from '../centre-now.ts'
import { duration } from '../ui/relative-time.tsx'
import { Term } from '../ui/term.tsx'
import { WrapAfterAt } from '../ui/wrap-after-at.tsx'
import { waitedSeconds } from './waited.ts'

/** How long the customer has waited, by which device, and every field that was submitted, by the name it had on the wire. */
export function CaseData({ interaction }: { interaction: InteractionJson }) {
  const t = useTranslations('agent.case')
  const { data: callback } = useQuery(callbackQuery(interaction.serviceId))
  const fields = Object.entries(interaction.customer)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {callback !== null && <Facts callback={callback} interaction={interaction} />}
      {fields.length === 0 ? (
        <p className="text-sm text-muted">{t('noFields')}</p>
      ) : (
        <dl
          aria-label={t('fields')}
          className="grid grid-cols-[fit-content(11rem)_minmax(0,1fr)] gap-x-3 gap-y-0.5 font-mono text-mono"
        >
          {fields.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="wrap-anywhere text-muted">{name}</dt>
              <dd className="wrap-anywhere">
                {value === '' ? (
                  <span className="text-muted">{t('empty')}</span>
                ) : (
                  <WrapAfterAt text={value} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

interface FactsProps {
  /** Undefined while it is read: the facts keep their places. */
  callback: CallbackDetailJson | undefined
  interaction: InteractionJson
}

function Facts({ callback, interaction }: FactsProps) {
  const t = useTranslations('agent.case')
  const now = useCentreNow()
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-3 gap-y-1 text-sm">
      <Fact name={t('waited')}>
        {now === null || !callback ? '–' : duration(waitedSeconds(callback.createdAt, interaction, now))}
      </Fact>
      <Fact name={t('device')}>
        <code>{interaction.customer._device_os ?? t('noDevice')}</code>
      </Fact>
      <Fact name={t('delivery')}>{callback ? t(callback.hasPush ? 'push' : 'polls') : '–'}</Fact>
      <Fact name={<Term name="virtualQueue">{t('queue')}</Term>}>
        <code>{callback?.queue ?? '–'}</code>
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="break-words tabular-nums">{children}</dd>
    </div>
  )
}

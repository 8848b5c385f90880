'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { CaseData } from './case-data.tsx'
import { CustomerHistory } from './customer-history.tsx'
import { CustomerScreen } from './customer-screen.tsx'
import { useDeskSettings } from './desk-settings.ts'
import { DispositionForm } from './disposition-form.tsx'

interface CustomerColumnProps {
  agent: AgentJson
  interaction: InteractionJson
}

/** What is known of the customer, and what is said of the chat. */
export function CustomerColumn({ agent, interaction }: CustomerColumnProps) {
  const t = useTranslations('agent')
  const isLensOn = useDeskSettings((store) => store.isLensOn)
  const { data: callback } = useQuery(callbackQuery(interaction.serviceId))
  return (
    <>
      {isLensOn && <CustomerScreen serviceId={interaction.serviceId} />}
      <Section title={t('tabs.case')}>
        <CaseData interaction={interaction} />
      </Section>
      <Section title={t('disposition.title')}>
        <DispositionForm agent={agent} interaction={interaction} />
      </Section>
      <Section title={t('tabs.history')}>{callback && <CustomerHistory callback={callback} />}</Section>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 shrink-0 flex-col gap-2 border-b p-3">
      <h3 className="text-sm font-semibold">{title}</h3>
      {children}
    </section>
  )
}

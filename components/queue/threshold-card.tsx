'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { QueueJson, ServiceJson } from '../../server/tester/contract.ts'
import { servicesQuery } from '../services-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { Term } from '../ui/term.tsx'
import { AwaitedThreshold } from './awaited-cards.tsx'
import { Card } from './card.tsx'
import { ThresholdEditor } from './threshold-editor.tsx'

/** The services whose customers wait in this queue. */
export const servicesOf = (queue: string, services: readonly ServiceJson[]) =>
  services.filter(({ options }) => options._urs_virtual_queue === queue)

/** The rule by which customers count as about to be served, of each service of the queue, with its truth table. */
export function ThresholdCard({ queue }: { queue: QueueJson }) {
  const t = useTranslations('queue')
  const { data: services, isPending, error, refetch } = useQuery(servicesQuery())
  if (isPending) return <AwaitedThreshold />
  const own = servicesOf(queue.name, services ?? []).filter(({ options }) => '_eta_pos_threshold' in options)
  return (
    <Card
      id="threshold"
      title={t('threshold')}
      summary={
        <Term name="threshold">
          <code>_eta_pos_threshold</code>
        </Term>
      }
    >
      <p className="px-3 pt-3 text-sm text-muted">{t('thresholdMeans')}</p>
      {!services && (
        <ErrorState title={t('servicesUnreadable')} error={error} onRetry={() => void refetch()} />
      )}
      {services && own.length === 0 && <EmptyState title={t('noThreshold')} />}
      {own.map((service) => (
        <ThresholdEditor key={service.name} service={service} etaSeconds={queue.ewt.seconds} />
      ))}
    </Card>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { servicesQuery } from '../services-queries.ts'
import { Term } from '../ui/term.tsx'

/** The rule by which a customer counts as about to be served, as the services of this queue have it. */
export function ThresholdRule({ queue }: { queue: string }) {
  const t = useTranslations('queue')
  const { data: services } = useQuery(servicesQuery())
  const own = (services ?? []).flatMap(({ name, options }) => {
    const table = options._eta_pos_threshold ?? ''
    return options._urs_virtual_queue === queue && table !== '' ? [{ name, table }] : []
  })
  if (own.length === 0) return null
  return (
    <section aria-labelledby="threshold-title" className="flex shrink-0 flex-col gap-1 p-3">
      <h3 id="threshold-title" className="text-sm font-semibold">
        <Term name="threshold">{t('threshold')}</Term>
      </h3>
      {own.map(({ name, table }) => (
        <p key={name} className="text-sm break-words">
          <code className="text-muted">{name} _eta_pos_threshold</code> <code>{table}</code>
        </p>
      ))}
      <p className="text-sm text-muted">{t('thresholdMeans')}</p>
    </section>
  )
}

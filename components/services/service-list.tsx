'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { pausedServicesQuery } from '../settings-queries.ts'
import { Term } from '../ui/term.tsx'
import { isPausedBy } from './paused.ts'
import { ServiceBadges } from './service-badges.tsx'

const columns =
  'full:grid full:grid-cols-[minmax(10rem,1.2fr)_minmax(10rem,1fr)_minmax(12rem,1.6fr)_minmax(7rem,0.8fr)_8rem] full:items-baseline full:gap-x-4'

/** One line for each service; where the window is narrow, a card. */
export function ServiceList({ services }: { services: readonly ServiceJson[] }) {
  const t = useTranslations('services')
  const { data: paused } = useQuery(pausedServicesQuery())
  return (
    <div className="flex flex-col rounded-md border bg-surface">
      <div className={`hidden border-b px-3 py-2 text-xs font-medium text-muted ${columns}`}>
        <span>{t('column.name')}</span>
        <span>
          <Term name="commonDefaultConfiguration">{t('column.configuration')}</Term>
        </span>
        <span>
          <Term name="target">{t('column.target')}</Term>
        </span>
        <span>
          <Term name="virtualQueue">{t('column.queue')}</Term>
        </span>
        <span className="text-right">{t('column.changed')}</span>
      </div>
      <ul aria-label={t('list')} className="flex flex-col divide-y">
        {services.map((service) => (
          <li key={service.name} className={`flex flex-col gap-1 px-3 py-row-loose text-sm ${columns}`}>
            <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
              <Link
                href={`/services/${encodeURIComponent(service.name)}`}
                className="min-h-6 min-w-0 text-base font-semibold wrap-anywhere text-accent enabled-hover:underline"
              >
                {service.name}
              </Link>
              <ServiceBadges service={service} isPaused={isPausedBy(service, paused?.services ?? [])} />
            </div>
            <Cell label={t('column.configuration')}>{service.template}</Cell>
            <Cell label={t('column.target')}>
              <code className="wrap-anywhere">{service.options._target || t('noTarget')}</code>
            </Cell>
            <Cell label={t('column.queue')}>
              <code className="wrap-anywhere">{service.options._urs_virtual_queue || t('noTarget')}</code>
            </Cell>
            <Cell label={t('column.changed')} isNumber>
              {Object.keys(service.overrides).length}
            </Cell>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Cell({
  label,
  isNumber = false,
  children,
}: {
  label: string
  isNumber?: boolean
  children: ReactNode
}) {
  return (
    <div className={`flex min-w-0 gap-2 ${isNumber ? 'full:justify-end tabular-nums' : ''}`}>
      <span className="shrink-0 text-muted full:sr-only">{label}</span>
      <span className="min-w-0">{children}</span>
    </div>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { servicesQuery, templatesQuery } from '../services-queries.ts'
import { pausedServicesQuery } from '../settings-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { StaleNote } from '../ui/stale-note.tsx'
import { DeleteService } from './delete-service.tsx'
import { Parameters } from './parameters-view.tsx'
import { isPausedBy } from './paused.ts'
import { ServiceBadges } from './service-badges.tsx'
import { ServiceHead } from './service-head.tsx'

/** One configured service with its parameters. */
export function ServicePage({ name }: { name: string }) {
  const t = useTranslations('services')
  const { data: services, error, refetch } = useQuery(servicesQuery())
  const { data: paused } = useQuery(pausedServicesQuery())
  const service = services?.find((each) => each.name === name)
  const isPaused = service !== undefined && isPausedBy(service, paused?.services ?? [])
  return (
    <Page
      id="service"
      title={name}
      summary={service && <ServiceBadges service={service} isPaused={isPaused} />}
      actions={service && <DeleteService service={service} />}
    >
      <Link
        href="/services"
        className="inline-flex min-h-6 items-center gap-1 self-start rounded-sm text-sm text-accent enabled-hover:underline"
      >
        <ArrowLeft aria-hidden size={14} />
        {t('service.back')}
      </Link>
      {services !== undefined && <StaleNote error={error} />}
      {service && <Configured service={service} isPaused={isPaused} />}
      {services !== undefined && service === undefined && (
        <EmptyState title={t('service.gone', { name })}>
          <p className="text-sm text-muted">{t('service.goneText')}</p>
        </EmptyState>
      )}
      {services === undefined && error === null && (
        <Skeleton what={t('service.loading', { name })} lines={8} />
      )}
      {services === undefined && error !== null && (
        <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  )
}

function Configured({ service, isPaused }: { service: ServiceJson; isPaused: boolean }) {
  const t = useTranslations('services')
  const { data: templates, error, refetch } = useQuery(templatesQuery())
  const template = templates?.find((each) => each.name === service.template)
  return (
    <>
      <ServiceHead service={service} isPaused={isPaused} />
      {template && <Parameters service={service} template={template} />}
      {templates === undefined && error === null && (
        <Skeleton what={t('service.loading', { name: service.name })} lines={8} />
      )}
      {templates === undefined && error !== null && (
        <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
      )}
    </>
  )
}

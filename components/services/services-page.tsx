'use client'

import { useQuery } from '@tanstack/react-query'
import { parseAsString, useQueryState } from 'nuqs'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { servicesQuery } from '../services-queries.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Input } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { StaleNote } from '../ui/stale-note.tsx'
import { CreateService } from './create-service.tsx'
import { ServiceList } from './service-list.tsx'

/** All configured services, as Genesys' *Configured Services* shows them. */
export function ServicesPage() {
  const t = useTranslations('services')
  const { data: services, error, refetch } = useQuery(servicesQuery())
  return (
    <Page id="services" title={t('title')} actions={<CreateService />}>
      <p className="max-w-3xl text-muted">{t('intro')}</p>
      {services !== undefined && (
        <>
          <StaleNote error={error} />
          <FoundServices services={services} />
        </>
      )}
      {services === undefined && error === null && <Skeleton what={t('loading')} />}
      {services === undefined && error !== null && (
        <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  )
}

function FoundServices({ services }: { services: readonly ServiceJson[] }) {
  const t = useTranslations('services')
  const [text, setText] = useQueryState('find', parseAsString.withDefault(''))
  if (services.length === 0) return <EmptyState title={t('empty')} />
  const found = services.filter((service) => isFound(service, text.trim().toLowerCase()))
  return (
    <>
      <div className="max-w-sm">
        <Input
          label={t('find')}
          isLabelHidden
          type="search"
          placeholder={t('findPlaceholder')}
          value={text}
          onChange={(event) => void setText(event.target.value || null)}
        />
      </div>
      {found.length > 0 && <ServiceList services={found} />}
      {found.length === 0 && (
        <EmptyState title={t('noneFound', { text })}>
          <Button size="small" onClick={() => void setText(null)}>
            {t('clearSearch')}
          </Button>
        </EmptyState>
      )}
    </>
  )
}

const isFound = ({ name, template, options }: ServiceJson, text: string): boolean =>
  [name, template, options._target ?? '', options._urs_virtual_queue ?? ''].some((each) =>
    each.toLowerCase().includes(text),
  )

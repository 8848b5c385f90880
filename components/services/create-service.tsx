'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { parseAsBoolean, useQueryState } from 'nuqs'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { servicesQuery, templatesQuery } from '../services-queries.ts'
import { Button } from '../ui/button.tsx'
import { loadAgain } from '../ui/load-again.ts'

const CreateForm = dynamic(
  () => loadAgain(() => import('./create-form.tsx')).then((module) => module.CreateForm),
  {
    ssr: false,
  },
)
const Unreadable = dynamic(
  () => loadAgain(() => import('./unreadable.tsx')).then((module) => module.Unreadable),
  { ssr: false },
)
const CreatedService = dynamic(
  () => loadAgain(() => import('./created-service.tsx')).then((module) => module.CreatedService),
  { ssr: false },
)

/** *Create*: name, template, Common Default Configuration, *Add*, and a confirmation. */
export function CreateService() {
  const t = useTranslations('services.create')
  const [isOpen, setIsOpen] = useQueryState('create', parseAsBoolean.withDefault(false))
  const [created, setCreated] = useState<ServiceJson | null>(null)
  const services = useQuery(servicesQuery())
  const templates = useQuery({ ...templatesQuery(), enabled: isOpen })
  // What could not be read stays told until it is read.
  const unread = [services, templates].filter(({ data }) => data === undefined)
  const isUnreadable = unread.some(({ errorUpdateCount }) => errorUpdateCount > 0)
  const close = () => void setIsOpen(null)
  return (
    <>
      <Button variant="primary" onClick={() => void setIsOpen(true)}>
        <Plus aria-hidden size={14} />
        {t('open')}
      </Button>
      {isOpen && created === null && services.data && templates.data && (
        <CreateForm
          services={services.data}
          templates={templates.data}
          onClose={close}
          onCreated={(service) => {
            setCreated(service)
            // Whoever comes back to the page, or reads it anew, has nothing left to create.
            void setIsOpen(null)
          }}
        />
      )}
      {isOpen && isUnreadable && (
        <Unreadable
          error={unread.find(({ error }) => error !== null)?.error ?? null}
          onRetry={() => unread.forEach(({ refetch }) => void refetch())}
          onClose={close}
        />
      )}
      {created !== null && <CreatedService service={created} onClose={() => setCreated(null)} />}
    </>
  )
}

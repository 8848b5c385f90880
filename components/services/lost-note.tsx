'use client'

import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { servicesQuery } from '../services-queries.ts'
import { lostReference } from './reference.ts'

/** Says so when a parameter names a service that is not there, or cannot be meant; it is kept all the same. */
export function LostNote({ name, value }: { name: string; value: string }) {
  const t = useTranslations('services.reference')
  const { data: services } = useQuery(servicesQuery())
  const lost = services === undefined ? null : lostReference(name, value, services)
  if (lost === null) return null
  return (
    <p className="flex items-start gap-1.5 text-sm text-warn">
      <TriangleAlert aria-hidden size={14} className="mt-0.5 shrink-0" />
      {lost.kind === 'absent'
        ? t('absent', { name: value.trim() })
        : t('other', { name: value.trim(), template: lost.template })}
    </p>
  )
}

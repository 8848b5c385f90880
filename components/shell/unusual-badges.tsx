'use client'

import { useQuery } from '@tanstack/react-query'
import { KeyRound, Layers, Network, PauseCircle, SlidersHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { addressesQuery } from '../connect-queries.ts'
import { servicesQuery } from '../services-queries.ts'
import { pausedServicesQuery, settingsQuery } from '../settings-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { unusualOf, type Unusual } from './unusual.ts'

const icons: Record<Unusual['kind'], typeof Network> = {
  open: Network,
  paused: PauseCircle,
  changed: SlidersHorizontal,
  version: Layers,
  credentials: KeyRound,
}

/** What is not as it is by default and changes what clients meet; each leads to where it is changed. */
export function UnusualBadges() {
  const t = useTranslations('shell.unusual')
  const { data: addresses } = useQuery(addressesQuery())
  const { data: settings } = useQuery(settingsQuery())
  const { data: paused } = useQuery(pausedServicesQuery())
  const { data: services } = useQuery(servicesQuery())
  return unusualOf({ addresses, settings, paused, services }).map(({ kind, href, what }) => {
    const Icon = icons[kind]
    return (
      <Link
        key={href}
        href={href}
        title={t(`${kind}Why`, { what })}
        className="inline-flex min-h-7 items-center rounded-sm enabled-hover:underline"
      >
        <Badge tone="warn" icon={<Icon aria-hidden size={12} />}>
          {t(kind, { what })}
        </Badge>
      </Link>
    )
  })
}

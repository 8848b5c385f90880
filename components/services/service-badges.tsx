import { Pause, Package } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { Badge } from '../ui/badge.tsx'

/** What is special about a service. */
export function ServiceBadges({ service, isPaused }: { service: ServiceJson; isPaused: boolean }) {
  const t = useTranslations('services.badge')
  return (
    <>
      {service.builtIn && <Badge icon={<Package aria-hidden size={12} />}>{t('builtIn')}</Badge>}
      {isPaused && (
        <Badge tone="warn" icon={<Pause aria-hidden size={12} />}>
          {t('paused')}
        </Badge>
      )}
    </>
  )
}

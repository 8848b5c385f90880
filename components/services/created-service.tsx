'use client'

import { CircleCheck } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { startPath, takesCallbacks } from './parameters.ts'

/** Confirms that a service was added, with where it is. */
export function CreatedService({ service, onClose }: { service: ServiceJson; onClose: () => void }) {
  const { name } = service
  const t = useTranslations('services.create')
  const router = useRouter()
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('added', { name })}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button variant="primary" onClick={() => router.push(`/services/${encodeURIComponent(name)}`)}>
            {t('openService')}
          </Button>
        </>
      }
    >
      <p className="flex items-center gap-2">
        <CircleCheck aria-hidden size={16} className="shrink-0 text-success" />
        {t('addedText')}
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">{t('section')}</dt>
        <dd>
          <code className="wrap-anywhere">service.{name}</code>
        </dd>
        {takesCallbacks(service) && (
          <>
            <dt className="text-muted">{t('address')}</dt>
            <dd>
              <code className="wrap-anywhere">{startPath(service)}</code>
            </dd>
          </>
        )}
      </dl>
    </Dialog>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

interface UnreadableProps {
  /** Null: it is tried once more. */
  error: Error | null
  onRetry: () => void
  onClose: () => void
}

/** What opens instead of the form when there is nothing to choose from: why, and once more. */
export function Unreadable({ error, onRetry, onClose }: UnreadableProps) {
  const t = useTranslations('services')
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('create.title')}
      footer={<Button onClick={onClose}>{t('create.cancel')}</Button>}
    >
      {error === null ? (
        <Skeleton what={t('loading')} />
      ) : (
        <Failure what={t('create.open')} error={error} onRetry={onRetry} />
      )}
    </Dialog>
  )
}

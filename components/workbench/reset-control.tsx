'use client'

import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Failure } from '../failure.tsx'
import { useReset } from '../reset.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

/** Everything as in a new installation, once the reader has said so. */
export function ResetControl() {
  const t = useTranslations('reset')
  const [isOpen, setIsOpen] = useState(false)
  const reset = useReset()
  const announce = useAnnounce()
  const confirm = () =>
    reset.mutate(undefined, {
      onSuccess: () => {
        setIsOpen(false)
        announce(t('done'))
      },
    })
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" variant="ghost">
          <RotateCcw aria-hidden size={14} />
          <span className="max-wide:sr-only">{t('open')}</span>
        </Button>
      }
      isOpen={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open)
        reset.reset()
      }}
      title={t('title')}
      keep={t('keep')}
      confirm={t('confirm')}
      request="POST /gmstester/api/reset"
      isBusy={reset.isPending}
      onConfirm={confirm}
    >
      <p>{t('lost')}</p>
      <p className="text-sm text-muted">{t('kept')}</p>
      {reset.error && <Failure what={t('what')} error={reset.error} onRetry={confirm} />}
    </ConfirmDialog>
  )
}

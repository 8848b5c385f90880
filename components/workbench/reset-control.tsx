'use client'

import { useQuery } from '@tanstack/react-query'
import { RotateCcw, Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Failure } from '../failure.tsx'
import { resetQuery, useReset, useUndoReset } from '../reset-queries.ts'
import { useShellStore } from '../shell/shell-store.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'

/** Everything as in a new installation, once the reader has said so; and back again, as long as that is possible. */
export function ResetControl() {
  const t = useTranslations('reset')
  // The palette opens it, too.
  const isOpen = useShellStore((store) => store.opened === 'reset')
  const open = useShellStore((store) => store.open)
  const setIsOpen = (wanted: boolean) => open(wanted ? 'reset' : null)
  const reset = useReset()
  const undo = useUndoReset()
  const toast = useToast()
  const failed = useFailedNotice()
  const last = useQuery({ ...resetQuery(), enabled: isOpen })

  const putBack = () =>
    undo.mutate(undefined, {
      onSuccess: () => {
        setIsOpen(false)
        toast({ title: t('undone') })
      },
      onError: (error) => failed(t('notUndone'), error, putBack),
    })
  const confirm = () =>
    reset.mutate(undefined, {
      onSuccess: (left) => {
        setIsOpen(false)
        toast(
          left?.undo === null
            ? { title: t('done'), why: left.because }
            : { title: t('done'), action: { label: t('undo'), onSelect: putBack } },
        )
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
      onOpenChange={(wanted) => {
        setIsOpen(wanted)
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
      {last.data?.undo && (
        <div className="flex flex-wrap items-center justify-between gap-2 rounded-md border p-2">
          <p className="min-w-0 flex-1 text-sm">{t('lastLeft', { records: last.data.undo.records })}</p>
          <Button
            size="small"
            isBusy={undo.isPending}
            request="POST /gmstester/api/reset/undo"
            onClick={putBack}
          >
            <Undo2 aria-hidden size={14} />
            {t('undoLast')}
          </Button>
        </div>
      )}
      {reset.error && <Failure what={t('what')} error={reset.error} onRetry={confirm} />}
    </ConfirmDialog>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { Failure } from '../failure.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { inCode } from '../ui/rich-text.tsx'
import { useToast } from '../ui/toast.tsx'
import { cancelPath, useCancelCallbacks } from './callback-actions.ts'
import { useCallbackName } from './callback-name.ts'
import { keepsFromCancelling } from './callback-state.ts'

interface CancelDialogProps {
  callbacks: readonly CallbackJson[]
  onClose: () => void
}

/** Asks before callbacks are cancelled; those that cannot be are told of, and left alone. */
export function CancelDialog({ callbacks, onClose }: CancelDialogProps) {
  const t = useTranslations('callbacks')
  const toast = useToast()
  const cancel = useCancelCallbacks()
  const nameOf = useCallbackName()
  const possible = callbacks.filter((callback) => keepsFromCancelling(callback, t) === null)
  const left = callbacks.length - possible.length
  const [only] = possible.length === 1 ? possible : []
  const confirm = () =>
    cancel.mutate(
      possible.map(({ id }) => id),
      {
        onSuccess({ cancelled, failed }) {
          onClose()
          if (cancelled.length > 0) toast({ title: t('cancel.done', { count: cancelled.length }) })
          const [first] = failed
          if (first)
            toast({
              tone: 'danger',
              title: t('cancel.failed', { count: failed.length }),
              why: first.message,
              action: { label: t('open'), href: `/callbacks/${encodeURIComponent(first._id)}` },
            })
        },
      },
    )
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={
        only ? t('cancel.titleOne', { name: nameOf(only) }) : t('cancel.title', { count: possible.length })
      }
      keep={t('cancel.keep')}
      confirm={only ? t('cancel.one') : t('cancel.many', { count: possible.length })}
      request={`POST ${cancelPath}`}
      isBusy={cancel.isPending}
      onConfirm={confirm}
    >
      <p>{t.rich('cancel.what', { code: inCode })}</p>
      {left > 0 && <p className="text-sm text-muted">{t('cancel.left', { count: left })}</p>}
      {cancel.error && <Failure what={t('cancel.verb')} error={cancel.error} />}
    </ConfirmDialog>
  )
}

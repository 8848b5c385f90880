'use client'

import { useTranslations } from 'use-intl'
import { useDraft } from '../draft-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input } from '../ui/field.tsx'
import type { QueueEntry } from './positions.ts'

/** Those of the option `_urs_vq_priority`. */
const priorityMax = 1_000_000

interface PriorityDialogProps {
  who: string
  entry: QueueEntry
  request: string
  onSet: (priority: number) => void
  onClose: () => void
}

/** Which priority somebody in line is to have. */
export function PriorityDialog({ who, entry, request, onSet, onClose }: PriorityDialogProps) {
  const t = useTranslations('queue')
  const [text, setText, forget] = useDraft(`priority ${entry.serviceId}`, String(entry.priority))
  const close = () => {
    forget()
    onClose()
  }
  const value = Number(text)
  const isValid = text.trim() !== '' && Number.isInteger(value) && Math.abs(value) <= priorityMax
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t('priorityTitle', { who })}
      description={t('priorityMeans')}
      footer={
        <>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button
            type="submit"
            form="priority-form"
            variant="primary"
            request={`${request} {"priority":${isValid ? value : '…'}}`}
            disabledReason={isValid ? null : t('priorityRange', { max: priorityMax })}
          >
            {t('setPriorityNow')}
          </Button>
        </>
      }
    >
      <form
        id="priority-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isValid) return
          forget()
          onSet(value)
        }}
      >
        <Input
          label={t('priority')}
          wireName="priority"
          inputMode="numeric"
          value={text}
          error={isValid ? null : t('priorityRange', { max: priorityMax })}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
    </Dialog>
  )
}

'use client'

import { useId, type FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { useDraft } from '../draft-store.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { CancelButton } from '../ui/cancel-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { movePath, useMoveCallback } from './callback-actions.ts'
import { useCallbackName } from './callback-name.ts'
import { localInput } from './callback-time.tsx'

/** Gives a callback another time. */
export function MoveDialog({ callback, onClose }: { callback: CallbackJson; onClose: () => void }) {
  const t = useTranslations('callbacks')
  const form = useId()
  const toast = useToast()
  const move = useMoveCallback()
  const name = useCallbackName()(callback)
  const { service, id } = callback
  const [time, setTime, forget] = useDraft(`move ${id}`, localInput(callback.desiredAt))
  const close = () => {
    forget()
    onClose()
  }
  const leave = () => {
    // What is on its way may yet fail.
    if (!move.isPending) close()
  }
  const isTime = !Number.isNaN(Date.parse(time))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isTime) return
    const desiredAt = new Date(time).toISOString()
    move.mutate(
      { service, id, desiredAt },
      {
        onSuccess() {
          close()
          toast({ title: t('move.done', { name }) })
        },
      },
    )
  }
  return (
    <Dialog
      isOpen
      onOpenChange={leave}
      title={t('move.title', { name })}
      description={t('move.what')}
      footer={
        <>
          <CancelButton isOnItsWay={move.isPending} onClick={leave}>
            {t('move.keep')}
          </CancelButton>
          <Button
            type="submit"
            form={form}
            variant="primary"
            isBusy={move.isPending}
            disabledReason={isTime ? null : t('move.noTime')}
            request={`PUT ${movePath(service, id)}`}
          >
            {t('move.do')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Input
          type="datetime-local"
          step={1}
          label={t('move.time')}
          wireName="_new_desired_time"
          hint={isTime ? new Date(time).toISOString() : undefined}
          value={time}
          onChange={({ target }) => setTime(target.value)}
        />
      </form>
      {move.error && <Failure what={t('move.verb')} error={move.error} />}
    </Dialog>
  )
}

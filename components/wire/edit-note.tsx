'use client'

import { useMutation } from '@tanstack/react-query'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { useDraft } from '../draft-store.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { CancelButton } from '../ui/cancel-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Textarea } from '../ui/field.tsx'
import { OtherLog } from './row-identity.ts'
import { useWireActions } from './use-wire-actions.ts'
import { closeWireWindows, type NotedRow } from './wire-windows-store.ts'

/** A window in which somebody writes on a row. What is typed stays until it is saved or given up. */
export function EditNote({ row }: { row: NotedRow }) {
  const { number, at, comment } = row
  const t = useTranslations('wire.comment')
  const actions = useWireActions()
  const [text, setText, forget] = useDraft(`note ${number} ${at}`, comment ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  const saving = useMutation({ mutationFn: (next: string | null) => actions.comment(row, next) })
  const close = () => {
    forget()
    closeWireWindows()
  }
  const leave = () => {
    // What is being saved may yet fail.
    if (!saving.isPending) close()
  }
  const written = text.trim() || null
  const isNothing = written === null && comment === null
  const save = (next: string | null) => {
    if (!saving.isPending) saving.mutate(next, { onSuccess: close })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!isNothing) save(written)
  }
  const call = `/gmstester/api/traffic/${number}/comment`
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) leave()
      }}
      title={t('title', { number })}
      initialFocus={field}
      footer={
        <>
          {comment !== null && (
            <Button
              variant="ghost"
              className="mr-auto"
              request={`DELETE ${call}`}
              isBusy={saving.isPending && saving.variables !== written}
              onClick={() => save(null)}
            >
              {t('remove')}
            </Button>
          )}
          <CancelButton isOnItsWay={saving.isPending} onClick={leave}>
            {t('cancel')}
          </CancelButton>
          <Button
            variant="primary"
            request={`${written === null ? 'DELETE' : 'PUT'} ${call}`}
            isBusy={saving.isPending && saving.variables === written}
            disabledReason={isNothing ? t('nothing') : null}
            onClick={() => save(written)}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <Textarea
        ref={field}
        label={t('label')}
        value={text}
        rows={3}
        className="resize-y"
        hint={t('hint')}
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(text.length, text.length)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {saving.error instanceof OtherLog ? (
        <p role="alert" className="text-sm text-danger">
          {t('otherLog', { number })}
        </p>
      ) : (
        saving.error && (
          <Failure what={t(saving.variables === null ? 'remove' : 'save')} error={saving.error} />
        )
      )}
    </Dialog>
  )
}

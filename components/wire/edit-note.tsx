'use client'

import { useMutation } from '@tanstack/react-query'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { useDraft } from '../draft-store.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Textarea } from '../ui/field.tsx'
import { useWireActions } from './use-wire-actions.ts'

/** The row that is written on, as it was when its window opened. */
export type NotedRow = Pick<TrafficSummary, 'number' | 'at' | 'comment'>

/** A window in which somebody writes on a row. What is typed stays until it is saved or given up. */
export function EditNote({ row, onClose }: { row: NotedRow; onClose: () => void }) {
  const { number, at, comment } = row
  const t = useTranslations('wire.comment')
  const actions = useWireActions()
  const [text, setText, forget] = useDraft(`note ${number} ${at}`, comment ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  const saving = useMutation({ mutationFn: (next: string | null) => actions.comment(number, next) })
  const close = () => {
    forget()
    onClose()
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
          <Button onClick={leave}>{t('cancel')}</Button>
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
      {saving.error && (
        <Failure what={t(saving.variables === null ? 'remove' : 'save')} error={saving.error} />
      )}
    </Dialog>
  )
}

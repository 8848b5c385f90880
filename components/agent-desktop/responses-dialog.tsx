'use client'

import { Plus, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useFormDraft } from '../form-draft.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input, Textarea } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useDeskSettings } from './desk-settings.ts'
import { useResponses } from './use-responses.tsx'

/** The standard responses of this browser, for editing. */
export function ResponsesDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('agent.responses')
  const setResponses = useDeskSettings((store) => store.setResponses)
  const kept = useResponses()
  const {
    form,
    change: keep,
    forget,
  } = useFormDraft('standard responses', {
    rows: kept.map((response, key) => ({ ...response, key })),
  })
  const { rows } = form
  const close = () => {
    forget()
    onClose()
  }
  const change = (key: number, changes: { title?: string; text?: string }) =>
    keep({ rows: rows.map((row) => (row.key === key ? { ...row, ...changes } : row)) })
  const isIncomplete = rows.some(({ title, text }) => title.trim() === '' || text.trim() === '')
  const save = () => {
    setResponses(rows.map(({ title, text }) => ({ title: title.trim(), text: text.trim() })))
    close()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t('edit')}
      description={t('editText', { customer: '{customer.name}', agent: '{agent.name}' })}
      footer={
        <>
          <Button
            className="mr-auto"
            onClick={() => {
              setResponses(null)
              close()
            }}
          >
            <RotateCcw aria-hidden size={14} />
            {t('restore')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button variant="primary" disabledReason={isIncomplete ? t('incomplete') : null} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <ol className="flex flex-col gap-3">
        {rows.map(({ key, title, text }, index) => (
          <li key={key} className="flex items-start gap-2">
            <kbd aria-hidden className="w-4 pt-2 text-xs text-muted">
              {index < 9 ? index + 1 : ''}
            </kbd>
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <Input
                label={t('titleOf', { number: index + 1 })}
                isLabelHidden
                placeholder={t('titlePlaceholder')}
                value={title}
                onChange={({ target }) => change(key, { title: target.value })}
              />
              <Textarea
                label={t('textOf', { number: index + 1 })}
                isLabelHidden
                placeholder={t('textPlaceholder')}
                value={text}
                onChange={({ target }) => change(key, { text: target.value })}
              />
            </div>
            <IconButton
              label={t('removeOne', { number: index + 1 })}
              onClick={() => keep({ rows: rows.filter((row) => row.key !== key) })}
            >
              <Trash2 aria-hidden size={14} />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        className="self-start"
        onClick={() =>
          keep({
            rows: [...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, title: '', text: '' }],
          })
        }
      >
        <Plus aria-hidden size={14} />
        {t('addOne')}
      </Button>
    </Dialog>
  )
}

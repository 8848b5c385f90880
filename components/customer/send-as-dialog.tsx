'use client'

import { FilePlus, Plus, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { paths } from '../../server/gms/contract.ts'
import { useDraft } from '../draft-store.ts'
import { Failure } from '../failure.tsx'
import { randomHex } from '../random-user.ts'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { serviceName, startFields, useSendAs } from './customer-actions.ts'
import type { Customer } from './customer-store.ts'
import { useTyped } from './drafts.ts'
import { encodeBody, previewBody, textPart, type EditedPart } from './multipart-body.ts'
import { PartRow } from './part-row.tsx'
import { closeSendAs } from './send-as-store.ts'
import { useParts } from './use-parts.ts'

/** As many parts as anybody wants to put together by hand. */
const partsMax = 50

interface SendAsDialogProps {
  customer: Customer
  /** Where the focus goes when it is closed. */
  finalFocus: () => HTMLElement | null
}

/** The editor of a request: its parts, how it will look on the wire, and what was answered. */
export function SendAsDialog({ customer: kept, finalFocus }: SendAsDialogProps) {
  const t = useTranslations('customer.sendAs')
  const { typed: customer } = useTyped(kept)
  const [path, setPath] = useDraft(`send-as-${customer.user}-path`, paths.start(serviceName))
  const { parts, isEdited, setParts, begin } = useParts(customer.user, startFields(customer))
  const [isCutOff, setIsCutOff] = useState(false)
  const [boundary] = useState(newBoundary)
  const send = useSendAs()
  const body = { boundary, parts, isCutOff }
  const bytes = encodeBody(body)
  const contentType = `multipart/form-data; boundary=${boundary}`
  const press = () => send.mutate({ customer, path, body: { contentType, bytes } })
  const add = (part: Omit<EditedPart, 'key'>, at = parts.length) =>
    setParts(parts.toSpliced(at, 0, { ...part, key: randomHex(16) }))
  const full = parts.length >= partsMax ? t('full', { max: partsMax }) : null
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && closeSendAs()}
      finalFocus={finalFocus}
      title={t('title')}
      description={t('description')}
      size="large"
      footer={
        <Button
          variant="primary"
          isBusy={send.isPending}
          request={`POST ${path}`}
          requestAs="text"
          onClick={() => !send.isPending && press()}
        >
          {t('send')}
        </Button>
      }
    >
      <Input
        label={t('path')}
        className="font-mono text-mono"
        spellCheck={false}
        autoComplete="off"
        value={path}
        onChange={(event) => setPath(event.target.value)}
      />
      <ol className="flex flex-col divide-y rounded-md border">
        {parts.map((part, index) => (
          <PartRow
            key={part.key}
            part={part}
            number={index + 1}
            onChange={(next) => setParts(parts.with(index, next))}
            onDouble={() => add(part, index + 1)}
            onRemove={() => setParts(parts.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-start gap-2">
        <Button size="small" disabledReason={full} onClick={() => add(textPart('', 'usr_field', ''))}>
          <Plus aria-hidden size={14} />
          {t('addText')}
        </Button>
        <Button size="small" disabledReason={full} onClick={() => add(newFile)}>
          <FilePlus aria-hidden size={14} />
          {t('addFile')}
        </Button>
        {isEdited && (
          <Button size="small" variant="ghost" onClick={begin}>
            <Undo2 aria-hidden size={14} />
            {t('asTheForm')}
          </Button>
        )}
      </div>
      <Switch label={t('cutOff')} isOn={isCutOff} onChange={setIsCutOff} />
      {send.error && <Failure what={t('title')} error={send.error} onRetry={press} />}
      <output className="block empty:hidden">
        {send.data && (
          <section aria-label={t('answer')} className="flex flex-col gap-1">
            <h3 className="text-sm font-semibold">{t('answerStatus', { status: send.data.status })}</h3>
            <CodeBlock label={t('answer')} text={send.data.body === '' ? t('noBody') : send.data.body} />
          </section>
        )}
      </output>
      <div className="flex flex-col gap-1">
        <h3 className="text-sm font-semibold">{t('preview', { bytes: bytes.length })}</h3>
        <CodeBlock
          label={t('previewLabel')}
          className="max-h-60"
          text={`Content-Type: ${contentType}\n\n${previewBody(body)}`}
        />
      </div>
    </Dialog>
  )
}

const newBoundary = () => `----GmsTesterBoundary${randomHex(8)}`

const newFile: Omit<EditedPart, 'key'> = {
  ...textPart('', 'file', 'Hello'),
  kind: 'file',
  fileName: 'note.txt',
  contentType: 'text/plain',
}

'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { Failure } from '../failure.tsx'
import { useFormDraft } from '../form-draft.ts'
import { Button } from '../ui/button.tsx'
import { CancelButton } from '../ui/cancel-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input, Select, Textarea } from '../ui/field.tsx'
import { bodyBytes } from './body-text.ts'
import {
  draftProblem,
  headersOfText,
  headersToText,
  leftOut,
  takesBody,
  type RequestDraft,
} from './replay.ts'
import { useWireActions } from './use-wire-actions.ts'
import { closeWireWindows } from './wire-windows-store.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']

/** A window in which a request is changed and sent again; the original stays as it is. */
export function EditReplay({ detail }: { detail: TrafficDetail }) {
  const t = useTranslations('wire')
  const { send } = useWireActions()
  const { form, change, forget } = useFormDraft(`replay ${detail.number} ${detail.at}`, {
    method: detail.method,
    path: detail.path,
    headers: headersToText(detail.requestHeaders),
    body: detail.requestBody,
  })
  const { method, path, headers, body } = form
  const draft: RequestDraft = {
    method,
    path,
    headers: headersOfText(headers),
    // Bytes that are no text cannot be edited as one. A text field has no carriage returns of its own: what was not
    // touched keeps those it came with.
    body:
      body === detail.requestBody || detail.requestBase64 !== null
        ? detail.requestBody
        : withLineEnds(body, detail.requestBody),
    base64: detail.requestBase64,
  }
  const problem = draftProblem(draft)
  const unsent = leftOut(draft.headers)
  const bodyLeftOut = takesBody(method) || draft.body === '' ? null : t('actions.bodyLeftOut', { method })
  const sending = useMutation({ mutationFn: () => send(detail, draft) })
  const close = () => {
    forget()
    closeWireWindows()
  }
  const leave = () => {
    // What is being sent may yet fail.
    if (!sending.isPending) close()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) leave()
      }}
      title={t('edit.title', { number: detail.number })}
      description={t('edit.description')}
      size="large"
      footer={
        <>
          <CancelButton isOnItsWay={sending.isPending} onClick={leave}>
            {t('edit.cancel')}
          </CancelButton>
          <Button
            variant="primary"
            isBusy={sending.isPending}
            disabledReason={problem === null ? null : t(problemKeys[problem.code], { name: problem.name })}
            request={`${method} ${path}`}
            onClick={() => sending.mutate(undefined, { onSuccess: close })}
          >
            {t('edit.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 medium:grid-cols-[9rem_minmax(0,1fr)]">
        <Select
          label={t('edit.method')}
          value={method}
          onChange={(event) => change({ method: event.target.value })}
        >
          {[...new Set([detail.method, ...methods])].map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
        <Input
          label={t('edit.path')}
          value={path}
          className="font-mono"
          onChange={(event) => change({ path: event.target.value })}
        />
      </div>
      <Textarea
        label={t('edit.headers')}
        value={headers}
        rows={Math.min(12, headers.split('\n').length + 1)}
        className="font-mono text-mono"
        hint={unsent.length > 0 && t('actions.leftOut', { names: unsent.join(', ') })}
        onChange={(event) => change({ headers: event.target.value })}
      />
      {detail.requestBase64 === null ? (
        <Textarea
          label={t('edit.body')}
          value={body}
          rows={10}
          className="resize-y font-mono text-mono"
          hint={bodyLeftOut ?? (detail.isRequestTruncated && t('edit.bodyCut'))}
          onChange={(event) => change({ body: event.target.value })}
        />
      ) : (
        <div className="flex flex-col gap-1">
          <h3 className="text-sm font-medium">{t('edit.body')}</h3>
          <p className="text-sm text-muted">
            {t('edit.bodyNoText', {
              bytes: bodyBytes(detail.requestBody, detail.requestBase64).length,
            })}
          </p>
          {bodyLeftOut !== null && <p className="text-sm text-warn">{bodyLeftOut}</p>}
          {detail.isRequestTruncated && <p className="text-sm text-warn">{t('edit.bodyCut')}</p>}
        </div>
      )}
      {sending.error && <Failure what={t('edit.send')} error={sending.error} />}
    </Dialog>
  )
}

const problemKeys = {
  path: 'edit.problemPath',
  method: 'edit.problemMethod',
  headerName: 'edit.problemHeader',
  headerValue: 'edit.problemHeaderValue',
} as const

/** Text fields write line feeds; a form that came with CRLF goes out with CRLF. */
const withLineEnds = (text: string, original: string): string =>
  original.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text

'use client'

import { Copy, PencilLine, Pin, PinOff, RotateCcw, StickyNote } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useState } from 'react'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { whyNoCode } from './curl.ts'
import { isReplayable, whyNotReplayed } from './replay.ts'
import { useWireActions } from './use-wire-actions.ts'
import { openEdit, openNote } from './wire-windows-store.ts'

/** What can be done with a row. What a row cannot do is not offered: frames and pushes are no requests. */
export function DetailActions({ detail }: { detail: TrafficDetail }) {
  const t = useTranslations('wire')
  const { copyCurl, replay, togglePin } = useWireActions()
  const [isSending, setSending] = useState(false)
  const { number, isPinned } = detail
  const pin = `${isPinned ? 'DELETE' : 'PUT'} /gmstester/api/traffic/${number}/pin`
  return (
    <fieldset className="flex items-center">
      <legend className="sr-only">{t('actions.label')}</legend>
      {whyNoCode(detail) === null && (
        <IconButton label={t('code.copyCurl')} onClick={() => copyCurl(number)}>
          <Copy aria-hidden size={15} />
        </IconButton>
      )}
      {isReplayable(detail) && (
        <>
          {whyNotReplayed(detail) === null && (
            <IconButton
              label={t('actions.replay')}
              request={`${detail.method} ${detail.path}`}
              aria-busy={isSending}
              onClick={() => {
                if (isSending) return
                setSending(true)
                void replay(detail).finally(() => setSending(false))
              }}
            >
              <RotateCcw aria-hidden size={15} />
            </IconButton>
          )}
          <IconButton label={t('actions.edit')} onClick={() => openEdit(detail)}>
            <PencilLine aria-hidden size={15} />
          </IconButton>
        </>
      )}
      <IconButton
        label={isPinned ? t('actions.unpin') : t('actions.pin')}
        request={pin}
        isPressed={isPinned}
        onClick={() => togglePin(detail)}
      >
        {isPinned ? <PinOff aria-hidden size={15} /> : <Pin aria-hidden size={15} />}
      </IconButton>
      <IconButton
        label={t(detail.comment === null ? 'actions.note' : 'actions.editNote')}
        onClick={() => openNote(detail)}
      >
        <StickyNote aria-hidden size={15} />
      </IconButton>
    </fieldset>
  )
}

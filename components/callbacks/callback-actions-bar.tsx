'use client'

import { useMutation } from '@tanstack/react-query'
import { Ban, CalendarClock, Download, LayoutDashboard } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import type { CallbackExport, CallbackJson } from '../../server/tester/contract.ts'
import { selectSession } from '../select-session.ts'
import { askTester } from '../tester-client.ts'
import { Button } from '../ui/button.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useFailedNotice } from '../use-failed-notice.ts'
import { cancelPath, movePath } from './callback-actions.ts'
import type { CallbackDeed } from './callback-menu.tsx'
import { keepsFromCancelling, keepsFromMoving } from './callback-state.ts'

interface CallbackActionsProps {
  callback: CallbackJson
  onDeed: (deed: CallbackDeed) => void
}

/** What can be done with the callback of the page. */
export function CallbackActions({ callback, onDeed }: CallbackActionsProps) {
  const t = useTranslations('callbacks')
  const router = useRouter()
  const failed = useFailedNotice()
  const { id, service } = callback
  const path = `/callbacks/${encodeURIComponent(id)}/export`
  const save = useMutation({
    mutationFn: () => askTester<CallbackExport>('GET', path),
    onSuccess: (found) =>
      saveFile(
        `callback-${id}.json`,
        new Blob([`${JSON.stringify(found, null, 2)}\n`], { type: 'application/json' }),
      ),
    onError: (error) => failed(t('one.exportFailed'), error, () => save.mutate()),
  })
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Button
        size="small"
        onClick={() => {
          selectSession(id)
          router.push('/')
        }}
      >
        <LayoutDashboard aria-hidden size={14} />
        {t('showInWorkbench')}
      </Button>
      <Button
        size="small"
        request={`GET /gmstester/api${path}`}
        isBusy={save.isPending}
        onClick={() => save.mutate()}
      >
        <Download aria-hidden size={14} />
        {t('one.export')}
      </Button>
      <Button
        size="small"
        request={`PUT ${movePath(service, id)}`}
        disabledReason={keepsFromMoving(callback, t)}
        onClick={() => onDeed({ kind: 'move', callback })}
      >
        <CalendarClock aria-hidden size={14} />
        {t('move.open')}
      </Button>
      <Button
        size="small"
        variant="danger"
        request={`POST ${cancelPath}`}
        disabledReason={keepsFromCancelling(callback, t)}
        onClick={() => onDeed({ kind: 'cancel', callbacks: [callback] })}
      >
        <Ban aria-hidden size={14} />
        {t('cancel.open')}
      </Button>
    </div>
  )
}

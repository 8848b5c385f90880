'use client'

import { Ban, CalendarClock, Ellipsis, ExternalLink, LayoutDashboard } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { selectSession } from '../select-session.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { cancelPath, movePath } from './callback-actions.ts'
import { callbackHref, useCallbackName } from './callback-name.ts'
import { keepsFromCancelling, keepsFromMoving } from './callback-state.ts'

/** What is asked to be done with callbacks, before it is confirmed. */
export type CallbackDeed =
  { kind: 'cancel'; callbacks: readonly CallbackJson[] } | { kind: 'move'; callback: CallbackJson }

interface CallbackMenuProps {
  callback: CallbackJson
  onDeed: (deed: CallbackDeed) => void
}

/** What can be done with one callback. */
export function CallbackMenu({ callback, onDeed }: CallbackMenuProps) {
  const t = useTranslations('callbacks')
  const router = useRouter()
  const name = useCallbackName()(callback)
  return (
    <Menu
      label={t('actionsFor', { name })}
      align="end"
      trigger={
        <IconButton label={t('actionsFor', { name })}>
          <Ellipsis aria-hidden size={16} />
        </IconButton>
      }
      items={[
        {
          key: 'open',
          label: t('open'),
          icon: <ExternalLink aria-hidden size={14} />,
          onSelect: () => router.push(callbackHref(callback.id)),
        },
        {
          key: 'workbench',
          label: t('showInWorkbench'),
          icon: <LayoutDashboard aria-hidden size={14} />,
          onSelect: () => {
            selectSession(callback.id)
            router.push('/')
          },
        },
        {
          key: 'move',
          label: t('move.open'),
          icon: <CalendarClock aria-hidden size={14} />,
          request: `PUT ${movePath(callback.service, callback.id)}`,
          disabledReason: keepsFromMoving(callback, t),
          onSelect: () => onDeed({ kind: 'move', callback }),
        },
        {
          key: 'cancel',
          label: t('cancel.open'),
          icon: <Ban aria-hidden size={14} />,
          request: `POST ${cancelPath}`,
          disabledReason: keepsFromCancelling(callback, t),
          isDanger: true,
          onSelect: () => onDeed({ kind: 'cancel', callbacks: [callback] }),
        },
      ]}
    />
  )
}

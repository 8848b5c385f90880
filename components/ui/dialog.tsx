'use client'

import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { IconButton } from './icon-button.tsx'

interface DialogProps {
  /** The button that opens it; left out, the owner opens it. */
  trigger?: ReactElement
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  description?: ReactNode
  /** Buttons at the end, the one that does it last. */
  footer?: ReactNode
  size?: 'medium' | 'large'
  /** Where the typing begins; left out, the first control has the focus. */
  initialFocus?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A window over the page, for creating and editing. Escape and the cross close it. */
export function Dialog({
  trigger,
  isOpen,
  onOpenChange,
  title,
  description,
  footer,
  size = 'medium',
  initialFocus,
  children,
}: DialogProps) {
  const t = useTranslations('ui')
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      {trigger && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <BaseDialog.Popup
          {...(initialFocus && { initialFocus })}
          className={clsx(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-md border bg-surface outline-none',
            size === 'medium' ? 'w-[32rem]' : 'w-[56rem]',
          )}
        >
          <div className="flex shrink-0 items-start gap-3 border-b px-4 py-3">
            <div className="min-w-0 flex-1">
              <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
              {description && (
                <BaseDialog.Description render={<div className="text-sm text-muted" />}>
                  {description}
                </BaseDialog.Description>
              )}
            </div>
            <BaseDialog.Close
              render={
                <IconButton label={t('close')}>
                  <X aria-hidden size={16} />
                </IconButton>
              }
            />
          </div>
          <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4">{children}</div>
          {footer && (
            <div className="flex shrink-0 flex-wrap items-start justify-end gap-2 border-t px-4 py-3">
              {footer}
            </div>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

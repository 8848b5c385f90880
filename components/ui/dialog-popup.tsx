'use client'

import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { DialogProps } from './dialog.tsx'
import { IconButton } from './icon-button.tsx'

/** The window itself; it is loaded when it is first opened. */
export function DialogPopup({
  isOpen,
  onOpenChange,
  title,
  description,
  footer,
  size = 'medium',
  initialFocus,
  finalFocus,
  children,
}: Omit<DialogProps, 'trigger'>) {
  const t = useTranslations('ui')
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={onOpenChange} disablePointerDismissal>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <BaseDialog.Popup
          {...(initialFocus && { initialFocus })}
          {...(finalFocus && { finalFocus })}
          className={clsx(
            'fixed top-1/2 left-1/2 z-50 flex max-h-window max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-md border bg-surface outline-none',
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

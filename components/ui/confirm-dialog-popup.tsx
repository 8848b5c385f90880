'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import { Button } from './button.tsx'
import { CancelButton } from './cancel-button.tsx'
import type { ConfirmDialogProps } from './confirm-dialog.tsx'

/** The question itself; it is loaded when it is first asked. */
export function ConfirmDialogPopup({
  isOpen,
  onOpenChange,
  title,
  children,
  keep,
  confirm,
  request,
  isBusy,
  onConfirm,
}: Omit<ConfirmDialogProps, 'trigger'>) {
  const leave = () => {
    // What is on its way may yet fail, which is told here.
    if (!isBusy) onOpenChange(false)
  }
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={leave}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 flex max-h-window w-[28rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 overflow-y-auto rounded-md border bg-surface p-4 outline-none">
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div className="flex flex-col gap-2" />}>
            {children}
          </AlertDialog.Description>
          <div className="flex flex-wrap items-start justify-end gap-2 pt-1">
            <CancelButton isOnItsWay={isBusy} onClick={leave}>
              {keep}
            </CancelButton>
            <Button variant="danger" isBusy={isBusy} request={request} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

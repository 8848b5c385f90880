'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactElement, ReactNode } from 'react'
import { Button } from './button.tsx'

interface ConfirmDialogProps {
  /** The button that asks; left out, the owner asks. */
  trigger?: ReactElement
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  /** What will be lost, in words. */
  children: ReactNode
  /** The verb that leaves everything as it is. */
  keep: string
  /** The verb that does it, `Reset everything`. */
  confirm: string
  request: string
  isBusy: boolean
  onConfirm: () => void
}

/** Asks once before something is lost. Escape and the first button leave everything as it is. */
export function ConfirmDialog({
  trigger,
  isOpen,
  onOpenChange,
  title,
  children,
  keep,
  confirm,
  request,
  isBusy,
  onConfirm,
}: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      {trigger && <AlertDialog.Trigger render={trigger} />}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[28rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 overflow-y-auto rounded-md border bg-surface p-4 outline-none">
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div className="flex flex-col gap-2" />}>
            {children}
          </AlertDialog.Description>
          <div className="flex flex-wrap items-start justify-end gap-2 pt-1">
            <AlertDialog.Close render={<Button>{keep}</Button>} />
            <Button variant="danger" isBusy={isBusy} request={request} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

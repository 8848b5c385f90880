'use client'

import { lazy, type ReactElement, type ReactNode } from 'react'
import { LoadedOnOpen } from './loaded-on-open.tsx'
import { loadAgain } from './load-again.ts'

export interface ConfirmDialogProps {
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

const ConfirmDialogPopup = lazy(() =>
  loadAgain(() => import('./confirm-dialog-popup.tsx')).then((module) => ({
    default: module.ConfirmDialogPopup,
  })),
)

/** Asks once before something is lost. Escape and the first button leave everything as it is, until it is under way. */
export function ConfirmDialog({ trigger, ...rest }: ConfirmDialogProps) {
  return (
    <LoadedOnOpen trigger={trigger} isOpen={rest.isOpen} onOpen={() => rest.onOpenChange(true)}>
      <ConfirmDialogPopup {...rest} />
    </LoadedOnOpen>
  )
}

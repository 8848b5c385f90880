'use client'

import { lazy, type ReactElement, type ReactNode, type RefObject } from 'react'
import { LoadedOnOpen } from './loaded-on-open.tsx'
import { loadAgain } from './load-again.ts'

export interface DialogProps {
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
  /** Where the focus goes when it is closed; left out or null, to where it was before. */
  finalFocus?: () => HTMLElement | null
  children: ReactNode
}

const DialogPopup = lazy(() =>
  loadAgain(() => import('./dialog-popup.tsx')).then((module) => ({ default: module.DialogPopup })),
)

/** A window over the page, for creating and editing. Escape and the cross close it. */
export function Dialog({ trigger, ...rest }: DialogProps) {
  return (
    <LoadedOnOpen trigger={trigger} isOpen={rest.isOpen} onOpen={() => rest.onOpenChange(true)}>
      <DialogPopup {...rest} />
    </LoadedOnOpen>
  )
}

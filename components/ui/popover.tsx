'use client'

import { lazy, type ReactElement, type ReactNode } from 'react'
import { OpenedLater } from './opened-later.tsx'
import { loadAgain } from './load-again.ts'

export interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement
  title?: ReactNode
  children: ReactNode
  side?: 'bottom' | 'top' | 'right' | 'left'
}

const PopoverPopup = lazy(() =>
  loadAgain(() => import('./popover-popup.tsx')).then((module) => ({ default: module.PopoverPopup })),
)

/** A small window beside its button. Escape, or a press elsewhere, closes it. */
export function Popover(props: PopoverProps) {
  return (
    <OpenedLater trigger={props.trigger} popup="dialog">
      <PopoverPopup {...props} />
    </OpenedLater>
  )
}

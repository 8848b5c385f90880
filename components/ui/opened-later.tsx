'use client'

import { cloneElement, Suspense, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react'

interface OpenedLaterProps {
  /** The button, as long as nothing has been opened. */
  trigger: ReactElement
  popup: 'menu' | 'dialog'
  /** The button with what it opens: loaded, and open at once, when the button is first pressed. */
  children: ReactNode
}

/** Only a button until it is pressed: what it opens weighs more than most pages need at first sight. */
export function OpenedLater({ trigger, popup, children }: OpenedLaterProps) {
  const [wasOpened, setWasOpened] = useState(false)
  const button = trigger as ReactElement<{ onClick?: (event: MouseEvent) => void }>
  const closed = cloneElement(button, {
    'aria-haspopup': popup,
    'aria-expanded': false,
    onClick(event: MouseEvent) {
      button.props.onClick?.(event)
      setWasOpened(true)
    },
  } as object)
  return wasOpened ? <Suspense fallback={closed}>{children}</Suspense> : closed
}

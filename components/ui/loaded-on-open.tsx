'use client'

import { cloneElement, Suspense, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react'

interface LoadedOnOpenProps {
  /** The button that opens it; undefined: the owner opens it. */
  trigger: ReactElement | undefined
  isOpen: boolean
  onOpen: () => void
  /** The window; it is drawn, and loaded, from the first time it is open. */
  children: ReactNode
}

/** A window with its button. The button stays the same element, so that the focus finds back to it. */
export function LoadedOnOpen({ trigger, isOpen, onOpen, children }: LoadedOnOpenProps) {
  const [wasOpened, setWasOpened] = useState(isOpen)
  if (isOpen && !wasOpened) setWasOpened(true)
  const button = trigger as ReactElement<{ onClick?: (event: MouseEvent) => void }> | undefined
  return (
    <>
      {button &&
        cloneElement(button, {
          'aria-haspopup': 'dialog',
          'aria-expanded': isOpen,
          onClick(event: MouseEvent) {
            button.props.onClick?.(event)
            onOpen()
          },
        } as object)}
      {wasOpened && <Suspense fallback={null}>{children}</Suspense>}
    </>
  )
}

'use client'

import { lazy, type ReactElement, type ReactNode } from 'react'
import { OpenedLater } from './opened-later.tsx'
import { loadAgain } from './load-again.ts'

export interface MenuItem {
  key: string
  label: ReactNode
  icon?: ReactNode
  /** What choosing it sends, `POST …/decline`. */
  request?: string
  /** Its key, as the reader presses it, `Alt D`. */
  shortcut?: string
  /** Why it cannot be chosen now. */
  disabledReason?: ReactNode
  isDanger?: boolean
  onSelect: () => void
}

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement
  /** The accessible name of the list. */
  label: string
  items: readonly MenuItem[]
  /** What to know before choosing. */
  note?: string
  align?: 'start' | 'end'
}

const MenuPopup = lazy(() =>
  loadAgain(() => import('./menu-popup.tsx')).then((module) => ({ default: module.MenuPopup })),
)

/** A button with a list of actions. Arrows and first letters move, Enter chooses, Escape closes. */
export function Menu(props: MenuProps) {
  return (
    <OpenedLater trigger={props.trigger} popup="menu">
      <MenuPopup {...props} />
    </OpenedLater>
  )
}

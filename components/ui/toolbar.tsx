'use client'

import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'

interface ToolbarProps {
  /** The accessible name. */
  label: string
  className: string
  children: ReactNode
}

/** Controls in a row that are one stop of the Tab key: ← and →, Home and End go from one to the next. */
export function Toolbar({ label, className, children }: ToolbarProps) {
  const row = useRef<HTMLDivElement>(null)
  const last = useRef<Element>(null)
  const hasFocus = useRef(false)
  const controls = () => [...(row.current?.querySelectorAll<HTMLElement>('button, select') ?? [])]
  const keepOneStop = () => {
    const all = controls()
    const stop = all.find((control) => control === last.current) ?? all[0]
    for (const control of all) control.tabIndex = control === stop ? 0 : -1
  }
  // Controls come and go, and those that are drawn anew have forgotten.
  useLayoutEffect(() => {
    keepOneStop()
    // What goes while it has the focus would take the keyboard along, out of the row.
    if (hasFocus.current && last.current?.isConnected === false)
      controls()
        .find(({ tabIndex }) => tabIndex === 0)
        ?.focus()
  })

  const handlers = {
    onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const all = controls()
      const at = all.findIndex((control) => control === event.target)
      const steps: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }
      const next = steps[event.key]
      if (at < 0 || next === undefined) return
      event.preventDefault()
      all.at(next % all.length)?.focus()
    },
    onFocus({ target }: FocusEvent) {
      // Windows that are opened from here stand elsewhere in the document.
      if (!row.current?.contains(target)) return
      last.current = target
      hasFocus.current = true
      keepOneStop()
    },
    onBlur() {
      hasFocus.current = false
    },
  }

  return (
    <div ref={row} role="toolbar" aria-label={label} className={className} {...handlers}>
      {children}
    </div>
  )
}

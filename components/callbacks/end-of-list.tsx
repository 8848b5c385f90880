'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { ScrollRegion } from '../ui/scroll-region.tsx'

interface EndOfListProps {
  label: string
  /** Whenever it changes, the end comes into sight. */
  newest: number
  children: ReactNode
}

/** A list in a box of its own, whose end is what matters. */
export function EndOfList({ label, newest, children }: EndOfListProps) {
  const region = useRef<HTMLElement>(null)
  useEffect(() => {
    if (newest >= 0 && region.current) region.current.scrollTop = region.current.scrollHeight
  }, [newest])
  return (
    <ScrollRegion
      ref={region}
      label={label}
      className="max-h-80 min-h-40 min-w-0 overflow-y-auto focus-visible:-outline-offset-2"
    >
      {children}
    </ScrollRegion>
  )
}

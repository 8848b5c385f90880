'use client'

import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'

interface DisclosureProps {
  summary: ReactNode
  children: ReactNode
  isOpenAtFirst?: boolean
  /** What is next is inside: as long as that is not drawn, this line is the way to it. */
  nextStep?: string | null | undefined
}

/** A line that opens. What is inside is drawn only while it is open. */
export function Disclosure({ summary, children, isOpenAtFirst = false, nextStep }: DisclosureProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  return (
    <details
      className="group min-w-0"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary
        data-next-step={isOpen ? undefined : (nextStep ?? undefined)}
        className="flex min-h-6 w-fit list-none items-center gap-1 rounded-sm text-sm text-muted enabled-hover:text-text [&::-webkit-details-marker]:hidden"
      >
        <ChevronRight aria-hidden size={14} className="shrink-0 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      {isOpen && <div className="pt-2">{children}</div>}
    </details>
  )
}

import type { ReactNode } from 'react'
import { Panel } from '../ui/panel.tsx'

interface CardProps {
  id: string
  title: string
  summary?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A panel that stands on a page among others, as high as what is in it. */
export function Card({ children, ...panel }: CardProps) {
  return (
    <div className="min-w-0 shrink-0 overflow-hidden rounded-md border">
      <Panel {...panel} className="h-auto">
        {children}
      </Panel>
    </div>
  )
}

import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { ContainedPanel, Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

interface CardProps {
  id: string
  title: string
  summary?: ReactNode
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** A panel that stands on a page among others, as high as what is in it. */
export function Card({ children, className, ...panel }: CardProps) {
  return (
    <div className={clsx('min-w-0 shrink-0 overflow-hidden rounded-md border', className)}>
      <Panel {...panel} className="h-auto">
        {children}
      </Panel>
    </div>
  )
}

type ContainedCardProps = Pick<CardProps, 'id' | 'title' | 'children'>

/** What draws a card, its header included: where it breaks, a card of the same name says so, and the others go on. */
export const ContainedCard = (card: ContainedCardProps) => <ContainedPanel Shape={Card} {...card} />

interface AwaitedCardProps {
  id: string
  title: string
  what: string
  /** As high as the card mostly is, `min-h-88`: nothing beneath it moves when it comes. */
  className: string
}

/** Where a card will stand. */
export const AwaitedCard = ({ what, ...card }: AwaitedCardProps) => (
  <Card {...card}>
    <Skeleton what={what} />
  </Card>
)

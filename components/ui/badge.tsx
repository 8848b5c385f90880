import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'

const badgeClass = cva('inline-flex items-center gap-1 rounded-sm px-1.5 py-0.5 text-xs font-medium', {
  variants: {
    tone: {
      neutral: 'bg-hover text-text',
      accent: 'bg-accent-soft text-accent',
      success: 'bg-success-soft text-success',
      warn: 'bg-warn-soft text-warn',
      danger: 'bg-danger-soft text-danger',
      customer: 'bg-lane-customer-soft text-lane-customer',
      queue: 'bg-lane-queue-soft text-lane-queue',
      server: 'bg-lane-server-soft text-lane-server',
      agent: 'bg-lane-agent-soft text-lane-agent',
    },
  },
  defaultVariants: { tone: 'neutral' },
})

export type Tone = NonNullable<VariantProps<typeof badgeClass>['tone']>

/** A word about a state; give it an icon or a shape as well, so that it does not rest on its colour. */
export function Badge({ tone, icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={badgeClass({ tone })}>
      {icon}
      {children}
    </span>
  )
}

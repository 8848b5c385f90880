'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'

export type Lane = 'customer' | 'queue' | 'server' | 'agent'

/** The colour in which a lane writes. */
export const laneColors: Readonly<Record<Lane, string>> = {
  customer: 'text-lane-customer',
  queue: 'text-lane-queue',
  server: 'text-lane-server',
  agent: 'text-lane-agent',
}

/** Whose part of the story it is: a shape and a colour, and a letter where one is given. */
export function LaneMark({ lane, letter = '' }: { lane: Lane; letter?: string }) {
  const t = useTranslations('ui.lanes')
  return (
    <span className={clsx('inline-flex items-center gap-1', laneColors[lane])}>
      <svg aria-hidden width="10" height="10" viewBox="0 0 10 10" fill="currentColor" className="shrink-0">
        {lane === 'customer' && <circle cx="5" cy="5" r="4.5" />}
        {lane === 'queue' && <path d="M5 0 10 5 5 10 0 5Z" />}
        {lane === 'server' && <rect x="0.75" y="0.75" width="8.5" height="8.5" rx="1" />}
        {lane === 'agent' && <path d="M5 0.5 9.8 9.2H0.2Z" />}
      </svg>
      {letter !== '' && <span className="font-mono text-xs font-semibold">{letter}</span>}
      <span className="sr-only">{t(lane)}</span>
    </span>
  )
}

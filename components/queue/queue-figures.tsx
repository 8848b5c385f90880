'use client'

import { useTranslations } from 'use-intl'
import type { ReactNode } from 'react'
import type { QueueJson } from '../../server/tester/contract.ts'
import { duration } from '../ui/relative-time.tsx'
import { Term } from '../ui/term.tsx'

/** The queue in four numbers, and what has come of its customers; `since` is how many seconds ago they were read. */
export function QueueFigures({ queue, since }: { queue: QueueJson; since: number }) {
  const t = useTranslations('queue')
  const { answered, abandoned, serviceLevelPercent } = queue.sinceReset
  const { targetSeconds } = queue.serviceLevel
  const longest = Math.max(...queue.entries.map(({ waitingSeconds }) => waitingSeconds))
  return (
    <div className="shrink-0 border-b">
      <dl className="grid grid-cols-2 @md:grid-cols-4">
        <Figure name={t('waiting')}>{queue.waiting}</Figure>
        <Figure name={t('longestWait')}>
          {queue.entries.length === 0 ? '–' : duration(longest + since)}
        </Figure>
        <Figure name={t('readyAgents')}>{queue.readyAgents}</Figure>
        <Figure name={<Term name="ewt">{t('estimatedWait')}</Term>}>
          {queue.ewt.seconds === null ? <code>n/a</code> : duration(queue.ewt.seconds)}
        </Figure>
      </dl>
      <p className="px-3 pb-2 text-xs text-muted tabular-nums">
        {t('outcome', { answered, abandoned })}
        {serviceLevelPercent !== null &&
          `, ${t('inTarget', { percent: serviceLevelPercent, seconds: targetSeconds })}`}
      </p>
    </div>
  )
}

function Figure({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col-reverse justify-end px-3 py-2">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="truncate text-lg font-semibold tabular-nums">{children}</dd>
    </div>
  )
}

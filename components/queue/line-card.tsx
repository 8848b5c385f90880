'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { loadAgain } from '../ui/load-again.ts'
import { CallerControls } from './caller-controls.tsx'
import { Card } from './card.tsx'
import { heightsOfLine } from './line-height.ts'
import { QueueFigures } from './queue-figures.tsx'
import { useSecondsSince } from './use-seconds-since.ts'

const LiveTable = dynamic(
  () => loadAgain(() => import('./live-table.tsx')).then((module) => module.LiveTable),
  { ssr: false },
)

/** The queue in figures, and who waits in it. */
export function LineCard({ queue, readAt }: { queue: QueueJson; readAt: number }) {
  const t = useTranslations('queue')
  // One clock for all of them, so that the longest wait is the wait of the first in line to the second.
  const since = useSecondsSince(readAt)
  return (
    <Card id="line" title={t('line')} summary={t('waitingCount', { count: queue.waiting })}>
      <div className="@container">
        <QueueFigures queue={queue} since={since} />
      </div>
      <CallerControls queue={queue} />
      {queue.entries.length > 0 && (
        <>
          <div
            style={heightsOfLine(queue.entries.length)}
            // Until the table is there; then it is as high as it is.
            className="empty:min-h-(--awaited) max-medium:empty:min-h-(--awaited-narrow) max-small:empty:min-h-(--awaited-small)"
          >
            <LiveTable queue={queue} since={since} />
          </div>
          <p className="border-t px-3 py-2 text-xs text-muted">{t('keysHint')}</p>
        </>
      )}
    </Card>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { RunningGenerators } from '../generators/running-generators.tsx'
import { Panel } from '../ui/panel.tsx'
import { CallerControls } from './caller-controls.tsx'
import { EwtControl } from './ewt-control.tsx'
import { NoQueue } from './no-queue.tsx'
import { PositionsTable } from './positions-table.tsx'
import { QueueAgents } from './queue-agents.tsx'
import { QueueChoice } from './queue-choice.tsx'
import { QueueFigures } from './queue-figures.tsx'
import { Sparks } from './sparks.tsx'
import { ThresholdRule } from './threshold-rule.tsx'
import { useChosenQueue } from './use-chosen-queue.ts'
import { useSecondsSince } from './use-seconds-since.ts'

/** The virtual queue: who waits, for how long, and why. */
export function QueuePanel() {
  const t = useTranslations('queue')
  const shown = useChosenQueue()
  const { queues, queue, choose, readAt } = shown
  return (
    <Panel
      id="queue"
      title={t('title')}
      lane="queue"
      summary={queue && <QueueChoice queue={queue} queues={queues ?? []} onChoose={choose} />}
    >
      {queue ? <QueueView key={queue.name} queue={queue} readAt={readAt} /> : <NoQueue {...shown} />}
    </Panel>
  )
}

function QueueView({ queue, readAt }: { queue: QueueJson; readAt: number }) {
  // One clock for all of them, so that the longest wait is the wait of the first in line to the second.
  const since = useSecondsSince(readAt)
  return (
    <div className="@container flex min-h-0 flex-1 flex-col overflow-y-auto">
      <QueueFigures queue={queue} since={since} />
      <RunningGenerators queue={queue.name} />
      <CallerControls queue={queue} />
      {queue.entries.length > 0 && <PositionsTable queue={queue} since={since} />}
      <QueueAgents />
      <Sparks queue={queue} />
      <EwtControl queue={queue} />
      <ThresholdRule queue={queue.name} />
    </div>
  )
}

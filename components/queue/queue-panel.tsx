'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { QueueJson } from '../../server/tester/contract.ts'
import { queuesQuery } from '../queues-queries.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { Loading } from '../ui/loading.tsx'
import { EmptyState, Panel } from '../ui/panel.tsx'
import { AddCallers, CallerControls } from './caller-controls.tsx'
import { EwtControl } from './ewt-control.tsx'
import { PositionsTable } from './positions-table.tsx'
import { QueueAgents } from './queue-agents.tsx'
import { QueueFigures } from './queue-figures.tsx'
import { ThresholdRule } from './threshold-rule.tsx'
import { useSecondsSince } from './use-seconds-since.ts'

/** The virtual queue: who waits, for how long, and why. */
export function QueuePanel() {
  const { data: queues, error, refetch, dataUpdatedAt } = useQuery(queuesQuery())
  const [chosen, setChosen] = useState<string | null>(null)
  const queue = queues?.find(({ name }) => name === chosen) ?? queues?.[0]
  return (
    <Panel
      id="queue"
      title="Queue"
      lane="queue"
      summary={queue && <QueueName queue={queue} queues={queues ?? []} onChoose={setChosen} />}
    >
      {queue ? (
        <QueueView key={queue.name} queue={queue} readAt={dataUpdatedAt} />
      ) : error ? (
        <EmptyState title={`The queue cannot be read: ${error.message}`}>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </EmptyState>
      ) : queues ? (
        <EmptyState title="There is no queue: no service names one in its option _urs_virtual_queue." />
      ) : (
        <Loading what="Reading the queue…" />
      )}
    </Panel>
  )
}

function QueueName({
  queue,
  queues,
  onChoose,
}: {
  queue: QueueJson
  queues: readonly QueueJson[]
  onChoose: (name: string) => void
}) {
  if (queues.length === 1) return <code>{queue.name}</code>
  return (
    <Select
      label="Queue"
      isLabelHidden
      isSmall
      className="font-mono"
      value={queue.name}
      onChange={(event) => onChoose(event.target.value)}
    >
      {queues.map(({ name }) => (
        <option key={name}>{name}</option>
      ))}
    </Select>
  )
}

function QueueView({ queue, readAt }: { queue: QueueJson; readAt: number }) {
  // One clock for all of them, so that the longest wait is the wait of the first in line to the second.
  const since = useSecondsSince(readAt)
  return (
    <div className="@container flex min-h-0 flex-1 flex-col overflow-y-auto">
      <QueueFigures queue={queue} since={since} />
      {queue.entries.length === 0 ? (
        <div className="shrink-0 border-b">
          <EmptyState title="Nobody is waiting. Start a callback as the customer, or add a caller:">
            <AddCallers queue={queue} count={1} />
            <AddCallers queue={queue} count={10} />
          </EmptyState>
        </div>
      ) : (
        <>
          <CallerControls queue={queue} />
          <PositionsTable entries={queue.entries} since={since} />
        </>
      )}
      <QueueAgents />
      <EwtControl queue={queue} />
      <ThresholdRule queue={queue.name} />
    </div>
  )
}

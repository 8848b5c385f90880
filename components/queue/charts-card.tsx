'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { QueueSample } from '../statistics-history.ts'
import { statisticsQuery } from '../statistics-queries.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { duration, TimeOfDay } from '../ui/relative-time.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ToggleButton } from '../ui/toggle-button.tsx'
import { Card } from './card.tsx'
import { estimatedAndWaited, tableRows, waitingOverTime, type ChartData } from './chart-data.ts'
import { Chart } from './chart.tsx'

const noSamples: readonly QueueSample[] = []

/** What has happened since the page was opened, as lines or as tables. */
export function ChartsCard({ queue }: { queue: string }) {
  const t = useTranslations('queue')
  const { data, error, refetch } = useQuery(statisticsQuery())
  const samples = data?.samples[queue] ?? noSamples
  const waiting = useMemo(() => waitingOverTime(samples), [samples])
  const waits = useMemo(() => estimatedAndWaited(samples), [samples])
  return (
    <Card id="charts" title={t('charts.title')} className="min-h-150 wide:min-h-137">
      <p className="px-3 pt-3 text-sm text-muted">{t('charts.source')}</p>
      {samples.length < 2 && error ? (
        <ErrorState title={t('charts.unreadable')} error={error} onRetry={() => void refetch()} />
      ) : samples.length < 2 ? (
        <Skeleton what={t('charts.waiting')} />
      ) : (
        <>
          <ChartSection title={t('charts.waitingOverTime')} data={waiting} names={[t('waiting')]} />
          <ChartSection
            title={t('charts.estimatedAndWaited')}
            data={waits}
            names={[t('charts.estimated'), t('charts.waited')]}
            isSeconds
          />
        </>
      )}
    </Card>
  )
}

interface ChartSectionProps {
  title: string
  data: ChartData
  names: readonly string[]
  isSeconds?: boolean
}

/** More rows are history: the table is for reading, not for keeping. */
const tableRowsMax = 100

function ChartSection({ title, data, names, isSeconds = false }: ChartSectionProps) {
  const t = useTranslations('queue')
  const [isTable, setIsTable] = useState(false)
  const say = (value: number | null) => (value === null ? '–' : isSeconds ? duration(value) : String(value))
  return (
    <section aria-label={title} className="flex flex-col gap-2 p-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="text-sm font-semibold">{title}</h3>
        {names.length > 1 && (
          <ul className="flex flex-wrap gap-x-3 text-xs text-muted">
            {names.map((name, index) => (
              <li key={name} className="flex items-center gap-1">
                <svg
                  aria-hidden
                  width="20"
                  height="4"
                  className={index === 0 ? 'text-lane-queue' : 'text-lane-agent'}
                >
                  <line
                    x1="0"
                    y1="2"
                    x2="20"
                    y2="2"
                    stroke="currentColor"
                    strokeWidth="2"
                    strokeDasharray={index === 0 ? undefined : '6 4'}
                  />
                </svg>
                {name}
              </li>
            ))}
          </ul>
        )}
        <span className="ml-auto">
          <ToggleButton
            label={t('charts.asTable')}
            title={t('charts.asTableOf', { title })}
            isOn={isTable}
            onPress={() => setIsTable(!isTable)}
          />
        </span>
      </div>
      {isTable ? (
        <ScrollRegion label={title} className="max-h-48 overflow-auto focus-visible:-outline-offset-2">
          <DataTable caption={title} isDense>
            <thead>
              <tr>
                <th scope="col">{t('charts.time')}</th>
                {names.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tableRows(data, tableRowsMax).map(({ at, values }) => (
                <tr key={at}>
                  <td>
                    <TimeOfDay at={new Date(at).toISOString()} />
                  </td>
                  {values.map((value, index) => (
                    <td key={names[index]} className="tabular-nums">
                      {say(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </DataTable>
        </ScrollRegion>
      ) : (
        <Chart data={data} names={names} label={title} />
      )}
    </section>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { FastForward, Pause, Play } from 'lucide-react'
import { useCentreNow } from '../centre-now.ts'
import { clockQuery, useChangeClock } from '../clock-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { timeOfDay } from '../ui/relative-time.tsx'
import { NextAlarm } from './next-alarm.tsx'

const rates = [1, 10, 60] as const
const request = 'POST /gmstester/api/clock'

/** The contact centre's clock: it moves queue, ring and confirmation times, never the network. */
export function ClockGroup() {
  const { data: clock } = useQuery(clockQuery())
  const now = useCentreNow(500)
  const change = useChangeClock()
  if (!clock || now === null) return <p className="text-sm text-muted">The clock is being read…</p>
  const { rate, paused, hurriesUntil, next } = clock
  return (
    <fieldset
      aria-label="The contact centre’s clock"
      className="flex min-w-0 flex-wrap items-center gap-x-1 gap-y-1"
    >
      <time
        dateTime={new Date(now).toISOString()}
        title="The contact centre’s time"
        className="px-1 font-mono text-base tabular-nums"
      >
        {timeOfDay(now)}
      </time>
      <IconButton
        label={paused ? 'Let the clock run' : 'Pause the clock'}
        request={request}
        onClick={() => change.mutate({ pause: !paused })}
      >
        {paused ? <Play aria-hidden size={16} /> : <Pause aria-hidden size={16} />}
      </IconButton>
      <div className="w-16">
        <Select
          isSmall
          label="Rate of the clock"
          isLabelHidden
          title={request}
          value={String(rate)}
          onChange={(event) => change.mutate({ rate: Number(event.target.value) })}
        >
          {[...new Set([...rates, rate])].map((one) => (
            <option key={one} value={one}>
              {one}×
            </option>
          ))}
        </Select>
      </div>
      <Button
        size="small"
        variant="ghost"
        request={request}
        isBusy={change.isPending}
        onClick={() => change.mutate({ advanceSeconds: 10 })}
      >
        +10 s
      </Button>
      {next && <NextAlarm next={next} now={now} />}
      {change.error && (
        <span role="alert" className="text-sm text-danger">
          The clock did not change: {change.error.message}
        </span>
      )}
      {paused && (
        <Badge tone="warn" icon={<Pause aria-hidden size={12} />}>
          paused
        </Badge>
      )}
      {hurriesUntil !== null && (
        <Badge tone="warn" icon={<FastForward aria-hidden size={12} />}>
          as fast as it goes
        </Badge>
      )}
      {!paused && rate !== 1 && (
        <Badge tone="warn" icon={<FastForward aria-hidden size={12} />}>
          {rate}× fast
        </Badge>
      )}
    </fieldset>
  )
}

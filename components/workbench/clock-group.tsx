'use client'

import { useQuery } from '@tanstack/react-query'
import { FastForward, Pause, Play } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useCentreNow } from '../centre-now.ts'
import { clockQuery, clockRates, clockRequest, useChangeClock, type ClockChange } from '../clock-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { timeOfDay } from '../ui/relative-time.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'
import { AwaitedClock } from './awaited-clock.tsx'
import { NextAlarm } from './next-alarm.tsx'

/** The contact centre's clock: it moves queue, ring and confirmation times, never the network. */
export function ClockGroup() {
  const t = useTranslations('clock')
  const { data: clock } = useQuery(clockQuery())
  const now = useCentreNow(500)
  const change = useChangeClock()
  const failed = useFailedNotice()
  const send = (wanted: ClockChange) =>
    change.mutate(wanted, { onError: (error) => failed(t('notChanged'), error, () => send(wanted)) })
  if (!clock || now === null) return <AwaitedClock />
  const { rate, paused, hurriesUntil, next } = clock
  return (
    <Toolbar label={t('name')} className="flex min-w-0 flex-wrap items-center gap-x-1 gap-y-1">
      <time
        dateTime={new Date(now).toISOString()}
        title={t('time')}
        className="px-1 font-mono text-base tabular-nums"
      >
        {timeOfDay(now)}
      </time>
      <IconButton
        label={t(paused ? 'run' : 'pause')}
        request={clockRequest}
        onClick={() => send({ pause: !paused })}
      >
        {paused ? <Play aria-hidden size={16} /> : <Pause aria-hidden size={16} />}
      </IconButton>
      <div className="w-16">
        <Select
          isSmall
          label={t('rate')}
          isLabelHidden
          title={clockRequest}
          value={String(rate)}
          onChange={(event) => send({ rate: Number(event.target.value) })}
        >
          {[...new Set([...clockRates, rate])].map((one) => (
            <option key={one} value={one}>
              {one}×
            </option>
          ))}
        </Select>
      </div>
      <Button
        size="small"
        variant="ghost"
        request={clockRequest}
        isBusy={change.isPending}
        onClick={() => send({ advanceSeconds: 10 })}
      >
        {t('advance')}
      </Button>
      {next && <NextAlarm next={next} now={now} />}
      {paused && (
        <Badge tone="warn" icon={<Pause aria-hidden size={12} />}>
          {t('paused')}
        </Badge>
      )}
      {hurriesUntil !== null && (
        <Badge tone="warn" icon={<FastForward aria-hidden size={12} />}>
          {t('hurries')}
        </Badge>
      )}
      {!paused && rate !== 1 && (
        <Badge tone="warn" icon={<FastForward aria-hidden size={12} />}>
          {t('fast', { rate })}
        </Badge>
      )}
    </Toolbar>
  )
}

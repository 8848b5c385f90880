'use client'

import { useQuery } from '@tanstack/react-query'
import { FastForward, Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useCentreNow } from '../centre-now.ts'
import { clockQuery, clockRates, clockRequest, useChangeClock, type ClockChange } from '../clock-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { timeOfDay } from '../ui/relative-time.tsx'
import { tipOf } from '../ui/requests-shown.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'
import { AwaitedClock } from './awaited-clock.tsx'
import { NextAlarm } from './next-alarm.tsx'

const fast = <FastForward aria-hidden size={12} />

/** The contact centre's clock: it moves queue, ring and confirmation times, never the network. */
export function ClockGroup() {
  const t = useTranslations('clock')
  const { data: clock } = useQuery(clockQuery())
  const now = useCentreNow(500)
  const change = useChangeClock()
  const failed = useFailedNotice()
  const send = (wanted: ClockChange) => {
    // By promise: of two that are under way at once, a mutation's own callbacks tell the later one only.
    void change
      .mutateAsync(wanted)
      .catch((error: unknown) => failed(t('notChanged'), error, () => send(wanted)))
  }
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
          {...tipOf(clockRequest)}
          aria-description={clockRequest}
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
        <Unusual
          title={t('run')}
          request={`${clockRequest} {"pause":false}`}
          icon={<Pause aria-hidden size={12} />}
          onMend={() => send({ pause: false })}
        >
          {t('paused')}
        </Unusual>
      )}
      {hurriesUntil !== null && (
        <Unusual
          title={t('atNormalRate')}
          request={`${clockRequest} {"rate":1}`}
          icon={fast}
          onMend={() => send({ rate: 1 })}
        >
          {t('hurries')}
        </Unusual>
      )}
      {!paused && rate !== 1 && (
        <Unusual
          title={t('atNormalRate')}
          request={`${clockRequest} {"rate":1}`}
          icon={fast}
          onMend={() => send({ rate: 1 })}
        >
          {t('fast', { rate })}
        </Unusual>
      )}
    </Toolbar>
  )
}

interface UnusualProps {
  /** What pressing it does. */
  title: string
  /** What it sends. */
  request: string
  icon: ReactNode
  onMend: () => void
  children: ReactNode
}

/** That the clock does not go as by default; pressed, it does. */
function Unusual({ title, request, icon, onMend, children }: UnusualProps) {
  const t = useTranslations('clock')
  return (
    <TextButton
      title={`${t('simulated')}. ${title}: ${request}`}
      onClick={onMend}
      className="inline-flex min-h-7 items-center rounded-sm enabled-hover:underline"
    >
      <Badge tone="warn" icon={icon}>
        {children}
      </Badge>
    </TextButton>
  )
}

'use client'

import { ChevronLeft, ChevronRight, FastForward } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { TimelineItem } from '../../server/tester/contract.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { timeOfDay, TimeOfDay } from '../ui/relative-time.tsx'
import { Slider } from '../ui/slider.tsx'
import { useDrawEvent, useSayEvent } from '../use-say-event.ts'
import type { EventControl } from './use-event.ts'

interface ScrubberProps {
  timeline: readonly TimelineItem[]
  control: EventControl
}

/** Goes through the events one by one; the arrow keys do so too. */
export function Scrubber({ timeline, control: { event, index, isNow, goTo } }: ScrubberProps) {
  const t = useTranslations('callbacks.moment')
  const say = useSayEvent()
  const draw = useDrawEvent()
  const goToIndex = (wanted: number) => {
    const item = timeline[Math.max(0, Math.min(timeline.length - 1, wanted))]
    if (item) goTo(item.number)
  }
  if (event === null) return <p className="p-3 text-sm text-muted">{t('noEvents')}</p>
  const isFirst = index === 0
  const isLast = index === timeline.length - 1
  return (
    <div className="flex flex-col gap-1 border-b px-3 py-2">
      <div className="flex items-center gap-2">
        <IconButton label={t('previous')} aria-disabled={isFirst} onClick={() => goToIndex(index - 1)}>
          <ChevronLeft aria-hidden size={16} />
        </IconButton>
        <Slider
          label={t('event')}
          max={timeline.length - 1}
          value={index}
          valueText={t('spoken', {
            number: event.number,
            time: timeOfDay(event.at),
            text: say(event.phrase),
          })}
          onChange={goToIndex}
        />
        <IconButton label={t('next')} aria-disabled={isLast} onClick={() => goToIndex(index + 1)}>
          <ChevronRight aria-hidden size={16} />
        </IconButton>
      </div>
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 text-sm break-words">
          <span className="font-mono font-semibold">#{event.number}</span> <TimeOfDay at={event.at} />{' '}
          {draw(event.phrase)}
        </p>
        <p className="ml-auto flex items-center gap-2 text-sm text-muted tabular-nums">
          {t('count', { number: index + 1, total: timeline.length })}
          {!isNow && (
            <Button size="small" onClick={() => goTo(null)}>
              <FastForward aria-hidden size={14} />
              {t('now')}
            </Button>
          )}
        </p>
      </div>
    </div>
  )
}

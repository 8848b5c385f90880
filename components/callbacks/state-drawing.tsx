'use client'

import { clsx } from 'clsx'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { timeOfDay, TimeOfDay } from '../ui/relative-time.tsx'
import {
  boxHeight,
  boxWidth,
  drawingHeight,
  drawingWidth,
  drawStates,
  stateBoxes,
  transitions,
} from './state-machine.ts'
import type { Passage } from './story.ts'
import { TextButton } from '../ui/text-button.tsx'

interface StateDrawingProps {
  /** What the callback has come through, up to the moment that is shown. */
  passages: readonly Passage[]
  onSelect: (event: number) => void
}

/** The states of a callback, which of them it has been in, and where it is: as a drawing, and as a list. */
export function StateDrawing({ passages, onSelect }: StateDrawingProps) {
  const t = useTranslations('callbacks.states')
  return (
    <div className="@container flex min-w-0 flex-col gap-3">
      <div className="overflow-x-auto @max-2xl:hidden">
        <Drawing passages={passages} />
      </div>
      <ol aria-label={t('list')} className="flex flex-wrap gap-x-2 gap-y-1">
        {passages.map(({ state, at, event }, index) => {
          const isLast = index === passages.length - 1
          return (
            <li
              key={`${state}-${event ?? 'now'}`}
              aria-current={isLast ? 'step' : undefined}
              className="flex items-center gap-2"
            >
              <TextButton
                disabled={event === null}
                onClick={() => event !== null && onSelect(event)}
                className={clsx(
                  'flex min-h-7 flex-wrap items-baseline gap-x-2 rounded-md border px-2 py-0.5 text-left enabled-hover:bg-hover',
                  isLast ? 'border-accent bg-accent-soft' : 'border-line',
                )}
              >
                <code className={clsx('text-xs', isLast && 'font-semibold')}>{state}</code>
                {at === null ? (
                  <span className="text-xs text-muted">{t('forgotten')}</span>
                ) : (
                  <TimeOfDay at={at} />
                )}
                {event !== null && <span className="font-mono text-xs text-muted">#{event}</span>}
              </TextButton>
              {!isLast && (
                <span aria-hidden className="text-muted">
                  →
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function Drawing({ passages }: { passages: readonly Passage[] }) {
  const t = useTranslations('callbacks.states')
  const id = useId()
  const { reached, isPassed, active } = drawStates(passages)
  // What was passed is drawn last, over what was not.
  const ordered = [...transitions].sort((a, b) => Number(isPassed(a)) - Number(isPassed(b)))
  return (
    <svg
      role="img"
      aria-label={t('drawing', { state: active ?? '' })}
      viewBox={`0 0 ${drawingWidth} ${drawingHeight}`}
      className="block h-auto w-full max-w-4xl min-w-160"
    >
      <defs>
        {(['passed', 'open'] as const).map((kind) => (
          <marker
            key={kind}
            id={`${id}-${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path
              d="M0 0.5L7.5 4L0 7.5Z"
              className={kind === 'passed' ? 'fill-accent' : 'fill-line-strong'}
            />
          </marker>
        ))}
      </defs>
      {ordered.map((transition) => {
        const passed = isPassed(transition)
        return (
          <path
            key={`${transition.from}-${transition.to}`}
            d={transition.path}
            fill="none"
            className={passed ? 'stroke-accent' : 'stroke-line-strong'}
            strokeWidth={passed ? 2 : 1}
            strokeDasharray={passed ? undefined : '3 4'}
            strokeLinejoin="round"
            markerEnd={`url(#${id}-${passed ? 'passed' : 'open'})`}
          />
        )
      })}
      {stateBoxes.map(({ state, x, y }) => {
        const times = reached.get(state) ?? []
        const last = times.at(-1)
        const isActive = state === active
        return (
          <g key={state}>
            <rect
              x={x}
              y={y}
              width={boxWidth}
              height={boxHeight}
              rx={6}
              strokeWidth={isActive ? 2 : 1}
              strokeDasharray={last ? undefined : '3 4'}
              className={clsx(
                isActive ? 'fill-accent-soft stroke-accent' : 'fill-surface',
                !isActive && (last ? 'stroke-text' : 'stroke-line-strong'),
              )}
            />
            <text
              x={x + boxWidth / 2}
              y={y + (last?.at ? 17 : 24)}
              textAnchor="middle"
              className={clsx(
                'font-mono text-xs',
                last ? 'fill-text' : 'fill-muted',
                isActive && 'font-semibold',
              )}
            >
              {state}
            </text>
            {last?.at && (
              <text
                x={x + boxWidth / 2}
                y={y + 32}
                textAnchor="middle"
                className="fill-muted font-mono text-xs tabular-nums"
              >
                {timeOfDay(last.at)}
                {times.length > 1 && ` ×${times.length}`}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

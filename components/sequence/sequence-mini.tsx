'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson, CallbackWireRow } from '../../server/tester/contract.ts'
import { layOut, smallMeasures } from './sequence-layout.ts'
import { sequenceOf } from './sequence-model.ts'
import { actorColor } from './sequence-svg.tsx'

interface SequenceMiniProps {
  callback: CallbackDetailJson
  rows: readonly CallbackWireRow[]
}

/** The shape of the story; pressed, it opens the whole diagram. */
export function SequenceMini({ callback, rows }: SequenceMiniProps) {
  const t = useTranslations('sequence')
  const arrows = useMemo(() => sequenceOf(callback, rows), [callback, rows])
  const { width, height, lanes, rows: drawn } = layOut(arrows, smallMeasures)
  return (
    <Link
      href={`/callbacks/${encodeURIComponent(callback.id)}`}
      className="flex flex-col gap-1 rounded-md border p-2 text-sm text-accent enabled-hover:bg-hover"
    >
      <svg
        role="img"
        aria-label={t('summary', { count: arrows.length })}
        viewBox={`0 0 ${width} ${height}`}
        className="block h-auto max-h-96 w-full"
      >
        {lanes.map(({ actor, x }) => (
          <g key={actor}>
            <line x1={x} x2={x} y1={18} y2={height} stroke="var(--line)" />
            <text x={x} y={12} textAnchor="middle" fill={actorColor[actor]} className="text-xs font-semibold">
              {t(`shortActors.${actor}`)}
            </text>
          </g>
        ))}
        {drawn.map(({ arrow, y, from, to }) => {
          const direction = to > from ? 1 : -1
          const color = arrow.hasFailed
            ? 'var(--danger)'
            : arrow.kind === 'event'
              ? 'var(--muted)'
              : actorColor[arrow.from]
          return from === to ? (
            <rect key={arrow.key} x={from - 4} y={y - 4} width={8} height={6} rx={1} fill={color} />
          ) : (
            <path
              key={arrow.key}
              d={`M${from} ${y}H${to - direction}m${-direction * 4} -3l${direction * 4} 3l${-direction * 4} 3`}
              fill="none"
              stroke={color}
              strokeWidth={arrow.kind === 'push' ? 2 : 1}
              strokeDasharray={arrow.kind === 'answer' ? '3 2' : undefined}
            />
          )
        })}
      </svg>
      {t('openFull')}
    </Link>
  )
}

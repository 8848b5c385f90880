'use client'

import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { useSayEvent } from '../use-say-event.ts'
import type { Actor, Arrow } from './arrow.ts'
import { arrowLabel, arrowSentence } from './arrow-words.ts'
import { fullMeasures, layOut, shortened, type DrawnArrow } from './sequence-layout.ts'
import type { SequenceLinks } from './sequence-links.ts'

interface SequenceSvgProps {
  arrows: readonly Arrow[]
  links: SequenceLinks
  /** The event that the reader stands at. */
  selected: number | null
  ref?: RefObject<SVGSVGElement | null>
}

/** Whose colour an actor has. All colours are custom properties, which an exported drawing takes with it. */
export const actorColor: Readonly<Record<Actor, string>> = {
  app: 'var(--lane-customer)',
  gms: 'var(--lane-server)',
  urs: 'var(--lane-queue)',
  chat: 'var(--lane-server)',
  agent: 'var(--lane-agent)',
}

const labelLetters = 30
const noteWidth = 190
const { head, pitch, laneGap } = fullMeasures

/** The diagram as a drawing; each arrow is a link to its row or its event. */
export function SequenceSvg({ arrows, links, selected, ref }: SequenceSvgProps) {
  const t = useTranslations('sequence')
  const say = useSayEvent()
  const { width, height, lanes, rows } = layOut(arrows, fullMeasures)
  return (
    <svg
      ref={ref}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="block h-auto w-full max-w-240 min-w-176"
      fontFamily="var(--font-mono)"
      // Of the drawing, which grows with its least width, and that with the text of the page.
      fontSize={12}
    >
      {lanes.map(({ actor, x }) => (
        <g key={actor}>
          <line x1={x} x2={x} y1={head - 10} y2={height} stroke="var(--line)" />
          <rect
            x={x - 62}
            y={4}
            width={124}
            height={26}
            rx={6}
            fill="var(--surface)"
            stroke={actorColor[actor]}
          />
          <text x={x} y={21} textAnchor="middle" fill={actorColor[actor]} fontWeight={600}>
            {t(`actors.${actor}`)}
          </text>
        </g>
      ))}
      {rows.map((row) => (
        <a
          key={row.arrow.key}
          href={links.hrefOf(row.arrow)}
          aria-label={arrowSentence(row.arrow, t)}
          aria-current={row.arrow.event !== null && row.arrow.event === selected ? 'step' : undefined}
          onClick={(event) => links.follow(event, row.arrow)}
          className="[&:hover_rect[data-hit]]:fill-hover"
        >
          <title>{row.arrow.phrase ? say(row.arrow.phrase) : arrowSentence(row.arrow, t)}</title>
          <rect
            data-hit=""
            x={Math.min(row.from, row.to) - (row.from === row.to ? noteWidth / 2 : 0)}
            y={row.y - 20}
            width={row.from === row.to ? noteWidth : Math.abs(row.to - row.from)}
            height={pitch - 6}
            fill={
              row.arrow.event !== null && row.arrow.event === selected ? 'var(--accent-soft)' : 'transparent'
            }
          />
          {row.from === row.to ? (
            <Note row={row} label={arrowLabel(row.arrow, t)} />
          ) : (
            <Line row={row} label={arrowLabel(row.arrow, t)} />
          )}
        </a>
      ))}
    </svg>
  )
}

const colorOf = ({ from, kind, hasFailed }: Arrow) =>
  hasFailed ? 'var(--danger)' : kind === 'event' ? 'var(--muted)' : actorColor[from]

function Note({ row: { arrow, y, from }, label }: { row: DrawnArrow; label: string }) {
  return (
    <>
      <rect
        x={from - noteWidth / 2}
        y={y - 16}
        width={noteWidth}
        height={22}
        rx={4}
        fill="var(--sunken)"
        stroke={arrow.hasFailed ? 'var(--danger)' : 'var(--line-strong)'}
      />
      <text x={from} y={y - 1} textAnchor="middle" fill={arrow.hasFailed ? 'var(--danger)' : 'var(--text)'}>
        {shortened(label, labelLetters)}
      </text>
    </>
  )
}

function Line({ row: { arrow, y, from, to }, label }: { row: DrawnArrow; label: string }) {
  const color = colorOf(arrow)
  const direction = to > from ? 1 : -1
  const tip = to - direction
  const middle = (from + to) / 2
  const isAcross = Math.abs(to - from) > laneGap
  return (
    <>
      <line
        x1={from}
        x2={tip - direction * 6}
        y1={y}
        y2={y}
        stroke={color}
        strokeWidth={arrow.kind === 'push' ? 2 : 1.25}
        strokeDasharray={arrow.kind === 'answer' ? '5 4' : undefined}
      />
      {arrow.hasFailed ? (
        <path
          d={`M${tip - direction * 10} ${y - 5}l${direction * 10} 10m0 -10l${-direction * 10} 10`}
          stroke={color}
          strokeWidth={2}
        />
      ) : (
        <path
          d={`M${tip - direction * 8} ${y - 4.5}L${tip} ${y}L${tip - direction * 8} ${y + 4.5}`}
          fill={arrow.kind === 'push' || arrow.kind === 'event' ? 'none' : color}
          stroke={color}
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
      )}
      <text
        x={middle}
        y={y - 6}
        textAnchor="middle"
        fill={arrow.hasFailed ? 'var(--danger)' : 'var(--text)'}
        stroke="var(--surface)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {shortened(label, isAcross ? 2 * labelLetters : labelLetters)}
      </text>
    </>
  )
}

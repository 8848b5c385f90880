'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowDownRight, ArrowUpLeft, RotateCcw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useMemo, type ReactNode } from 'react'
import type { TrafficDetail, TrafficSummary } from '../../server/tester/contract.ts'
import { LaneMark } from '../ui/lane-mark.tsx'
import { around } from './causes-around.ts'
import { trafficListQuery } from './traffic-list-query.ts'
import { laneOf, wordOf } from './traffic-row.ts'
import { useOpenedRow } from './wire-address.tsx'
import { useWireStore } from './wire-store.ts'
import { TextButton } from '../ui/text-button.tsx'

/** What led to a row and what it led to, across everybody on the wire; each a way to go there. */
export function DetailCauses({ detail }: { detail: TrafficDetail }) {
  const t = useTranslations('wire.causes')
  const rows = useQuery({ ...trafficListQuery(), enabled: false }).data?.rows
  const { known, effects, effectsMore, replays } = useMemo(() => around(detail, rows ?? []), [detail, rows])
  const link = (number: number) => <RowLink number={number} row={known.get(number)} />
  return (
    <div className="grid gap-3 @md:grid-cols-2">
      <section className="flex min-w-0 flex-col gap-1">
        <Title icon={<ArrowUpLeft aria-hidden size={14} />}>{t('causedBy')}</Title>
        {detail.cause === null ? <p className="text-sm text-muted">{t('root')}</p> : link(detail.cause)}
        {detail.replayOf !== null && (
          <>
            <Title icon={<RotateCcw aria-hidden size={14} />}>{t('replayOf')}</Title>
            {link(detail.replayOf)}
          </>
        )}
      </section>
      <section className="flex min-w-0 flex-col gap-1">
        <Title icon={<ArrowDownRight aria-hidden size={14} />}>{t('ledTo')}</Title>
        {effects.length === 0 ? (
          <p className="text-sm text-muted">{t('noEffects')}</p>
        ) : (
          <ul className="flex flex-col">
            {effects.map((number) => (
              <li key={number}>{link(number)}</li>
            ))}
            {effectsMore > 0 && <li className="text-sm text-muted">{t('more', { count: effectsMore })}</li>}
          </ul>
        )}
        {replays.length > 0 && (
          <>
            <Title icon={<RotateCcw aria-hidden size={14} />}>{t('replays')}</Title>
            <ul className="flex flex-col">
              {replays.map((number) => (
                <li key={number}>{link(number)}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}

function Title({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <h4 className="flex items-center gap-1.5 text-sm font-semibold">
      {icon}
      {children}
    </h4>
  )
}

function RowLink({ number, row }: { number: number; row: TrafficSummary | undefined }) {
  const t = useTranslations('wire.causes')
  const { open } = useOpenedRow()
  const activateRow = useWireStore((store) => store.activateRow)
  const what = row && `${wordOf(row)} ${row.note || row.path}`
  return (
    <TextButton
      onClick={() => {
        activateRow(number)
        open(number)
      }}
      className="flex min-h-6 max-w-full min-w-0 items-center gap-1.5 rounded-sm text-left text-sm text-accent underline-offset-2 enabled-hover:underline"
    >
      {row && <LaneMark lane={laneOf(row)} />}
      <span className="min-w-0 truncate font-mono text-mono">
        {what === undefined ? t('gone', { number }) : t('row', { number, what })}
      </span>
    </TextButton>
  )
}

'use client'

import { clsx } from 'clsx'
import { Check, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ThresholdPreviewJson } from '../../server/tester/contract.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'

type Row = ThresholdPreviewJson['rows'][number]

/** Whether an estimate belongs to this row of the table. Bands hold their upper bound, and the first its lower one too. */
function holds({ band }: Row, etaSeconds: number | null, isFirst: boolean): boolean {
  if (band === null || etaSeconds === null) return band === null && etaSeconds === null
  const isAbove = isFirst || etaSeconds > band.lower
  return isAbove && (band.upper === null || etaSeconds <= band.upper)
}

/** Estimates down, positions across: who passes, and the reason that customers are told. The row of now is marked. */
export function TruthTable({
  preview,
  etaSeconds,
}: {
  preview: ThresholdPreviewJson
  etaSeconds: number | null
}) {
  const t = useTranslations('queue')
  const positions = preview.rows[0]?.cells.map(({ position }) => position) ?? []
  return (
    <ScrollRegion label={t('truthTable')} className="overflow-x-auto focus-visible:-outline-offset-2">
      <DataTable caption={t('truthTable')} isDense>
        <thead>
          <tr>
            <th scope="col">{t('estimate')}</th>
            {positions.map((position) => (
              <th key={position} scope="col" className="tabular-nums">
                {t('atPosition', { position })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, index) => {
            const isNow = holds(row, etaSeconds, index === 0)
            return (
              <tr key={row.band?.lower ?? 'n/a'} className={clsx(isNow && 'bg-lane-queue-soft')}>
                <th scope="row" className="whitespace-nowrap tabular-nums">
                  <BandName row={row} isFirst={index === 0} />
                  {isNow && <span className="block text-xs font-normal text-muted">{t('now')}</span>}
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.position} className="min-w-32">
                    <span
                      className={clsx(
                        'inline-flex items-center gap-1',
                        cell.isPassed ? 'text-success' : 'text-danger',
                      )}
                    >
                      {cell.isPassed ? <Check aria-hidden size={14} /> : <X aria-hidden size={14} />}
                      {t(cell.isPassed ? 'passes' : 'failsRule')}
                    </span>
                    <code className="block text-xs whitespace-pre-wrap text-muted">{cell.reason}</code>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </DataTable>
    </ScrollRegion>
  )
}

function BandName({ row: { band }, isFirst }: { row: Row; isFirst: boolean }) {
  const t = useTranslations('queue')
  if (band === null) return <code>n/a</code>
  if (band.upper === null) return isFirst ? t('anyEstimate') : t('above', { seconds: band.lower })
  return isFirst ? t('upTo', { seconds: band.upper }) : t('fromTo', { from: band.lower, to: band.upper })
}

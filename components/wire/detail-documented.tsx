'use client'

import { useQueryStates } from 'nuqs'
import { useTranslations } from 'use-intl'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { Switch } from '../ui/switch.tsx'
import { compareDocumented, deviations, type ComparedField, type Verdict } from './compare-documented.ts'
import { comparisonInAddress } from './detail-address.ts'

/** The row beside the documented example, field by field; ids, addresses and times are passed over unless they are asked for. */
export function DetailDocumented({ detail }: { detail: TrafficDetail }) {
  const t = useTranslations('wire.documented')
  const [{ differing, ids }, setShown] = useQueryStates(comparisonInAddress)
  const comparison = compareDocumented(detail, ids)
  if (comparison === null) return <p className="text-sm text-muted">{t('none')}</p>
  const { example, fields, headers, body } = comparison
  return (
    <>
      <p className="text-sm font-medium">{t('example', { name: t(`examples.${example}`) })}</p>
      {body === null ? (
        <p className="text-sm text-danger">{t('noJson')}</p>
      ) : (
        <Findings fields={body} withIds={ids} />
      )}
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        <Switch
          label={t('onlyDifferent')}
          isOn={differing}
          onChange={(isOn) => void setShown({ differing: isOn })}
        />
        <Switch label={t('withIds')} isOn={ids} onChange={(isOn) => void setShown({ ids: isOn })} />
      </div>
      {body && <Comparison title={t('body')} fields={body} isShort={differing} />}
      {fields && <Comparison title={t('request')} fields={fields} isShort={differing} />}
      {headers.length > 0 && <Comparison title={t('headers')} fields={headers} isShort={differing} />}
    </>
  )
}

/** What is not as documented, by name. */
function Findings({ fields, withIds }: { fields: readonly ComparedField[]; withIds: boolean }) {
  const t = useTranslations('wire.documented')
  const found = deviations(fields)
  if (found.length === 0)
    return <p className="text-sm text-success">{t(withIds ? 'alikeWithIds' : 'alike')}</p>
  return (['missing', 'type', 'extra'] as const).map((verdict) => {
    const names = found.filter((field) => field.verdict === verdict).map(({ path }) => path)
    if (names.length === 0) return null
    return (
      <p key={verdict} className="text-sm break-words text-danger">
        {t(verdict, { fields: names.join(', ') })}
      </p>
    )
  })
}

const tones: Readonly<Record<Verdict, Tone>> = {
  same: 'success',
  varies: 'neutral',
  value: 'warn',
  type: 'danger',
  missing: 'danger',
  extra: 'danger',
}

interface ComparisonProps {
  title: string
  fields: readonly ComparedField[]
  isShort: boolean
}

function Comparison({ title, fields, isShort }: ComparisonProps) {
  const t = useTranslations('wire.documented')
  const verdicts = useTranslations('wire.verdicts')
  const shown = isShort ? fields.filter(({ verdict }) => verdict !== 'same' && verdict !== 'varies') : fields
  return (
    <section className="flex min-w-0 flex-col gap-1">
      <h4 className="text-sm font-semibold">{title}</h4>
      {shown.length === 0 ? (
        <p className="text-sm text-muted">{t('nothing')}</p>
      ) : (
        <ScrollRegion label={title} className="max-h-96 overflow-auto rounded-md border">
          <DataTable caption={title} isDense>
            <thead className="bg-sunken">
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('documented')}</th>
                <th scope="col">{t('got')}</th>
                <th scope="col">{t('verdict')}</th>
              </tr>
            </thead>
            <tbody className="font-mono text-mono">
              {shown.map(({ path, documented, got, verdict }) => (
                <tr key={path}>
                  <th scope="row" className="min-w-32 font-normal wrap-anywhere">
                    {path}
                  </th>
                  <td className="wrap-anywhere text-muted">{documented}</td>
                  <td className="wrap-anywhere">{got}</td>
                  <td className="font-sans whitespace-nowrap">
                    <Badge tone={tones[verdict]}>{verdicts(verdict)}</Badge>
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </ScrollRegion>
      )}
    </section>
  )
}

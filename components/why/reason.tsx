import { useTranslations } from 'use-intl'
import type { BecauseJson, PhraseJson } from '../../server/tester/contract.ts'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { useSayEstimate } from '../use-say-estimate.ts'
import { useDrawReason } from '../use-say-reason.ts'
import { factRows } from './fact-rows.ts'

interface ReasonProps {
  because: BecauseJson
  /** What the fact `estimate` says, where there is one. */
  estimate?: PhraseJson | null
}

/** One reason in full: the sentence, the rule in its own words, and the numbers it looked at. */
export function Reason({ because, estimate = null }: ReasonProps) {
  const t = useTranslations('why')
  const drawReason = useDrawReason()
  const sayEstimate = useSayEstimate()
  // The sentence has said them.
  const { conditions: _conditions, ...facts } = because.facts
  const rows = factRows(facts)
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="font-medium break-words">{drawReason(because.phrase)}.</p>
      <p className="text-sm break-words text-muted">
        <code className="text-xs text-text">{because.rule}</code> <span lang="en">{because.ruleText}</span>
      </p>
      {rows.length > 0 && (
        <dl className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-x-3 gap-y-1">
          {rows.map((row) => (
            <div key={row.key} className="min-w-0">
              <dt className="text-xs text-muted">{t(`facts.${row.key}` as 'facts.agent')}</dt>
              <dd className="text-sm wrap-anywhere tabular-nums">
                {row.kind === 'time' ? (
                  <TimeOfDay at={row.at} />
                ) : row.kind === 'none' ? (
                  t('none')
                ) : row.key === 'estimate' && estimate !== null ? (
                  sayEstimate(estimate)
                ) : (
                  row.text
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** The reason in a line of a list. */
export function ShortReason({ because }: { because: BecauseJson }) {
  const drawReason = useDrawReason()
  return (
    <span className="block text-sm break-words" title={because.ruleText}>
      {drawReason(because.phrase)} <code className="text-xs text-muted">{because.rule}</code>
    </span>
  )
}

import { useTranslations } from 'use-intl'
import type { BecauseJson } from '../../server/tester/contract.ts'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { useSayReason } from '../use-say-reason.ts'
import { factRows, inWords } from './fact-rows.ts'

/** One reason in full: the sentence, the rule in its own words, and the numbers it looked at. */
export function Reason({ because }: { because: BecauseJson }) {
  const sayReason = useSayReason()
  const nameOf = useFactName()
  const rows = factRows(because.facts, nameOf)
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="font-medium break-words">{sayReason(because.phrase)}.</p>
      <p className="text-sm break-words text-muted">
        <code className="text-xs text-text">{because.rule}</code> <span lang="en">{because.ruleText}</span>
      </p>
      {rows.length > 0 && (
        <dl className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-x-3 gap-y-1">
          {rows.map((row) => (
            <div key={row.name} className="min-w-0">
              <dt className="text-xs text-muted">{row.name}</dt>
              <dd lang="en" className="text-sm wrap-anywhere tabular-nums">
                {row.kind === 'time' ? <TimeOfDay at={row.at} /> : row.text}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** What a fact is called. */
function useFactName(): (key: string) => string {
  const t = useTranslations('why')
  return (key) => {
    const place = `facts.${key}` as 'facts.agent'
    return t.has(place) ? t(place) : inWords(key)
  }
}

/** The reason in a line of a list. */
export function ShortReason({ because }: { because: BecauseJson }) {
  const sayReason = useSayReason()
  return (
    <span className="block text-sm break-words">
      {sayReason(because.phrase)}{' '}
      <code title={because.ruleText} lang="en" className="text-xs text-muted">
        {because.rule}
      </code>
    </span>
  )
}

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { TrafficWhyJson } from '../../server/tester/contract.ts'
import { factRows } from '../why/fact-rows.ts'

/** Why a request was refused: the rule, what was expected, what came, what is documented, what to do. */
export function DetailWhy({ why }: { why: TrafficWhyJson }) {
  const t = useTranslations('wire.why')
  const facts = factRows(why.facts)
  return (
    <section className="flex min-w-0 flex-col gap-2 rounded-md border border-danger p-3">
      <h4 className="flex items-center gap-2 text-sm font-semibold text-danger">
        <CircleAlert aria-hidden size={15} className="shrink-0" />
        {t('title')}
      </h4>
      {why.sentence !== '' && (
        <p lang="en" className="text-sm break-words">
          {why.sentence}
        </p>
      )}
      <dl className="grid gap-x-4 gap-y-1.5 text-sm @md:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="text-muted">{t('rule')}</dt>
        <dd className="min-w-0 break-words">
          {why.rule === null ? (
            t('noRule')
          ) : (
            <>
              <code>{why.rule}</code> <span lang="en">{why.ruleText}</span>
            </>
          )}{' '}
          <code className="text-xs text-muted">{why.code}</code>
        </dd>
        <dt className="text-muted">{t('expected')}</dt>
        <dd lang="en" className="min-w-0 break-words">
          {why.expected}
        </dd>
        {(facts.length > 0 || why.details.length > 0) && (
          <>
            <dt className="text-muted">{t('got')}</dt>
            <dd lang="en" className="flex min-w-0 flex-col gap-0.5 break-words">
              {facts.map((fact) => (
                <span key={fact.name}>
                  <span className="text-muted">{fact.name}</span>{' '}
                  {fact.kind === 'text' ? fact.text : fact.kind === 'time' ? fact.at : 'none'}
                </span>
              ))}
              {why.details.map(({ field, message }, index) => (
                <span key={index}>
                  <code>{field}</code> {message}
                </span>
              ))}
            </dd>
          </>
        )}
        <dt className="text-muted">{t('documented')}</dt>
        <dd lang="en" className="min-w-0 break-words">
          {why.documented}
        </dd>
        <dt className="text-muted">{t('fix')}</dt>
        <dd lang="en" className="min-w-0 font-medium break-words">
          {why.fix}
        </dd>
      </dl>
    </section>
  )
}

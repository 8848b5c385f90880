import { CircleCheck, CircleDot, CircleSlash } from 'lucide-react'
import Link from 'next/link'
import { createTranslator } from 'use-intl/core'
import { compiledMessagesOf } from '../messages/compiled.ts'
import type { Locale, Translate } from '../messages/translate.ts'
import { Badge } from '../ui/badge.tsx'
import { Page } from '../ui/page.tsx'
import { fidelityGroups, fidelityRows, type FidelityRow } from './fidelity-rows.ts'

const looks = {
  implemented: { tone: 'success', Icon: CircleCheck },
  simplified: { tone: 'warn', Icon: CircleDot },
  absent: { tone: 'neutral', Icon: CircleSlash },
} as const

/** What of GMS is here, what is simpler, and what is missing; each with the test that shows it. */
export function FidelityPage({ locale }: { locale: Locale }) {
  const t = createTranslator({ locale, messages: compiledMessagesOf(locale), namespace: 'help' })
  return (
    <Page id="fidelity" title={t('fidelity.title')}>
      <p className="max-w-3xl break-words text-muted">{t('fidelity.intro')}</p>
      <Link href="/help" className="self-start text-accent underline underline-offset-2">
        {t('title')}
      </Link>
      {fidelityGroups.map((group) => (
        <section
          key={group}
          aria-labelledby={`group-${group}`}
          className="max-w-5xl rounded-md border bg-surface"
        >
          <h2 id={`group-${group}`} className="border-b px-3 py-2 text-sm font-semibold">
            {t(`fidelity.groups.${group}`)}
          </h2>
          <ul className="flex flex-col divide-y">
            {fidelityRows
              .filter((row) => row.group === group)
              .map((row) => (
                <Row key={row.name} row={row} t={t} />
              ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

function Row({ row: { name, status, call, test }, t }: { row: FidelityRow; t: Translate<'help'> }) {
  const { tone, Icon } = looks[status]
  return (
    <li className="grid gap-x-4 gap-y-1 px-3 py-2.5 text-sm wide:grid-cols-[7rem_minmax(0,1fr)]">
      <div>
        <Badge tone={tone} icon={<Icon aria-hidden size={12} />}>
          {t(`fidelity.status.${status}`)}
        </Badge>
      </div>
      <div className="flex min-w-0 flex-col gap-0.5">
        <code className="break-words">{call}</code>
        <p>{t(`fidelity.rows.${name}`)}</p>
        {test && (
          <p className="text-xs text-muted">
            {t('fidelity.test')} <code className="wrap-anywhere">{`${test.file} [${test.rule}]`}</code>
          </p>
        )}
      </div>
    </li>
  )
}

'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { CallbackWireRow } from '../../server/tester/contract.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { inCode } from '../ui/rich-text.tsx'
import type { Recap } from './recap.ts'

interface RecapFactsProps {
  recap: Recap
  serviceId: string
  user: string
}

/** What is worth knowing about what crossed the wire; opened, each shows where it can be seen. */
export function RecapFacts({ recap: { requests, pushes, fetchedBy }, serviceId, user }: RecapFactsProps) {
  const t = useTranslations('recap')
  const requestOf = (note: string) => requests.find((row) => row.note === note)
  const available = pushes.find(({ note }) => note.startsWith('service.agentavailable.'))
  return (
    <ul className="flex flex-col gap-1">
      {available ? (
        <li>
          <Disclosure summary={<span>{t.rich('facts.push', { code: inCode })}</span>}>
            <p className="text-sm">{t.rich('facts.pushMore', { code: inCode })}</p>
            <Rows rows={[available, requestOf('connect')]} />
          </Disclosure>
        </li>
      ) : (
        // Who called off in line, or whose time was over there, heard of no agent at all.
        fetchedBy && (
          <li>
            <Disclosure summary={<span>{t.rich('facts.polling', { code: inCode })}</span>}>
              <p className="text-sm">{t.rich('facts.pollingMore', { code: inCode })}</p>
              <Rows rows={[fetchedBy, requestOf('connect')]} />
            </Disclosure>
          </li>
        )
      )}
      <li>
        <Disclosure summary={<span>{t.rich('facts.user', { code: inCode })}</span>}>
          <p className="text-sm">{t('facts.userMore')}</p>
          <code className="text-xs wrap-anywhere">{user}</code>
          <Rows rows={[requestOf('start callback')]} />
        </Disclosure>
      </li>
      <li>
        <Disclosure summary={<span>{t('facts.id')}</span>}>
          <code className="text-xs wrap-anywhere">{serviceId}</code>
          <p className="text-sm">{t.rich('facts.idMore', { code: inCode })}</p>
          <Rows rows={[requestOf('ixn/chat')]} />
        </Disclosure>
      </li>
    </ul>
  )
}

/** Where it can be seen. */
function Rows({ rows }: { rows: readonly (CallbackWireRow | undefined)[] }) {
  const t = useTranslations('recap')
  return (
    <ul className="flex flex-wrap gap-x-3">
      {rows.map(
        (row) =>
          row && (
            <li key={row.number}>
              <Link href={`/wire/${row.number}`} className="text-sm text-accent underline underline-offset-2">
                {t('seeRow', { number: row.number, what: row.kind === 'push' ? 'PUSH' : row.note })}
              </Link>
            </li>
          ),
      )}
    </ul>
  )
}

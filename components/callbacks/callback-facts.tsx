'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { ReactNode } from 'react'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { clockQuery } from '../clock-queries.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Term } from '../ui/term.tsx'
import { CallbackTime } from './callback-time.tsx'

/** What a callback is: its id, its service, its times, and what was submitted. */
export function CallbackFacts({ callback }: { callback: CallbackJson }) {
  const t = useTranslations('callbacks')
  const now = useQuery(clockQuery()).data?.now ?? callback.createdAt
  const submitted = Object.entries(callback.properties)
  return (
    <section aria-label={t('one.facts')} className="flex flex-col gap-3 rounded-md border bg-surface p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-xs text-muted">
          <Term name="serviceId">{t('columns.id')}</Term>
        </span>
        <code className="wrap-anywhere">{callback.id}</code>
        <CopyButton label={t('one.copyId')} text={callback.id} />
      </div>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-4 gap-y-2">
        <Fact name={t('columns.service')}>
          <Link
            href={`/services/${encodeURIComponent(callback.service)}`}
            className="underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text"
          >
            <code className="text-xs">{callback.service}</code>
          </Link>
        </Fact>
        <Fact name={<Term name="virtualQueue">{t('columns.queue')}</Term>}>
          <code className="text-xs">{callback.queue}</code>
        </Fact>
        <Fact name={<Term name="target">{t('columns.target')}</Term>}>
          <code className="text-xs">{callback.target}</code>
        </Fact>
        <Fact name={<Term name="gmsUser">{t('columns.user')}</Term>}>
          <code className="text-xs">{callback.user ?? '–'}</code>
        </Fact>
        <Fact name={t('one.told')}>{t(callback.hasPush ? 'one.byPush' : 'one.byPolling')}</Fact>
        <Fact name={t('columns.createdAt')}>
          <CallbackTime at={callback.createdAt} now={now} />
        </Fact>
        <Fact name={t('columns.desiredAt')}>
          <CallbackTime at={callback.desiredAt} now={now} />
        </Fact>
        <Fact name={t('columns.expiresAt')}>
          <CallbackTime at={callback.expiresAt} now={now} />
        </Fact>
      </dl>
      {submitted.length > 0 && (
        <Disclosure summary={t('one.submitted', { count: submitted.length })}>
          <dl className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-x-4 gap-y-2">
            {submitted.map(([name, value]) => (
              <Fact key={name} name={<code className="text-xs">{name}</code>}>
                {value}
              </Fact>
            ))}
          </dl>
        </Disclosure>
      )}
    </section>
  )
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="text-sm wrap-anywhere">{children}</dd>
    </div>
  )
}

'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { startCurl } from '../connect/start-curl.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { Term } from '../ui/term.tsx'
import { useIsAlive } from '../ui/use-is-alive.ts'
import { startPath, takesCallbacks } from './parameters.ts'

/** What a service is called, where it is, and what it is made from. */
export function ServiceHead({ service, isPaused }: { service: ServiceJson; isPaused: boolean }) {
  const t = useTranslations('services.service')
  const { name, template } = service
  const isAlive = useIsAlive()
  const isCallback = takesCallbacks(service)
  return (
    <div className="flex flex-col gap-3 rounded-md border bg-surface p-3">
      {isPaused && (
        <p className="text-sm text-warn">
          {t('pausedText')}{' '}
          <Link href="/settings#paused" className="underline underline-offset-2">
            {t('pausedLink')}
          </Link>
        </p>
      )}
      <dl className="grid gap-x-6 gap-y-2 text-sm wide:grid-cols-[auto_minmax(0,1fr)]">
        <Line name={<Term name="commonDefaultConfiguration">{t('configuration')}</Term>}>{template}</Line>
        <Line name={t('section')}>
          <code className="wrap-anywhere">service.{name}</code>
        </Line>
        <Line name={t('address')}>
          {isCallback ? <code className="wrap-anywhere">POST {startPath(service)}</code> : t('calendar')}
        </Line>
      </dl>
      {isCallback && (
        <div className="flex flex-wrap items-center gap-3">
          <CopyButton
            label={t('copyCurl')}
            text={isAlive ? startCurl(window.location.origin, startPath(service)) : ''}
          />
          <Link
            href={`/callbacks?service=${encodeURIComponent(name)}`}
            className="inline-flex min-h-6 items-center text-sm text-accent underline underline-offset-2"
          >
            {t('callbacks')}
          </Link>
        </div>
      )}
    </div>
  )
}

function Line({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 max-wide:-mt-2">{children}</dd>
    </div>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { refusedRowQuery } from './refused-row.ts'

/** Why a request was refused, as the tester itself says it, and the way to its row of the wire. */
export function FailureWhy({ request, status }: { request: string; status: number }) {
  const t = useTranslations('failure')
  const [at] = useState(() => Date.now())
  const { data: row } = useQuery(refusedRowQuery(request, status, at))
  if (!row) return null
  const { why, number } = row
  return (
    <>
      {why && (
        <dl className="flex flex-col gap-1 text-sm">
          <Line name={t('expected')} text={why.expected} />
          <Line name={t('documented')} text={why.documented} />
          <Line name={t('fix')} text={why.fix} />
        </dl>
      )}
      <Link href={`/wire/${number}`} className="text-sm text-accent underline underline-offset-2">
        {t('openInWire', { number })}
      </Link>
    </>
  )
}

function Line({ name, text }: { name: string; text: string }) {
  if (text === '') return null
  return (
    <div>
      <dt className="inline font-medium">{name}</dt>{' '}
      <dd lang="en" className="inline break-words">
        {text}
      </dd>
    </div>
  )
}

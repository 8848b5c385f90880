'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { TargetExplanationJson } from '../../server/tester/contract.ts'
import { targetQuery } from '../services-queries.ts'
import { useSayReason } from '../use-say-reason.ts'
import { markToken } from './target-marks.ts'

/** How long typing has to rest before the server is asked. */
const restMillis = 200

/** Whom a target means, by the server's own reading; where it cannot be read, the place that is wrong. */
export function TargetExplanation({ text }: { text: string }) {
  const t = useTranslations('services.target')
  const asked = useRested(text)
  const { data, error } = useQuery({ ...targetQuery(asked), enabled: asked !== '' })
  if (text === '') return null
  return (
    <div aria-live="polite" className="flex min-h-12 flex-col gap-1 rounded-md border bg-sunken p-2 text-sm">
      {data === undefined && error === null && <p className="text-muted">{t('reading')}</p>}
      {data === undefined && error !== null && <p className="text-warn">{t('unreadable')}</p>}
      {data?.ok === true && <Meaning explanation={data} />}
      {data?.ok === false && <Complaint text={asked} complaint={data} />}
    </div>
  )
}

function Meaning({ explanation }: { explanation: Extract<TargetExplanationJson, { ok: true }> }) {
  const t = useTranslations('services.target')
  const sayReason = useSayReason()
  const { phrase, targets } = explanation
  const isList = targets.length > 1
  return (
    <>
      <p>{t('means', { sentence: sayReason(phrase) })}</p>
      <ol className={isList ? 'ml-5 flex list-decimal flex-col gap-1' : ''}>
        {targets.map((target, index) => (
          // A list may name the same target twice.
          <li key={`${index} ${target.sentence}`} className="first-letter:uppercase">
            {isList && `${sayReason(target.phrase)}. `}
            <span className={target.agents.length === 0 ? 'text-warn' : 'text-muted'}>
              {target.agents.length === 0
                ? t('nobody')
                : t('now', { agents: target.agents.map(({ name }) => name).join(', ') })}
            </span>
            {target.condition !== null && (
              <span className="text-muted"> {t('condition', { condition: target.condition })}</span>
            )}
            {target.timeoutSeconds !== null && (
              <span className="text-muted"> {t('after', { seconds: target.timeoutSeconds })}</span>
            )}
            {target.clears && <span className="text-muted"> {t('clears')}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

function Complaint({
  text,
  complaint: { message, token, column },
}: {
  text: string
  complaint: Extract<TargetExplanationJson, { ok: false }>
}) {
  const t = useTranslations('services.target')
  const { before, marked, after } = markToken(text, token, column)
  return (
    <>
      <p lang="en" className="text-danger">
        {message}
      </p>
      <p className="font-mono text-mono wrap-anywhere">
        {before}
        <mark className="rounded-sm bg-danger-soft px-0.5 font-semibold text-danger underline decoration-wavy">
          {marked === '' ? '▏' : marked}
        </mark>
        {after}
      </p>
      <p className="text-xs text-muted">
        {t('column', { column })}
        {marked === '' && `: ${t('missing')}`}
      </p>
    </>
  )
}

/** The text once it has not changed for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(text), restMillis)
    return () => window.clearTimeout(timer)
  }, [text])
  return rested
}

'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { FailureWhy } from './failure-why.tsx'
import { GmsRefusal } from './gms-client.ts'
import { useReasonOf } from './failure-reason.ts'
import { TesterError } from './tester-client.ts'
import { Button } from './ui/button.tsx'
import { CopyButton } from './ui/copy-button.tsx'

interface FailureProps {
  /** What was tried, `Start callback`. */
  what: string
  error: unknown
  /** It was told here before, in another layout: it takes the focus from nobody. */
  isKept?: boolean
  onRetry?: () => void
}

/** What somebody types into: a key that is meant for it must not go elsewhere. */
const typedInto = 'textarea, input:not([type="checkbox"], [type="radio"]), [contenteditable="true"]'

/**
 * A request that failed: status, message, what to do, and once more. It takes the focus, so that nobody misses it, but
 * from nobody who types.
 */
export function Failure({ what, error, isKept = false, onRetry }: FailureProps) {
  const t = useTranslations('failure')
  const ref = useRef<HTMLDivElement>(null)
  const wasKept = useRef(isKept)
  useEffect(() => {
    const at = document.activeElement
    if (at?.matches(typedInto)) {
      if (!wasKept.current) ref.current?.scrollIntoView({ block: 'nearest' })
    } else if (!wasKept.current || at === document.body) ref.current?.focus()
  }, [])
  const { status, code, request } = readFailure(error)
  const said = useReasonOf()(error)
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="flex flex-col items-start gap-2 rounded-md border border-danger bg-danger-soft p-3"
    >
      <p className="font-medium text-danger">
        {status > 0 ? t('titleStatus', { what, status }) : t('title', { what })}
      </p>
      <p lang={said.isEnglish ? 'en' : undefined} className="text-sm break-words">
        {said.words}
      </p>
      {code !== '' && <code className="text-xs wrap-anywhere text-muted">{code}</code>}
      <p className="text-sm text-muted">{t(`advice.${adviceFor(status)}`)}</p>
      {request !== null && status >= 400 && <FailureWhy request={request} status={status} />}
      <div className="flex flex-wrap items-center gap-2">
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        )}
        <CopyButton
          label={t('copyDetails')}
          text={JSON.stringify(
            { what, status, code, message: said.words, request, page: window.location.href },
            null,
            2,
          )}
        />
      </div>
    </div>
  )
}

interface ReadFailure {
  status: number
  code: string
  request: string | null
}

function readFailure(error: unknown): ReadFailure {
  if (error instanceof GmsRefusal) {
    const { status, exception, request } = error
    return { status, code: exception, request }
  }
  if (error instanceof TesterError) {
    const { status, code, request } = error
    return { status, code, request }
  }
  return { status: 0, code: '', request: null }
}

/** What to do about an answer of this status. */
function adviceFor(status: number): 'unreachable' | 'correct' | 'gone' | 'notNow' | 'seeWire' {
  if (status === 0) return 'unreachable'
  if (status === 400 || status === 413 || status === 415) return 'correct'
  if (status === 404) return 'gone'
  if (status === 409 || status === 503) return 'notNow'
  return 'seeWire'
}

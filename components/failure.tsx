'use client'

import { useEffect, useRef } from 'react'
import { GmsRefusal } from './gms-client.ts'
import { TesterError } from './tester-client.ts'
import { Button } from './ui/button.tsx'

interface FailureProps {
  /** What was tried, `Start callback`. */
  what: string
  error: unknown
  onRetry?: () => void
}

/** A request that failed: status, message, what to do, and once more. It takes the focus, so that nobody misses it. */
export function Failure({ what, error, onRetry }: FailureProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [])
  const { status, code, message } = readFailure(error)
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="flex flex-col items-start gap-2 rounded-md border border-danger bg-danger-soft p-3"
    >
      <p className="font-medium text-danger">
        {what} did not work{status > 0 && `: ${status}`}
      </p>
      <p className="text-sm break-words">{message}</p>
      {code !== '' && <code className="text-xs break-all text-muted">{code}</code>}
      <p className="text-sm text-muted">{advice(status)}</p>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}

function readFailure(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof GmsRefusal)
    return { status: error.status, code: error.exception, message: error.message }
  if (error instanceof TesterError) return error
  return { status: 0, code: '', message: error instanceof Error ? error.message : String(error) }
}

function advice(status: number): string {
  if (status === 0) return 'See whether the tester is still running. The page finds it again by itself.'
  if (status === 400 || status === 413 || status === 415)
    return 'Correct what the message names, and send it again.'
  if (status === 404)
    return 'The tester may have been reset, or the time to live may be over. Start another one.'
  if (status === 409 || status === 503)
    return 'It is not possible at this point. The journey above shows what comes before it.'
  return 'The exchange stands in the wire, with its body.'
}

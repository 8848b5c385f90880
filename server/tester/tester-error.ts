import { Refused, type RefusalCode, type RefusalDetail } from '../contact-center/refusal.ts'
import { BodyTooLarge, ClientGone } from '../request-body.ts'
import type { ErrorAnswer } from './contract.ts'

export type RefusedStatus = 400 | 403 | 404 | 405 | 409 | 413 | 415 | 500 | 503

/** A call of the tester's API is refused; nothing has changed. */
export class TesterError extends Error {
  readonly status: RefusedStatus
  readonly code: string
  readonly details: readonly RefusalDetail[]
  readonly headers: Readonly<Record<string, string>>
  /** The refusal of the contact centre that it tells of. */
  readonly refused: Refused | null

  constructor(
    status: RefusedStatus,
    code: string,
    message: string,
    details: readonly RefusalDetail[] = [],
    headers: Readonly<Record<string, string>> = {},
    refused: Refused | null = null,
  ) {
    super(message)
    this.name = 'TesterError'
    this.status = status
    this.code = code
    this.details = details
    this.headers = headers
    this.refused = refused
  }
}

/** 404 what is not there, 409 what is not possible in this state, 400 and 413 what should be asked otherwise. */
const statuses = {
  'service-not-found': 404,
  'service-invalid': 400,
  'service-built-in': 409,
  'template-not-found': 400,
  'lookup-key-missing': 400,
  'redirect-loop': 409,
  'country-missing': 409,
  'number-premium': 400,
  'number-impossible': 400,
  'number-in-queue': 409,
  'service-full': 409,
  'service-throttled': 409,
  'parameter-throttled': 409,
  'parameter-too-long': 400,
  'counters-full': 409,
  'option-invalid': 400,
  'target-invalid': 400,
  'media-type-unsupported': 400,
  'service-not-callback': 400,
  'desired-time-invalid': 400,
  'time-unavailable': 400,
  'calendar-not-found': 400,
  'callbacks-full': 409,
  'callback-not-found': 404,
  'callback-completed': 409,
  'callback-paused': 409,
  'callback-scheduled': 409,
  'callback-not-movable': 409,
  'callback-processing': 409,
  'agent-not-announced': 409,
  'chat-not-found': 404,
  'chat-exists': 409,
  'chat-ended': 409,
  'message-empty': 400,
  'message-too-long': 413,
  'transcript-full': 409,
  'mailbox-full': 409,
  'agent-not-found': 404,
  'agent-invalid': 400,
  'reason-too-long': 400,
  'agent-busy': 409,
  'agent-not-free': 409,
  'conference-pending': 409,
  'conference-full': 409,
  'interaction-not-found': 404,
  'disposition-invalid': 400,
  'disposition-missing': 409,
  'interaction-not-ringing': 409,
  'interaction-not-active': 409,
  'queue-not-found': 404,
  'queues-full': 409,
  'entry-not-found': 404,
  'queue-full': 409,
  'generator-not-found': 404,
  'generator-invalid': 400,
  'generators-full': 409,
  'ors-down': 503,
  'chat-server-down': 503,
  'setting-invalid': 400,
  'nothing-to-undo': 409,
  'reset-too-large': 409,
} as const satisfies Record<RefusalCode, RefusedStatus>

/** What a thrown thing becomes on the wire; null when it is nobody's refusal but our own mistake. */
export function asTesterError(thrown: unknown): TesterError | null {
  if (thrown instanceof TesterError) return thrown
  if (thrown instanceof BodyTooLarge) {
    const headers: Record<string, string> = thrown.isEndless ? { Connection: 'close' } : {}
    return new TesterError(413, 'body-too-large', thrown.message, [], headers)
  }
  // Nobody hears it; it is only no mistake of ours.
  if (thrown instanceof ClientGone) return new TesterError(400, 'body-incomplete', thrown.message)
  if (thrown instanceof Refused)
    return new TesterError(statuses[thrown.code], thrown.code, thrown.message, thrown.details, {}, thrown)
  return null
}

/** The body of a refusal: `{"error": {"code", "message", "details"}}`, with rule and facts where the contact centre says no. */
export function renderError(error: {
  code: string
  message: string
  details: readonly RefusalDetail[]
  refused?: Refused | null
}): ErrorAnswer {
  const { code, message, refused } = error
  const details = error.details.map((detail) => ({ field: detail.field, message: detail.message }))
  if (refused === null || refused === undefined) return { error: { code, message, details } }
  return { error: { code, message, details, rule: refused.rule, facts: { ...refused.facts } } }
}

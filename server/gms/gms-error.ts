import { Refused, type RefusalCode } from '../contact-center/refusal.ts'
import { BodyTooLarge } from '../request-body.ts'
import type { GmsError } from './contract.ts'

/** One line of an answer's head. */
export type HeaderLine = readonly [name: string, value: string]

/** What a refused request is answered with; nothing has changed. */
export class GmsRefused extends Error {
  readonly status: number
  /** The product's own class where one is documented, else one that begins `gmstester.` (decision 17). */
  readonly exception: string
  readonly headers: readonly HeaderLine[]
  /** What its body has besides, as a few documented answers do. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    exception: string,
    message: string,
    headers: readonly HeaderLine[] = [],
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
    this.name = 'GmsRefused'
    this.status = status
    this.exception = exception
    this.headers = headers
    this.members = members
  }

  /** The same refusal, whose body says more. */
  with(members: Readonly<Record<string, unknown>>): GmsRefused {
    const refused = new GmsRefused(this.status, this.exception, this.message, this.headers, members)
    refused.cause = this.cause
    return refused
  }
}

/** A body, field or path that cannot be read: 400. */
export const malformed = (message: string): GmsRefused =>
  new GmsRefused(400, 'gmstester.MalformedRequest', message)

interface WireForm {
  readonly status: number
  readonly exception: string
  /** Instead of the contact centre's own sentence; `{service}` stands for a fact of the refusal. */
  readonly message?: string
}

/** Decision 8: what the orchestration server says of a session that is over. */
const sessionIsGone: WireForm = {
  status: 500,
  exception: 'com.genesyslab.gsg.services.ors.OrsServiceException',
  message: 'ORS request failed: 404 Not Found',
}

// Contract 1.8 [T]: whose sentences hold what was refused, in braces here.
const callbackExceptions = 'com.genesyslab.gsg.services.callback.exceptions'
const numberException = `${callbackExceptions}.CallbackExceptionNumber`
const unavailableException = `${callbackExceptions}.CallbackExceptionServiceUnavailable`

const ours = (status: number, name: string): WireForm => ({ status, exception: `gmstester.${name}` })

/** Contract 1.8 [C]: the class is known, the text is ours. */
const callbackException = (name: string): WireForm => ({
  status: 400,
  exception: `com.genesyslab.gsg.services.callback.exceptions.CallbackException${name}`,
})

const wireForms = {
  'service-not-found': ours(404, 'ServiceNotFound'),
  'service-invalid': ours(400, 'ServiceInvalid'),
  'service-built-in': ours(409, 'ServiceBuiltIn'),
  'template-not-found': ours(400, 'TemplateNotFound'),
  'lookup-key-missing': ours(400, 'InvalidOption'),
  'redirect-loop': ours(409, 'RedirectLoop'),
  'country-missing': {
    status: 400,
    exception: numberException,
    message:
      'Service option {service} / _default_country is not configured. But option {option} is set. We cannot validate phone numbers without knowing the country.',
  },
  'number-premium': {
    status: 400,
    exception: numberException,
    message:
      "Customer Number [{number}] is disallowed, because it's a premium number. Check option _disallow_premium_phone_numbers",
  },
  'number-impossible': {
    status: 400,
    exception: numberException,
    message:
      'Customer Number [{number}] is disallowed, because it is invalid. Check option _disallow_impossible_phone_numbers',
  },
  'number-in-queue': ours(409, 'NumberInQueue'),
  'service-full': {
    status: 503,
    exception: unavailableException,
    message: 'Limit of queued callbacks for {service} is reached.',
  },
  'service-throttled': {
    status: 503,
    exception: unavailableException,
    message: 'Limit of queued callbacks for {service} is reached for interval {windowSeconds}s.',
  },
  'parameter-throttled': {
    status: 503,
    exception: unavailableException,
    message:
      'Callback for {parameter}={value} rejected because previous callbacks for this parameter were requested for more than {limit} times today.',
  },
  'parameter-too-long': ours(400, 'ParameterTooLong'),
  'counters-full': ours(503, 'CountersFull'),
  'option-invalid': ours(400, 'OptionInvalid'),
  'target-invalid': ours(400, 'TargetInvalid'),
  'media-type-unsupported': ours(400, 'MediaTypeUnsupported'),
  'service-not-callback': ours(400, 'ServiceNotCallback'),
  'desired-time-invalid': ours(400, 'DesiredTimeInvalid'),
  'time-unavailable': callbackException('Availability'),
  'calendar-not-found': callbackException('Resource'),
  'callbacks-full': ours(503, 'CallbacksFull'),
  'callback-not-found': ours(404, 'ServiceInstanceNotFound'),
  'callback-completed': sessionIsGone,
  'callback-paused': ours(503, 'CallbackPaused'),
  'callback-scheduled': sessionIsGone,
  'callback-not-movable': ours(409, 'CallbackNotMovable'),
  'callback-processing': ours(409, 'CallbackProcessing'),
  'agent-not-announced': ours(503, 'AgentNotAnnounced'),
  'chat-not-found': ours(404, 'ChatNotFound'),
  'chat-exists': ours(409, 'ChatExists'),
  'chat-ended': ours(409, 'ChatEnded'),
  'message-empty': ours(400, 'MessageEmpty'),
  'message-too-long': ours(400, 'MessageTooLong'),
  'transcript-full': ours(409, 'TranscriptFull'),
  'mailbox-full': ours(409, 'MailboxFull'),
  'agent-not-found': ours(404, 'AgentNotFound'),
  'agent-invalid': ours(400, 'AgentInvalid'),
  'reason-too-long': ours(400, 'ReasonTooLong'),
  'agent-busy': ours(409, 'AgentBusy'),
  'agent-not-free': ours(409, 'AgentNotFree'),
  'conference-pending': ours(409, 'ConferencePending'),
  'conference-full': ours(409, 'ConferenceFull'),
  'interaction-not-found': ours(404, 'InteractionNotFound'),
  'interaction-not-ringing': ours(409, 'InteractionNotRinging'),
  'interaction-not-active': ours(409, 'InteractionNotActive'),
  'disposition-invalid': ours(400, 'DispositionInvalid'),
  'disposition-missing': ours(409, 'DispositionMissing'),
  'queue-not-found': ours(404, 'QueueNotFound'),
  'queues-full': ours(503, 'QueuesFull'),
  'entry-not-found': ours(404, 'EntryNotFound'),
  'queue-full': ours(409, 'QueueFull'),
  'generator-not-found': ours(404, 'GeneratorNotFound'),
  'generator-invalid': ours(400, 'GeneratorInvalid'),
  'generators-full': ours(409, 'GeneratorsFull'),
  // Ours, after what the orchestration server is documented to say of a session that is over.
  'ors-down': { ...sessionIsGone, message: 'ORS request failed: 503 Service Unavailable' },
  'chat-server-down': ours(503, 'ChatServerUnavailable'),
  'setting-invalid': ours(400, 'SettingInvalid'),
  'nothing-to-undo': ours(409, 'NothingToUndo'),
  'reset-too-large': ours(409, 'ResetTooLarge'),
} as const satisfies Record<RefusalCode, WireForm>

/** What a thrown thing becomes on the wire; null when it is nobody's refusal but our own mistake (decisions 8, 11, 17). */
export function asGmsRefused(thrown: unknown): GmsRefused | null {
  if (thrown instanceof GmsRefused) return thrown
  if (thrown instanceof BodyTooLarge)
    return new GmsRefused(
      413,
      'gmstester.RequestTooLarge',
      thrown.message,
      thrown.isEndless ? [['Connection', 'close']] : [],
    )
  if (!(thrown instanceof Refused)) return null
  const form: WireForm = wireForms[thrown.code]
  const refused = new GmsRefused(
    form.status,
    form.exception,
    fill(form.message, thrown) ?? sentenceOf(thrown),
  )
  refused.cause = thrown
  return refused
}

/** What the contact centre has said no with; null when it was not asked. */
export function refusalBehind(thrown: unknown): Refused | null {
  if (thrown instanceof Refused) return thrown
  return thrown instanceof GmsRefused && thrown.cause instanceof Refused ? thrown.cause : null
}

/** The product's sentence with what it is about. */
const fill = (sentence: string | undefined, { facts }: Refused): string | undefined =>
  sentence?.replace(/\{(\w+)\}/g, (written, name: string) => String(facts[name] ?? written))

const sentenceOf = ({ message, details }: Refused): string =>
  [message, ...details.map((detail) => `${detail.field}: ${detail.message}`)].join(' ')

/** The body of a refusal, in the documented key order. */
export const renderGmsError = ({ exception, message, members }: GmsRefused): GmsError => ({
  exception,
  message,
  ...members,
})

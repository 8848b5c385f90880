import { ruleOfRefusal } from './rule.ts'
import type { Facts, RuleNumber } from './rule.ts'

/** Why the contact centre says no. The sentence is for a person; the edges give it its wire form. */
const sentences = {
  'service-not-found': 'There is no configured service of this name.',
  'service-invalid': 'The service has options that cannot be used.',
  'service-built-in': 'A built-in service cannot be removed.',
  'template-not-found': 'There is no Common Default Configuration of this name.',
  'lookup-key-missing': 'Invalid option: a mandatory parameter is missing.',
  'redirect-loop': 'The service redirects in a circle.',
  'country-missing': 'Phone numbers cannot be checked, because the service has no default country.',
  'number-premium': 'Premium numbers are not served.',
  'number-impossible': 'Nobody can be reached at this number.',
  'number-in-queue': 'This number is waiting already.',
  'service-full': 'The service has as many callbacks waiting as it may have.',
  'service-throttled': 'The service has taken as many callbacks as it may within this time.',
  'parameter-throttled': 'This has been asked for as often as it may be on one day.',
  'parameter-too-long': 'The request carries a parameter that is too long to be counted.',
  'counters-full': 'No more different values can be counted today.',
  'option-invalid': 'The request carries an option value that cannot be used.',
  'target-invalid': 'The routing target cannot be read.',
  'media-type-unsupported': 'This is a call, in which nothing can be written.',
  'service-not-callback': 'This service takes no callbacks.',
  'desired-time-invalid': 'The desired time cannot be read.',
  'time-unavailable': 'This time cannot be had.',
  'calendar-not-found': 'A service that this one needs is not configured.',
  'callbacks-full': 'No more callbacks can be kept now.',
  'callback-not-found': 'There is no service instance of this id.',
  'callback-completed': 'This callback is over.',
  'callback-paused': 'The service of this callback is paused.',
  'callback-scheduled': 'The time of this callback has not come.',
  'callback-not-movable': 'The callback is being served; its time can no longer be changed.',
  'callback-processing': 'The customer is talking with an agent; the callback can no longer be cancelled.',
  'agent-not-announced': 'No agent has been announced for this callback yet.',
  'chat-not-found': 'No chat has been created for this service instance.',
  'chat-exists': 'The chat has already been created.',
  'chat-ended': 'The chat has ended.',
  'message-empty': 'The message is empty.',
  'message-too-long': 'The message is too long.',
  'transcript-full': 'The transcript has reached its limit.',
  'mailbox-full': 'Too many notifications are waiting to be fetched.',
  'agent-not-found': 'There is no agent of this id.',
  'agent-invalid': 'The agent cannot be kept like this.',
  'reason-too-long': 'The reason is too long.',
  'agent-busy': 'The agent has interactions.',
  'agent-not-free': 'The agent cannot take the chat now.',
  'conference-pending': 'Another agent is being asked to join the chat.',
  'conference-full': 'No more agents can be in the chat.',
  'interaction-not-found': 'The agent has no interaction with this callback.',
  'interaction-not-ringing': 'The interaction is not ringing.',
  'interaction-not-active': 'The agent is not in this chat.',
  'disposition-invalid': 'The disposition cannot be kept like this.',
  'disposition-missing': 'The agent has yet to say what came of a chat.',
  'queue-not-found': 'No service uses a virtual queue of this name.',
  'queues-full': 'No more virtual queues can be kept now.',
  'entry-not-found': 'Nobody of this id waits in this queue.',
  'queue-full': 'The queue has reached its limit.',
  'generator-not-found': 'There is no generator of this id.',
  'generator-invalid': 'The generator cannot be kept like this.',
  'generators-full': 'No more generators can be kept now.',
  'ors-down': 'ORS is down: no callback can be started or asked for anything.',
  'chat-server-down': 'Chat Server is down: nothing can be said or read in a chat.',
  'setting-invalid': 'The setting cannot have this value.',
  'nothing-to-undo': 'There is no reset that could be undone.',
  'reset-too-large': 'The last reset cannot be undone: there were too many records and events to be kept.',
} as const

export type RefusalCode = keyof typeof sentences

/** What is wrong with one field of what was asked, `options._target`. */
export interface RefusalDetail {
  readonly field: string
  readonly message: string
}

/** The contact centre was asked for something it does not do now; nothing has changed. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly details: readonly RefusalDetail[]
  /** The rule that says no, and what it looked at. */
  readonly rule: RuleNumber
  readonly facts: Facts

  constructor(
    code: RefusalCode,
    about?: string,
    details: readonly RefusalDetail[] = [],
    facts: Facts = {},
    rule: RuleNumber = ruleOfRefusal[code],
  ) {
    super(about === undefined ? sentences[code] : `${sentences[code]} (${about})`)
    this.name = 'Refused'
    this.code = code
    this.details = details
    this.facts = facts
    this.rule = rule
  }
}

/** Refused: `setting-invalid` when there is a fault, with one detail each. */
export function refuseFaults(details: readonly RefusalDetail[], rule: RuleNumber, facts: Facts) {
  if (details.length === 0) return
  throw new Refused('setting-invalid', details.map(({ message }) => message).join(' '), details, facts, rule)
}

export const refusalCodes = Object.keys(sentences) as RefusalCode[]

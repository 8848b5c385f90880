import type { RefusalCode } from './refusal.ts'

/** What `SPEC.md` numbers its rules by. */
type RuleGroup =
  | 'AD'
  | 'AG'
  | 'AL'
  | 'BE'
  | 'CB'
  | 'CF'
  | 'CH'
  | 'CO'
  | 'CP'
  | 'DT'
  | 'ID'
  | 'LG'
  | 'NT'
  | 'OH'
  | 'PS'
  | 'QU'
  | 'RT'
  | 'SO'
  | 'ST'
  | 'TG'
  | 'TH'
  | 'TO'
  | 'VO'
  | 'WE'
  | 'WH'

/** A rule of `SPEC.md`. */
export type RuleNumber = `${RuleGroup}${number}`

/** Named numbers and names that something was decided from, units in the names; times as in ISO 8601. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** The rule by which each refusal is made, unless whoever refuses names another one. */
export const ruleOfRefusal = {
  'service-not-found': 'WH6',
  'service-invalid': 'SO8',
  'service-built-in': 'CO3',
  'template-not-found': 'SO1',
  'lookup-key-missing': 'CB3',
  'redirect-loop': 'AD3',
  'country-missing': 'AD4',
  'number-premium': 'AD4',
  'number-impossible': 'AD4',
  'number-in-queue': 'AD5',
  'service-full': 'AD6',
  'service-throttled': 'AD7',
  'parameter-throttled': 'AD8',
  'parameter-too-long': 'AD9',
  'counters-full': 'AD9',
  'option-invalid': 'SO15',
  'target-invalid': 'TG10',
  'media-type-unsupported': 'CB3',
  'service-not-callback': 'OH5',
  'desired-time-invalid': 'DT1',
  'time-unavailable': 'DT4',
  'calendar-not-found': 'OH1',
  'callbacks-full': 'CB17',
  'callback-not-found': 'CB16',
  'callback-completed': 'CB8',
  'callback-paused': 'PS3',
  'callback-scheduled': 'DT3',
  'callback-not-movable': 'DT7',
  'callback-processing': 'CB8',
  'agent-not-announced': 'CF2',
  'chat-not-found': 'CH3',
  'chat-exists': 'CH2',
  'chat-ended': 'CH19',
  'message-empty': 'CH6',
  'message-too-long': 'CH6',
  'transcript-full': 'CH18',
  'mailbox-full': 'NT8',
  'agent-not-found': 'WH6',
  'agent-invalid': 'AG2',
  'reason-too-long': 'AG11',
  'agent-busy': 'AG4',
  'agent-not-free': 'CH14',
  'conference-pending': 'CH22',
  'conference-full': 'CH22',
  'interaction-not-found': 'AG10',
  'interaction-not-ringing': 'AG10',
  'interaction-not-active': 'AG10',
  'disposition-invalid': 'AG14',
  'disposition-missing': 'AG15',
  'queue-not-found': 'QU3',
  'queues-full': 'QU11',
  'entry-not-found': 'QU13',
  'queue-full': 'QU7',
  'generator-not-found': 'WH6',
  'generator-invalid': 'LG13',
  'generators-full': 'LG13',
  'ors-down': 'BE3',
  'chat-server-down': 'BE4',
  'setting-invalid': 'CO5',
  'nothing-to-undo': 'ID5',
  'reset-too-large': 'ID6',
} as const satisfies Record<RefusalCode, RuleNumber>

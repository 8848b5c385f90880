import { type PlainError, withoutArguments } from '../bayeux/reply.ts'
import type { RefusalCode, Refused } from '../contact-center/refusal.ts'
import type { ErrorAnswer, TrafficDetail, TrafficWhyJson } from './contract.ts'
import { edgeHelp, type EdgeCode } from './edge-help.ts'
import { refusalHelp, type RefusalHelp } from './refusal-help.ts'
import type { RuleTexts } from './rules.ts'
import { readBayeux } from './traffic-words.ts'

const help: Readonly<Record<string, RefusalHelp | undefined>> = { ...edgeHelp, ...refusalHelp }

/** What our own exceptions of the GMS edge are called here. */
const edgeExceptions: Readonly<Record<string, EdgeCode | RefusalCode | undefined>> = {
  'gmstester.MalformedRequest': 'gms-malformed',
  'gmstester.NotFound': 'gms-not-found',
  'gmstester.MethodNotAllowed': 'gms-method-not-allowed',
  'gmstester.Unauthorized': 'gms-unauthorized',
  'gmstester.UnsupportedMediaType': 'gms-unsupported-media-type',
  'gmstester.RequestTooLarge': 'gms-too-large',
  // Answered where no session is asked, and by a refresh after the end.
  'gmstester.CallbackCompleted': 'callback-completed',
  'gmstester.ChatEnded': 'chat-ended',
  'gmstester.InternalError': 'internal',
  'gmstester.Internal': 'internal',
  'gmstester.Starting': 'starting',
  'com.genesyslab.gsg.GSGException': 'gms-number-unreadable',
}

const bayeuxStatuses: Readonly<Record<number, EdgeCode | undefined>> = {
  400: 'bayeux-malformed',
  403: 'bayeux-forbidden',
  405: 'bayeux-method',
  409: 'bayeux-superseded',
  413: 'bayeux-too-large',
  500: 'internal',
  503: 'bayeux-busy',
}

/** What Bayeux refuses a message with, in an answer that HTTP calls a success, or in a frame. */
const messageCodes: Readonly<Record<PlainError, EdgeCode>> = {
  '400::Channel missing': 'bayeux-channel-missing',
  '400::Data missing': 'bayeux-data-missing',
  '402::Unknown client': 'bayeux-unknown-client',
  '403::No connection type in common': 'bayeux-no-transport',
  '403::Publish denied': 'bayeux-publish-denied',
  '403::Subscription denied': 'bayeux-subscription-denied',
  '403::Subscription invalid': 'bayeux-subscription-invalid',
  '403::Subscription missing': 'bayeux-subscription-missing',
  '403::Too many subscriptions': 'bayeux-subscriptions-full',
  '404::Unknown meta channel': 'bayeux-meta-unknown',
  '405::Channel invalid': 'bayeux-channel-invalid',
  '409::Superseded by a newer connect': 'bayeux-superseded',
  '500::The server failed': 'internal',
  '503::Too many handshakes': 'bayeux-busy',
  '503::Too many sessions': 'bayeux-busy',
  '503::Too many sessions of this address': 'bayeux-sessions-of-one',
  '503::Too many sessions of this browser': 'bayeux-sessions-of-one',
  '503::Too many sessions of this user': 'bayeux-sessions-of-one',
}

/** The code by which a refusal is known here: the contact centre's own, or the edge's. */
export function codeOfAnswer(
  row: Pick<TrafficDetail, 'protocol' | 'status' | 'responseBody'>,
): string | null {
  const body = readObject(row.responseBody)
  if (row.protocol === 'bayeux')
    return row.status === 503 && 'error' in body ? 'starting' : (bayeuxStatuses[row.status ?? 0] ?? null)
  const { exception, error } = body as { exception?: string; error?: { code?: string } }
  return error?.code ?? edgeExceptions[exception ?? ''] ?? null
}

/** Why a request was refused: the rule, what was expected, what came, what is documented, what to do. Null: it was not. */
export function whyRefused(
  row: Pick<TrafficDetail, 'protocol' | 'status' | 'responseBody' | 'isRefused'>,
  refused: Refused | null,
  rules: RuleTexts,
): TrafficWhyJson | null {
  if (row.isRefused) return whyMessageRefused(row.responseBody)
  if (row.status === null || row.status < 400) return null
  const code = refused?.code ?? codeOfAnswer(row)
  const found = code === null ? undefined : help[code]
  if (code === null || found === undefined) return null
  const body = readObject(row.responseBody) as Partial<ErrorAnswer> & { message?: string }
  const rule = refused?.rule ?? body.error?.rule ?? null
  return {
    code,
    sentence: body.message ?? body.error?.message ?? refused?.message ?? lineOf(row),
    rule,
    ruleText: (rule === null ? undefined : rules.get(rule)) ?? '',
    expected: found.expected,
    facts: { ...(refused?.facts ?? body.error?.facts) },
    details: refused?.details.map(({ field, message }) => ({ field, message })) ?? body.error?.details ?? [],
    documented: found.documented,
    fix: found.fix,
  }
}

/** Why the first of the messages was refused that were; the details have what each of them was answered. */
function whyMessageRefused(responseBody: string): TrafficWhyJson | null {
  const details = readBayeux(responseBody).refused.map(({ channel, error }) => ({
    field: channel,
    message: error,
  }))
  const sentence = details[0]?.message ?? ''
  const code = (messageCodes as Readonly<Record<string, EdgeCode | undefined>>)[withoutArguments(sentence)]
  if (code === undefined) return null
  return { code, sentence, rule: null, ruleText: '', facts: {}, details, ...edgeHelp[code] }
}

/** What Bayeux answers to what are no messages: a line of text, or an object while the tester starts. */
function lineOf({ protocol, responseBody }: Pick<TrafficDetail, 'protocol' | 'responseBody'>): string {
  if (protocol !== 'bayeux') return ''
  const { error } = readObject(responseBody) as { error?: string }
  return error ?? responseBody.trim()
}

function readObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    // A body that is cut off, or that is none of ours, says nothing.
    return {}
  }
}

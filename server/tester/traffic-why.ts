import type { RefusalCode, Refused } from '../contact-center/refusal.ts'
import type { ErrorAnswer, TrafficDetail, TrafficWhyJson } from './contract.ts'
import { edgeHelp, refusalHelp, type EdgeCode, type RefusalHelp } from './refusal-help.ts'
import type { RuleTexts } from './rules.ts'

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
  row: Pick<TrafficDetail, 'protocol' | 'status' | 'responseBody'>,
  refused: Refused | null,
  rules: RuleTexts,
): TrafficWhyJson | null {
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

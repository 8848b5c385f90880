import type { PhraseJson } from '../../server/tester/contract.ts'

/** What a customer or an app may do wrong, in the order in which it can go wrong. */
export const misbehaviours = [
  'never-confirm',
  'confirm-late',
  'double-connect',
  'abandon',
  'close-app',
  'wrong-id',
  'stale-session',
] as const

export type Misbehaviour = (typeof misbehaviours)[number]

/** One request of it, and what came back. */
export interface Attempt {
  /** `POST …/connect` */
  request: string
  status: number
  body: string
}

export interface Misdeed {
  kind: Misbehaviour
  attempts: readonly Attempt[]
  /** What the contact centre has done since, one sentence each. */
  events: readonly PhraseJson[]
}

/** Whether a source says what GMS answers to it, and which. */
export type Verdict =
  | 'option'
  | 'ors-session'
  | 'cancel'
  | 'disconnect'
  | 'outbox'
  | 'bayeux'
  | 'late-undocumented'
  | 'again-undocumented'
  | 'own-words'
  | 'unknown'

const undocumented: readonly Verdict[] = ['late-undocumented', 'again-undocumented', 'own-words', 'unknown']

export const isDocumented = (verdict: Verdict): boolean => !undocumented.includes(verdict)

/** What the last answer rests on; `server/gms/FIDELITY.md` has the sources. */
export function verdictOf({ kind, attempts }: Pick<Misdeed, 'kind' | 'attempts'>): Verdict {
  const last = attempts.at(-1)
  if (kind === 'never-confirm') return 'option'
  if (kind === 'close-app') return 'outbox'
  if (last === undefined) return 'unknown'
  if (kind === 'stale-session') return /"error"\s*:\s*"402/.test(last.body) ? 'bayeux' : 'unknown'
  const exception = /"exception"\s*:\s*"([^"]+)"/.exec(last.body)?.[1]
  if (exception !== undefined) {
    if (exception.startsWith('gmstester.')) return 'own-words'
    return exception.endsWith('OrsServiceException') ? 'ors-session' : 'unknown'
  }
  if (last.status < 200 || last.status >= 300) return 'unknown'
  switch (kind) {
    case 'confirm-late':
      return 'late-undocumented'
    case 'double-connect':
      return 'again-undocumented'
    case 'abandon':
      return last.request.startsWith('DELETE') ? 'cancel' : 'disconnect'
    case 'wrong-id':
      return 'unknown'
  }
}

/** An id that no callback has, and that looks like this one: its last digit is another. */
export function wrongId(id: string): string {
  const last = id.at(-1) ?? ''
  return `${id.slice(0, -1)}${last === '0' ? '1' : '0'}`
}

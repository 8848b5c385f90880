import type { AgentJson } from '../../server/tester/contract.ts'

type AutoJson = NonNullable<AgentJson['auto']>
type LengthJson = AutoJson['talk']

/** What an agent does who works by himself, as a form has it. */
export interface AutoForm {
  readonly answerSeconds: string
  /** One line of the chat a line. */
  readonly script: string
  readonly lineSeconds: string
  readonly talkSeconds: string
}

/** The length as one number of seconds: of one that is drawn, its mean. */
function secondsOf(length: LengthJson): number {
  switch (length.distribution) {
    case 'fixed':
      return length.seconds
    case 'exponential':
    case 'log-normal':
      return length.meanSeconds
  }
}

const fixed = (seconds: number): LengthJson => ({ distribution: 'fixed', seconds })

/** The form for an agent; `script` stands in it when he does not work by himself yet. */
export function autoFormOf({ auto }: AgentJson, script: string): AutoForm {
  if (auto === null) return { answerSeconds: '3', script, lineSeconds: '5', talkSeconds: '30' }
  return {
    answerSeconds: String(secondsOf(auto.answerDelay)),
    script: auto.lines.join('\n'),
    lineSeconds: String(secondsOf(auto.lineInterval)),
    talkSeconds: String(secondsOf(auto.talk)),
  }
}

export type AutoFaults = Partial<Record<keyof AutoForm, 'number'>>

/** Which number of the form is which length of the profile. */
const lengths = { answerSeconds: 'answerDelay', lineSeconds: 'lineInterval', talkSeconds: 'talk' } as const

type LengthField = keyof typeof lengths

/** How the length is drawn of which this number is the mean; null: it is not. */
export function drawnBy(field: LengthField, form: AutoForm, { auto }: AgentJson): string | null {
  const length = auto?.[lengths[field]]
  return length && length.distribution !== 'fixed' && Number(form[field]) === secondsOf(length)
    ? length.distribution
    : null
}

/**
 * What `auto` of the profile is for this form. A length whose number is as it was, breaks and after-call work stay as
 * they were: drawn, where they are.
 */
export function readAutoForm(
  form: AutoForm,
  { auto }: AgentJson,
): { auto: AutoJson } | { faults: AutoFaults } {
  const faults: AutoFaults = {}
  const lengthIn = (field: LengthField): LengthJson => {
    const value = Number(form[field].trim() || 'none')
    if (!Number.isFinite(value) || value < 0) faults[field] = 'number'
    const before = auto?.[lengths[field]]
    return before && secondsOf(before) === value ? before : fixed(value)
  }
  const answerDelay = lengthIn('answerSeconds')
  const lineInterval = lengthIn('lineSeconds')
  const talk = lengthIn('talkSeconds')
  if (Object.keys(faults).length > 0) return { faults }
  const lines = form.script
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return {
    auto: {
      answerDelay,
      lines,
      lineInterval,
      talk,
      wrapUp: auto?.wrapUp ?? null,
      breaks: auto?.breaks ?? null,
    },
  }
}

/** The field of the form that a detail of the server's is about: `auto.lines.0` is about the script. */
export function autoFieldOf(detail: string): keyof AutoForm | null {
  const [, part] = detail.split('.')
  switch (part) {
    case 'answerDelay':
      return 'answerSeconds'
    case 'lines':
      return 'script'
    case 'lineInterval':
      return 'lineSeconds'
    case 'talk':
      return 'talkSeconds'
    default:
      return null
  }
}

import type { AgentId, CallbackId } from '../contact-center.ts'
import type { CentreLimits } from '../limits.ts'
import type { RefusalDetail } from '../refusal.ts'
import { checkPatience, checkRange, durationSecondsMax } from './distribution.ts'
import type { Distribution } from './distribution.ts'
import { checkLines } from './generator-check.ts'

/** How an agent works who works by himself, for real customers and for synthetic ones. */
export interface AutoProfile {
  /** From the ringing to the answer. */
  readonly answerDelay: Distribution
  /** From the answer until he leaves; a synthetic customer who knows how long he talks leaves first. */
  readonly talk: Distribution
  /** What he says, one line after the other. */
  readonly lines: readonly string[]
  /** Before each of them. */
  readonly lineInterval: Distribution
  /** After his last chat; null: as his profile says. */
  readonly wrapUp: Distribution | null
  /** He goes every so often, for so long; talks go on meanwhile. Null: never. */
  readonly breaks: { readonly everySeconds: number; readonly forSeconds: number } | null
}

/** What somebody works like of whom nothing is said. */
export const defaultAutoProfile: AutoProfile = {
  answerDelay: { distribution: 'fixed', seconds: 3 },
  talk: { distribution: 'exponential', meanSeconds: 180 },
  lines: ['Hello, how can I help you?', 'Let me have a look.', 'That is done. Is there anything else?'],
  lineInterval: { distribution: 'fixed', seconds: 5 },
  wrapUp: null,
  breaks: null,
}

/** The part of an automatic agent in one chat, as far as it has come. */
export interface AutomaticTalk {
  /** The interaction's. */
  readonly id: string
  readonly agent: AgentId
  readonly callback: CallbackId
  /** How many lines he has said. */
  readonly said: number
}

const breakSecondsMin = 1

/** What is wrong with how an agent works by himself, one detail per fault: `auto.talk.meanSeconds`, … */
export function checkAuto(field: string, auto: AutoProfile, limits: CentreLimits): RefusalDetail[] {
  const { breaks } = auto
  const lengths = ['answerDelay', 'talk', 'lineInterval'] as const
  return [
    ...lengths.flatMap((length) => checkPatience(`${field}.${length}`, auto[length])),
    ...(auto.wrapUp === null ? [] : checkPatience(`${field}.wrapUp`, auto.wrapUp)),
    ...checkLines(`${field}.lines`, auto.lines, limits),
    ...(breaks === null
      ? []
      : [
          ...checkRange(
            `${field}.breaks.everySeconds`,
            breaks.everySeconds,
            breakSecondsMin,
            durationSecondsMax,
          ),
          ...checkRange(`${field}.breaks.forSeconds`, breaks.forSeconds, breakSecondsMin, durationSecondsMax),
        ]),
  ]
}

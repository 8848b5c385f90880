import { timeText } from '../runtime/calendar.ts'
import type { Callback } from './callback.ts'
import type { CompletionReason } from './contact-center.ts'
import type { Phrase } from './phrase.ts'
import { sayReason } from './reason-words.ts'
import type { Facts } from './rule.ts'

/** The rules that end a callback. */
export type EndingRule =
  'CB6' | 'CB8' | 'CB9' | 'CF6' | 'CH12' | 'LG3' | 'QU6' | 'QU8' | 'QU15' | 'TO1' | 'TO2' | 'TO3' | 'TO4'

/** Why a callback is over, and the rule that ended it. */
export interface Ending {
  readonly reason: CompletionReason
  readonly rule: EndingRule
}

type CompletedCallback = Extract<Callback, { state: 'COMPLETED' }>

/** Words that follow the reason, with the numbers of its service; none for data of a build that kept no rule. */
export function sayEnding({ rule, options }: CompletedCallback): Phrase | null {
  if (rule === undefined) return null
  switch (rule) {
    case 'CB6':
    case 'CB8':
    case 'CB9':
    case 'CH12':
    case 'LG3':
    case 'QU6':
    case 'QU8':
    case 'QU15':
      return sayReason(`ended${rule}`)
    case 'CF6':
      return sayReason('endedCF6', { attempts: options.confirmAttempts })
    case 'TO1':
      return sayReason('endedTO1', { seconds: options.queuedTtlSeconds })
    case 'TO2':
      return sayReason('endedTO2', { seconds: options.thresholdSeconds })
    case 'TO3':
      return sayReason('endedTO3', { seconds: options.queueWaitSeconds })
    case 'TO4':
      return sayReason('endedTO4', { seconds: options.ixnDeleteSeconds })
  }
}

/** What it ended by. */
export function factsOfEnding({ rule, reason, completedAt, options }: CompletedCallback): Facts {
  return { reason, completedAt: timeText(completedAt), ...limitOf(rule, options) }
}

function limitOf(rule: EndingRule | undefined, options: Callback['options']): Facts {
  switch (rule) {
    case 'CF6':
    case 'QU6':
      return { attemptsMax: options.confirmAttempts }
    case 'TO1':
      return { waitSecondsMax: options.queuedTtlSeconds }
    case 'TO2':
      return { waitSecondsMax: options.thresholdSeconds }
    case 'TO3':
      return { waitSecondsMax: options.queueWaitSeconds }
    case 'TO4':
      return { chatSecondsMax: options.ixnDeleteSeconds }
    default:
      return {}
  }
}

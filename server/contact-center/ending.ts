import { timeText } from '../runtime/calendar.ts'
import type { Callback } from './callback.ts'
import type { CompletionReason } from './contact-center.ts'
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
export function sayEnding({ rule, options }: CompletedCallback): string | null {
  if (rule === undefined) return null
  switch (rule) {
    case 'CB6':
      return 'an agent took the chat'
    case 'CB8':
      return 'it was cancelled'
    case 'CB9':
      return 'its time to live was over'
    case 'CF6':
      return `the customer did not confirm in ${options.confirmAttempts} attempts`
    case 'CH12':
      return 'the customer left the chat before an agent came'
    case 'LG3':
      return 'the patience of the synthetic customer was over'
    case 'QU6':
      return 'synthetic callers never confirm'
    case 'QU8':
      return 'the synthetic callers of the queue were removed'
    case 'QU15':
      return 'a supervisor took the customer out of the line'
    case 'TO1':
      return `no chat came for it within ${options.queuedTtlSeconds} s`
    case 'TO2':
      return `the customer was told of no agent within ${options.thresholdSeconds} s`
    case 'TO3':
      return `no agent came within ${options.queueWaitSeconds} s`
    case 'TO4':
      return `the chat went on for ${options.ixnDeleteSeconds} s`
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

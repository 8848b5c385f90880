import { backEndWords } from './back-ends.ts'
import { phraseBook } from './phrase.ts'
import type { Phrase } from './phrase.ts'

/** What a mean handle time is shared by, and made from. Numbers are rounded to what is said. */
interface Handling {
  readonly mean: number
  readonly chats: number
  readonly places: number
  readonly seconds: number
}

interface Sum extends Handling {
  /** Up to which customer ahead it goes, from 0. */
  readonly last: number
  readonly perMinute: number
}

/** `1 chat`, `2 chats`. */
const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const sum = (range: string, { mean, chats, places, perMinute, seconds }: Sum): string =>
  `sum over ${range} of 1 / (${plural(places, 'place')} / ${mean} s mean handle time of ` +
  `${plural(chats, 'chat')} + i x ${perMinute} abandonments per minute) = ${seconds} s`

/** How an estimate is calculated, with its numbers, or why there is none: every sentence of it. WE5, WE7. */
export const sayEstimate = phraseBook({
  // Nothing to calculate
  gone: () => 'it has left the queue',
  off: () => 'the estimate is switched off',
  fixed: ({ seconds }: { seconds: number }) => `fixed at ${seconds} s`,
  unused: () => 'no service uses this queue',
  down: ({ backEnd }: { backEnd: 'urs' | 'statServer' }) => `${backEndWords[backEnd]} is down`,
  noAgent: () => 'no agent who matches is logged in',
  noChat: () => 'no chat has ended yet',
  noWait: () => 'nobody has got an agent yet',

  // From the length of the queue
  shared: ({ position, mean, chats, places, seconds }: Handling & { readonly position: number }) =>
    `position ${position} x ${mean} s mean handle time of ${plural(chats, 'chat')} / ` +
    `${plural(places, 'place')} = ${seconds} s`,
  sumOfOne: (values: Sum) => sum('i = 0', values),
  sum: (values: Sum) => sum(`i = 0 to ${values.last}`, values),

  // A whole wait
  meanWait: ({ mean, customers }: { mean: number; customers: number }) =>
    `${mean} s mean wait of the last ${plural(customers, 'customer')}`,
  firstWait: ({ wait }: { wait: number }) => `${wait} s first wait`,
  smoothed: ({ weight, old, share, wait }: { weight: number; old: number; share: number; wait: number }) =>
    `${weight} x ${old} s old estimate + ${share} x ${wait} s last wait`,
  lastWait: ({ wait }: { wait: number }) => `${wait} s wait of the last customer who got an agent`,
  headWait: ({ wait }: { wait: number }) => `${wait} s that the first in line has waited`,

  // What is left of it
  all: ({ whole, seconds }: { whole: Phrase; seconds: number }) => `${whole.text} = ${seconds} s`,
  left: ({ whole, waited, seconds }: { whole: Phrase; waited: number; seconds: number }) =>
    `${whole.text} - ${waited} s waited = ${seconds} s`,
  over: ({ whole, waited }: { whole: Phrase; waited: number }) =>
    `${whole.text} - ${waited} s waited, at least 0 s`,
})

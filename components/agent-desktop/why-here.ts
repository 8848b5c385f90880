import type { PhraseJson, TimelineItem } from '../../server/tester/contract.ts'

const reasons = new Set(['offer-missed', 'offer-declined', 'offer-withdrawn', 'participant-left'])

/**
 * What sent a chat from one agent to the next: the last such event before it was last offered or taken over. Null when it
 * came straight from the queue.
 */
export function whyHere(timeline: readonly TimelineItem[]): PhraseJson | null {
  const arrival = timeline.findLastIndex(({ type }) => type === 'agent-offered' || type === 'agent-connected')
  const before = timeline.slice(0, Math.max(0, arrival))
  return before.findLast(({ type }) => reasons.has(type))?.phrase ?? null
}

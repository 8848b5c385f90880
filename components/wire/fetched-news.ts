import type { TimelineItem, TrafficSummary } from '../../server/tester/contract.ts'

/** The poll of a callback whose answer brought the news of an agent; null when none did. Most bring nothing. */
export function fetchedNews<Row extends TrafficSummary>(
  rows: readonly Row[],
  timeline: readonly TimelineItem[],
): Row | null {
  const told = timeline.findIndex(({ type }) => type === 'agent-available')
  if (told === -1) return null
  const fetched = new Set(
    timeline.slice(told).flatMap(({ type, traffic }) => (type === 'notification-delivered' ? [traffic] : [])),
  )
  return rows.find(({ number, note }) => note === 'retrieve-notifications' && fetched.has(number)) ?? null
}

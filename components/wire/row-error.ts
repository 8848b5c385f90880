import type { TrafficSummary } from '../../server/tester/contract.ts'

/** Refused, failed, or never answered because the client went away. */
export function isError({ kind, status, durationMillis, isRefused }: TrafficSummary): boolean {
  if (isRefused) return true
  if (status !== null) return status >= 400
  return kind === 'exchange' && durationMillis !== null
}

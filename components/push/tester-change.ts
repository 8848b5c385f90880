import type { HealthAnswer } from '../../server/tester/contract.ts'

/** What of a tester says whether it is still the one that a page belongs to. */
export type TesterIdentity = Pick<HealthAnswer, 'version' | 'build' | 'startedAt' | 'installation'>

/** `build`: the page is old. `data`: its callbacks are not there any more. */
export type TesterChange = 'build' | 'data' | null

/**
 * What has changed since the page was opened. A restart alone changes nothing for it; data that changed without a
 * restart were reset, and of that the page hears by itself.
 */
export function changeOf(before: TesterIdentity, now: TesterIdentity): TesterChange {
  if (now.build !== before.build || now.version !== before.version) return 'build'
  const isRestarted = now.startedAt !== before.startedAt
  const isOther =
    now.installation !== null && before.installation !== null && now.installation !== before.installation
  return isRestarted && isOther ? 'data' : null
}

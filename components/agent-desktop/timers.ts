import type { AgentJson, ChatJson, InteractionJson } from '../../server/tester/contract.ts'
import { owedOf } from './interactions.ts'

/** How long a chat has gone on, and since when nobody has said anything, in seconds. */
export interface ChatTimers {
  readonly total: number
  readonly sinceText: number
}

/**
 * The two timers of a chat at `now` (ms) of the contact centre's clock: since it was accepted, and since its last text,
 * or since it was accepted while there is none. After its end both stand where they stood. Null before it was accepted.
 */
export function timersOf(
  interaction: InteractionJson,
  chat: ChatJson | null,
  now: number,
): ChatTimers | null {
  const { acceptedAt, endedAt } = interaction
  if (acceptedAt === null) return null
  const end = endedAt === null ? now : Date.parse(endedAt)
  const began = Date.parse(acceptedAt)
  const lastText = chat?.transcript.findLast(({ type, at }) => type === 'text' && Date.parse(at) <= end)
  const spoke = lastText === undefined ? began : Math.max(began, Date.parse(lastText.at))
  return { total: secondsFrom(began, end), sinceText: secondsFrom(spoke, end) }
}

const secondsFrom = (from: number, to: number) => Math.max(0, (to - from) / 1000)

/**
 * When after-call work ends by itself (ms); null when it does not: the agent began it by hand, ends it by hand, or owes
 * a disposition.
 */
export function wrapUpEndsAt(agent: AgentJson): number | null {
  const { state, stateSince, wrapUpSeconds, auto, interactions } = agent
  if (state !== 'after-call-work' || !wrapUpSeconds || auto?.wrapUp) return null
  if (owedOf(agent).length > 0) return null
  const hasBegunIt = interactions.some(
    ({ acceptedAt, endedAt }) => acceptedAt !== null && endedAt !== null && endedAt === stateSince,
  )
  return hasBegunIt ? Date.parse(stateSince) + wrapUpSeconds * 1000 : null
}

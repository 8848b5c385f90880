import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import type { NextStep } from '../next-step.ts'
import { liveOf, owesCode } from './interactions.ts'

/** A desktop that comes to the front, and a chat on it. */
interface Followed {
  readonly agent: string
  /** Null: the agent is there, and has no such chat. */
  readonly chat: string | null
  /** The chat is looked at after its end. */
  readonly isOver: boolean
}

/** Which desktop comes to the front by itself: that of the chat the page is about, or the one whose turn is next. */
export function followedDesk(
  agents: readonly AgentJson[],
  step: NextStep | null,
  selected: string | null,
): Followed | null {
  const next = step !== null && 'serviceId' in step ? step : null
  if (next?.kind === 'dispose') {
    // Nobody is taken out of a chat that goes on: what is next stands in the list.
    const isTalking = agents.some(
      ({ id, interactions }) => id === next.agent && interactions.some(({ state }) => state === 'active'),
    )
    return isTalking ? null : { agent: next.agent, chat: next.serviceId, isOver: true }
  }
  const chat = next?.serviceId ?? selected
  const holder = agents.find((one) => liveOf(one).some((held) => held.serviceId === chat))
  if (holder) return { agent: holder.id, chat, isOver: false }
  return next && { agent: next.agent, chat: null, isOver: false }
}

/** The next step, when it is about this interaction of this agent; the same chat may have been his before. */
export function stepAbout(
  agent: AgentJson,
  interaction: InteractionJson,
  step: NextStep | null,
): NextStep | null {
  if (step === null || !('serviceId' in step)) return null
  if (step.agent !== agent.id || step.serviceId !== interaction.serviceId) return null
  const isMeant = step.kind === 'dispose' ? owesCode(agent, interaction) : interaction.state !== 'ended'
  return isMeant ? step : null
}

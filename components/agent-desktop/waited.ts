import type { InteractionJson } from '../../server/tester/contract.ts'

/**
 * How long a customer who came at `createdAt` (ISO 8601) waited for this agent, in seconds: until the agent took the
 * chat, or the offer was over, and until `now` (ms) while it rings.
 */
export function waitedSeconds(createdAt: string, interaction: InteractionJson, now: number): number {
  const until = interaction.acceptedAt ?? interaction.endedAt
  return Math.max(0, ((until === null ? now : Date.parse(until)) - Date.parse(createdAt)) / 1000)
}

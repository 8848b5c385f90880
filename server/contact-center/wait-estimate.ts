import type { EwtModel, EwtSetting } from './queue.ts'

export interface WaitFacts {
  /** From 1; 0 after the callback has left the queue. */
  readonly position: number
  /** Agents who are logged in and match. */
  readonly staffedAgents: number
  /** Handle times of ended chats, oldest first; the last 20 count. */
  readonly handledSeconds: readonly number[]
}

/** How many of the last chats the computed estimate looks at. */
export const estimateSampleMax = 20

export const ewtModels: readonly {
  readonly name: EwtModel
  readonly formula: string
  readonly explanation: string
}[] = [
  { name: 'unavailable', formula: 'none', explanation: 'No estimate is given: clients read "n/a".' },
  {
    name: 'fixed',
    formula: 'the number set',
    explanation: 'Every waiting customer is told the same seconds.',
  },
  {
    name: 'computed',
    formula: 'ceil(position x mean handle time / staffed agents)',
    explanation:
      `Position times the mean handle time of the last ${estimateSampleMax} chats, shared by the agents who are ` +
      'logged in and match. No estimate before a chat has ended or while no such agent is logged in.',
  },
]

/** The estimated wait in whole seconds, null when there is none, and how it came about. Decision 8. */
export function estimateWait(
  setting: EwtSetting,
  facts: WaitFacts,
): { readonly seconds: number | null; readonly explanation: string } {
  if (facts.position === 0) return { seconds: 0, explanation: 'it has left the queue' }
  switch (setting.model) {
    case 'unavailable':
      return { seconds: null, explanation: 'the estimate is switched off' }
    case 'fixed':
      return { seconds: setting.seconds, explanation: `fixed at ${setting.seconds} s` }
    case 'computed':
      return computeWait(facts)
  }
}

function computeWait({ position, staffedAgents, handledSeconds }: WaitFacts) {
  const sample = handledSeconds.slice(-estimateSampleMax)
  if (sample.length === 0) return { seconds: null, explanation: 'no chat has ended yet' }
  if (staffedAgents === 0) return { seconds: null, explanation: 'no agent who matches is logged in' }
  const total = sample.reduce((sum, seconds) => sum + seconds, 0)
  const seconds = Math.ceil((position * total) / (sample.length * staffedAgents))
  const mean = Math.round((total / sample.length) * 10) / 10
  const chats = sample.length === 1 ? '1 chat' : `${sample.length} chats`
  const agents = staffedAgents === 1 ? '1 agent' : `${staffedAgents} agents`
  const explanation = `position ${position} x ${mean} s mean handle time of ${chats} / ${agents} = ${seconds} s`
  return { seconds, explanation }
}

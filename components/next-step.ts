import type { AgentJson, CallbackDetailJson, QueueJson } from '../server/tester/contract.ts'
import type { PanelName } from './ui-store.ts'

/** The one thing to do next on the journey of a callback, and who does it. */
export type NextStep =
  | { kind: 'start-callback' }
  | { kind: 'make-ready'; agent: string; agentName: string }
  | { kind: 'connect' }
  | { kind: 'start-chat' }
  | { kind: 'accept'; agent: string; agentName: string }
  | { kind: 'customer-says' }
  | { kind: 'agent-says'; agent: string; agentName: string }
  | { kind: 'end-chat' }
  | { kind: 'start-another' }
  /** Nobody has to do anything: the contact centre will. */
  | { kind: 'wait'; reason: string }

/** What the next step is judged by. */
export interface Situation {
  /** Null: the customer has no callback. */
  callback: CallbackDetailJson | null
  agents: readonly AgentJson[]
  queues: readonly QueueJson[]
}

/** The next step of one callback. Every kind but `wait` has exactly one control on the page. */
export function nextStep({ callback, agents, queues }: Situation): NextStep {
  if (callback === null) return { kind: 'start-callback' }
  switch (callback.step) {
    case 'requested':
    case 'waiting':
      return whileWaiting(callback, agents, queues)
    case 'agent-available':
      return { kind: 'connect' }
    case 'confirmed':
      return { kind: 'start-chat' }
    case 'chat-created':
      return whileChatWaits(callback, agents)
    case 'talking':
      return whileTalking(callback, agents)
    case 'done':
      return { kind: 'start-another' }
  }
}

/** Agents are announced in queue order: as many customers as there are agents free for them (decision 6). */
function whileWaiting(
  callback: CallbackDetailJson,
  agents: readonly AgentJson[],
  queues: readonly QueueJson[],
): NextStep {
  const entries = queues.find(({ name }) => name === callback.queue)?.entries
  const position = entries?.find(({ serviceId }) => serviceId === callback.id)?.position ?? 1
  const matching = matchingAgents(callback.target, agents)
  const free = matching.filter(isFree)
  return position > free.length && callback.snoozedUntil === null
    ? makeReady(callback, matching)
    : waitFor(callback)
}

/** The chat is there: the agent it rings at accepts it; when it rings at none, one must become free. */
function whileChatWaits(callback: CallbackDetailJson, agents: readonly AgentJson[]): NextStep {
  const holder = holderOf(callback.id, agents)
  if (holder?.state === 'ringing')
    return { kind: 'accept', agent: holder.agent.id, agentName: holder.agent.name }
  const matching = matchingAgents(callback.target, agents)
  return holder || matching.some(isFree) ? waitFor(callback) : makeReady(callback, matching)
}

/** One line each, then the customer ends the chat. */
function whileTalking(callback: CallbackDetailJson, agents: readonly AgentJson[]): NextStep {
  const said = (party: string) =>
    callback.chat?.transcript.some((entry) => entry.type === 'text' && entry.party === party)
  if (!said('CLIENT')) return { kind: 'customer-says' }
  const holder = holderOf(callback.id, agents)
  if (!said('AGENT') && holder?.state === 'active')
    return { kind: 'agent-says', agent: holder.agent.id, agentName: holder.agent.name }
  return { kind: 'end-chat' }
}

function makeReady(callback: CallbackDetailJson, matching: readonly AgentJson[]): NextStep {
  const agent = matching.find(({ state }) => state !== 'ready')
  return agent ? { kind: 'make-ready', agent: agent.id, agentName: agent.name } : waitFor(callback)
}

function waitFor({ waitingFor }: CallbackDetailJson): NextStep {
  return { kind: 'wait', reason: waitingFor ?? 'The contact centre is at work.' }
}

const isFree = (agent: AgentJson) => agent.state === 'ready' && agent.notOfferedBecause === null

function holderOf(serviceId: string, agents: readonly AgentJson[]) {
  for (const agent of agents) {
    const held = agent.interactions.find((one) => one.serviceId === serviceId && one.state !== 'ended')
    if (held) return { agent, state: held.state }
  }
  return null
}

/**
 * The agents a target is about, as far as the page can tell: those of the group it names, or of the skills. When it
 * can tell of none, all of them: the contact centre decides, this only chooses whom to suggest.
 */
export function matchingAgents(target: string, agents: readonly AgentJson[]): readonly AgentJson[] {
  const name = target.replace(/^\?:/, '').split('@')[0] ?? ''
  const skills = name.split(/[&|()]/).map((part) => part.split(/[=<>!]/)[0]?.trim() ?? '')
  const matching = agents.filter(
    ({ id, groups, skills: own }) => id === name || groups.includes(name) || skills.some((one) => one in own),
  )
  return matching.length > 0 ? matching : agents
}

/** The step as a button would say it. */
export function nextStepLabel(step: NextStep): string {
  switch (step.kind) {
    case 'start-callback':
      return 'Start callback'
    case 'make-ready':
      return `Make ${step.agentName} ready`
    case 'connect':
      return 'I’m here: connect'
    case 'start-chat':
      return 'Start chat'
    case 'accept':
      return `${step.agentName} accepts the chat`
    case 'customer-says':
      return 'Say something as the customer'
    case 'agent-says':
      return `Answer as ${step.agentName}`
    case 'end-chat':
      return 'End chat'
    case 'start-another':
      return 'Start another callback'
    case 'wait':
      return step.reason
  }
}

/** What `data-next-step` says: the kind, and the agent when there is one. */
export function nextStepName(step: NextStep): string {
  return 'agent' in step ? `${step.kind}-${step.agent}` : step.kind
}

/** In which panel the step's control is. */
export function nextStepPanel(step: NextStep): PanelName {
  return step.kind === 'accept' || step.kind === 'agent-says' ? 'agent' : 'customer'
}

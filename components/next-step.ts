import type {
  AgentJson,
  CallbackDetailJson,
  ClockJson,
  PhraseJson,
  QueueJson,
} from '../server/tester/contract.ts'
import { owedOf } from './agent-desktop/interactions.ts'
import { mayEndSomething } from './clock-jump.ts'
import type { Translate } from './messages/translate.ts'
import type { PanelName } from './ui-store.ts'

/** The one thing to do next on the journey of a callback, and who does it. */
export type NextStep =
  | { kind: 'start-callback' }
  | { kind: 'make-ready'; agent: string; agentName: string }
  /** Nobody can be made ready who does not owe a code; this is a chat that has none. */
  | { kind: 'dispose'; agent: string; agentName: string; serviceId: string }
  | { kind: 'connect' }
  | { kind: 'start-chat' }
  | { kind: 'accept'; agent: string; agentName: string; serviceId: string }
  | { kind: 'customer-says' }
  | { kind: 'agent-says'; agent: string; agentName: string; serviceId: string }
  | { kind: 'end-chat' }
  | { kind: 'start-another' }
  /** Another customer of this page stands in the way, or there is nothing more to do for this one. */
  | { kind: 'go-to-customer'; letter: string }
  /** An agent is needed who talks to somebody else; or the customer's client is not ours, so the agent ends it. */
  | { kind: 'leave-chat'; agent: string; agentName: string; serviceId: string }
  | { kind: 'remove-callers'; queue: string }
  /** Nobody can do anything, but time will. */
  | { kind: 'advance-clock'; what: string }
  /** The client that started the callback must send this; the page cannot do it for it. */
  | { kind: 'client-acts'; operation: 'connect' | 'ixn/chat' }
  /** Nobody has to do anything, or can: the contact centre will. */
  | { kind: 'wait'; reason: PhraseJson | null }

/** What the next step is judged by. */
export interface Situation {
  /** Null: the customer has no callback. */
  callback: CallbackDetailJson | null
  agents: readonly AgentJson[]
  queues: readonly QueueJson[]
  clock: Pick<ClockJson, 'next'>
  /** The page's customers who have a callback. */
  customers: readonly { letter: string; serviceId: string }[]
  /** The customer the page goes back to from a callback that is not its own. */
  selectedCustomer: string
}

/** A situation in which there is a callback. */
type Underway = Situation & { callback: CallbackDetailJson }

/** The next step of one callback. Every kind but `wait` has exactly one control on the page. */
export function nextStep(situation: Situation): NextStep {
  const { callback, customers, selectedCustomer } = situation
  if (callback === null) return { kind: 'start-callback' }
  const underway = { ...situation, callback }
  const isOwn = customers.some(({ serviceId }) => serviceId === callback.id)
  switch (callback.step) {
    case 'requested':
    case 'waiting':
      return whileWaiting(underway)
    case 'agent-available':
      return isOwn ? { kind: 'connect' } : { kind: 'client-acts', operation: 'connect' }
    case 'confirmed':
      return isOwn ? { kind: 'start-chat' } : { kind: 'client-acts', operation: 'ixn/chat' }
    case 'chat-created':
      return whileChatWaits(underway)
    case 'talking':
      return isOwn ? whileTalking(underway) : whileClientTalks(underway)
    case 'done':
      return isOwn ? { kind: 'start-another' } : { kind: 'go-to-customer', letter: selectedCustomer }
  }
}

/** Agents are announced in queue order: as many customers as there are agents free for them (decision 6). */
function whileWaiting(situation: Underway): NextStep {
  const { callback, agents } = situation
  const ahead = aheadOf(situation)
  const matching = matchingAgents(callback.target, agents)
  if (ahead.length < matching.filter(isFree).length || callback.snoozedUntil !== null)
    return letTimePass(situation)
  const ready = makeReady(matching)
  const clear = clearTheLine(situation, ahead)
  // Where even all agents would not be enough for everybody ahead, one more does not help.
  const first = ahead.length < matching.length ? (ready ?? clear) : (clear ?? ready)
  return first ?? freeAnAgent(situation, matching) ?? letTimePass(situation)
}

/** The chat is there: the agent it rings at accepts it; when it rings at none, one must become free. */
function whileChatWaits(situation: Underway): NextStep {
  const { callback, agents } = situation
  const holder = holderOf(callback.id, agents)
  if (holder?.state === 'ringing') return byAgent('accept', holder.agent, callback.id)
  const matching = matchingAgents(callback.target, agents)
  if (holder || matching.some(isFree)) return letTimePass(situation)
  return makeReady(matching) ?? freeAnAgent(situation, matching) ?? letTimePass(situation)
}

/** One line each, then the customer ends the chat. */
function whileTalking({ callback, agents }: Underway): NextStep {
  if (!hasSaid(callback, 'CLIENT')) return { kind: 'customer-says' }
  const holder = holderOf(callback.id, agents)
  if (!hasSaid(callback, 'AGENT') && holder?.state === 'active')
    return byAgent('agent-says', holder.agent, callback.id)
  return { kind: 'end-chat' }
}

/** The customer's part is the client's own; the agent's part can be played here. */
function whileClientTalks(situation: Underway): NextStep {
  const { callback, agents } = situation
  const holder = holderOf(callback.id, agents)
  if (holder?.state !== 'active') return letTimePass(situation)
  return byAgent(hasSaid(callback, 'AGENT') ? 'leave-chat' : 'agent-says', holder.agent, callback.id)
}

const hasSaid = ({ chat }: CallbackDetailJson, party: string) =>
  chat?.transcript.some((entry) => entry.type === 'text' && entry.party === party) ?? false

const byAgent = (
  kind: 'accept' | 'agent-says' | 'leave-chat' | 'dispose',
  { id, name }: AgentJson,
  serviceId: string,
): NextStep => ({ kind, agent: id, agentName: name, serviceId })

/** Whoever owes a code would be refused (AG15), so somebody else goes first. */
function makeReady(matching: readonly AgentJson[]): NextStep | null {
  const away = matching.filter(({ state }) => state !== 'ready')
  const agent = away.find((one) => owedOf(one).length === 0)
  if (agent) return { kind: 'make-ready', agent: agent.id, agentName: agent.name }
  for (const one of away) for (const { serviceId } of owedOf(one)) return byAgent('dispose', one, serviceId)
  return null
}

function aheadOf({ callback, queues }: Underway): QueueJson['entries'] {
  const entries = queues.find(({ name }) => name === callback.queue)?.entries ?? []
  const own = entries.find(({ serviceId }) => serviceId === callback.id)
  return own ? entries.filter(({ position }) => position < own.position) : []
}

/** What the reader can do about those who are ahead. */
function clearTheLine({ callback, customers }: Underway, ahead: QueueJson['entries']): NextStep | null {
  if (ahead.some(({ isSynthetic }) => isSynthetic)) return { kind: 'remove-callers', queue: callback.queue }
  const ours = customers.find(({ serviceId }) => ahead.some((entry) => entry.serviceId === serviceId))
  return ours ? { kind: 'go-to-customer', letter: ours.letter } : null
}

/** What the reader can do about agents who are busy with somebody else. */
function freeAnAgent({ callback, customers }: Underway, matching: readonly AgentJson[]): NextStep | null {
  for (const agent of matching)
    for (const { serviceId, state } of agent.interactions) {
      if (state === 'ended' || serviceId === callback.id) continue
      const ours = customers.find((one) => one.serviceId === serviceId)
      if (ours) return { kind: 'go-to-customer', letter: ours.letter }
      return byAgent(state === 'ringing' ? 'accept' : 'leave-chat', agent, serviceId)
    }
  return null
}

/** Time that would take a callback with it is not passed for the reader. */
function letTimePass({ callback, clock: { next } }: Underway): NextStep {
  if (next && !mayEndSomething(next.kind)) return { kind: 'advance-clock', what: next.what }
  return { kind: 'wait', reason: callback.waitingPhrase }
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

/** Steps that show only after a moment: what is looked at arrives piece by piece, and most of them pass. */
export function mayPass({ kind }: NextStep): boolean {
  return ['wait', 'advance-clock', 'remove-callers', 'go-to-customer', 'leave-chat'].includes(kind)
}

/** The step as a button would say it. */
export function nextStepLabel(step: NextStep, t: Translate<'nextStep'>): string {
  switch (step.kind) {
    case 'make-ready':
    case 'accept':
    case 'agent-says':
    case 'leave-chat':
    case 'dispose':
      return t(step.kind, { name: step.agentName })
    case 'go-to-customer':
      return t(step.kind, { letter: step.letter })
    case 'client-acts':
      return t(step.kind, { operation: step.operation })
    default:
      return t(step.kind)
  }
}

/** What `data-next-step` says: the kind, and the agent, customer or queue when there is one. */
export function nextStepName(step: NextStep): string {
  if ('agent' in step) return `${step.kind}-${step.agent}`
  if ('queue' in step) return `${step.kind}-${step.queue}`
  return 'letter' in step ? `${step.kind}-${step.letter}` : step.kind
}

/** In which panel the step's control is; null: in the top bar. */
export function nextStepPanel({ kind }: NextStep): PanelName | null {
  switch (kind) {
    case 'accept':
    case 'agent-says':
    case 'leave-chat':
    case 'dispose':
      return 'agent'
    case 'remove-callers':
      return 'queue'
    case 'advance-clock':
      return null
    default:
      return 'customer'
  }
}

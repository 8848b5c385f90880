import type { Millis } from '../runtime/clock.ts'
import type { Callback } from './callback.ts'
import { readPlace } from './line.ts'
import type { Place } from './line.ts'
import type { Survey } from './survey.ts'
import { describeTarget } from './target.ts'
import type { Target } from './target.ts'
import type { Turn } from './turn.ts'

/** What a callback waits for, as routing sees it. */
export type WaitReason =
  | { readonly kind: 'no-agent-ready'; readonly target: Target }
  | { readonly kind: 'all-busy'; readonly target: Target }
  | { readonly kind: 'turn'; readonly ahead: number; readonly free: number }
  /** As many agents as customers ahead, or more; each is promised to somebody of another queue or told before. */
  | { readonly kind: 'promised'; readonly free: number }
  | { readonly kind: 'refused'; readonly until: Millis | null }
  | { readonly kind: 'confirmation'; readonly attempt: number; readonly of: number }
  | { readonly kind: 'repeat'; readonly at: Millis }
  | { readonly kind: 'snooze'; readonly until: Millis }
  | { readonly kind: 'chat' }
  | { readonly kind: 'answer'; readonly agentName: string }

/** What the callback waits for now, from the same evaluation that routing decides from; null for nothing. */
export function waitReason(turn: Turn, survey: Survey, callback: Callback): WaitReason | null {
  const chat = turn.tx.get('chat', callback.id)
  if (chat?.phase === 'ringing') {
    return { kind: 'answer', agentName: turn.tx.get('agent', chat.agent)?.name ?? chat.agent }
  }
  const place = readPlace(turn, callback)
  if (place === undefined) return null
  if (place.chat !== null) return agentReason(turn, survey, place)
  if (callback.state !== 'QUEUED') return { kind: 'chat' }
  switch (callback.wait.kind) {
    case 'snoozed':
      return { kind: 'snooze', until: callback.wait.until }
    case 'announced': {
      const { attempt, repeatsAt } = callback.wait
      if (repeatsAt !== null) return { kind: 'repeat', at: repeatsAt }
      return { kind: 'confirmation', attempt, of: callback.options.confirmAttempts }
    }
    case 'line':
      return agentReason(turn, survey, place)
  }
}

function agentReason(turn: Turn, survey: Survey, place: Place): WaitReason {
  const { targetText, target, callback, chat } = place
  const free = survey.roster.free(targetText, target)
  if (chat !== null && free.some(({ id }) => chat.place.refusedBy.includes(id))) {
    const until = turn.tx.get('alarm', `refusals/${callback.id}`)?.at ?? null
    return { kind: 'refused', until }
  }
  if (survey.roster.ready(targetText, target).length === 0) return { kind: 'no-agent-ready', target }
  if (free.length === 0) return { kind: 'all-busy', target }
  const ahead = survey.position(place) - 1
  return ahead < free.length
    ? { kind: 'promised', free: free.length }
    : { kind: 'turn', ahead, free: free.length }
}

/** The reason as one sentence. */
export function sayWaitReason(reason: WaitReason): string {
  switch (reason.kind) {
    case 'no-agent-ready':
      return sayNobody(reason.target, 'ready')
    case 'all-busy':
      return sayNobody(reason.target, 'free')
    case 'turn': {
      const customers = reason.ahead === 1 ? '1 customer is' : `${reason.ahead} customers are`
      const agents = reason.free === 1 ? '1 agent is' : `${reason.free} agents are`
      return `${customers} ahead and ${agents} free`
    }
    case 'promised':
      return reason.free === 1
        ? 'The free agent is promised to another customer'
        : `The ${reason.free} free agents are promised to other customers`
    case 'refused': {
      const when = reason.until === null ? '' : ` at ${timeOfDay(reason.until)}`
      return `Only agents who declined it or passed it on are free; they are asked again${when}`
    }
    case 'confirmation': {
      const of = reason.attempt <= reason.of ? ` of ${reason.of}` : ''
      return `The customer has to confirm (attempt ${reason.attempt}${of})`
    }
    case 'repeat':
      return `The customer has not confirmed; an agent is announced again at ${timeOfDay(reason.at)}`
    case 'snooze':
      return `The customer asked to wait until ${timeOfDay(reason.until)}`
    case 'chat':
      return 'The customer has to create the chat'
    case 'answer':
      return `${reason.agentName} is being offered the chat`
  }
}

function sayNobody(target: Target, state: 'ready' | 'free'): string {
  const words = describeTarget(target)
  switch (target.kind) {
    case 'agent':
      return `Agent ${target.name} is not ${state}`
    case 'any':
      return `None of these is ${state}: ${words}`
    default:
      return `No ${words.replace(/^(an|the) /, '')} is ${state}`
  }
}

/** `09:05:00 UTC` */
function timeOfDay(at: Millis): string {
  const seconds = Math.floor(at / 1000)
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')} UTC`
}

import { timeText } from '../runtime/calendar.ts'
import type { Millis } from '../runtime/clock.ts'
import { alarmId } from './alarm.ts'
import { routingStop } from './back-ends.ts'
import type { BackEnd } from './back-ends.ts'
import type { Callback } from './callback.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import { readPlace } from './line.ts'
import type { Place } from './line.ts'
import type { Phrase } from './phrase.ts'
import { sayReason } from './reason-words.ts'
import { executionTime } from './schedule.ts'
import { byLine } from './standing.ts'
import type { Survey } from './survey.ts'
import { timeOfDay } from './time-of-day.ts'
import type { Turn } from './turn.ts'
import { readWanted, sayNobody } from './wanted.ts'
import type { Wanted } from './wanted.ts'

/** What a callback waits for, as routing sees it: the rule that decided, and the numbers it decided from. */
export type WaitReason =
  | { readonly kind: 'pause'; readonly rule: 'PS1' }
  /** Routing does nothing, because something it leans on is down. */
  | { readonly kind: 'stopped'; readonly rule: 'BE2' | 'BE5'; readonly backEnd: BackEnd }
  | { readonly kind: 'time'; readonly rule: 'DT2'; readonly at: Millis }
  | {
      readonly kind: 'no-agent-ready'
      readonly rule: 'RT13'
      readonly wanted: Wanted
      readonly staffed: number
    }
  /** Of a list of targets none counts, by the conditions of those whose time has come. */
  | { readonly kind: 'no-target-counts'; readonly rule: 'TG18'; readonly wanted: Wanted }
  | {
      readonly kind: 'all-busy'
      readonly rule: 'RT9'
      readonly wanted: Wanted
      readonly ready: number
      /** How many of those have as many chats as they may. */
      readonly full: number
    }
  | {
      readonly kind: 'turn'
      readonly rule: 'RT1'
      readonly position: number
      readonly ahead: number
      readonly free: number
      /** To whom these agents are promised: all of them are ahead. */
      readonly holders: readonly CallbackId[]
    }
  /** Some of the free agents are promised to customers who are not ahead: of another queue, or told before. */
  | {
      readonly kind: 'promised'
      readonly rule: 'RT3'
      readonly position: number
      readonly free: number
      readonly holders: readonly CallbackId[]
    }
  | {
      readonly kind: 'refused'
      readonly rule: 'RT7'
      readonly refusedBy: readonly AgentId[]
      readonly until: Millis | null
    }
  | {
      readonly kind: 'confirmation'
      readonly rule: 'CF1'
      readonly attempt: number
      readonly of: number
      readonly by: Millis
    }
  | { readonly kind: 'repeat'; readonly rule: 'CF4'; readonly at: Millis }
  | { readonly kind: 'snooze'; readonly rule: 'CF8'; readonly until: Millis }
  | { readonly kind: 'chat'; readonly rule: 'CF2' }
  | {
      readonly kind: 'answer'
      readonly rule: 'RT5'
      readonly agent: AgentId
      readonly agentName: string
      readonly answerBy: Millis | null
    }

/** What the callback waits for now, from the same evaluation that routing decides from; null for nothing. */
export function waitReason(turn: Turn, survey: Survey, callback: Callback): WaitReason | null {
  const chat = turn.tx.get('chat', callback.id)
  if (chat?.phase === 'ringing') {
    const agentName = turn.tx.get('agent', chat.agent)?.name ?? chat.agent
    const answerBy = turn.tx.get('alarm', alarmId('ring', callback.id))?.at ?? null
    return { kind: 'answer', rule: 'RT5', agent: chat.agent, agentName, answerBy }
  }
  if (callback.state === 'PAUSED') return { kind: 'pause', rule: 'PS1' }
  if (callback.state === 'SCHEDULED') {
    return { kind: 'time', rule: 'DT2', at: executionTime(callback.desiredAt, callback.options) }
  }
  const place = readPlace(turn, callback)
  if (place === undefined) return null
  if (place.chat !== null) return agentReason(turn, survey, place)
  if (callback.state !== 'QUEUED') return { kind: 'chat', rule: 'CF2' }
  switch (callback.wait.kind) {
    case 'snoozed':
      return { kind: 'snooze', rule: 'CF8', until: callback.wait.until }
    case 'announced': {
      const { attempt, repeatsAt, confirmBy } = callback.wait
      if (repeatsAt !== null) return { kind: 'repeat', rule: 'CF4', at: repeatsAt }
      const of = callback.options.confirmAttempts
      return { kind: 'confirmation', rule: 'CF1', attempt, of, by: confirmBy }
    }
    case 'line':
      return agentReason(turn, survey, place)
  }
}

function agentReason(turn: Turn, survey: Survey, place: Place): WaitReason {
  const stop = routingStop(turn)
  if (stop !== null) return { kind: 'stopped', ...stop }
  const { callback, chat } = place
  const { roster } = survey
  const those = [...roster.free(place)]
  const refusedBy = chat?.place.refusedBy.filter((agent) => those.some(({ id }) => id === agent)) ?? []
  if (refusedBy.length > 0) {
    const until = turn.tx.get('alarm', alarmId('refusals', callback.id))?.at ?? null
    return { kind: 'refused', rule: 'RT7', refusedBy, until }
  }
  const free = those.length
  if (free === 0) {
    const wanted = readWanted(turn, roster, place)
    if (wanted.targets.length === 0) return { kind: 'no-target-counts', rule: 'TG18', wanted }
    const ready = roster.ready(place).length
    if (ready > 0) return { kind: 'all-busy', rule: 'RT9', wanted, ready, full: roster.full(place).length }
    return { kind: 'no-agent-ready', rule: 'RT13', wanted, staffed: roster.staffed(place).length }
  }
  const position = survey.position(place)
  const holders = those.flatMap(({ id }) => survey.holders().get(id) ?? [])
  return holders.every((holder) => isAhead(turn, holder, place))
    ? { kind: 'turn', rule: 'RT1', position, ahead: position - 1, free, holders }
    : { kind: 'promised', rule: 'RT3', position, free, holders }
}

function isAhead(turn: Turn, holder: CallbackId, place: Place): boolean {
  const callback = turn.tx.get('callback', holder)
  const other = callback === undefined ? undefined : readPlace(turn, callback)
  return other?.queue === place.queue && byLine(other, place, turn.now) < 0
}

/** The reason as one sentence. */
export function sayWaitReason(reason: WaitReason): Phrase {
  switch (reason.kind) {
    case 'pause':
      return sayReason('paused')
    case 'stopped':
      return sayReason('stopped', { backEnd: reason.backEnd })
    case 'time':
      return sayReason('named', { day: timeText(reason.at).slice(0, 10), time: timeOfDay(reason.at) })
    case 'no-agent-ready':
    case 'no-target-counts':
      return sayNobody(reason.wanted, 'ready')
    case 'all-busy':
      return sayNobody(reason.wanted, reason.full === reason.ready ? 'full' : 'free')
    case 'turn':
      return sayReason('turn', { ahead: reason.ahead, free: reason.free })
    case 'promised':
      return sayReason('promised', { free: reason.free })
    case 'refused':
      return reason.until === null
        ? sayReason('refused')
        : sayReason('refusedUntil', { time: timeOfDay(reason.until) })
    case 'confirmation':
      return reason.attempt <= reason.of
        ? sayReason('confirmation', { attempt: reason.attempt, of: reason.of })
        : sayReason('confirmationMore', { attempt: reason.attempt })
    case 'repeat':
      return sayReason('repeat', { time: timeOfDay(reason.at) })
    case 'snooze':
      return sayReason('snooze', { time: timeOfDay(reason.until) })
    case 'chat':
      return sayReason('chat')
    case 'answer':
      return sayReason('answer', { agent: reason.agentName })
  }
}

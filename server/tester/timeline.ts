import type { AgentState } from '../contact-center/contact-center.ts'
import type { CentreEvent } from '../contact-center/event.ts'
import type { Phrase } from '../contact-center/phrase.ts'
import { sayEvent } from './event-words.ts'

/** What happened, as one plain sentence. */
export const timelineText = (event: CentreEvent): string => timelinePhrase(event).text

/** What happened, as a sentence that pages say in the reader's language. TA133. */
export function timelinePhrase(event: CentreEvent): Phrase {
  switch (event.type) {
    case 'callback-queued':
      return event.isSynthetic
        ? sayEvent('syntheticQueued', { queue: event.queue })
        : sayEvent('queued', { service: event.service, queue: event.queue })
    case 'callback-scheduled':
      return sayEvent('scheduled', { service: event.service, ...dayAndTime(event.desiredAt) })
    case 'callback-rescheduled':
      return sayEvent('rescheduled', dayAndTime(event.desiredAt))
    case 'callback-changed':
      return sayEvent('changed')
    case 'agent-available':
      return sayEvent('available', { attempt: event.attempt, because: plain(event.because) })
    case 'announcement-lapsed':
      return sayEvent('lapsed')
    case 'confirmation-missed':
      return sayEvent('notConfirmed', { attempt: event.attempt })
    case 'target-added':
      return sayEvent('targetAdded', { targets: event.targets })
    case 'callback-snoozed':
      return sayEvent('snoozed', { time: timeOfDay(event.until) })
    case 'callback-moved':
      return sayEvent('moved', { from: event.from, position: event.position })
    case 'priority-changed':
      return sayEvent('prioritised', { priority: event.priority })
    case 'callback-paused':
      return sayEvent('paused')
    case 'callback-resumed':
      return sayEvent('resumed')
    case 'callback-confirmed':
      return sayEvent('confirmed')
    case 'callback-completed':
      return sayEvent('completed', { reason: event.reason })
    case 'callback-expired':
      return sayEvent('expired')
    case 'queue-entered':
      return sayEvent('queueEntered', { queue: event.queue })
    case 'queue-abandoned':
      return sayEvent('queueAbandoned', { queue: event.queue, seconds: waited(event) })
    case 'queue-postponed':
      return sayEvent('queuePostponed', { queue: event.queue, seconds: waited(event) })
    case 'agent-connected': {
      const { agent, queue, at, waitedSince } = event
      return waitedSince === null
        ? sayEvent('connected', { agent })
        : sayEvent('connectedAfter', { agent, seconds: waited({ at, waitedSince }), queue })
    }
    case 'agent-released':
      return sayEvent('released', { agent: event.agent, seconds: (event.at - event.connectedAt) / 1000 })
    case 'chat-created':
      return sayEvent('chatCreated')
    case 'call-placed':
      return sayEvent('callPlaced')
    case 'agent-offered':
      return sayEvent('offered', { agent: event.agent, time: timeOfDay(event.answerBy) })
    case 'offer-declined':
      return event.reason === null
        ? sayEvent('declined', { agent: event.agent })
        : sayEvent('declinedBecause', { agent: event.agent, reason: event.reason })
    case 'offer-missed':
      return sayEvent('missed', { agent: event.agent })
    case 'offer-withdrawn':
      return sayEvent('withdrawn', { agent: event.agent })
    case 'participant-joined':
      return sayEvent('joined', { nickname: event.entry.nickname })
    case 'participant-left':
      return sayEvent('left', { nickname: event.entry.nickname })
    case 'message-said':
      return sayEvent('said', { nickname: event.entry.nickname, text: event.entry.text })
    case 'typing-changed':
      return sayEvent(event.entry.type === 'typing-started' ? 'typingStarted' : 'typingStopped', {
        nickname: event.entry.nickname,
      })
    case 'chat-ended':
      return sayEvent(chatEnds[event.by])
    case 'client-missed':
      return sayEvent('clientMissed', { seconds: event.seconds })
    case 'notification-queued':
      return sayEvent(newsOf[event.what])
    case 'notification-delivered':
      return sayEvent(event.by === 'push' ? 'pushed' : 'fetched')
    case 'notification-dropped':
      return sayEvent(event.because === 'withdrawn' ? 'newsWithdrawn' : 'newsThrownAway')
    case 'notification-given-up':
      return sayEvent('pushGivenUp', { attempts: event.attempts })
    case 'agent-notified':
      return sayEvent('agentNotified')
    case 'agent-mailbox-read':
      return sayEvent('agentFetched', { count: event.count })
    case 'disposition-set': {
      const { agent, code, note } = event
      return note === ''
        ? sayEvent('disposition', { agent, code })
        : sayEvent('dispositionNoted', { agent, code, note })
    }
    case 'agent-state-changed': {
      const { agent, reason } = event
      const state = states[event.state]
      return reason === null
        ? sayEvent('agentState', { agent, state })
        : sayEvent('agentStateBecause', { agent, state, reason })
    }
    case 'agent-changed':
      return sayEvent('agentChanged', { agent: event.agent })
    case 'agent-removed':
      return sayEvent('agentRemoved', { agent: event.agent })
    case 'ewt-changed':
      return estimate(event)
    case 'service-level-changed':
      return sayEvent('serviceLevel', { queue: event.queue, seconds: event.targetSeconds })
    case 'queue-forgotten':
      return sayEvent('queueForgotten', { queue: event.queue })
    case 'callers-removed':
      return sayEvent('callersRemoved', { count: event.count, queue: event.queue })
    case 'generator-changed':
      return sayEvent('generatorChanged', { generator: event.generator })
    case 'generator-removed':
      return sayEvent('generatorRemoved', { generator: event.generator })
    case 'generator-started':
      return sayEvent('generatorStarted', { generator: event.generator })
    case 'generator-stopped':
      return sayEvent('generatorStopped', { generator: event.generator })
    case 'arrival-refused':
      return sayEvent('arrivalRefused', { generator: event.generator, because: event.because })
    case 'start-refused':
      return sayEvent('startRefused', { service: event.service, message: event.message })
    case 'service-changed':
      return sayEvent('serviceChanged', { service: event.service })
    case 'service-removed':
      return sayEvent('serviceRemoved', { service: event.service })
    case 'paused-services-changed':
      return event.services.length === 0
        ? sayEvent('nothingPaused')
        : sayEvent('servicesPaused', { services: event.services.join(', ') })
    case 'back-ends-changed':
      return event.down.length === 0
        ? sayEvent('everythingUp')
        : sayEvent('backEndsDown', {
            backEnds: event.down
              .map((backEnd) => sayEvent('backEnd', { backEnd }))
              .reduce((first, next) => sayEvent('list', { first, next })),
          })
    case 'settings-changed':
      return sayEvent('settingsChanged')
    case 'clock-changed':
      return sayEvent('clockChanged')
    case 'reset':
      return sayEvent('reset')
  }
}

/** In seconds, `12.5`. */
const waited = ({ at, waitedSince }: { readonly at: number; readonly waitedSince: number }): number =>
  (at - waitedSince) / 1000

/** The product's reasons have blanks of their own, which clients compare; a sentence has not. */
const plain = (reason: string): string => reason.replace(/\s+/g, ' ').trim()

/** As the messages tell them apart, where a name has no hyphen. */
const states = {
  ready: 'ready',
  'not-ready': 'notReady',
  'after-call-work': 'afterCallWork',
  'logged-out': 'loggedOut',
} as const satisfies Record<AgentState, string>

function estimate({ queue, model, parameters }: Extract<CentreEvent, { type: 'ewt-changed' }>): Phrase {
  switch (model) {
    case 'unavailable':
      return sayEvent('noEstimate', { queue })
    case 'fixed':
      return sayEvent('fixedEstimate', { queue, seconds: parameters.seconds ?? 0 })
    default:
      return sayEvent('estimate', { queue, model })
  }
}

const chatEnds = {
  customer: 'endedByCustomer',
  agent: 'endedByAgent',
  'time-out': 'endedByTime',
  cancelled: 'endedByCancelling',
} as const

const newsOf = {
  'agent-available': 'newsOfAgent',
  message: 'newsOfMessage',
  chat: 'newsOfChat',
} as const

/** A scheduled time may be on another day. */
function dayAndTime(at: number): { day: string; time: string } {
  const [day = '', time = ''] = new Date(at).toISOString().slice(0, 16).split('T')
  return { day, time }
}

const timeOfDay = (at: number): string => new Date(at).toISOString().slice(11, 19)

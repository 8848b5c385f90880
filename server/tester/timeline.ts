import { backEndWords } from '../contact-center/back-ends.ts'
import type { CentreEvent } from '../contact-center/event.ts'
import type { EwtModel } from '../contact-center/queue.ts'

/** What happened, as one plain sentence. */
export function timelineText(event: CentreEvent): string {
  switch (event.type) {
    case 'callback-queued':
      return event.isSynthetic
        ? `A synthetic customer joined the queue ${event.queue}.`
        : `The customer asked for a callback by ${event.service} and joined the queue ${event.queue}.`
    case 'callback-scheduled':
      return `The customer asked for a callback by ${event.service} at ${dayAndTime(event.desiredAt)}.`
    case 'callback-rescheduled':
      return `The customer asked for ${dayAndTime(event.desiredAt)} instead.`
    case 'callback-changed':
      return 'The customer changed what was submitted.'
    case 'agent-available':
      return `An agent is available, announcement ${event.attempt}: ${plain(event.because)}.`
    case 'announcement-lapsed':
      return 'The agent who was announced is no longer there; the customer waits in line again.'
    case 'confirmation-missed':
      return `The customer did not confirm announcement ${event.attempt} in time.`
    case 'target-added':
      return `The time-out of a target is over: the first ${event.targets} of the list count from now on.`
    case 'callback-snoozed':
      return `The customer asked to be told again after ${timeOfDay(event.until)}.`
    case 'callback-moved':
      return `A supervisor moved the customer from position ${event.from} to ${event.position}.`
    case 'priority-changed':
      return `A supervisor gave the customer priority ${event.priority}.`
    case 'callback-paused':
      return 'The service is paused: the customer keeps the place, and is passed over.'
    case 'callback-resumed':
      return 'The service goes on: the customer waits in line again.'
    case 'callback-confirmed':
      return 'The customer is confirmed to be available.'
    case 'callback-completed':
      return `The callback is completed: ${event.reason}.`
    case 'callback-expired':
      return 'The time to live is over; everything of this callback is removed.'
    case 'queue-entered':
      return `The customer waits in the queue ${event.queue}.`
    case 'queue-abandoned':
      return `The customer left the queue ${event.queue} after ${waited(event.at - event.waitedSince)}, without an agent.`
    case 'queue-postponed':
      return `The customer left the queue ${event.queue} after ${waited(event.at - event.waitedSince)}, for another time.`
    case 'agent-connected':
      return event.waitedSince === null
        ? `${event.agent} serves the customer.`
        : `${event.agent} serves the customer, who had waited ${waited(event.at - event.waitedSince)} in ${event.queue}.`
    case 'agent-released':
      return `${event.agent} was in the chat for ${waited(event.at - event.connectedAt)}.`
    case 'chat-created':
      return 'The customer created the chat.'
    case 'call-placed':
      return 'The call of customer and contact centre is placed.'
    case 'agent-offered':
      return `The chat is offered to ${event.agent}, who may accept until ${timeOfDay(event.answerBy)}.`
    case 'offer-declined':
      return `${event.agent} declined the chat${event.reason === null ? '' : `: ${event.reason}`}.`
    case 'offer-missed':
      return `${event.agent} did not accept the chat in time.`
    case 'offer-withdrawn':
      return `The offer to ${event.agent} was withdrawn.`
    case 'participant-joined':
      return `${event.entry.nickname} joined the chat.`
    case 'participant-left':
      return `${event.entry.nickname} left the chat.`
    case 'message-said':
      return `${event.entry.nickname} said: ${event.entry.text}`
    case 'typing-changed':
      return event.entry.type === 'typing-started'
        ? `${event.entry.nickname} started typing.`
        : `${event.entry.nickname} stopped typing.`
    case 'chat-ended':
      return chatEndWords[event.by]
    case 'client-missed':
      return `Nothing was heard of the customer's client for ${event.seconds} seconds; it counts as gone.`
    case 'notification-queued':
      return `A notification waits for the customer: ${notificationWords[event.what]}.`
    case 'notification-delivered':
      return event.by === 'push'
        ? 'A notification was pushed to the customer.'
        : 'The customer fetched a notification.'
    case 'notification-dropped':
      return event.because === 'withdrawn'
        ? 'A notification was withdrawn before it was delivered: it was no longer true.'
        : 'A notification was thrown away undelivered, to make room for newer ones.'
    case 'notification-given-up':
      return `No push session took a notification in ${event.attempts} ${event.attempts === 1 ? 'attempt' : 'attempts'}; it can only be polled now.`
    case 'agent-notified':
      return "The customer's device sent a notification to the agent."
    case 'agent-mailbox-read':
      return `The agent fetched ${event.count} ${event.count === 1 ? 'notification' : 'notifications'}.`
    case 'disposition-set':
      return `${event.agent} says what came of it: ${event.code}${event.note === '' ? '' : `, ${event.note}`}.`
    case 'agent-state-changed':
      return `${event.agent} is ${stateWords[event.state]}${event.reason === null ? '' : `: ${event.reason}`}.`
    case 'agent-changed':
      return `${event.agent} was changed.`
    case 'agent-removed':
      return `${event.agent} was removed.`
    case 'ewt-changed':
      return `The wait in ${event.queue} is ${ewtWords(event.model, event.parameters.seconds)}.`
    case 'service-level-changed':
      return `Customers of ${event.queue} are meant to get an agent within ${event.targetSeconds} s.`
    case 'queue-forgotten':
      return `The queue ${event.queue}, which nothing names any more, made room for another one.`
    case 'callers-removed':
      return `${event.count} synthetic ${event.count === 1 ? 'customer' : 'customers'} left the queue ${event.queue}.`
    case 'generator-changed':
      return `The generator ${event.generator} was changed.`
    case 'generator-removed':
      return `The generator ${event.generator} was removed, and its customers with it.`
    case 'generator-started':
      return `The generator ${event.generator} was started.`
    case 'generator-stopped':
      return `The generator ${event.generator} has stopped.`
    case 'arrival-refused':
      return `A synthetic customer of ${event.generator} was turned away: ${event.because}.`
    case 'start-refused':
      return `A request to start ${event.service} was refused: ${event.message}`
    case 'service-changed':
      return `The service ${event.service} was configured.`
    case 'service-removed':
      return `The service ${event.service} was removed.`
    case 'paused-services-changed':
      return event.services.length === 0
        ? 'No service is paused any more.'
        : `Paused are now: ${event.services.join(', ')}.`
    case 'back-ends-changed':
      return event.down.length === 0
        ? 'Every back end is up.'
        : `Down are: ${event.down.map((name) => backEndWords[name]).join(', ')}.`
    case 'settings-changed':
      return 'The settings were changed.'
    case 'clock-changed':
      return 'The clock was changed.'
    case 'reset':
      return 'Everything is as in a new installation.'
  }
}

/** `12.5 s`. */
const waited = (millis: number): string => `${millis / 1000} s`

/** The product's reasons have blanks of their own, which clients compare; a sentence has not. */
const plain = (reason: string): string => reason.replace(/\s+/g, ' ').trim()

const stateWords = {
  ready: 'ready',
  'not-ready': 'not ready',
  'after-call-work': 'doing after-call work',
  'logged-out': 'logged out',
} as const

function ewtWords(model: EwtModel, seconds = 0): string {
  switch (model) {
    case 'unavailable':
      return 'no longer estimated'
    case 'fixed':
      return `now estimated as ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, fixed`
    default:
      return `now estimated by the model ${model}`
  }
}

const chatEndWords = {
  customer: 'The customer ended the chat.',
  agent: 'The agent ended the chat.',
  'time-out': 'The chat ran out of time.',
  cancelled: 'The chat ended with its callback, which was cancelled.',
} as const

const notificationWords = {
  'agent-available': 'an agent is available',
  message: 'a message of the agent',
  chat: 'news of the chat',
} as const

/** A scheduled time may be on another day. */
const dayAndTime = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

const timeOfDay = (at: number): string => `${new Date(at).toISOString().slice(11, 19)} UTC`

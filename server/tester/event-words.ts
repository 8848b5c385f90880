import { backEndWords } from '../contact-center/back-ends.ts'
import type { BackEnd } from '../contact-center/back-ends.ts'
import { phraseBook } from '../contact-center/phrase.ts'
import type { Phrase } from '../contact-center/phrase.ts'

/** A time of the contact centre's clock, `2026-01-05` and `09:30`, both in UTC. */
interface DayAndTime {
  readonly day: string
  readonly time: string
}

/** What happened in the contact centre: every sentence of it. */
export const eventBook = {
  // A callback, until an agent comes
  queued: ({ service, queue }: { service: string; queue: string }) =>
    `The customer asked for a callback by ${service} and joined the queue ${queue}.`,
  syntheticQueued: ({ queue }: { queue: string }) => `A synthetic customer joined the queue ${queue}.`,
  scheduled: ({ service, day, time }: DayAndTime & { service: string }) =>
    `The customer asked for a callback by ${service} at ${day} ${time} UTC.`,
  rescheduled: ({ day, time }: DayAndTime) => `The customer asked for ${day} ${time} UTC instead.`,
  changed: () => 'The customer changed what was submitted.',
  available: ({ attempt, because }: { attempt: number; because: string }) =>
    `An agent is available, announcement ${attempt}: ${because}.`,
  lapsed: () => 'The agent who was announced is no longer there; the customer waits in line again.',
  notConfirmed: ({ attempt }: { attempt: number }) =>
    `The customer did not confirm announcement ${attempt} in time.`,
  targetAdded: ({ targets }: { targets: number }) =>
    `The time-out of a target is over: the first ${targets} of the list count from now on.`,
  snoozed: ({ time }: { time: string }) => `The customer asked to be told again after ${time} UTC.`,
  moved: ({ from, position }: { from: number; position: number }) =>
    `A supervisor moved the customer from position ${from} to ${position}.`,
  prioritised: ({ priority }: { priority: number }) => `A supervisor gave the customer priority ${priority}.`,
  paused: () => 'The service is paused: the customer keeps the place, and is passed over.',
  resumed: () => 'The service goes on: the customer waits in line again.',
  confirmed: () => 'The customer is confirmed to be available.',
  completed: ({ reason }: { reason: string }) => `The callback is completed: ${reason}.`,
  expired: () => 'The time to live is over; everything of this callback is removed.',

  // Its place in a queue
  queueEntered: ({ queue }: { queue: string }) => `The customer waits in the queue ${queue}.`,
  queueAbandoned: ({ queue, seconds }: { queue: string; seconds: number }) =>
    `The customer left the queue ${queue} after ${seconds} s, without an agent.`,
  queuePostponed: ({ queue, seconds }: { queue: string; seconds: number }) =>
    `The customer left the queue ${queue} after ${seconds} s, for another time.`,

  // Who serves it
  connected: ({ agent }: { agent: string }) => `${agent} serves the customer.`,
  connectedAfter: ({ agent, seconds, queue }: { agent: string; seconds: number; queue: string }) =>
    `${agent} serves the customer, who had waited ${seconds} s in ${queue}.`,
  released: ({ agent, seconds }: { agent: string; seconds: number }) =>
    `${agent} was in the chat for ${seconds} s.`,
  callPlaced: () => 'The call of customer and contact centre is placed.',
  offered: ({ agent, time }: { agent: string; time: string }) =>
    `The chat is offered to ${agent}, who may accept until ${time} UTC.`,
  declined: ({ agent }: { agent: string }) => `${agent} declined the chat.`,
  declinedBecause: ({ agent, reason }: { agent: string; reason: string }) =>
    `${agent} declined the chat: ${reason}.`,
  missed: ({ agent }: { agent: string }) => `${agent} did not accept the chat in time.`,
  withdrawn: ({ agent }: { agent: string }) => `The offer to ${agent} was withdrawn.`,
  disposition: ({ agent, code }: { agent: string; code: string }) =>
    `${agent} says what came of it: ${code}.`,
  dispositionNoted: ({ agent, code, note }: { agent: string; code: string; note: string }) =>
    `${agent} says what came of it: ${code}, ${note}.`,

  // Its chat
  chatCreated: () => 'The customer created the chat.',
  joined: ({ nickname }: { nickname: string }) => `${nickname} joined the chat.`,
  left: ({ nickname }: { nickname: string }) => `${nickname} left the chat.`,
  said: ({ nickname, text }: { nickname: string; text: string }) => `${nickname} said: ${text}`,
  typingStarted: ({ nickname }: { nickname: string }) => `${nickname} started typing.`,
  typingStopped: ({ nickname }: { nickname: string }) => `${nickname} stopped typing.`,
  endedByCustomer: () => 'The customer ended the chat.',
  endedByAgent: () => 'The agent ended the chat.',
  endedByTime: () => 'The chat ran out of time.',
  endedByCancelling: () => 'The chat ended with its callback, which was cancelled.',
  clientMissed: ({ seconds }: { seconds: number }) =>
    `Nothing was heard of the customer's client for ${seconds} seconds; it counts as gone.`,

  // Notifications
  newsOfAgent: () => 'A notification waits for the customer: an agent is available.',
  newsOfMessage: () => 'A notification waits for the customer: a message of the agent.',
  newsOfChat: () => 'A notification waits for the customer: news of the chat.',
  pushed: () => 'A notification was pushed to the customer.',
  fetched: () => 'The customer fetched a notification.',
  newsWithdrawn: () => 'A notification was withdrawn before it was delivered: it was no longer true.',
  newsThrownAway: () => 'A notification was thrown away undelivered, to make room for newer ones.',
  pushGivenUp: ({ attempts }: { attempts: number }) =>
    `No push session took a notification in ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}; it can only be polled now.`,
  agentNotified: () => "The customer's device sent a notification to the agent.",
  agentFetched: ({ count }: { count: number }) =>
    `The agent fetched ${count} ${count === 1 ? 'notification' : 'notifications'}.`,

  // Agents
  agentState: ({ agent, state }: { agent: string; state: StateWord }) => `${agent} is ${stateWords[state]}.`,
  agentStateBecause: ({ agent, state, reason }: { agent: string; state: StateWord; reason: string }) =>
    `${agent} is ${stateWords[state]}: ${reason}.`,
  agentChanged: ({ agent }: { agent: string }) => `${agent} was changed.`,
  agentRemoved: ({ agent }: { agent: string }) => `${agent} was removed.`,

  // Queues
  noEstimate: ({ queue }: { queue: string }) => `The wait in ${queue} is no longer estimated.`,
  fixedEstimate: ({ queue, seconds }: { queue: string; seconds: number }) =>
    `The wait in ${queue} is now estimated as ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, fixed.`,
  estimate: ({ queue, model }: { queue: string; model: string }) =>
    `The wait in ${queue} is now estimated by the model ${model}.`,
  serviceLevel: ({ queue, seconds }: { queue: string; seconds: number }) =>
    `Customers of ${queue} are meant to get an agent within ${seconds} s.`,
  queueForgotten: ({ queue }: { queue: string }) =>
    `The queue ${queue}, which nothing names any more, made room for another one.`,
  callersRemoved: ({ count, queue }: { count: number; queue: string }) =>
    `${count} synthetic ${count === 1 ? 'customer' : 'customers'} left the queue ${queue}.`,

  // Generators of customers
  generatorChanged: ({ generator }: { generator: string }) => `The generator ${generator} was changed.`,
  generatorRemoved: ({ generator }: { generator: string }) =>
    `The generator ${generator} was removed, and its customers with it.`,
  generatorStarted: ({ generator }: { generator: string }) => `The generator ${generator} was started.`,
  generatorStopped: ({ generator }: { generator: string }) => `The generator ${generator} has stopped.`,
  arrivalRefused: ({ generator, because }: { generator: string; because: string }) =>
    `A synthetic customer of ${generator} was turned away: ${because}.`,

  // Services, and the installation
  startRefused: ({ service, message }: { service: string; message: string }) =>
    `A request to start ${service} was refused: ${message}`,
  serviceChanged: ({ service }: { service: string }) => `The service ${service} was configured.`,
  serviceRemoved: ({ service }: { service: string }) => `The service ${service} was removed.`,
  nothingPaused: () => 'No service is paused any more.',
  servicesPaused: ({ services }: { services: string }) => `Paused are now: ${services}.`,
  everythingUp: () => 'Every back end is up.',
  backEndsDown: ({ backEnds }: { backEnds: Phrase }) => `Down are: ${backEnds.text}.`,
  backEnd: ({ backEnd }: { backEnd: BackEnd }) => backEndWords[backEnd],
  list: ({ first, next }: { first: Phrase; next: Phrase }) => `${first.text}, ${next.text}`,
  settingsChanged: () => 'The settings were changed.',
  clockChanged: () => 'The clock was changed.',
  reset: () => 'Everything is as in a new installation.',
}

export const sayEvent = phraseBook(eventBook)

const stateWords = {
  ready: 'ready',
  notReady: 'not ready',
  afterCallWork: 'doing after-call work',
  loggedOut: 'logged out',
} as const

type StateWord = keyof typeof stateWords

import type { Millis } from '../runtime/clock.ts'
import type { ClockSetting } from '../runtime/steerable-clock.ts'
import type { Schema, Storage, Transaction } from '../storage/port.ts'
import { unavailability } from './agent.ts'
import type { Agent, Interaction } from './agent.ts'
import type { Alarm } from './alarm.ts'
import type { BackEnd } from './back-ends.ts'
import { bookingOfCallback } from './booking.ts'
import { ageOf, lineOfCallback, numberOfCallback, tierOfCallback } from './callback.ts'
import type { Callback } from './callback.ts'
import { entryId, placeOfChat, standsWhereItCame } from './chat.ts'
import type { Chat, StoredEntry } from './chat.ts'
import type { GmsVersion } from './configuration.ts'
import type { AgentFigures } from './agent-figures.ts'
import type { CentreEvent } from './event.ts'
import type { AutomaticTalk } from './load/automatic-agent.ts'
import type { Generator, GeneratorProgress } from './load/generator.ts'
import type { SyntheticCustomer } from './load/synthetic-customer.ts'
import type { MailboxItem, Notification } from './notification.ts'
import type { Presence } from './presence.ts'
import { refusedStarts } from './refused-starts.ts'
import { byAge } from './standing.ts'
import type { DailyCount, ThrottleWindow } from './throttle.ts'
import type { QueueFigures } from './queue-figures.ts'
import type { VirtualQueue } from './virtual-queue.ts'

/** How many of a kind there have been: the next one's ordinal is one more. */
export interface Counter {
  readonly name: string
  readonly value: number
}

/** A configured service: what it says beyond its template. */
export interface ConfiguredService {
  readonly name: string
  readonly template: string
  readonly overrides: Readonly<Record<string, string>>
  readonly isBuiltIn: boolean
}

/** One record each, under its own name. */
export interface InstallationRecord {
  readonly name: 'installation'
  readonly gmsVersion: GmsVersion
  readonly idPrefix: string
  /** What the transaction list of paused services has. */
  readonly pausedServices?: readonly string[]
  /** What is set for every service, as section `callback` does. */
  readonly callbackSection?: Readonly<Record<string, string>>
  /** What section `server` sets: the credentials that every request has to show. */
  readonly serverSection?: Readonly<Record<string, string>>
  /** Which back ends are down. */
  readonly backEndsDown?: readonly BackEnd[]
  /** Where all chance of this installation comes from. */
  readonly seed: number
  /** When it was made: statistics count from here. */
  readonly since: Millis
}

export interface ClockRecord extends ClockSetting {
  readonly name: 'clock'
  /** Up to when it goes as fast as it can; null: it does not. */
  readonly hurriesUntil: Millis | null
}

export type CentreRecords = {
  counter: Counter
  installation: InstallationRecord
  clock: ClockRecord
  service: ConfiguredService
  queue: VirtualQueue
  queueFigures: QueueFigures
  agent: Agent
  agentFigures: AgentFigures
  interaction: Interaction
  callback: Callback
  chat: Chat
  entry: StoredEntry
  notification: Notification
  mailbox: MailboxItem
  alarm: Alarm
  presence: Presence
  generator: Generator
  progress: GeneratorProgress
  synthetic: SyntheticCustomer
  talk: AutomaticTalk
  throttle: ThrottleWindow
  daily: DailyCount
}

export type CentreStorage = Storage<CentreRecords, CentreEvent>
export type CentreTransaction = Transaction<CentreRecords, CentreEvent>

const byAgeInLine = (a: Callback, b: Callback): number => byAge(ageOf(a), ageOf(b))

const byAgeOfPlace = (a: Chat, b: Chat): number => byAge(placeOfChat(a), placeOfChat(b))

/** What the storage engines need to know of the contact centre's records. */
export const centreSchema: Schema<CentreRecords> = {
  counter: { id: (counter) => counter.name, indexes: {} },
  installation: { id: (record) => record.name, indexes: {} },
  clock: { id: (record) => record.name, indexes: {} },
  service: { id: (service) => service.name, indexes: {} },
  queue: { id: (queue) => queue.name, indexes: {} },
  agent: {
    id: (agent) => agent.id,
    indexes: {},
    orders: {
      /** Who could take a chat, longest idle first. */
      free: {
        group: (agent) => (unavailability(agent) === null ? 'free' : undefined),
        lane: () => '',
        compare: (a, b) => a.idleSince - b.idleSince,
      },
    },
  },
  queueFigures: { id: (figures) => figures.queue, indexes: {} },
  agentFigures: { id: (figures) => figures.agent, indexes: {} },
  interaction: {
    id: (interaction) => interaction.id,
    indexes: {
      agent: (interaction) => interaction.agent,
      callback: (interaction) => interaction.callback,
    },
  },
  callback: {
    id: (callback) => callback.id,
    indexes: {
      state: (callback) => callback.state,
      service: (callback) => callback.service,
      queued: (callback) => (callback.state === 'QUEUED' ? callback.service : undefined),
      /** Who waits, by service and number. */
      number: numberOfCallback,
      scheduled: (callback) => (callback.state === 'SCHEDULED' ? callback.queue : undefined),
      booking: bookingOfCallback,
      callers: (callback) =>
        callback.isSynthetic && callback.generator === null && callback.state !== 'COMPLETED'
          ? callback.queue
          : undefined,
      /** Stands in line elsewhere than where it came. */
      moved: (callback) => (callback.moved ? lineOfCallback(callback) : undefined),
    },
    orders: {
      /** Who stands in line by himself, by queue. */
      line: { group: lineOfCallback, lane: (callback) => callback.row, compare: byAgeInLine },
      /** The same, of all queues, by what routing owes them. */
      tier: { group: tierOfCallback, lane: (callback) => callback.lane, compare: byAgeInLine },
    },
  },
  chat: {
    id: (chat) => chat.callback,
    indexes: {
      /** Going on, and pushed to this user. */
      client: (chat) => (chat.phase === 'ended' ? undefined : (chat.pushTo ?? undefined)),
      /** Waits elsewhere in line than where its customer came. */
      moved: (chat) =>
        chat.phase === 'waiting' && !standsWhereItCame(chat.place) ? chat.place.queue : undefined,
    },
    orders: {
      /** Who waits in a chat, by queue. */
      line: {
        group: (chat) => (chat.phase === 'waiting' ? chat.place.queue : undefined),
        lane: (chat) => placeOfChat(chat).row,
        compare: byAgeOfPlace,
      },
      /** Who has a place in line, of all queues, waiting or ringing. */
      phase: {
        group: (chat) => (chat.phase === 'waiting' || chat.phase === 'ringing' ? chat.phase : undefined),
        lane: (chat) => placeOfChat(chat).lane,
        compare: byAgeOfPlace,
      },
    },
  },
  entry: { id: (entry) => entryId(entry.callback, entry.index), indexes: {} },
  notification: {
    id: (notification) => notification.id,
    indexes: {
      callback: (notification) => notification.callback,
      user: (notification) => notification.user ?? undefined,
    },
  },
  mailbox: { id: (item) => String(item.ordinal), indexes: { callback: (item) => item.callback } },
  alarm: {
    id: (alarm) => alarm.id,
    indexes: {
      /** The few that ask URS again, of all queues. */
      poll: (alarm) => (alarm.kind === 'poll' ? 'poll' : undefined),
    },
  },
  presence: { id: (presence) => presence.user, indexes: {} },
  generator: { id: (generator) => generator.id, indexes: {} },
  progress: { id: (progress) => progress.id, indexes: {} },
  synthetic: {
    id: (customer) => customer.callback,
    indexes: { generator: (customer) => customer.generator },
  },
  talk: {
    id: (talk) => talk.id,
    indexes: { agent: (talk) => talk.agent, callback: (talk) => talk.callback },
  },
  throttle: { id: (window) => window.id, indexes: {} },
  daily: { id: (count) => count.id, indexes: {} },
}

/** What an event is about: refused start requests are one subject, since they belong to nobody; else its callback, else its agent, queue, generator or service. */
export function subjectOf(event: CentreEvent): string | undefined {
  if (event.type === 'start-refused') return refusedStarts
  if ('callback' in event) return event.callback
  if ('agent' in event) return event.agent
  if ('queue' in event) return event.queue
  if ('generator' in event) return event.generator
  return 'service' in event ? event.service : undefined
}

import type { Millis } from '../runtime/clock.ts'
import type {
  AgentId,
  AgentState,
  CallbackId,
  CompletionReason,
  Entry,
  NotificationId,
  UserId,
} from './contact-center.ts'
import type { BackEnd } from './back-ends.ts'
import type { GeneratorId } from './load/generator.ts'
import type { RefusalCode, RefusalDetail } from './refusal.ts'
import type { Facts, RuleNumber } from './rule.ts'
import type { EwtModel, EwtSetting } from './queue.ts'

/** What happened. Committed with the change that it tells of, never without it. */
export type CentreEvent = { readonly at: Millis } & (
  | {
      readonly type: 'callback-queued'
      readonly callback: CallbackId
      readonly service: string
      readonly queue: string
      readonly isSynthetic: boolean
    }
  | {
      readonly type: 'callback-scheduled'
      readonly callback: CallbackId
      readonly service: string
      readonly queue: string
      readonly desiredAt: Millis
    }
  | { readonly type: 'callback-rescheduled'; readonly callback: CallbackId; readonly desiredAt: Millis }
  /** The customer has submitted other properties. */
  | { readonly type: 'callback-changed'; readonly callback: CallbackId }
  | {
      readonly type: 'agent-available'
      readonly callback: CallbackId
      readonly attempt: number
      readonly because: string
    }
  | { readonly type: 'confirmation-missed'; readonly callback: CallbackId; readonly attempt: number }
  /** The agent it counted on is gone; the customer waits in line again. */
  | { readonly type: 'announcement-lapsed'; readonly callback: CallbackId }
  /** One more target of a list counts: so many by now. */
  | { readonly type: 'target-added'; readonly callback: CallbackId; readonly targets: number }
  | { readonly type: 'callback-snoozed'; readonly callback: CallbackId; readonly until: Millis }
  /** A supervisor has put the customer at another position of the line. */
  | {
      readonly type: 'callback-moved'
      readonly callback: CallbackId
      readonly queue: string
      readonly from: number
      readonly position: number
    }
  /** A supervisor has given the customer another priority. */
  | {
      readonly type: 'priority-changed'
      readonly callback: CallbackId
      readonly queue: string
      readonly priority: number
    }
  | { readonly type: 'callback-paused'; readonly callback: CallbackId }
  | { readonly type: 'callback-resumed'; readonly callback: CallbackId }
  | { readonly type: 'callback-confirmed'; readonly callback: CallbackId }
  | { readonly type: 'callback-completed'; readonly callback: CallbackId; readonly reason: CompletionReason }
  | {
      readonly type: 'callback-expired'
      readonly callback: CallbackId
      /** Its place among all callbacks, which lists go on from. Not there in events of an earlier build. */
      readonly ordinal?: number
    }
  /** The customer stands in another queue's line than the one it was queued in: its chat was passed on. */
  | { readonly type: 'queue-entered'; readonly callback: CallbackId; readonly queue: string }
  /** The customer is gone from the line without having got an agent. */
  | {
      readonly type: 'queue-abandoned'
      readonly callback: CallbackId
      readonly queue: string
      readonly waitedSince: Millis
      readonly reason: CompletionReason
    }
  /** The customer is gone from the line for now: the callback got another time. */
  | {
      readonly type: 'queue-postponed'
      readonly callback: CallbackId
      readonly queue: string
      readonly waitedSince: Millis
    }
  | { readonly type: 'chat-created'; readonly callback: CallbackId }
  | { readonly type: 'call-placed'; readonly callback: CallbackId }
  | {
      readonly type: 'agent-offered'
      readonly callback: CallbackId
      readonly agent: AgentId
      readonly answerBy: Millis
    }
  | {
      readonly type: 'offer-declined'
      readonly callback: CallbackId
      readonly agent: AgentId
      readonly reason: string | null
    }
  | { readonly type: 'offer-missed'; readonly callback: CallbackId; readonly agent: AgentId }
  | { readonly type: 'offer-withdrawn'; readonly callback: CallbackId; readonly agent: AgentId }
  /** The agent serves the customer from now on, who waited in the queue until then, unless he was with another agent. */
  | {
      readonly type: 'agent-connected'
      readonly callback: CallbackId
      readonly agent: AgentId
      readonly queue: string
      readonly waitedSince: Millis | null
      /** Another agent passed the chat on, and it did not ring. */
      readonly isTransfer: boolean
    }
  /** The agent serves this customer no longer. */
  | {
      readonly type: 'agent-released'
      readonly callback: CallbackId
      readonly agent: AgentId
      readonly queue: string
      readonly connectedAt: Millis
    }
  | {
      readonly type: 'participant-joined'
      readonly callback: CallbackId
      readonly entry: Entry
      readonly agent: AgentId | null
    }
  | {
      readonly type: 'participant-left'
      readonly callback: CallbackId
      readonly entry: Entry
      readonly agent: AgentId | null
    }
  | { readonly type: 'message-said'; readonly callback: CallbackId; readonly entry: Entry }
  | { readonly type: 'typing-changed'; readonly callback: CallbackId; readonly entry: Entry }
  | {
      readonly type: 'chat-ended'
      readonly callback: CallbackId
      readonly by: 'customer' | 'agent' | 'time-out' | 'cancelled'
    }
  /** No sign of the customer's client for so long: it counts as gone. */
  | { readonly type: 'client-missed'; readonly callback: CallbackId; readonly seconds: number }
  /** Something waits for a customer; push takes it from there. */
  | {
      readonly type: 'notification-queued'
      readonly callback: CallbackId
      readonly notification: NotificationId
      readonly user: UserId | null
      readonly what: 'agent-available' | 'message' | 'chat'
    }
  | {
      readonly type: 'notification-delivered'
      readonly callback: CallbackId
      readonly notification: NotificationId
      readonly by: 'push' | 'poll'
    }
  /** It was thrown away undelivered: `withdrawn` since it was no longer true, `outbox-full` to make room. */
  | {
      readonly type: 'notification-dropped'
      readonly callback: CallbackId
      readonly notification: NotificationId
      readonly because: 'withdrawn' | 'outbox-full'
    }
  /** No push session took it in so many attempts: it can only be polled now. */
  | {
      readonly type: 'notification-given-up'
      readonly callback: CallbackId
      readonly notification: NotificationId
      readonly attempts: number
    }
  | { readonly type: 'agent-notified'; readonly callback: CallbackId }
  | { readonly type: 'agent-mailbox-read'; readonly callback: CallbackId; readonly count: number }
  /** The agent has said what came of the chat. */
  | {
      readonly type: 'disposition-set'
      readonly callback: CallbackId
      readonly agent: AgentId
      readonly code: string
      readonly note: string
    }
  | {
      readonly type: 'agent-state-changed'
      readonly agent: AgentId
      readonly state: AgentState
      readonly reason: string | null
      /** The state that ended, and when it began. */
      readonly from: AgentState
      readonly since: Millis
    }
  | { readonly type: 'agent-changed'; readonly agent: AgentId }
  | { readonly type: 'agent-removed'; readonly agent: AgentId }
  | {
      readonly type: 'ewt-changed'
      readonly queue: string
      readonly model: EwtModel
      /** What is set of its parameters. */
      readonly parameters: Omit<EwtSetting, 'model'>
    }
  | {
      readonly type: 'service-level-changed'
      readonly queue: string
      readonly targetSeconds: number
      readonly shortAbandonSeconds: number
    }
  | { readonly type: 'callers-removed'; readonly queue: string; readonly count: number }
  | { readonly type: 'generator-changed'; readonly generator: GeneratorId }
  | { readonly type: 'generator-removed'; readonly generator: GeneratorId }
  | { readonly type: 'generator-started'; readonly generator: GeneratorId }
  | { readonly type: 'generator-stopped'; readonly generator: GeneratorId }
  /** A synthetic customer was not let in. */
  | { readonly type: 'arrival-refused'; readonly generator: GeneratorId; readonly because: RefusalCode }
  /** Nothing names the queue any more, and another one needed its room. */
  | { readonly type: 'queue-forgotten'; readonly queue: string }
  /** A customer's app asked for a callback, and nothing came of it. */
  | {
      readonly type: 'start-refused'
      readonly service: string
      readonly user: string | null
      readonly code: RefusalCode
      readonly message: string
      readonly rule: RuleNumber
      readonly facts: Facts
      readonly details: readonly RefusalDetail[]
    }
  | { readonly type: 'service-changed'; readonly service: string }
  | { readonly type: 'service-removed'; readonly service: string }
  | { readonly type: 'settings-changed' }
  /** Those that are down from now on. */
  | { readonly type: 'back-ends-changed'; readonly down: readonly BackEnd[] }
  | { readonly type: 'paused-services-changed'; readonly services: readonly string[] }
  | { readonly type: 'clock-changed' }
  | { readonly type: 'reset' }
)

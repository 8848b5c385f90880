/** True statistics as the edges see them: what has happened, counted; never drawn. */
import type { Millis } from '../runtime/clock.ts'
import type { AgentId, AgentState } from './contact-center.ts'
import type { ServiceLevelSetting } from './queue-figures.ts'

/** What happened in a queue within a stretch of time. Averages and shares of nothing are null. */
export interface QueueCounts {
  readonly entered: number
  readonly answered: number
  readonly answeredInTarget: number
  readonly abandoned: number
  readonly abandonedShort: number
  /** Left the line for another time. */
  readonly postponed: number
  /** Answered in target, of all who were answered or abandoned but for the short ones. */
  readonly serviceLevelPercent: number | null
  readonly averageSpeedOfAnswerSeconds: number | null
  readonly averageAbandonWaitSeconds: number | null
  readonly longestWaitSeconds: number
  readonly handled: number
  readonly talkSeconds: number
  readonly wrapUpSeconds: number
  readonly handleSeconds: number
  readonly averageHandleSeconds: number | null
  /** Busy time of busy and idle time of the agents who are logged in now and match. */
  readonly occupancyPercent: number | null
}

export interface QueueStatistics {
  readonly queue: string
  /** Has entered and is neither answered nor gone; who is just being offered to an agent still waits. */
  readonly waiting: number
  /** Of those in line now. */
  readonly longestWaitSeconds: number
  readonly readyAgents: number
  readonly ewtSeconds: number | null
  readonly serviceLevel: ServiceLevelSetting
  readonly interval: QueueCounts
  readonly sinceReset: QueueCounts
}

/** What an agent did within a stretch of time. */
export interface AgentCounts {
  readonly readySeconds: number
  readonly notReadySeconds: number
  readonly afterCallWorkSeconds: number
  readonly loggedOutSeconds: number
  /** Chats at the same time count each. */
  readonly talkSeconds: number
  /** In a chat or in the work after one. */
  readonly busySeconds: number
  /** Ready and in no chat. */
  readonly idleSeconds: number
  readonly offered: number
  readonly accepted: number
  readonly declined: number
  readonly missed: number
  readonly withdrawn: number
  readonly handled: number
  readonly averageHandleSeconds: number | null
  /** Busy time of busy and idle time. */
  readonly occupancyPercent: number | null
}

export interface AgentStatistics {
  readonly agent: AgentId
  readonly name: string
  readonly state: AgentState
  readonly stateSince: Millis
  readonly talking: number
  readonly interval: AgentCounts
  readonly sinceReset: AgentCounts
}

export interface StatisticsView {
  readonly at: Millis
  /** What counts as since reset begins here; null for data of a build that did not count. */
  readonly since: Millis | null
  /** The interval: whole minutes, the last of them still going on. */
  readonly intervalFrom: Millis
  readonly intervalSeconds: number
  readonly queues: readonly QueueStatistics[]
  readonly agents: readonly AgentStatistics[]
}

export interface StatisticsService {
  /** The interval is in seconds, in whole minutes. Refused: `setting-invalid`. */
  get(query: { readonly intervalSeconds: number }): Promise<StatisticsView>
}

/** What an interval is unless another one is asked for: a quarter of an hour. */
export const intervalSecondsDefault = 900

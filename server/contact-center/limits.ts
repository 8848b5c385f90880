/** How much of anything the contact centre keeps. */
export interface CentreLimits {
  /** Callbacks that are kept, those that are over included, until their time to live ends. */
  readonly callbacksMax: number
  /** Virtual queues that a service names or somebody waits in. */
  readonly queuesMax: number
  /** Synthetic callers waiting in one queue. */
  readonly callersPerQueueMax: number
  /** One chat message, and each half of a notification. */
  readonly messageCharactersMax: number
  /** Lines of one transcript; joins and leaves always find room. */
  readonly transcriptEntriesMax: number
  /** Notifications that wait to be fetched, per callback and direction. */
  readonly mailboxMax: number
  /** Undelivered notifications per user; the oldest make room. */
  readonly outboxMax: number
  readonly agentsMax: number
  readonly servicesMax: number
  /** Chats at a time of one agent. */
  readonly capacityMax: number
  /** Seconds of after-call work. */
  readonly wrapUpSecondsMax: number
  /** Missed offers in a row that may be allowed. */
  readonly missedOffersMax: number
  /** Agents in one chat. */
  readonly chatAgentsMax: number
  /** Ended interactions an agent still shows; the oldest go first. */
  readonly endedInteractionsMax: number
  /** What a fixed estimate may say. */
  readonly fixedWaitSecondsMax: number
  /** Within how many seconds customers of a queue may be meant to get an agent. */
  readonly serviceLevelSecondsMax: number
  /** Names of agents, groups and skills. */
  readonly nameCharactersMax: number
  /** What an agent says of a state or of declining. */
  readonly reasonCharactersMax: number
  /** Groups, and skills, of one agent. */
  readonly attributesMax: number
  readonly skillLevelMax: number
  readonly generatorsMax: number
  /** Customers of generators who are here at a time. */
  readonly syntheticCustomersMax: number
  /** Customers who are gone that a generator still shows; the oldest go first. */
  readonly goneCustomersMax: number
  /** Lines of a generator's customers, or of an automatic agent, and the characters of one. */
  readonly scriptLinesMax: number
  readonly scriptCharactersMax: number
  /** Into how many parts a throttle's window is counted. */
  readonly throttleSlotsMax: number
  /** Values of throttled parameters that are counted on one day. */
  readonly throttledValuesMax: number
  /** One such value. */
  readonly throttledCharactersMax: number
  /** Names in the list of paused services. */
  readonly pausedServicesMax: number
  /** Slots of one answer about what may be booked. */
  readonly availabilitySlotsMax: number
  /** Agents, customers in line and own events that one answer to “why” explains. */
  readonly whyAgentsMax: number
  readonly whyCustomersMax: number
  readonly whyEventsMax: number
  /** What the history keeps of a refused start request: of each text, and of what is wrong with its fields. */
  readonly refusedTextCharactersMax: number
  readonly refusedDetailsMax: number
  /** Records and events that a reset keeps to be undone; of more it keeps nothing. */
  readonly undoItemsMax: number
  /** Callbacks on one page of a list. */
  readonly pageMax: number
}

export const defaultLimits: CentreLimits = {
  callbacksMax: 20_000,
  queuesMax: 1000,
  callersPerQueueMax: 1000,
  messageCharactersMax: 65_536,
  transcriptEntriesMax: 10_000,
  mailboxMax: 1000,
  outboxMax: 10_000,
  agentsMax: 1000,
  servicesMax: 100,
  capacityMax: 10,
  wrapUpSecondsMax: 86_400,
  missedOffersMax: 100,
  chatAgentsMax: 5,
  endedInteractionsMax: 20,
  fixedWaitSecondsMax: 86_400,
  serviceLevelSecondsMax: 3600,
  nameCharactersMax: 100,
  reasonCharactersMax: 1000,
  attributesMax: 100,
  skillLevelMax: 1000,
  generatorsMax: 100,
  syntheticCustomersMax: 10_000,
  goneCustomersMax: 20,
  scriptLinesMax: 100,
  scriptCharactersMax: 1000,
  throttleSlotsMax: 100,
  throttledValuesMax: 50_000,
  throttledCharactersMax: 256,
  pausedServicesMax: 1000,
  availabilitySlotsMax: 10_000,
  whyAgentsMax: 50,
  whyCustomersMax: 20,
  whyEventsMax: 20,
  refusedTextCharactersMax: 256,
  refusedDetailsMax: 20,
  undoItemsMax: 200_000,
  pageMax: 1000,
}

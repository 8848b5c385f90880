import { backEndWords } from './back-ends.ts'
import type { BackEnd } from './back-ends.ts'
import { phraseBook } from './phrase.ts'
import type { Phrase } from './phrase.ts'
import type { SingleTarget } from './target.ts'

export interface Whom {
  readonly kind: Exclude<SingleTarget['kind'], 'place-group'> | 'placeGroup'
  /** Of skills the expression in words. */
  readonly name: string | Phrase
}

/** What nobody of those who are wanted is: `full` who may be offered no more, for having as many chats as may be. */
type Wish = 'ready' | 'free' | 'full'

const wishWords = { ready: 'ready', free: 'free', full: 'free (at capacity)' } as const

/** A phrase or a name in the midst of another. */
const said = (part: string | Phrase): string => (typeof part === 'string' ? part : part.text)

function whom({ kind, name }: Whom): string {
  switch (kind) {
    case 'agent':
      return `agent ${said(name)}`
    case 'place':
      return `the agent at place ${said(name)}`
    case 'group':
      return `an agent of group ${said(name)}`
    case 'placeGroup':
      return `an agent at a place of group ${said(name)}`
    case 'queue':
      return `an agent who serves queue ${said(name)}`
    case 'skills':
      return `an agent with ${said(name)}`
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Why a customer waits, why an agent gets no chat, why a callback is over: every sentence of it. */
export const sayReason = phraseBook({
  // Parts
  both: ({ first, second }: { first: Phrase; second: Phrase }) => `${first.text} and ${second.text}`,
  either: ({ first, second }: { first: Phrase; second: Phrase }) => `${first.text} or ${second.text}`,
  orElse: ({ first, second }: { first: Phrase; second: Phrase }) => `${first.text}, or ${second.text}`,
  besides: ({ first, second }: { first: Phrase; second: Phrase }) => `${first.text}; ${second.text}`,
  grouped: ({ inner }: { inner: Phrase }) => `(${inner.text})`,
  name: ({ name }: { name: string }) => name,
  target: whom,
  whoever: () => 'whoever the request names; it is read when one comes',
  targetFirst: (target: Whom) => capital(whom(target)),

  // What a customer waits for
  paused: () => 'The service is paused',
  stopped: ({ backEnd }: { backEnd: BackEnd }) =>
    `${backEndWords[backEnd]} is down: no agent is given to anybody`,
  named: ({ day, time }: { day: string; time: string }) =>
    `The customer named a time, and is queued on ${day} at ${time}`,
  nobody: ({ state, ...target }: Whom & { state: Wish }) =>
    target.kind === 'agent'
      ? `Agent ${said(target.name)} is not ${wishWords[state]}`
      : `No ${whom(target).replace(/^(an|the) /, '')} is ${wishWords[state]}`,
  noneOf: ({ state, targets }: { state: Wish; targets: Phrase }) =>
    `None of these is ${wishWords[state]}: ${targets.text}`,
  condition: ({ target, condition, counted }: { target: Phrase; condition: string; counted: number }) =>
    `${target.text} counts only while ${condition}, and it is ${counted}`,
  countsFrom: ({ target, time }: { target: Phrase; time: string }) => `${target.text} counts from ${time}`,
  onlyCountsFrom: ({ target, time }: { target: Phrase; time: string }) =>
    `only ${target.text} counts from ${time}`,
  onlyCountsFromFirst: ({ target, time }: { target: Phrase; time: string }) =>
    `Only ${target.text} counts from ${time}`,
  turn: ({ ahead, free }: { ahead: number; free: number }) => {
    const customers = ahead === 1 ? '1 customer is' : `${ahead} customers are`
    const agents = free === 1 ? '1 agent is' : `${free} agents are`
    return `${customers} ahead and ${agents} free`
  },
  promised: ({ free }: { free: number }) =>
    free === 1
      ? 'The free agent is promised to another customer'
      : `The ${free} free agents are promised to other customers`,
  refused: () => 'Only agents who declined it or passed it on are free; they are asked again',
  refusedUntil: ({ time }: { time: string }) =>
    `Only agents who declined it or passed it on are free; they are asked again at ${time}`,
  confirmation: ({ attempt, of }: { attempt: number; of: number }) =>
    `The customer has to confirm (attempt ${attempt} of ${of})`,
  confirmationMore: ({ attempt }: { attempt: number }) => `The customer has to confirm (attempt ${attempt})`,
  repeat: ({ time }: { time: string }) =>
    `The customer has not confirmed; an agent is announced again at ${time}`,
  snooze: ({ time }: { time: string }) => `The customer asked to wait until ${time}`,
  chat: () => 'The customer has to create the chat',
  answer: ({ agent }: { agent: string }) => `${agent} is being offered the chat`,
  talks: ({ agents }: { agents: Phrase }) => `In a chat with ${agents.text}`,

  // What else would have helped
  noTable: () => 'There is no threshold table',
  tableOff: () => 'The threshold table is switched off under 8.5.2 with ursdial',
  noEstimate: () => 'There is no estimate, so that only a free agent counts',
  behind: ({ position, last }: { position: number; last: number }) =>
    `Position ${position} is behind ${last}, the last one that any estimate lets pass`,
  notPassed: ({ position, seconds, reason }: { position: number; seconds: number; reason: string }) =>
    `Not yet by the threshold rule: the estimate is ${seconds} s at position ${position}, and ${reason}`,
  passes: ({ reason, time }: { reason: string; time: string }) =>
    `Passes by the threshold rule meanwhile (${reason}), and is told when URS is asked again, at ${time}`,

  // Why an agent gets no chat
  loggedOut: ({ agent }: { agent: string }) => `${agent} is logged out`,
  notReady: ({ agent }: { agent: string }) => `${agent} is not ready`,
  afterCallWork: ({ agent }: { agent: string }) => `${agent} is doing after-call work`,
  ringing: ({ agent }: { agent: string }) => `${agent} is being offered a chat`,
  withReason: ({ state, reason }: { state: Phrase; reason: string }) => `${state.text} (${reason})`,
  full: ({ agent, chats, capacity }: { agent: string; chats: number; capacity: number }) =>
    `${agent} is at capacity: ${chats} of ${capacity} ${capacity === 1 ? 'chat' : 'chats'}`,
  stoppedForAgents: ({ backEnd }: { backEnd: BackEnd }) =>
    `${backEndWords[backEnd]} is down: no agent is given a chat`,
  mismatch: ({ agent, mismatch }: { agent: string; mismatch: Phrase }) => `${agent} ${mismatch.text}`,
  declined: ({ agent }: { agent: string }) => `${agent} declined it or passed it on`,
  declinedUntil: ({ agent, time }: { agent: string; time: string }) =>
    `${agent} declined it or passed it on, and is asked again at ${time}`,
  promisedTo: ({ agent, customer }: { agent: string; customer: string }) =>
    `${agent} is promised to ${customer}`,
  promisedToAnother: ({ agent }: { agent: string }) => `${agent} is promised to another customer`,
  next: ({ agent, customer }: { agent: string; customer: string }) =>
    `${agent} may be offered a chat: next in line is ${customer}`,
  nobodyWaits: ({ agent }: { agent: string }) => `${agent} is free, and nobody waits`,
  nobodyForAgent: ({ agent }: { agent: string }) =>
    `${agent} is free, and nobody in line may be given to ${agent}`,

  // What an agent misses; follows the name
  notAgent: ({ wanted }: { wanted: string }) => `is not agent ${wanted}`,
  notPlace: ({ wanted, place }: { wanted: string; place: string }) =>
    `is at place ${place}, not at ${wanted}`,
  notGroup: ({ wanted }: { wanted: string }) => `is not in group ${wanted}`,
  notPlaceGroup: ({ wanted }: { wanted: string }) => `is not at a place of group ${wanted}`,
  skill: (values: { skill: string; has: number; operator: string; level: number }) =>
    `${values.skill} ${values.has}, not ${values.operator} ${values.level}`,
  skills: ({ skills }: { skills: Phrase }) => `has ${skills.text}`,
  queueUnused: ({ wanted }: { wanted: string }) => `cannot serve queue ${wanted}, which no service uses`,
  queue: ({ wanted, because }: { wanted: string; because: Phrase }) =>
    `does not serve queue ${wanted}: ${because.text}`,
  oneTarget: ({ because }: { because: Phrase }) => `is not meant: ${because.text}`,
  noTarget: ({ targets, because }: { targets: number; because: Phrase }) =>
    `is meant by none of ${targets} targets: ${because.text}`,
  notYet: ({ target }: { target: Phrase }) => `${target.text} does not count yet`,
  noMore: ({ target }: { target: Phrase }) => `${target.text} counts no more`,

  // Why a callback is over
  over: ({ time, reason }: { time: string; reason: string }) => `Over since ${time}: ${reason}`,
  overBecause: ({ time, reason, ending }: { time: string; reason: string; ending: Phrase }) =>
    `Over since ${time}: ${reason}, because ${ending.text}`,
  endedCB6: () => 'an agent took the chat',
  endedCB8: () => 'it was cancelled',
  endedCB9: () => 'its time to live was over',
  endedCF6: ({ attempts }: { attempts: number }) => `the customer did not confirm in ${attempts} attempts`,
  endedCH12: () => 'the customer left the chat before an agent came',
  endedLG3: () => 'the patience of the synthetic customer was over',
  endedQU6: () => 'synthetic callers never confirm',
  endedQU8: () => 'the synthetic callers of the queue were removed',
  endedQU15: () => 'a supervisor took the customer out of the line',
  endedTO1: ({ seconds }: { seconds: number }) => `no chat came for it within ${seconds} s`,
  endedTO2: ({ seconds }: { seconds: number }) => `the customer was told of no agent within ${seconds} s`,
  endedTO3: ({ seconds }: { seconds: number }) => `no agent came within ${seconds} s`,
  endedTO4: ({ seconds }: { seconds: number }) => `the chat went on for ${seconds} s`,
})

/** The phrases one after the other, joined two by two; there is one at least. */
export const joinPhrases = (
  how: 'both' | 'either' | 'orElse' | 'besides',
  phrases: readonly Phrase[],
): Phrase => phrases.reduce((first, second) => sayReason(how, { first, second }))

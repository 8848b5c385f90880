/** What holds after every turn, whatever customers, agents and time have done. Each says what is wrong, or null. */
import { seconds } from '../runtime/clock.ts'
import type { Agent } from './agent.ts'
import { alarmId } from './alarm.ts'
import type { AlarmKind } from './alarm.ts'
import { routingStop } from './back-ends.ts'
import { bookingOfCallback } from './booking.ts'
import { lineOfCallback } from './callback.ts'
import type { Callback } from './callback.ts'
import { figuresInvariants } from './figures-invariants.ts'
import { nextDeadline } from './deadline.ts'
import { entryId, ringingAt } from './chat.ts'
import type { Chat, TalkingChat, WaitingChat } from './chat.ts'
import { first } from './invariant.ts'
import { admissionInvariants } from './admission-invariants.ts'
import type { Invariant } from './invariant.ts'
import { lineInvariants } from './line-invariants.ts'
import { lookupInvariants } from './lookup-invariants.ts'
import type { Notification } from './notification.ts'
import { isWatched } from './presence.ts'
import type { CentreTransaction } from './records.ts'
import { hasUntold } from './polling.ts'
import { readRoster } from './roster.ts'
import { surveyCentre } from './survey.ts'
import { nextStageAge } from './target-stage.ts'

const liveOf = (tx: CentreTransaction, { id }: Agent) =>
  tx.find('interaction', 'agent', id).filter(({ state }) => state !== 'ended')

const freeAgents = (tx: CentreTransaction): Agent[] =>
  tx.all('agent').filter((agent) => {
    const live = liveOf(tx, agent)
    const isRinging = live.some(({ state }) => state === 'ringing')
    return agent.state === 'ready' && !isRinging && live.length < agent.capacity
  })

/** What is kept of an agent's interactions, so that nobody need look at them, is what they say. */
const agentsKnowWhatTheyAreBusyWith: Invariant = (tx) =>
  first(tx.all('agent'), (agent) => {
    const live = liveOf(tx, agent)
    const isRinging = live.some(({ state }) => state === 'ringing')
    return (
      (agent.liveCount !== live.length || agent.isRinging !== isRinging) &&
      `${agent.id} has ${live.length} interactions and counts ${agent.liveCount}`
    )
  })

const waitingChats = (tx: CentreTransaction): WaitingChat[] =>
  tx.all('chat').filter((chat): chat is WaitingChat => chat.phase === 'waiting')

/** No chat waits while an agent is free who matches and has not refused it. RT12. */
const nobodyWaitsBesideAFreeAgent: Invariant = (tx, now) => {
  if (routingStop({ tx }) !== null) return null
  const free = freeAgents(tx)
  const { matching } = readRoster({ tx, now })
  return first(waitingChats(tx), (chat) => {
    const { refusedBy } = chat.place
    const isMatch = matching(chat.place)
    const agent = free.find((each) => isMatch(each) && !refusedBy.includes(each.id))
    return agent !== undefined && `${chat.callback} waits in a chat while ${agent.id} is free`
  })
}

/** Whoever refused a chat is asked again: an alarm is set as long as somebody has. RT7. */
const refusalsAreForgottenInTime: Invariant = (tx) =>
  first(waitingChats(tx), (chat) => {
    const isOwed = chat.place.refusedBy.length > 0
    const alarm = tx.get('alarm', alarmId('refusals', chat.callback))
    return isOwed !== (alarm !== undefined) && `${chat.callback}: refusals ${isOwed}, alarm ${!isOwed}`
  })

const isTold = (callback: Callback): boolean =>
  callback.state === 'QUEUED' && callback.wait.kind === 'announced'

/** Decision 6, while no queue has an estimate: each announcement has a free agent of its own … */
const announcementsHaveAgents: Invariant = (tx, now) => {
  if (routingStop({ tx }) !== null) return null
  if (tx.all('queue').some(({ ewt }) => ewt.model !== 'unavailable')) return null
  const free = freeAgents(tx)
  const { matching } = readRoster({ tx, now })
  const takenBy = new Map<string, Callback>()
  const seat = (callback: Callback, tried: Set<string>): boolean => {
    for (const agent of free) {
      if (tried.has(agent.id) || !matching(callback)(agent)) continue
      tried.add(agent.id)
      const other = takenBy.get(agent.id)
      if (other !== undefined && !seat(other, tried)) continue
      takenBy.set(agent.id, callback)
      return true
    }
    return false
  }
  const told = tx.find('callback', 'state', 'QUEUED').filter(isTold)
  return first(told, (callback) => !seat(callback, new Set()) && `${callback.id} is told of nobody`)
}

/** … and nobody stays untold while there are more free agents than customers who count on one. */
const freeAgentsAreAnnounced: Invariant = (tx, now) => {
  if (routingStop({ tx }) !== null) return null
  const free = freeAgents(tx)
  const { matching } = readRoster({ tx, now })
  const waiting = tx.all('callback').filter(({ state }) => state === 'QUEUED' || state === 'ROUTING')
  const claiming = waiting.filter(
    (callback) => isTold(callback) || (callback.state === 'ROUTING' && !callback.hasChat),
  ).length
  const chats = waitingChats(tx).length
  return first(waiting, (callback) => {
    if (callback.state !== 'QUEUED' || callback.wait.kind !== 'line') return false
    const those = free.filter(matching(callback)).length
    return those > claiming + chats && `${callback.id} is not told though ${those} agents are free`
  })
}

/** No agent has more chats than room, rings twice or while not ready, or is logged out and busy. RT9, AG6. */
const agentsKeepTheirCapacity: Invariant = (tx) =>
  first(tx.all('agent'), (agent) => {
    const live = liveOf(tx, agent)
    const ringing = live.filter(({ state }) => state === 'ringing')
    if (live.length > agent.capacity) return `${agent.id} has ${live.length} of ${agent.capacity} chats`
    if (ringing.length > 1) return `${agent.id} rings ${ringing.length} times`
    if (ringing.length > 0 && agent.state !== 'ready') return `${agent.id} rings and is ${agent.state}`
    return agent.state === 'logged-out' && live.length > 0 && `${agent.id} is logged out and busy`
  })

/** Each agent of a chat, and nobody else, has an interaction with it that goes on. */
const chatsAndInteractionsAgree: Invariant = (tx) =>
  first(tx.all('chat'), (chat) => {
    const live = tx
      .find('interaction', 'callback', chat.callback)
      .filter(({ state }) => state !== 'ended')
      .map(({ agent, state }) => `${agent} ${state}`)
      .sort()
    const expected = {
      waiting: [],
      ringing: chat.phase === 'ringing' ? [`${chat.agent} ringing`] : [],
      talking: chat.phase === 'talking' ? talkingParts(chat) : [],
      ended: [],
    }[chat.phase]
    if (chat.phase === 'talking' && chat.agents.length === 0) return `${chat.callback} talks with nobody`
    return live.join() !== expected.join() && `${chat.callback} is ${chat.phase} but has ${live.join()}`
  })

const talkingParts = ({ agents, invited }: TalkingChat): string[] =>
  [...agents.map((agent) => `${agent} active`), ...(invited === null ? [] : [`${invited} ringing`])].sort()

/** A chat is as far as its callback lets it be. CB6. */
const callbacksAndChatsAgree: Invariant = (tx) =>
  first(tx.all('callback'), (callback) => {
    const phase = tx.get('chat', callback.id)?.phase ?? 'none'
    const allowed: Record<Callback['state'], readonly string[]> = {
      SCHEDULED: ['none'],
      QUEUED: ['none'],
      PAUSED: ['none'],
      ROUTING: callback.state === 'ROUTING' && callback.hasChat ? ['waiting', 'ringing'] : ['none'],
      PROCESSING: ['waiting', 'ringing', 'talking'],
      COMPLETED: ['none', 'waiting', 'ringing', 'talking', 'ended'],
    }
    return (
      !allowed[callback.state].includes(phase) && `${callback.id} is ${callback.state}, its chat ${phase}`
    )
  })

/** Who is over stands in no line. */
const completedCallbacksStandInNoLine: Invariant = (tx) =>
  first(tx.all('queue'), ({ name }) => {
    const rows = tx.lanes('callback', 'line', name)
    const over = rows.flatMap((row) => [...row.walk()]).find(({ state }) => state === 'COMPLETED')
    return over !== undefined && `${over.id} is over and stands in ${name}`
  })

/** No slot of any service has more bookings than were ever allowed in it. */
const slotsKeepTheirLimit: Invariant = (tx) =>
  first(tx.all('callback'), (callback) => {
    if (bookingOfCallback(callback) === undefined) return false
    const { bucketMax, bucketMinutes } = callback.options
    const length = bucketMinutes * 60_000
    const slotOf = (each: Callback) => Math.floor(each.desiredAt / length)
    const those = tx
      .all('callback')
      .filter(
        (each) =>
          bookingOfCallback(each) !== undefined &&
          each.service === callback.service &&
          each.options.bucketMax === bucketMax &&
          each.options.bucketMinutes === bucketMinutes &&
          slotOf(each) === slotOf(callback),
      )
    return (
      those.length > bucketMax && `${those.length} of ${bucketMax} bookings in the slot of ${callback.id}`
    )
  })

/** Entries count from 1 to the last, and none is kept beside. CH5. */
const transcriptsHaveNoGaps: Invariant = (tx) => {
  const total = tx.all('chat').reduce((sum, { position }) => sum + position, 0)
  if (total !== tx.count('entry')) return `${tx.count('entry')} entries are kept, chats have ${total}`
  return first(tx.all('chat'), (chat) => {
    for (let index = 1; index <= chat.position; index += 1) {
      if (tx.get('entry', entryId(chat.callback, index)) === undefined) {
        return `${chat.callback} has no entry ${index}`
      }
    }
    return false
  })
}

/** No alarm is set for what is not there, or for what can no longer happen. */
const alarmsBelongToSomething: Invariant = (tx) =>
  first(
    tx.all('alarm'),
    ({ kind, subject }) => !alarmStands[kind](tx, subject) && `alarm ${kind} of ${subject}, for nothing`,
  )

/** Whether there is something for an alarm of this kind to do at its subject. */
const alarmStands: Readonly<Record<AlarmKind, (tx: CentreTransaction, subject: string) => boolean>> = {
  expiry: (tx, id) => tx.get('callback', id) !== undefined,
  execution: (tx, id) => tx.get('callback', id)?.state === 'SCHEDULED',
  deadline: (tx, id) => !['SCHEDULED', 'COMPLETED'].includes(tx.get('callback', id)?.state ?? 'COMPLETED'),
  client: (tx, id) => (tx.get('chat', id)?.phase ?? 'ended') !== 'ended',
  confirmation: (tx, id) => waitOf(tx, id) === 'announced',
  announcement: (tx, id) => waitOf(tx, id) === 'announced',
  snooze: (tx, id) => waitOf(tx, id) === 'snoozed',
  ring: (tx, id) => rings(tx.get('chat', id)),
  'wrap-up': (tx, id) => tx.get('agent', id)?.state === 'after-call-work',
  refusals: (tx, id) => tx.get('chat', id)?.phase === 'waiting',
  'day-end': (tx) => tx.count('daily') > 0,
  arrival: (tx, id) => tx.get('progress', id)?.isRunning === true,
  'customer-move': (tx, id) => tx.get('synthetic', id) !== undefined,
  'customer-leave': (tx, id) => tx.get('synthetic', id) !== undefined,
  'agent-answer': (tx, id) => rings(tx.get('chat', id)),
  'agent-line': (tx, id) => tx.get('talk', id) !== undefined,
  'agent-leave': (tx, id) => tx.get('talk', id) !== undefined,
  break: (tx, id) => tx.get('agent', id)?.auto?.breaks?.everySeconds !== undefined,
  target: isInLineForMore,
  poll: (tx, queue) => routingStop({ tx }) !== null || hasUntold(tx, queue),
}

const rings = (chat: Chat | undefined): boolean => chat !== undefined && ringingAt(chat) !== null

/** Waits, or is being offered, and has targets left that will be added. */
function isInLineForMore(tx: CentreTransaction, id: string): boolean {
  const chat = tx.get('chat', id)
  const callback = tx.get('callback', id)
  if (chat?.phase === 'waiting' || chat?.phase === 'ringing') {
    return nextStageAge(chat.place.target, chat.place.stage) !== null
  }
  if (callback === undefined || lineOfCallback(callback) === undefined) return false
  return nextStageAge(callback.target, callback.stage) !== null
}

function waitOf(tx: CentreTransaction, id: string) {
  const callback = tx.get('callback', id)
  return callback?.state === 'QUEUED' ? callback.wait.kind : undefined
}

/** Whatever is to end by itself has an alarm for that, not after its time. */
const whatEndsHasAnAlarm: Invariant = (tx) =>
  first(tx.all('callback'), (callback) => {
    const has = (kind: AlarmKind) => tx.get('alarm', alarmId(kind, callback.id)) !== undefined
    if (!has('expiry')) return `${callback.id} never ends`
    if (isInLineForMore(tx, callback.id) && !has('target'))
      return `${callback.id} waits for one target for ever`
    if (rings(tx.get('chat', callback.id)) && !has('ring')) return `${callback.id} rings for ever`
    if (callback.state === 'SCHEDULED' && !has('execution')) return `${callback.id} is scheduled for ever`
    const deadline = nextDeadline(callback)
    const lookedAt = tx.get('alarm', alarmId('deadline', callback.id))?.at ?? Infinity
    if (deadline !== null && lookedAt > deadline.at) return `${callback.id} outlives its ${deadline.reason}`
    const chat = tx.get('chat', callback.id)
    if (isWatched(callback) && chat !== undefined && chat.phase !== 'ended') {
      const isThere = chat.pushTo !== null && tx.get('presence', chat.pushTo) !== undefined
      if (isThere === has('client')) return `the client of ${callback.id}: pushed to and missed, ${isThere}`
    }
    if (callback.state !== 'QUEUED') return false
    const { kind } = callback.wait
    if (kind === 'announced' && has('confirmation') === has('announcement')) {
      return `${callback.id} is announced for ever`
    }
    return kind === 'snoozed' && !has('snooze') && `${callback.id} is snoozed for ever`
  })

/** Nobody is told of what is no more. NT7. */
const notificationsBelongToSomething: Invariant = (tx) =>
  first(tx.all('notification'), ({ id, callback, content }: Notification) => {
    const owner = tx.get('callback', callback)
    if (owner === undefined) return `notification ${id} for ${callback}, which is not there`
    const isStale = content.kind === 'agent-available' && owner.state === 'COMPLETED'
    return isStale && `${callback} is over and still to be told of an agent`
  })

/** Decision: no user is told of something twice, nor of something later first. */
const notificationsGrow: Invariant = (tx) => {
  const numbers = tx.all('notification').map(({ number }) => number)
  const counter = tx.get('counter', 'notification')?.value ?? 0
  if (new Set(numbers).size !== numbers.length) return 'two notifications have one number'
  return numbers.some((number) => number > counter) ? 'a notification has a number of the future' : null
}

/** Of a generator's customers each one is here, was served or was lost. */
const syntheticCustomersAreConserved: Invariant = (tx) =>
  first(tx.all('progress'), ({ id, arrived, served, lost }) => {
    const present = tx.find('synthetic', 'generator', id).length
    return (
      arrived !== present + served + lost &&
      `${id}: ${arrived} came, ${present} are here, ${served} had an agent, ${lost} had none`
    )
  })

/** A generator that runs expects a customer, and nobody plays who or what is not there. */
const whoActsByHimselfHasSomethingToDo: Invariant = (tx) =>
  first(tx.all('progress'), ({ id, isRunning }) => {
    const isExpected = tx.get('alarm', alarmId('arrival', id)) !== undefined
    return isRunning !== isExpected && `${id} runs ${isRunning}, customer expected ${isExpected}`
  }) ??
  first(
    tx.all('synthetic'),
    ({ callback }) => tx.get('callback', callback) === undefined && `${callback} is played and not there`,
  ) ??
  first(tx.all('talk'), ({ id }) => tx.get('interaction', id)?.state !== 'active' && `talk ${id} goes on`)

/** URS is asked in time for whoever will pass the threshold rule by time alone. RT15. */
const whoPassesIsToldAtTheNextPoll: Invariant = (tx, now) => {
  if (routingStop({ tx }) !== null) return null
  return first(tx.find('callback', 'state', 'QUEUED'), (callback) => {
    if (callback.state !== 'QUEUED' || callback.wait.kind !== 'line') return false
    const latest = now + seconds(callback.options.pollSecondsMax)
    const { prospect } = surveyCentre({ tx, now: latest }).outlook(callback)
    const askedAt = tx.get('alarm', alarmId('poll', callback.queue))?.at ?? Infinity
    return prospect !== null && askedAt > latest && `${callback.id} will pass, and URS is not asked by then`
  })
}

/** Every rule by its name, for the walk to check after each step. */
export const invariants: Readonly<Record<string, Invariant>> = {
  nobodyWaitsBesideAFreeAgent,
  refusalsAreForgottenInTime,
  announcementsHaveAgents,
  freeAgentsAreAnnounced,
  agentsKeepTheirCapacity,
  chatsAndInteractionsAgree,
  callbacksAndChatsAgree,
  completedCallbacksStandInNoLine,
  ...lineInvariants,
  ...lookupInvariants,
  ...admissionInvariants,
  agentsKnowWhatTheyAreBusyWith,
  slotsKeepTheirLimit,
  transcriptsHaveNoGaps,
  alarmsBelongToSomething,
  whatEndsHasAnAlarm,
  whoPassesIsToldAtTheNextPoll,
  notificationsBelongToSomething,
  notificationsGrow,
  syntheticCustomersAreConserved,
  whoActsByHimselfHasSomethingToDo,
  ...figuresInvariants,
}

/** What holds after every turn, whatever customers, agents and time have done. Each says what is wrong, or null. */
import { unavailability } from './agent.ts'
import type { Agent } from './agent.ts'
import { alarmId } from './alarm.ts'
import type { AlarmKind } from './alarm.ts'
import type { Callback } from './callback.ts'
import { nextDeadline } from './deadline.ts'
import { entryId } from './chat.ts'
import type { Notification } from './notification.ts'
import type { CentreTransaction } from './records.ts'
import { matches } from './target.ts'
import { byLine } from './virtual-queue.ts'
import type { LineKey } from './virtual-queue.ts'

type Invariant = (tx: CentreTransaction) => string | null

const first = <T>(items: readonly T[], wrong: (item: T) => string | false): string | null => {
  for (const item of items) {
    const message = wrong(item)
    if (message !== false) return message
  }
  return null
}

const freeAgents = (tx: CentreTransaction): Agent[] =>
  tx.all('agent').filter((agent) => {
    const live = tx.find('interaction', 'agent', agent.id).filter(({ state }) => state !== 'ended')
    return unavailability(agent, live) === null
  })

const nobodyWaitsBesideAFreeAgent: Invariant = (tx) => {
  const free = freeAgents(tx)
  return first(tx.find('chat', 'phase', 'waiting'), (chat) => {
    if (chat.phase !== 'waiting') return `${chat.callback} is found as waiting but is ${chat.phase}`
    const { target, refusedBy } = chat.place
    const agent = free.find((each) => matches(target, each) && !refusedBy.includes(each.id))
    return agent !== undefined && `${chat.callback} waits in a chat while ${agent.id} is free`
  })
}

const refusalsAreForgottenInTime: Invariant = (tx) =>
  first(tx.find('chat', 'phase', 'waiting'), (chat) => {
    const isOwed = chat.phase === 'waiting' && chat.place.refusedBy.length > 0
    const alarm = tx.get('alarm', alarmId('refusals', chat.callback))
    return isOwed !== (alarm !== undefined) && `${chat.callback}: refusals ${isOwed}, alarm ${!isOwed}`
  })

const isTold = (callback: Callback): boolean =>
  callback.state === 'QUEUED' && callback.wait.kind === 'announced'

/** Decision 6, while no queue has an estimate: each announcement has a free agent of its own … */
const announcementsHaveAgents: Invariant = (tx) => {
  if (tx.all('queue').some(({ ewt }) => ewt.model !== 'unavailable')) return null
  const free = freeAgents(tx)
  const takenBy = new Map<string, Callback>()
  const seat = (callback: Callback, tried: Set<string>): boolean => {
    for (const agent of free) {
      if (tried.has(agent.id) || !matches(callback.target, agent)) continue
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
const freeAgentsAreAnnounced: Invariant = (tx) => {
  const free = freeAgents(tx)
  const waiting = tx.all('callback').filter(({ state }) => state === 'QUEUED' || state === 'ROUTING')
  const claiming = waiting.filter(
    (callback) => isTold(callback) || (callback.state === 'ROUTING' && !callback.hasChat),
  ).length
  const chats = tx.find('chat', 'phase', 'waiting').length
  return first(waiting, (callback) => {
    if (callback.state !== 'QUEUED' || callback.wait.kind !== 'line') return false
    const those = free.filter((agent) => matches(callback.target, agent)).length
    return those > claiming + chats && `${callback.id} is not told though ${those} agents are free`
  })
}

const agentsKeepTheirCapacity: Invariant = (tx) =>
  first(tx.all('agent'), (agent) => {
    const live = tx.find('interaction', 'agent', agent.id).filter(({ state }) => state !== 'ended')
    const ringing = live.filter(({ state }) => state === 'ringing')
    if (live.length > agent.capacity) return `${agent.id} has ${live.length} of ${agent.capacity} chats`
    if (ringing.length > 1) return `${agent.id} rings ${ringing.length} times`
    if (ringing.length > 0 && agent.state !== 'ready') return `${agent.id} rings and is ${agent.state}`
    return agent.state === 'logged-out' && live.length > 0 && `${agent.id} is logged out and busy`
  })

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
      talking: chat.phase === 'talking' ? chat.agents.map((agent) => `${agent} active`).sort() : [],
      ended: [],
    }[chat.phase]
    if (chat.phase === 'talking' && chat.agents.length === 0) return `${chat.callback} talks with nobody`
    return live.join() !== expected.join() && `${chat.callback} is ${chat.phase} but has ${live.join()}`
  })

const callbacksAndChatsAgree: Invariant = (tx) =>
  first(tx.all('callback'), (callback) => {
    const phase = tx.get('chat', callback.id)?.phase ?? 'none'
    const allowed: Record<Callback['state'], readonly string[]> = {
      QUEUED: ['none'],
      ROUTING: callback.state === 'ROUTING' && callback.hasChat ? ['waiting', 'ringing'] : ['none'],
      PROCESSING: ['waiting', 'ringing', 'talking'],
      COMPLETED: ['none', 'waiting', 'ringing', 'talking', 'ended'],
    }
    return (
      !allowed[callback.state].includes(phase) && `${callback.id} is ${callback.state}, its chat ${phase}`
    )
  })

const completedCallbacksStandInNoLine: Invariant = (tx) =>
  first(tx.all('queue'), ({ name }) => {
    const over = tx.find('callback', 'line', name).find(({ state }) => state === 'COMPLETED')
    return over !== undefined && `${over.id} is over and stands in ${name}`
  })

const linesHaveOneOrder: Invariant = (tx) =>
  first(tx.all('queue'), ({ name }) => {
    const keys = tx
      .find('callback', 'line', name)
      .map((callback): LineKey => ({ rank: 2, ...callback }))
      .sort(byLine)
    const doubled = keys.findIndex((key, index) => {
      const next = keys[index + 1]
      return next !== undefined && byLine(key, next) >= 0
    })
    return doubled !== -1 && `${name} has two customers at one place`
  })

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

const alarmsBelongToSomething: Invariant = (tx) =>
  first(
    tx.all('alarm'),
    ({ kind, subject }) => !alarmStands[kind](tx, subject) && `alarm ${kind} of ${subject}, for nothing`,
  )

/** Whether there is something for an alarm of this kind to do at its subject. */
const alarmStands: Readonly<Record<AlarmKind, (tx: CentreTransaction, subject: string) => boolean>> = {
  expiry: (tx, id) => tx.get('callback', id) !== undefined,
  deadline: (tx, id) => (tx.get('callback', id)?.state ?? 'COMPLETED') !== 'COMPLETED',
  client: (tx, id) => (tx.get('chat', id)?.phase ?? 'ended') !== 'ended',
  confirmation: (tx, id) => waitOf(tx, id) === 'announced',
  announcement: (tx, id) => waitOf(tx, id) === 'announced',
  snooze: (tx, id) => waitOf(tx, id) === 'snoozed',
  ring: (tx, id) => tx.get('chat', id)?.phase === 'ringing',
  refusals: (tx, id) => tx.get('chat', id)?.phase === 'waiting',
  arrival: (tx, id) => tx.get('progress', id)?.isRunning === true,
  'customer-move': (tx, id) => tx.get('synthetic', id) !== undefined,
  'customer-leave': (tx, id) => tx.get('synthetic', id) !== undefined,
  'agent-answer': (tx, id) => tx.get('chat', id)?.phase === 'ringing',
  'agent-line': (tx, id) => tx.get('talk', id) !== undefined,
  'agent-leave': (tx, id) => tx.get('talk', id) !== undefined,
  break: (tx, id) => tx.get('agent', id)?.auto?.breaks?.everySeconds !== undefined,
}

function waitOf(tx: CentreTransaction, id: string) {
  const callback = tx.get('callback', id)
  return callback?.state === 'QUEUED' ? callback.wait.kind : undefined
}

const whatEndsHasAnAlarm: Invariant = (tx) =>
  first(tx.all('callback'), (callback) => {
    const has = (kind: AlarmKind) => tx.get('alarm', alarmId(kind, callback.id)) !== undefined
    if (!has('expiry')) return `${callback.id} never ends`
    if (tx.get('chat', callback.id)?.phase === 'ringing' && !has('ring'))
      return `${callback.id} rings for ever`
    const deadline = nextDeadline(callback)
    const lookedAt = tx.get('alarm', alarmId('deadline', callback.id))?.at ?? Infinity
    if (deadline !== null && lookedAt > deadline.at) return `${callback.id} outlives its ${deadline.reason}`
    const chat = tx.get('chat', callback.id)
    const isWatched = callback.options.clientTimeoutSeconds > 0 && !callback.isSynthetic
    if (isWatched && chat !== undefined && chat.phase !== 'ended') {
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

const syntheticCustomersAreConserved: Invariant = (tx) =>
  first(tx.all('progress'), ({ id, arrived, served, lost }) => {
    const present = tx.find('synthetic', 'generator', id).length
    return (
      arrived !== present + served + lost &&
      `${id}: ${arrived} came, ${present} are here, ${served} had an agent, ${lost} had none`
    )
  })

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
  linesHaveOneOrder,
  transcriptsHaveNoGaps,
  alarmsBelongToSomething,
  whatEndsHasAnAlarm,
  notificationsBelongToSomething,
  notificationsGrow,
  syntheticCustomersAreConserved,
  whoActsByHimselfHasSomethingToDo,
}

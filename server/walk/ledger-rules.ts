/** What is kept is what the events say. Each says what is wrong, or null. */
import { isDeepStrictEqual } from 'node:util'
import { ringingAt } from '../contact-center/chat.ts'
import { first } from '../contact-center/invariant.ts'
import type { CentreTransaction } from '../contact-center/records.ts'
import type { Millis } from '../runtime/clock.ts'
import { countWaiting } from './ledger.ts'
import type { Journey, JourneyState, Ledger } from './ledger.ts'

export type LedgerRule = (tx: CentreTransaction, now: Millis, ledger: Ledger) => string | null

/** Every customer who was started waits, talks, is over or is forgotten, and nobody else is there. */
const customersAreConserved: LedgerRule = (tx, _now, { journeys }) => {
  const count = (state: JourneyState) =>
    [...journeys.values()].filter((journey) => journey.state === state).length
  const kept = tx.count('callback')
  const forgotten = count('FORGOTTEN')
  if (journeys.size !== kept + forgotten) {
    return `${journeys.size} were started, ${kept} are kept and ${forgotten} forgotten`
  }
  const states = ['ROUTING', 'PROCESSING', 'COMPLETED'] as const
  return first(states, (state) => {
    const found = tx.find('callback', 'state', state).length
    return found !== count(state) && `${found} are ${state}; events say ${count(state)}`
  })
}

/** The state of each callback, whom it rings at and whom it talks with are what its events have made of it. */
const recordsAreWhatEventsSay: LedgerRule = (tx, _now, { journeys }) =>
  first(tx.all('callback'), ({ id, state }) => {
    const journey = journeys.get(id)
    if (journey === undefined) return `no event tells of ${id}`
    const isMoved = journey.state === 'MOVED' && ['SCHEDULED', 'QUEUED', 'PAUSED'].includes(state)
    if (journey.state !== state && !isMoved) return `${id} is ${state}; events say ${journey.state}`
    const chat = tx.get('chat', id)
    const rings = chat === undefined ? null : ringingAt(chat)
    if (rings !== journey.ringsAt) return `${id} rings at ${rings}; events say ${journey.ringsAt}`
    const talks = chat?.phase === 'talking' ? chat.agents : []
    return !isSame(talks, journey) && `${id} talks with ${talks.join()}; events say others`
  })

const isSame = (agents: readonly string[], { talksWith }: Journey): boolean =>
  agents.length === talksWith.size && [...talksWith].every((agent) => agents.includes(agent))

/**
 * Little's law without the division: how many waited, added up over time, is how long each has waited, added up over
 * everybody; those who still wait by what is kept of them.
 */
const waitsAddUp: LedgerRule = (tx, now, ledger) => {
  const area = ledger.waitingMillis + countWaiting(ledger) * (now - ledger.last.at)
  let waits = ledger.waitedMillis
  for (const [id, { waitsSince }] of ledger.journeys) {
    if (waitsSince !== null) waits += now - (tx.get('callback', id)?.queuedAt ?? NaN)
  }
  return waits === area ? null : `${waits} ms were waited, by the number of waiting ${area} ms`
}

/** In a line chats that had an agent or an offer come first, then other chats. QU1, CH15. */
const chatsAreRankedByWhatTheyHad: LedgerRule = (tx, _now, { journeys }) =>
  first(tx.all('chat'), (chat) => {
    if (chat.phase !== 'waiting') return false
    const { rank } = chat.place
    const wasOffered = journeys.get(chat.callback)?.wasOffered === true
    return rank !== (wasOffered ? 0 : 1) && `${chat.callback} has rank ${rank}, offered before: ${wasOffered}`
  })

/** ST11: statistics, and what estimates are made from, follow from the events alone. */
const figuresAreWhatEventsSay: LedgerRule = (tx, _now, { figures: { queues, agents } }) => {
  const kept = [...tx.all('queueFigures'), ...tx.all('agentFigures')]
  if (kept.length !== queues.size + agents.size) {
    return `${kept.length} figures are kept; events make ${queues.size + agents.size}`
  }
  return first(kept, (figures) => {
    const counted = 'queue' in figures ? queues.get(figures.queue) : agents.get(figures.agent)
    const name = 'queue' in figures ? figures.queue : figures.agent
    return !isDeepStrictEqual(figures, counted) && `the figures of ${name} are not what events make them`
  })
}

export const ledgerRules: Readonly<Record<string, LedgerRule>> = {
  customersAreConserved,
  recordsAreWhatEventsSay,
  waitsAddUp,
  chatsAreRankedByWhatTheyHad,
  figuresAreWhatEventsSay,
}

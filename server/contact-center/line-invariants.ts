/** What holds of lines after every turn: each is said once more, by looking at everybody. */
import type { Agent } from './agent.ts'
import { lineOfCallback, tierOfCallback } from './callback.ts'
import { claimAgents } from './claims.ts'
import { first } from './invariant.ts'
import type { Invariant } from './invariant.ts'
import { longestWait, placeOfCallback, positionOf, waitedBy } from './line.ts'
import type { Place } from './line.ts'
import type { CentreTransaction } from './records.ts'
import { readRoster } from './roster.ts'
import { byLine } from './standing.ts'

/** Everybody who waits, of all queues. */
function allPlaces(tx: CentreTransaction): Place[] {
  const alone = tx.all('callback').filter((callback) => lineOfCallback(callback) !== undefined)
  const chatting = tx.all('chat').flatMap((chat): Place[] => {
    const callback = tx.get('callback', chat.callback)
    return callback === undefined || chat.phase !== 'waiting' ? [] : [{ ...chat.place, callback, chat }]
  })
  return [...alone.map(placeOfCallback), ...chatting]
}

/** The position counted from rows is the index in the sorted line. QU1. */
const positionsAreThoseOfTheSortedLine: Invariant = (tx, now) => {
  const places = allPlaces(tx)
  return first(places, (place) => {
    const line = places.filter(({ queue }) => queue === place.queue).sort((a, b) => byLine(a, b, now))
    const index = line.findIndex(({ callback }) => callback.id === place.callback.id)
    const position = positionOf({ tx, now }, place)
    return position !== index + 1 && `${place.callback.id} is at ${index + 1}, not ${position}`
  })
}

/** Who counts on whom, found from the heads of lanes, is what the whole of all lines gives. RT1, RT3, RT4. */
const claimsAreThoseOfAllLines: Invariant = (tx, now) => {
  const roster = readRoster({ tx, now })
  const claims = claimAgents({ tx, now }, roster)
  const free = tx.all('agent').filter((agent) => agent.state === 'ready' && !agent.isRinging)
  const left = new Set(free.filter((agent) => agent.liveCount < agent.capacity).sort(byIdleTime))
  const waiting = allPlaces(tx).filter(({ callback, chat }) => chat !== null || tierOfCallback(callback))
  const inOrder = waiting.sort((a, b) => promise(a) - promise(b) || byLine(a, b, now))
  return first(inOrder, (place) => {
    const agent = [...left].find(roster.matching(place))
    if (agent !== undefined) left.delete(agent)
    const claimed = claims.get(place.callback.id)
    return claimed !== agent?.id && `${place.callback.id} counts on ${claimed}, not on ${agent?.id}`
  })
}

const byIdleTime = (a: Agent, b: Agent): number => a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1)

/** 0: confirmed, or in a chat; 1: told of an agent; 2: neither. */
function promise({ callback, chat }: Pick<Place, 'callback' | 'chat'>): 0 | 1 | 2 {
  if (chat !== null) return 0
  const tier = tierOfCallback(callback)
  return tier === 'confirmed' ? 0 : tier === 'told' ? 1 : 2
}

/** The longest wait, found from the heads of rows, is that of the one who has waited longest. QU9. */
const longestWaitsAreThoseOfAllLines: Invariant = (tx, now) => {
  const places = allPlaces(tx)
  return first([...new Set(places.map(({ queue }) => queue))], (queue) => {
    const waits = places.filter((place) => place.queue === queue).map((place) => waitedBy({ tx, now }, place))
    const longest = longestWait({ tx, now }, queue)
    return longest !== Math.max(...waits) && `${queue} says ${longest} ms, not ${Math.max(...waits)}`
  })
}

export const lineInvariants = {
  positionsAreThoseOfTheSortedLine,
  claimsAreThoseOfAllLines,
  longestWaitsAreThoseOfAllLines,
}

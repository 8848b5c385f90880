import { createHeap } from '../runtime/heap.ts'
import type { Lane } from '../storage/port.ts'
import { standingOf } from './callback.ts'
import { placeOfChat } from './chat.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import type { Matcher } from './matching.ts'
import type { Roster } from './roster.ts'
import { byLine } from './standing.ts'
import type { Standing } from './standing.ts'
import type { Moment } from './turn.ts'

/** The free agent that somebody counts on, by callback. */
export type Claims = ReadonlyMap<CallbackId, AgentId>

/** A lane on the way through it. */
interface Walker {
  readonly isMatch: Matcher
  readonly seats: Seats
  readonly next: () => Walker | undefined
  readonly id: CallbackId
  readonly standing: Standing
}

/** How far the free agents have been looked through for one target. */
interface Seats {
  index: number
}

/**
 * Who counts on which free agent: first whoever has confirmed or waits in a chat, then who has been told, then
 * everybody else who may be; each time in the order of the line, over all queues, and each the longest idle agent who
 * matches and is not taken. Who asked to wait counts on nobody. It looks at no more customers than agents are free,
 * and at the first of each lane. RT1, RT3, RT4.
 */
export function claimAgents(turn: Moment, roster: Roster): Claims {
  const claims = new Map<CallbackId, AgentId>()
  if (roster.freeCount === 0) return claims
  const taken = new Set<AgentId>()
  const seatsOf = new Map<Matcher, Seats>()

  function begin<T>(lane: Lane<T>, look: (record: T) => { id: CallbackId; standing: Standing }): Walker[] {
    const head = lane.first()
    if (head === undefined) return []
    const isMatch = roster.matching(look(head).standing)
    let seats = seatsOf.get(isMatch)
    if (seats === undefined) seatsOf.set(isMatch, (seats = { index: 0 }))
    const rest = lane.walk()[Symbol.iterator]()
    const known = seats
    const next = (): Walker | undefined => {
      const item = rest.next()
      return item.done === true ? undefined : { isMatch, seats: known, next, ...look(item.value) }
    }
    const first = next()
    return first === undefined ? [] : [first]
  }

  const callbacks = (tier: string): Walker[] =>
    turn.tx
      .lanes('callback', 'tier', tier)
      .flatMap((lane) => begin(lane, (callback) => ({ id: callback.id, standing: standingOf(callback) })))
  const chats = (): Walker[] =>
    turn.tx
      .lanes('chat', 'phase', 'waiting')
      .flatMap((lane) => begin(lane, (chat) => ({ id: chat.callback, standing: placeOfChat(chat) })))

  /** The first agent who is left for the target; those before him are not asked again. */
  function take({ isMatch, seats }: Walker): AgentId | undefined {
    for (;;) {
      const agent = roster.freeAt(seats.index)
      if (agent === undefined) return undefined
      seats.index += 1
      if (!taken.has(agent.id) && isMatch(agent)) return agent.id
    }
  }

  function serve(walkers: readonly Walker[]) {
    const heap = createHeap<Walker>((a, b) => byLine(a.standing, b.standing, turn.now) < 0)
    for (const walker of walkers) heap.add(walker)
    while (taken.size < roster.freeCount) {
      const walker = heap.takeFirst()
      if (walker === undefined) return
      const agent = take(walker)
      // Nobody is left for him, and so for nobody else of his lane.
      if (agent === undefined) continue
      taken.add(agent)
      claims.set(walker.id, agent)
      const next = walker.next()
      if (next !== undefined) heap.add(next)
    }
  }

  serve([...chats(), ...callbacks('confirmed')])
  serve(callbacks('told'))
  serve(callbacks('untold'))
  return claims
}

import type { Millis } from '../runtime/clock.ts'
import type { Lane } from '../storage/port.ts'
import { ageOf, lineOfCallback, standingOf } from './callback.ts'
import type { Callback } from './callback.ts'
import { placeOfChat, standsWhereItCame } from './chat.ts'
import type { Chat, WaitingChat } from './chat.ts'
import { priorityAt } from './priority.ts'
import type { Priority } from './priority.ts'
import { byAge, byLine, rankOfCallbacks } from './standing.ts'
import type { Age, Standing } from './standing.ts'
import type { Moment } from './turn.ts'

/** Somebody in line: a callback, or a chat that waits for an agent. */
export interface Place extends Standing {
  readonly callback: Callback
  readonly chat: WaitingChat | null
}

/** Everybody who waits in a queue, first to last: the index is the position, less one. For showing all of it. */
export function readLine(turn: Moment, queue: string): Place[] {
  const callbacks = turn.tx.lanes('callback', 'line', queue).flatMap((row) => [...row.walk()])
  const chats = turn.tx.lanes('chat', 'line', queue).flatMap((row) => [...row.walk()])
  const places = [...callbacks.map(placeOfCallback), ...chats.flatMap((chat) => placeOf(turn, chat))]
  return places.sort((a, b) => byLine(a, b, turn.now))
}

/** The first few of a queue, first to last: the first few of all are among the first few of each row. */
export function readFront(turn: Moment, queue: string, max: number): Place[] {
  const callbacks = turn.tx.lanes('callback', 'line', queue).flatMap((row) => take(row.walk(), max))
  const chats = turn.tx.lanes('chat', 'line', queue).flatMap((row) => take(row.walk(), max))
  const places = [...callbacks.map(placeOfCallback), ...chats.flatMap((chat) => placeOf(turn, chat))]
  return places.sort((a, b) => byLine(a, b, turn.now)).slice(0, max)
}

function take<T>(items: Iterable<T>, max: number): T[] {
  const taken: T[] = []
  for (const item of items) {
    if (taken.length >= max) break
    taken.push(item)
  }
  return taken
}

/** How many wait in a queue. */
export function countLine(turn: Moment, queue: string): number {
  const rows = [...turn.tx.lanes('callback', 'line', queue), ...turn.tx.lanes('chat', 'line', queue)]
  return rows.reduce((sum, row) => sum + row.size(), 0)
}

/** The first in a queue's line: the heads of its rows are enough to tell. */
export function firstInLine(turn: Moment, queue: string): Place | undefined {
  const callbacks = turn.tx.lanes('callback', 'line', queue).flatMap((row) => row.first() ?? [])
  const chats = turn.tx.lanes('chat', 'line', queue).flatMap((row) => row.first() ?? [])
  const heads = [...callbacks.map(placeOfCallback), ...chats.flatMap((chat) => placeOf(turn, chat))]
  return heads.sort((a, b) => byLine(a, b, turn.now))[0]
}

/** How long somebody has waited in the line where he stands now. */
export const waitedBy = (turn: Moment, { callback, chat }: Pick<Place, 'callback' | 'chat'>): Millis =>
  turn.now - (chat?.place.enteredAt ?? callback.queuedAt)

/** How long the one who has waited longest in a queue's line has waited; 0 when nobody waits. */
export function longestWait(turn: Moment, queue: string): Millis {
  const { tx, now } = turn
  // Who stands where he came has waited longer than all behind him who do so too; the others are looked at one by one.
  const since = [
    ...tx.lanes('callback', 'line', queue).flatMap((row) => firstOf(row.walk(), (each) => !each.moved)),
    ...tx.find('callback', 'moved', queue),
  ].map(({ queuedAt }) => queuedAt)
  const chats = [
    ...tx
      .lanes('chat', 'line', queue)
      .flatMap((row) => firstOf(row.walk(), (chat) => standsWhereItCame(placeOfChat(chat)))),
    ...tx.find('chat', 'moved', queue),
  ]
  for (const chat of chats) since.push(placeOfChat(chat).enteredAt)
  return now - since.reduce((earliest, each) => Math.min(earliest, each), now)
}

function firstOf<T>(items: Iterable<T>, isMeant: (item: T) => boolean): T[] {
  for (const item of items) if (isMeant(item)) return [item]
  return []
}

/** Where the callback, or its chat, stands in line; undefined when it stands in none. */
export function readPlace(turn: Moment, callback: Callback): Place | undefined {
  if (lineOfCallback(callback) !== undefined) return placeOfCallback(callback)
  const chat = turn.tx.get('chat', callback.id)
  return chat?.phase === 'waiting' ? { callback, chat, ...chat.place } : undefined
}

/** The place that a callback has by itself. */
export const placeOfCallback = (callback: Callback): Place => ({
  callback,
  chat: null,
  ...standingOf(callback),
})

function placeOf(turn: Moment, chat: Chat): Place[] {
  const callback = turn.tx.get('callback', chat.callback)
  if (callback === undefined) throw new Error(`chat without callback: ${chat.callback}`)
  return chat.phase === 'waiting' ? [{ callback, chat, ...chat.place }] : []
}

/**
 * The position of this standing in its queue, from 1: one more than those ahead of it in each row. Rows keep their
 * order for ever, so those ahead are the first few of each.
 */
export function positionOf(turn: Moment, standing: Standing): number {
  const { queue, rank } = standing
  let ahead = 0
  for (const row of turn.tx.lanes('chat', 'line', queue)) {
    const head = row.first()
    if (head === undefined) continue
    const place = placeOfChat(head)
    if (place.rank < rank) ahead += row.size()
    else if (place.rank === rank) ahead += countAhead(turn, row, place.priority, standing, placeOfChat)
  }
  if (rank < rankOfCallbacks) return 1 + ahead
  for (const row of turn.tx.lanes('callback', 'line', queue)) {
    const head = row.first()
    if (head !== undefined) ahead += countAhead(turn, row, head.priority, standing, ageOf)
  }
  return 1 + ahead
}

/** How many of a row, of the same rank, are ahead. */
function countAhead<T>(
  { now }: Moment,
  row: Lane<T>,
  priority: Priority,
  standing: Standing,
  look: (record: T) => Age,
): number {
  const own = priorityAt(standing.priority, now - standing.queuedAt)
  return row.countWhile((record) => {
    const other = look(record)
    const difference = priorityAt(priority, now - other.queuedAt) - own
    return difference > 0 || (difference === 0 && byAge(other, standing) < 0)
  })
}

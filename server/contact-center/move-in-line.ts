import { moveCallbackInLine } from './callback.ts'
import { standInLine } from './chat.ts'
import type { CallbackId } from './contact-center.ts'
import { readLine } from './line.ts'
import type { Place } from './line.ts'
import { priorityAt } from './priority.ts'
import type { Priority } from './priority.ts'
import { refuseFaults, Refused } from './refusal.ts'
import type { Age } from './standing.ts'
import type { Turn } from './turn.ts'

/** The priorities that a customer can be given: those of `_urs_vq_priority`. */
export const priorityLimits = { min: -1_000_000, max: 1_000_000 } as const

/**
 * Puts a customer at another position of the line: he stands from then on as if he had come just before the one who
 * stands there, or just after when he is moved back, and with that one's priority. Positions of another rank are not
 * to be had. QU13. Refused: `entry-not-found`, `setting-invalid`.
 */
export function moveInLine(turn: Turn, queue: string, id: CallbackId, position: number) {
  const line = readLine(turn, queue)
  const { own, from } = requireEntry(line, queue, id)
  const first = line.findIndex(({ rank }) => rank === own.rank) + 1
  const last = line.findLastIndex(({ rank }) => rank === own.rank) + 1
  if (!Number.isInteger(position) || position < first || position > last) {
    const range = first === last ? `only position ${first}` : `positions ${first} to ${last}`
    const message = `Customers like this one can have ${range}.`
    refuseFaults([{ field: 'position', message }], 'QU13', { position, min: first, max: last })
  }
  if (position === from) return
  const rest = line.toSpliced(from - 1, 1)
  const index = position - 1
  const isForward = position < from
  const model = rest[isForward ? index : index - 1]
  const other = rest[isForward ? index - 1 : index]
  if (model === undefined) throw new Error(`position ${position} of ${queue} is nobody's`)
  const bound = other !== undefined && isAlike(turn, other, model) ? other.ordinal : null
  const ordinal = isForward ? between(own, bound, model.ordinal) : between(own, model.ordinal, bound)
  if (ordinal === null) dealAnew(turn, rest.toSpliced(index, 0, own), own, model)
  else stand(turn, own, model.priority, { queuedAt: model.queuedAt, ordinal })
  turn.append({ type: 'callback-moved', callback: id, queue, from, position })
}

/** Gives a customer in line the priority that counts now; it grows on as it did. QU14. Refused: as `moveInLine`. */
export function prioritise(turn: Turn, queue: string, id: CallbackId, priority: number) {
  const { own } = requireEntry(readLine(turn, queue), queue, id)
  const { min, max } = priorityLimits
  if (!Number.isInteger(priority) || priority < min || priority > max) {
    const message = `A priority is a whole number from ${min} to ${max}.`
    refuseFaults([{ field: 'priority', message }], 'QU14', { priority, min, max })
  }
  const grown = priorityAt({ ...own.priority, base: 0 }, turn.now - own.queuedAt)
  const age = { queuedAt: own.queuedAt, ordinal: own.ordinal }
  stand(turn, own, { ...own.priority, base: priority - grown }, age)
  turn.append({ type: 'priority-changed', callback: id, queue, priority })
}

/** The customer in this line, and his position. Refused: `entry-not-found`. */
export function requireEntry(line: readonly Place[], queue: string, id: CallbackId) {
  const index = line.findIndex(({ callback }) => callback.id === id)
  const own = line[index]
  if (own === undefined) throw new Refused('entry-not-found', id, [], { callback: id, queue })
  return { own, from: index + 1 }
}

/** Whether nothing but the order of coming decides between the two now. */
const isAlike = ({ now }: Turn, a: Place, b: Place): boolean =>
  a.rank === b.rank &&
  a.queuedAt === b.queuedAt &&
  priorityAt(a.priority, now - a.queuedAt) === priorityAt(b.priority, now - b.queuedAt)

/** A number strictly between the two that is nobody else's; without one of them, up to the next whole number. Null: there is none. */
function between(own: Place, lower: number | null, upper: number | null): number | null {
  const from = lower ?? Math.ceil(upper ?? 0) - 1
  const to = upper ?? Math.floor(from) + 1
  const number = from + (to - from) * shareOf(own)
  return number > from && number < to ? number : null
}

/**
 * A number from 0.25 to 0.75 of the customer's own, by the golden ratio: two who were put between the same neighbours
 * at different times must never stand level, whatever their priorities become.
 */
const shareOf = ({ callback }: Place): number => 0.25 + ((callback.ordinal * 0.618_033_988_75) % 1) / 2

/** No number was left between two of those who came at one time: all of them get new ones, in the order of the line. */
function dealAnew(turn: Turn, line: readonly Place[], own: Place, model: Place) {
  const group = line.filter((place) => place === own || isAlike(turn, place, model))
  const last = Math.max(...group.filter((place) => place !== own).map(({ ordinal }) => ordinal))
  for (const [index, place] of group.entries()) {
    const age = { queuedAt: model.queuedAt, ordinal: last - (group.length - 1 - index) - shareOf(place) }
    stand(turn, place, place === own ? model.priority : place.priority, age)
  }
}

function stand(turn: Turn, { callback, chat }: Place, priority: Priority, age: Age) {
  if (chat === null) {
    const isWhereItCame = age.queuedAt === callback.queuedAt && age.ordinal === callback.ordinal
    turn.tx.put('callback', moveCallbackInLine(callback, priority, isWhereItCame ? null : age))
  } else turn.tx.put('chat', { ...chat, place: standInLine({ ...chat.place, priority, ...age }) })
}

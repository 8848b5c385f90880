import type { QueueJson } from '../../server/tester/contract.ts'
import type { QueueEntry } from './positions.ts'

/** What a key pressed on a row asks for. */
export type RowWish =
  | { kind: 'go'; index: number }
  | { kind: 'move'; position: number }
  | { kind: 'remove' }
  | { kind: 'prioritise' }
  | { kind: 'why' }

interface Press {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/** What a key means on the row at this index of so many; null: nothing. `p` counts only where letters are keys. */
export function wishOf(press: Press, index: number, count: number, areLetterKeysOn: boolean): RowWish | null {
  const { key, altKey } = press
  if (press.ctrlKey || press.metaKey) return null
  if (altKey) {
    // Positions count from 1.
    if (key === 'ArrowUp' && index > 0) return { kind: 'move', position: index }
    if (key === 'ArrowDown' && index < count - 1) return { kind: 'move', position: index + 2 }
    return null
  }
  switch (key) {
    case 'ArrowUp':
      return { kind: 'go', index: Math.max(0, index - 1) }
    case 'ArrowDown':
      return { kind: 'go', index: Math.min(count - 1, index + 1) }
    case 'Home':
      return { kind: 'go', index: 0 }
    case 'End':
      return { kind: 'go', index: count - 1 }
    case 'Delete':
      return { kind: 'remove' }
    case 'Enter':
      return { kind: 'why' }
    case 'p':
      return areLetterKeysOn ? { kind: 'prioritise' } : null
    default:
      return null
  }
}

/** The queues as they will be once somebody has been moved: what the reader sees until the tester has answered. */
export function movedEntries(
  queues: readonly QueueJson[],
  queue: string,
  serviceId: string,
  position: number,
): QueueJson[] {
  return queues.map((each) => {
    if (each.name !== queue) return each
    const moved = each.entries.find((entry) => entry.serviceId === serviceId)
    if (moved === undefined) return each
    const others = each.entries.filter((entry) => entry !== moved)
    const entries: QueueEntry[] = others.toSpliced(position - 1, 0, moved)
    return { ...each, entries: entries.map((entry, index) => ({ ...entry, position: index + 1 })) }
  })
}

/** On which side of the row that somebody is dragged over he will stand: he takes its position. Null: nothing moves. */
export function dropSideOf(
  dragged: Pick<QueueEntry, 'position'> | undefined,
  onto: Pick<QueueEntry, 'position'>,
): 'above' | 'below' | null {
  if (!dragged || dragged.position === onto.position) return null
  return dragged.position > onto.position ? 'above' : 'below'
}

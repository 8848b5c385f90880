import type { EwtSetting } from './queue.ts'

/** A virtual queue. Who stands in it is told by the callbacks and chats; only what lasts is kept here. */
export interface VirtualQueue {
  readonly name: string
  readonly ewt: EwtSetting
  /** How long the last chats took, oldest first. */
  readonly handledSeconds: readonly number[]
}

/** A queue in which no chat has ended yet; its estimate is computed. */
export function newQueue(name: string): VirtualQueue {
  return { name, ewt: { model: 'computed' }, handledSeconds: [] }
}

/** One more chat is over; only the last `max` handle times are kept. */
export function rememberHandled(queue: VirtualQueue, seconds: number, max: number): VirtualQueue {
  return { ...queue, handledSeconds: [...queue.handledSeconds, seconds].slice(-max) }
}

/** What decides a place in line. */
export interface LineKey {
  /** 0: a chat that had an agent or an offer before; 1: a chat; 2: everybody else. */
  readonly rank: 0 | 1 | 2
  readonly priority: number
  readonly queuedAt: number
  readonly ordinal: number
}

/** The order of every line: rank, then higher priority, then longer in line, then first come. */
export function byLine(a: LineKey, b: LineKey): number {
  return a.rank - b.rank || b.priority - a.priority || a.queuedAt - b.queuedAt || a.ordinal - b.ordinal
}

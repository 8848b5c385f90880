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

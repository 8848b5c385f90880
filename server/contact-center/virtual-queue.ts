import type { EwtSetting } from './queue.ts'

/** A virtual queue. Who stands in it is told by the callbacks and chats; only what lasts is kept here. */
export interface VirtualQueue {
  readonly name: string
  readonly ewt: EwtSetting
}

/** A queue of which nothing has been said has the estimate that `bench/estimates` found to err least. */
export const newQueue = (name: string): VirtualQueue => ({
  name,
  ewt: { model: 'queue-length-abandonment' },
})

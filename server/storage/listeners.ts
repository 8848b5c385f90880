/** Some events, and the listeners who were there when they were committed. */
export interface Announcement<E> {
  readonly events: readonly E[]
  readonly to: readonly Subscription<E>[]
}

interface Subscription<E> {
  readonly listener: (event: E) => void
  isActive: boolean
}

export interface Listeners<E> {
  subscribe(listener: (event: E) => void): () => void
  /** Notes who must hear of these events, and has them told only when `announce` is called with the result. */
  prepare(events: readonly E[]): Announcement<E>
  /** Tells them soon, never during the call itself: a listener may begin a transaction. */
  announce(announcement: Announcement<E>): void
  isBusy(): boolean
}

/** Builds an empty list of listeners. What one of them throws goes to `onError`, and the next one is called. */
export function createListeners<E>(onError: (error: unknown) => void): Listeners<E> {
  let subscriptions: readonly Subscription<E>[] = []
  let queue: Announcement<E>[] = []
  let isScheduled = false

  function deliver(): void {
    // What a listener commits joins the end of the queue while this loop runs: commit order holds.
    for (const { events, to } of queue) {
      for (const event of events) for (const subscription of to) tell(subscription, event)
    }
    queue = []
    isScheduled = false
  }

  function tell(subscription: Subscription<E>, event: E): void {
    if (!subscription.isActive) return
    try {
      subscription.listener(event)
    } catch (error) {
      onError(error)
    }
  }

  return {
    subscribe(listener) {
      const subscription: Subscription<E> = { listener, isActive: true }
      subscriptions = [...subscriptions, subscription]
      return () => {
        subscription.isActive = false
        subscriptions = subscriptions.filter((other) => other !== subscription)
      }
    },
    prepare: (events) => ({ events, to: subscriptions }),
    announce(announcement) {
      if (announcement.events.length === 0 || announcement.to.length === 0) return
      queue.push(announcement)
      if (isScheduled) return
      isScheduled = true
      queueMicrotask(deliver)
    },
    isBusy: () => isScheduled,
  }
}

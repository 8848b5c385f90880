import type { CallbackId } from '../contact-center/contact-center.ts'
import type { CentreEvent } from '../contact-center/event.ts'
import { seconds } from '../runtime/clock.ts'
import type { Millis } from '../runtime/clock.ts'

/** What was seen of a simulated queue, customer by customer, in the order of coming. */
export interface Observation {
  readonly arrived: number
  readonly served: number
  readonly abandoned: number
  /** ∫ N dt is the sum of what each customer waited, and of what each stayed: to the millisecond. */
  readonly holdsLittlesLaw: boolean
  /** One each for as many batches of customers, the first of which is left out. */
  readonly batches: readonly Batch[]
}

/** The figures of customers who came one after the other. */
export interface Batch {
  readonly waitProbability: number
  readonly meanWait: number
  readonly queueLength: number
  readonly serviceLevel: number
  readonly abandonment: number
}

interface Tally {
  from: Millis
  until: Millis
  /** ∫ of those who wait, in milliseconds. */
  queued: number
  count: number
  waited: number
  waitedMillis: number
  inTime: number
  abandoned: number
}

interface Present {
  readonly at: Millis
  readonly tally: Tally
  isServed: boolean
}

/** How many batches the customers are cut into. */
const batchCount = 31

/** Follows the events of one queue to which `customers` come. */
export function createObserver({ customers, targetSeconds }: { customers: number; targetSeconds: number }) {
  const present = new Map<CallbackId, Present>()
  const tallies: Tally[] = []
  const batchSize = Math.ceil(customers / batchCount)
  let [arrived, served, abandoned] = [0, 0, 0]
  let waiting = 0
  let last: Millis = 0
  /** Of time, and of customers: Little's law says that they are the same. */
  const areas = { queue: 0, system: 0 }
  const stays = { queue: 0, system: 0 }

  function pass(at: Millis) {
    areas.queue += waiting * (at - last)
    areas.system += present.size * (at - last)
    // The queue's length belongs to the batch that comes at the time.
    const current = tallies.at(-1)
    if (current !== undefined && arrived < customers) current.queued += waiting * (at - last)
    last = at
  }

  function come(id: CallbackId, at: Millis) {
    if (arrived % batchSize === 0) {
      const before = tallies.at(-1)
      if (before !== undefined) before.until = at
      tallies.push(newTally(at))
    }
    const tally = tallies.at(-1)
    if (tally === undefined) throw new Error('a customer without a batch')
    arrived += 1
    if (arrived === customers) tally.until = at
    tally.count += 1
    waiting += 1
    present.set(id, { at, tally, isServed: false })
  }

  function meet(customer: Present, at: Millis) {
    const wait = at - customer.at
    waiting -= 1
    stays.queue += wait
    customer.isServed = true
    served += 1
    if (wait > 0) customer.tally.waited += 1
    customer.tally.waitedMillis += wait
    if (wait <= seconds(targetSeconds)) customer.tally.inTime += 1
  }

  function leave(id: CallbackId, customer: Present, at: Millis) {
    present.delete(id)
    stays.system += at - customer.at
    if (customer.isServed) return
    waiting -= 1
    abandoned += 1
    stays.queue += at - customer.at
    customer.tally.waited += 1
    customer.tally.abandoned += 1
    customer.tally.waitedMillis += at - customer.at
  }

  return {
    hear(event: CentreEvent) {
      if (!('callback' in event)) return
      const { type, callback: id, at } = event
      const isEntry = type === 'callback-queued'
      const customer = present.get(id)
      if (!isEntry && customer === undefined) return
      pass(at)
      if (isEntry) come(id, at)
      else if (customer === undefined) return
      else if (type === 'participant-joined' && event.agent !== null) meet(customer, at)
      else if (type === 'chat-ended') leave(id, customer, at)
    },
    result: (): Observation => ({
      arrived,
      served,
      abandoned,
      holdsLittlesLaw: areas.queue === stays.queue && areas.system === stays.system,
      batches: tallies.slice(1).map(summarise),
    }),
  }
}

const newTally = (at: Millis): Tally => ({
  from: at,
  until: at,
  queued: 0,
  count: 0,
  waited: 0,
  waitedMillis: 0,
  inTime: 0,
  abandoned: 0,
})

const summarise = (tally: Tally): Batch => ({
  waitProbability: tally.waited / tally.count,
  meanWait: tally.waitedMillis / tally.count / 1000,
  queueLength: tally.queued / (tally.until - tally.from),
  serviceLevel: tally.inTime / tally.count,
  abandonment: tally.abandoned / tally.count,
})

/** What a decision costs is counted in records that are looked at, not in time. */
import { expect, test } from 'vitest'
import type { Lane } from '../storage/port.ts'
import type { CentreStorage } from './records.ts'
import { createCentreStorage, startCentre } from './testing.ts'

/** A storage that counts how many records anybody looks at. */
function createCountingStorage() {
  const storage = createCentreStorage()
  let looked = 0
  const see = (count: number) => void (looked += count)

  const countingLane = <T>(lane: Lane<T>): Lane<T> => ({
    ...lane,
    first() {
      see(1)
      return lane.first()
    },
    countWhile: (isSuch) =>
      lane.countWhile((record) => {
        see(1)
        return isSuch(record)
      }),
    *walk(from) {
      for (const record of lane.walk(from)) {
        see(1)
        yield record
      }
    },
  })
  const counting: CentreStorage = {
    ...storage,
    transaction: (work) =>
      storage.transaction((tx) =>
        work({
          ...tx,
          get(kind, id) {
            see(1)
            return tx.get(kind, id)
          },
          all(kind) {
            see(tx.count(kind))
            return tx.all(kind)
          },
          find(kind, index, value) {
            const found = tx.find(kind, index, value)
            see(found.length)
            return found
          },
          lane(kind, order, group, name) {
            const lane = tx.lane(kind, order, group, name)
            return lane === undefined ? undefined : countingLane(lane)
          },
          lanes: (kind, order, group) => tx.lanes(kind, order, group).map((lane) => countingLane(lane)),
        }),
      ),
  }
  return { storage: counting, looked: () => looked }
}

/** How many records are looked at when somebody comes and an agent becomes ready, while so many wait. */
async function costWhile(waiting: number): Promise<number> {
  const { storage, looked } = createCountingStorage()
  const limits = { callersPerQueueMax: waiting }
  const { centre, customer, agent, setEwt } = await startCentre({ agents: ['anna', 'ben'], storage, limits })
  await setEwt({ model: 'fixed', seconds: 100 })
  await centre.queues.addCallers('VQ_Chat', waiting)
  const before = looked()
  await customer.start()
  await agent('anna').ready()
  await agent('anna').notReady()
  return looked() - before
}

test('[RT14] a decision looks at no more records when a hundred times as many customers wait', async () => {
  const few = await costWhile(10)
  const many = await costWhile(1000)
  expect(few).toBeGreaterThan(10)
  // Positions are counted by halving: each a few more looks.
  expect(many).toBeLessThan(2 * few)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Millis } from '../runtime/clock.ts'
import { createRandom } from '../runtime/random.ts'
import { openSqliteStorage } from '../storage/sqlite.ts'
import type { CallbackId, ContactCenter } from './contact-center.ts'
import type { CentreEvent } from './event.ts'
import { invariants } from './invariants.ts'
import { centreSchema, subjectOf } from './records.ts'
import type { CentreStorage } from './records.ts'
import { Refused } from './refusal.ts'
import { createCentreStorage, openCentre } from './testing.ts'
import { drawCommand, furnish } from './walk-commands.ts'

const stepsOfAWalk = 1000
const restartEvery = 97

interface Walk {
  readonly seed: number
  readonly steps: number
  readonly storage: CentreStorage
  /** What a restart finds: the same storage, or the same file opened anew. */
  readonly reopen?: (storage: CentreStorage) => Promise<CentreStorage>
}

/** Walks, checks every invariant after every step, and answers the whole history as text. */
async function walk({ seed, steps, storage: begun, reopen }: Walk): Promise<string> {
  let storage = begun
  let { centre, clock } = await openCentre(storage, { seed })
  const delivered = new Set<string>()
  await furnish(centre)
  const random = createRandom(seed)
  let newest = (await storage.transaction((tx) => tx.history({}))).length
  for (let step = 1; step <= steps; step += 1) {
    const at = `seed ${seed}, step ${step}`
    const draw = random.for('walk', step)
    const outcome = await drawCommand(draw)({ centre, storage, draw }).catch((error: unknown) => error)
    const happened = () => storage.transaction((tx) => tx.history({ after: newest }))
    if (outcome instanceof Refused) {
      expect(await happened(), `${at}: ${outcome.code} changed something`).toEqual([])
    } else if (outcome instanceof Error) throw new Error(at, { cause: outcome })
    // Who acts by himself may do so at once, in turns of his own.
    await clock.advance(0)
    const events = await happened()
    newest = events.at(-1)?.number ?? newest
    checkDeliveries(events, delivered, at)
    await check(storage, centre, clock.now(), at)
    if (step % restartEvery !== 0) continue
    await centre.close()
    storage = (await reopen?.(storage)) ?? storage
    ;({ centre, clock } = await openCentre(storage, { seed }))
    await check(storage, centre, clock.now(), `${at}, restarted`)
  }
  await centre.close()
  return JSON.stringify(await storage.transaction((tx) => tx.history({})))
}

function checkDeliveries(events: readonly CentreEvent[], delivered: Set<string>, at: string) {
  for (const event of events) {
    if (event.type !== 'notification-delivered') continue
    expect(delivered.has(event.notification), `${at}: ${event.notification} was delivered twice`).toBe(false)
    delivered.add(event.notification)
  }
}

async function check(storage: CentreStorage, centre: ContactCenter, now: Millis, at: string) {
  const overdue = await storage.transaction((tx) => tx.all('alarm').filter((alarm) => alarm.at <= now))
  expect(overdue, `${at}: alarms that should have gone off`).toEqual([])
  const broken = await storage.transaction((tx) =>
    Object.entries(invariants).flatMap(([name, holds]) => {
      const wrong = holds(tx, now)
      return wrong === null ? [] : [`${name}: ${wrong}`]
    }),
  )
  expect(broken.join('\n'), at).toBe('')
  const seen = new Set<CallbackId>()
  for (const queue of await centre.queues.list()) {
    const positions = queue.entries.map(({ position }) => position)
    expect(positions, `${at}: positions of ${queue.name}`).toEqual(positions.map((_, index) => index + 1))
    for (const { callback, waitingFor } of queue.entries) {
      expect(seen.has(callback), `${at}: ${callback} stands in two lines`).toBe(false)
      expect(waitingFor, `${at}: ${callback} waits for nothing`).not.toBe('')
      seen.add(callback)
    }
  }
}

test.each([1, 2, 3, 4])('[RT12] no walk of seed %i breaks an invariant', async (seed) => {
  await walk({ seed, steps: stepsOfAWalk, storage: createCentreStorage() })
})

test('[ID1] the same seed and the same commands make the same history', async () => {
  const walks = [5, 5].map((seed) => walk({ seed, steps: 300, storage: createCentreStorage() }))
  const [one, two] = await Promise.all(walks)
  expect(one).toBe(two)
})

test('[AL3] a walk on SQLite goes on after each reopening as one in memory does', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'walk-'))
  const open = () => {
    const file = path.join(folder, 'walk.sqlite')
    return openSqliteStorage({ schema: centreSchema, subjectOf, historyMax: 1_000_000, file })
  }
  const reopen = async (storage: CentreStorage) => {
    await storage.close()
    return open()
  }
  try {
    const inFile = await walk({ seed: 6, steps: 400, storage: open(), reopen })
    const inMemory = await walk({ seed: 6, steps: 400, storage: createCentreStorage() })
    expect(inFile).toBe(inMemory)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

import { createRandom } from '../runtime/random.ts'
import type { Millis } from '../runtime/clock.ts'
import { createSteerableClock } from '../runtime/steerable-clock.ts'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import type { ContactCenter } from '../contact-center/contact-center.ts'
import { createContactCenter } from '../contact-center/create-contact-center.ts'
import type { CentreLimits } from '../contact-center/limits.ts'
import type { CentreStorage } from '../contact-center/records.ts'
import { createFragileStorage, Killed } from './fragile-storage.ts'
import type { FragileStorage, Tamper } from './fragile-storage.ts'
import { furnish } from './furnish.ts'

/** Where a walk keeps things: what a restart finds there. */
export interface Place {
  open(): CentreStorage
  /** Whether a restart closes the storage and opens it anew, as for one in a file. */
  readonly isReopened: boolean
}

/** A contact centre, the real time outside it, and everything that may befall it. */
export interface World {
  readonly centre: ContactCenter
  /** What is kept, looked at past the centre. */
  readonly storage: CentreStorage
  /** What the centre's clock reads. */
  now(): Millis
  /** How often everything was forgotten. */
  epoch(): number
  /** What went wrong by itself, with nobody to be told. */
  faults(): readonly string[]
  /** The configuration that a walk begins with. */
  furnish(): Promise<void>
  pass(millis: Millis): Promise<void>
  restart(downMillis: Millis): Promise<void>
  /** Ends the process in a transaction, so many from now on; whether it is kept that far. */
  kill(after: number, isKept: boolean): Promise<void>
  /** Lets everybody act who acts at once and by himself; a process that was killed begins again. */
  settle(): Promise<void>
  /** Looks at the centre; a process that is to be killed lives that long. */
  unharmed(look: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Small, so that a walk meets them. */
const limits: Partial<CentreLimits> = {
  callbacksMax: 80,
  queuesMax: 4,
  callersPerQueueMax: 6,
  transcriptEntriesMax: 30,
  mailboxMax: 4,
  outboxMax: 8,
  endedInteractionsMax: 4,
  generatorsMax: 2,
  syntheticCustomersMax: 12,
  goneCustomersMax: 3,
  throttledValuesMax: 3,
}

export async function createWorld(options: { seed: number; place: Place; tamper?: Tamper }): Promise<World> {
  const { seed, place } = options
  const faults: string[] = []
  let kept = place.open()
  let epoch = 0
  let storage: FragileStorage
  let centre: ContactCenter
  const quiet = () => kept.settled()
  const base = createVirtualClock(undefined, quiet)
  let clock = createSteerableClock({ base, quiet })

  async function open() {
    storage = createFragileStorage(kept, {
      ...options,
      onClear: () => (epoch += 1),
      onFault: (fault) => faults.push(fault),
    })
    const start = { isPaused: true, rate: 1, at: base.now(), baseAt: base.now() }
    clock = createSteerableClock({ base, start, quiet })
    centre = createContactCenter({
      storage,
      clock,
      random: createRandom,
      newSeed: () => 99,
      limits,
      initial: { seed },
      onError(error) {
        if (!(error instanceof Killed)) faults.push(String(error))
      },
    })
    await centre.open()
  }

  async function restart(downMillis: Millis) {
    await centre.close()
    if (place.isReopened) {
      await kept.close()
      kept = place.open()
    }
    await base.advance(downMillis)
    try {
      await open()
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  }

  /** Looked at past the centre: how often depends on the storage, and must not count. */
  const isHurrying = () =>
    kept.transaction((tx) => (tx.get('clock', 'clock')?.hurriesUntil ?? -Infinity) > clock.now())

  await open()
  const world: World = {
    get centre() {
      return centre
    },
    get storage() {
      return kept
    },
    now: () => Math.floor(clock.now()),
    epoch: () => epoch,
    faults: () => faults,
    furnish: () => furnish(centre),
    pass: (millis) => base.advance(millis),
    restart,
    kill(after, isKept) {
      storage.kill(after, isKept)
      return Promise.resolve()
    },
    async settle() {
      do {
        if (storage.isDead()) await restart(0)
        await clock.advance(0)
        while (!storage.isDead() && (await isHurrying())) await kept.settled()
      } while (storage.isDead())
    },
    async unharmed(look) {
      storage.spare(true)
      await look()
      storage.spare(false)
    },
    async close() {
      await centre.close()
      await kept.close()
    },
  }
  await world.furnish()
  return world
}

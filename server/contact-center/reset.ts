import type { Millis } from '../runtime/clock.ts'
import type { ClockSetting, SteerableClock } from '../runtime/steerable-clock.ts'
import type { Snapshot } from '../storage/port.ts'
import type { AlarmRunner } from './alarm-runner.ts'
import type { UndoView, UserId } from './contact-center.ts'
import type { CentreEvent } from './event.ts'
import type { Hurry } from './hurry.ts'
import type { CentreLimits } from './limits.ts'
import { noteListening } from './presence.ts'
import type { CentreRecords, CentreStorage, InstallationRecord } from './records.ts'
import { Refused } from './refusal.ts'
import type { Turn, Turns } from './turn.ts'

/** Everything made anew, and put back as it was. */
export interface Reset {
  /** Everything as in a new installation. */
  reset(seed: number | null): Promise<void>
  /** Everything as before the last reset. Refused: `nothing-to-undo`, `reset-too-large`. */
  undo(): Promise<void>
  look(): Promise<UndoView>
}

type CentreSnapshot = Snapshot<CentreRecords, CentreEvent>

/** Everything as it was when it was reset; without a snapshot, it was too much. */
interface Kept {
  readonly snapshot: CentreSnapshot | null
  readonly clock: ClockSetting
  readonly hurriesUntil: Millis | null
}

type Undoable = Kept & { readonly snapshot: CentreSnapshot }

/** Builds what resets. Only the last reset can be undone, once, and as long as the process lives. */
export function createReset(options: {
  storage: CentreStorage
  clock: SteerableClock
  alarms: AlarmRunner
  hurry: Hurry
  turns: Turns
  limits: Pick<CentreLimits, 'undoItemsMax'>
  newSeed: () => number
  /** Seeds the storage, which is empty, and goes on with it; chance comes from this seed from now on. */
  begin: (seed: number) => Promise<void>
  /** Goes on with an installation that is there again. */
  goOnWith: (installation: InstallationRecord) => void
  /** Told when a reset has been undone. */
  undone: () => void
}): Reset {
  const { storage, clock, alarms, hurry, turns, limits, newSeed, begin, goOnWith, undone } = options
  let last: Promise<Kept> | null = null

  const keep = async (): Promise<Kept> => {
    const kept = { clock: clock.setting(), hurriesUntil: hurry.until() }
    return { ...kept, snapshot: await storage.snapshot(limits.undoItemsMax) }
  }

  /** The time in between does not count: the clock goes on from where it stood. */
  function putBack({ snapshot, clock: was, hurriesUntil }: Undoable) {
    const setting = { ...was, baseAt: clock.setting().baseAt }
    alarms.clear()
    const record = { name: 'clock' as const, ...setting, hurriesUntil }
    const restored = storage.restore({ ...snapshot, records: { ...snapshot.records, clock: [record] } })
    clock.jumpTo(setting)
    alarms.note(snapshot.records.alarm)
    if (hurriesUntil !== null && hurriesUntil > clock.now()) hurry.begin(hurriesUntil)
    return restored
  }

  return {
    async reset(seed) {
      // All of it is begun at once, so that nobody comes between and finds nothing.
      const kept = keep()
      last = kept
      hurry.end()
      alarms.clear()
      const cleared = storage.clear()
      const { baseAt } = clock.setting()
      clock.jumpTo({ isPaused: false, rate: 1, at: baseAt, baseAt })
      await Promise.all([kept, cleared, begin(seed ?? newSeed())])
    },

    async undo() {
      const wanted = last
      const kept = requireUndoable(await wanted, limits)
      // Another reset, or an undo, may have come first.
      if (last !== wanted) throw new Refused('nothing-to-undo')
      last = null
      hurry.end()
      // As above. Push sessions have gone and come since: who is there now is what counts.
      let listening: readonly UserId[] = []
      const looked = storage.transaction((tx): void => {
        listening = tx.all('presence').map(({ user }) => user)
      })
      const restored = putBack(kept)
      const [installation] = kept.snapshot.records.installation
      if (installation === undefined) throw new Error('a centre that was open had no installation')
      goOnWith(installation)
      const noted = turns.run((turn): void => notePresence(turn, listening))
      await Promise.all([looked, restored, noted])
      undone()
    },

    async look() {
      try {
        const { snapshot, clock: was } = requireUndoable(await last, limits)
        const records = Object.values(snapshot.records).reduce((sum, all) => sum + all.length, 0)
        return { canUndo: true, records, events: snapshot.events.length, at: Math.floor(was.at) }
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        return { canUndo: false, because: error.message }
      }
    },
  }
}

function requireUndoable(kept: Kept | null, { undoItemsMax }: Pick<CentreLimits, 'undoItemsMax'>): Undoable {
  if (kept === null) throw new Refused('nothing-to-undo')
  const { snapshot } = kept
  if (snapshot !== null) return { ...kept, snapshot }
  throw new Refused('reset-too-large', `more than ${undoItemsMax}`, [], { undoItemsMax })
}

/** Makes the presence that was restored what it is now. */
function notePresence(turn: Turn, listening: readonly UserId[]) {
  const known = turn.tx.all('presence').map(({ user }) => user)
  for (const user of known) if (!listening.includes(user)) noteListening(turn, user, false)
  for (const user of listening) if (!known.includes(user)) noteListening(turn, user, true)
}

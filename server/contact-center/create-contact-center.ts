import type { Random } from '../runtime/random.ts'
import type { SteerableClock } from '../runtime/steerable-clock.ts'
import { actOnAlarm, actOnRefusal } from './alarm-actions.ts'
import { createAlarmRunner } from './alarm-runner.ts'
import { createAgentService } from './agent-service.ts'
import { createBackEndService } from './back-end-service.ts'
import type { BackEndsInForce } from './back-end-service.ts'
import { createCallbackService } from './callback-service.ts'
import { createChatService } from './chat-service.ts'
import { createConfiguredServices } from './configured-services.ts'
import type { GmsVersion } from './configuration.ts'
import type { ContactCenter } from './contact-center.ts'
import { createControl, keepClock } from './control.ts'
import { createHurry } from './hurry.ts'
import { defaultLimits } from './limits.ts'
import type { CentreLimits } from './limits.ts'
import { createGeneratorService } from './load/generator-service.ts'
import { createNotificationService } from './notification-service.ts'
import { createQueueService } from './queue-service.ts'
import { createPausedServices } from './paused-services.ts'
import { forgetPresence } from './presence.ts'
import type { CentreStorage, InstallationRecord } from './records.ts'
import { Refused } from './refusal.ts'
import { createReset } from './reset.ts'
import { route } from './routing.ts'
import { seedInstallation } from './seed.ts'
import { createSettingsService, viewSettings } from './settings-service.ts'
import type { InForce } from './settings-service.ts'
import { createStatisticsService } from './statistics-service.ts'
import { createTurns } from './turn.ts'
import type { Turn } from './turn.ts'

export interface ContactCenterOptions {
  readonly storage: CentreStorage
  readonly clock: SteerableClock
  /** Chance itself, or how to make it from the seed of the installation. */
  readonly random: Random | ((seed: number) => Random)
  /** Where the seed of a new installation comes from, unless it is given. */
  readonly newSeed: () => number
  readonly limits?: Partial<CentreLimits>
  /** What a new installation begins with. */
  readonly initial?: { readonly gmsVersion?: GmsVersion; readonly seed?: number }
  /** Told when an alarm could not go off: the storage failed, or we made a mistake. Without it, the console is. */
  readonly onError?: (error: unknown) => void
}

/** Builds the contact centre on a storage and a clock. It does nothing before `open`. */
export function createContactCenter(options: ContactCenterOptions): ContactCenter {
  const { storage, clock } = options
  const limits = { ...defaultLimits, ...options.limits }
  const initialVersion = options.initial?.gmsVersion ?? '8.1.2'
  const current: InForce = {
    settings: { gmsVersion: initialVersion, idPrefix: '369', callback: {}, server: {} },
  }
  const backEnds: BackEndsInForce = { down: [] }
  const makeRandom = (seed: number): Random =>
    typeof options.random === 'function' ? options.random(seed) : options.random
  let random = makeRandom(options.initial?.seed ?? 0)
  let installation: string | null = null

  const alarms = createAlarmRunner({
    clock,
    async act(alarm) {
      const run = (act: (turn: Turn) => void) =>
        turns.run((turn): void => {
          act(turn)
          keepClock(turn, clock, hurry)
        }, alarm.cause)
      try {
        await run((turn) => actOnAlarm(turn, alarm))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        // What was begun in the turn that was refused is undone with it.
        await run((turn) => actOnRefusal(turn, alarm, error.code))
      }
    },
    onError: options.onError ?? console.error,
  })
  const turns = createTurns({
    storage,
    clock,
    random: () => random,
    limits,
    onAlarms: (set) => alarms.note(set),
    onCalledOff: (ordinals) => alarms.drop(ordinals),
  })

  /** Seeds an empty storage, or reads what is there. */
  const takeUp = (seed: number, isReset: boolean) =>
    turns.run((turn): InstallationRecord => {
      if (turn.tx.get('installation', 'installation') === undefined) {
        seedInstallation(turn, { gmsVersion: initialVersion, seed })
      }
      if (isReset) turn.append({ type: 'reset' })
      const record = turn.tx.get('installation', 'installation')
      if (record === undefined) throw new Error('an installation that was seeded is not there')
      return record
    })

  /** What is known of the installation without looking. */
  function goOnWith(record: InstallationRecord) {
    random = makeRandom(record.seed)
    current.settings = viewSettings(record)
    // The seed alone may be the reader's choice, and the same each time.
    installation = `${record.seed.toString(36)}-${record.since.toString(36)}`
    backEnds.down = record.backEndsDown ?? []
  }

  const hurry = createHurry({
    clock,
    arrived: () => control.setPaused(clock.setting().isPaused),
    onError: options.onError ?? console.error,
  })
  const ears = new Set<() => void>()
  const reset = createReset({
    storage,
    clock,
    alarms,
    hurry,
    turns,
    limits,
    newSeed: options.newSeed,
    async begin(seed) {
      random = makeRandom(seed)
      goOnWith(await takeUp(seed, true))
    },
    goOnWith,
    undone: () => ears.forEach((hear) => hear()),
  })
  const control = createControl({ turns, clock, alarms, hurry, reset })

  return {
    callbacks: createCallbackService(turns),
    chats: createChatService(turns),
    agents: createAgentService(turns),
    generators: createGeneratorService(turns),
    queues: createQueueService(turns, limits),
    statistics: createStatisticsService(turns),
    notifications: createNotificationService(turns),
    backEnds: createBackEndService(turns, backEnds),
    services: createConfiguredServices(turns),
    pausedServices: createPausedServices(turns),
    settings: createSettingsService(turns, current),
    control,
    installation: () => installation,
    subscribe: (listener) => storage.subscribe(listener),
    onUndone(listener) {
      ears.add(listener)
      return () => void ears.delete(listener)
    },

    async open() {
      const kept = await storage.transaction((tx) => tx.get('clock', 'clock'))
      if (kept !== undefined) {
        const { isPaused, rate, at, baseAt } = kept
        clock.jumpTo({ isPaused, rate, at, baseAt })
      }
      goOnWith(await takeUp(options.initial?.seed ?? options.newSeed(), false))
      const set = await turns.run((turn) => {
        forgetPresence(turn)
        route(turn)
        return turn.tx.all('alarm')
      })
      await alarms.open(set)
      const until = kept?.hurriesUntil
      if (typeof until === 'number' && until > clock.now()) hurry.begin(until)
    },

    close() {
      hurry.end()
      return alarms.close()
    },
  }
}

import { pauseCallback, resumeCallback } from './callback.ts'
import type { Callback } from './callback.ts'
import { cancelWaiting } from './completion.ts'
import type { PausedServices } from './configuration.ts'
import { withdrawAvailable } from './notification.ts'
import type { InstallationRecord } from './records.ts'
import { Refused } from './refusal.ts'
import { route } from './routing.ts'
import type { Turn, Turns } from './turn.ts'

/** The only transaction list there is; an option that names another one names an empty one. Contract 6.2 [T]. */
const pausedServicesList = 'GMS_Paused_Services'

/** Which services are paused, as a supervisor sets it. Contract 1.7 [T]. */
export function createPausedServices(turns: Turns): PausedServices {
  return {
    get: () => turns.run((turn): readonly string[] => pausedKeys(turn)),

    set: (keys) =>
      turns.run((turn): readonly string[] => {
        requireKeys(turn, keys)
        const installation = turn.tx.get('installation', 'installation')
        if (installation === undefined) throw new Error('the contact centre has not been opened')
        const services = [...new Set(keys)].sort()
        const changed: InstallationRecord = { ...installation, pausedServices: services }
        turn.tx.put('installation', changed)
        const cause = turn.append({ type: 'paused-services-changed', services })
        for (const callback of waiting(turn)) pauseOrResume(turn, callback, cause)
        route(turn)
        return services
      }),
  }
}

const pausedKeys = ({ tx }: Turn): readonly string[] =>
  tx.get('installation', 'installation')?.pausedServices ?? []

/** Refused: `setting-invalid`. */
function requireKeys({ limits }: Turn, keys: readonly string[]) {
  const wrong = keys.find((key) => !/^[A-Za-z0-9_.-]{1,100}$/.test(key))
  const message =
    wrong === undefined
      ? `The list has at most ${limits.pausedServicesMax} names.`
      : `“${wrong}” is not the name of a service.`
  if (wrong !== undefined || keys.length > limits.pausedServicesMax)
    throw new Refused('setting-invalid', undefined, [{ field: 'services', message }], {}, 'PS4')
}

/** In the order in which they came, so that every storage tells the same story. */
function waiting(turn: Turn): Callback[] {
  const those = [
    ...turn.tx.find('callback', 'state', 'QUEUED'),
    ...turn.tx.find('callback', 'state', 'PAUSED'),
  ]
  return those.sort((a, b) => a.ordinal - b.ordinal)
}

/** Whether the list has its service, every service, or the key that the service is also known by. */
function isPaused(turn: Turn, { service, options }: Callback): boolean {
  if (options.pausedList !== pausedServicesList) return false
  const keys = pausedKeys(turn)
  const own = [service, 'all', options.pausedId].filter((key) => key !== '')
  return own.some((key) => keys.includes(key))
}

/** Lets the list take effect on somebody in line: who is paused keeps the place, and routing passes him over. */
export function pauseOrResume(turn: Turn, callback: Callback, cause: number): Callback {
  const shouldPause = isPaused(turn, callback)
  const { id } = callback
  if (callback.state === 'QUEUED' && shouldPause) {
    const paused = pauseCallback(callback)
    turn.tx.put('callback', paused)
    cancelWaiting(turn, id)
    turn.append({ type: 'callback-paused', callback: id }, cause)
    withdrawAvailable(turn, id)
    return paused
  }
  if (callback.state !== 'PAUSED' || shouldPause) return callback
  const resumed = resumeCallback(callback)
  turn.tx.put('callback', resumed)
  turn.append({ type: 'callback-resumed', callback: id }, cause)
  return resumed
}

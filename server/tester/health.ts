import { z } from 'zod'
import { seconds, type Clock, type Millis } from '../runtime/clock.ts'
import type { HealthAnswer } from './contract.ts'
import { readQuery, wholeNumber } from './input.ts'
import type { TesterLimits } from './limits.ts'
import { route, type Route } from './route.ts'
import { isoTime } from './time-json.ts'

export interface HealthOptions {
  readonly version: string
  readonly storage: HealthAnswer['storage']
  readonly startedAt: Millis
  readonly build: string
  readonly installation: () => string | null
  /** `ok`, or why nothing can be kept any more. */
  readonly storageHealth: () => string
  readonly isReady: () => boolean
  /** Resolves when the tester has become ready. */
  readonly ready: Promise<void>
  /** The real time. */
  readonly clock: Clock
  readonly limits: TesterLimits
}

/** `GET /health`: 200 when calls are served, else 503; `waitSeconds` holds the answer until they are. */
export function healthRoutes(options: HealthOptions): Route[] {
  const query = z.strictObject({
    waitSeconds: wholeNumber(0, options.limits.healthWaitSecondsMax).default(0),
  })
  return [
    route('GET', '/health', async (c) => {
      const { waitSeconds } = readQuery(c, query)
      if (!options.isReady() && waitSeconds > 0) await readyWithin(options, seconds(waitSeconds))
      const answer = readHealth(options)
      return c.json(answer, answer.status === 'ok' ? 200 : 503)
    }),
  ]
}

function readHealth(options: HealthOptions): HealthAnswer {
  const storageHealth = options.storageHealth()
  const base = {
    version: options.version,
    storage: options.storage,
    startedAt: isoTime(options.startedAt),
    build: options.build,
    installation: options.installation(),
  }
  if (storageHealth !== 'ok') return { status: 'failed', ...base, reason: storageHealth }
  return { status: options.isReady() ? 'ok' : 'starting', ...base }
}

function readyWithin({ clock, ready }: HealthOptions, wait: Millis): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = clock.at(clock.now() + wait, resolve)
    ready.then(() => {
      callOff()
      resolve()
    }, reject)
  })
}

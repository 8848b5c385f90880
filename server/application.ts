import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { createBayeux } from './bayeux/hub.ts'
import type { Config } from './config.ts'
import type { ContactCenter } from './contact-center/contact-center.ts'
import { createContactCenter } from './contact-center/create-contact-center.ts'
import type { CentreStorage } from './contact-center/records.ts'
import { changesChannel } from './gms/contract.ts'
import { createGms } from './gms/gms.ts'
import { createBayeuxPolicy } from './gms/policy.ts'
import { createPush } from './gms/push.ts'
import type { RequestOwner } from './http-server.ts'
import type { Clock } from './runtime/clock.ts'
import type { Log } from './runtime/log.ts'
import type { Random } from './runtime/random.ts'
import type { SteerableClock } from './runtime/steerable-clock.ts'
import { createChangeHints } from './tester/change-hints.ts'
import { createEventMarks } from './tester/event-marks.ts'
import { createMetrics, metricsPath } from './tester/metrics.ts'
import type { RuleTexts } from './tester/rules.ts'
import { createTesterApi } from './tester/tester-api.ts'
import { createTrafficCauses } from './tester/traffic-causes.ts'
import { createEventTap } from './tester/traffic-events.ts'
import { createTrafficLinks } from './tester/traffic-links.ts'
import { createTrafficLog, type TrafficLog } from './tester/traffic-log.ts'
import { createPushTap } from './tester/traffic-pushes.ts'
import { createSocketTap } from './tester/traffic-sockets.ts'
import { createTrafficTap } from './tester/traffic-tap.ts'
import { ownerOf, testerBase, type Owner } from './tester/traffic-words.ts'
import { isWatcher } from './tester/watchers.ts'
import { answerFailure, answerStarting } from './unserved.ts'

export interface ApplicationOptions {
  readonly storage: CentreStorage
  /** The contact centre's time; it may be paused, sped up and advanced. */
  readonly clock: SteerableClock
  /** The time of the network; real, but for tests of it. */
  readonly wire: Clock
  readonly random: (seed: number) => Random
  readonly newSeed: () => number
  readonly log: Log
  readonly config: Pick<
    Config,
    'host' | 'storage' | 'seed' | 'gmsVersion' | 'allowedOrigins' | 'callbackPolling' | 'limits'
  >
  readonly version: string
  /** Which build of the pages is served. */
  readonly build: string
  /** What the contact centre's rules say, by number. */
  readonly rules: RuleTexts
}

/** A whole tester, but for its storage, its port and its pages. */
export interface Application extends RequestOwner {
  readonly centre: ContactCenter
  readonly traffic: TrafficLog
  /** Seeds a new installation or takes up the old one; from then on, calls are served. */
  open(): Promise<void>
  /** Answers what is held, and stops. The storage stays open; it is its opener's. */
  close(): Promise<void>
}

/** Builds the whole graph; opens nothing and listens to nothing. May be called as often as wanted. */
export function createApplication(options: ApplicationOptions): Application {
  const { storage, clock, wire, log, config, version } = options
  const { limits } = config
  const startedAt = wire.now()
  const readiness = createReadiness()

  const marks = createEventMarks(limits.tester.trafficItemsMax)
  const causes = createTrafficCauses({
    limits: limits.tester,
    fetched: (cause, row) => traffic.link(cause, row),
    happened: (...moment) => events.happened(...moment),
    grown: (row) => traffic.grow(row),
  })
  const centre = createContactCenter({
    storage: causes.noting(marks.noting(storage)),
    clock: causes.byItself(clock),
    random: options.random,
    newSeed: options.newSeed,
    limits: limits.centre,
    onError: (error) => log.error('an alarm could not go off', { error }),
    initial: { gmsVersion: config.gmsVersion, ...(config.seed === null ? {} : { seed: config.seed }) },
  })

  // Before push hears of it: a push is a row that comes after its event.
  storage.subscribe(marks.happened)
  const traffic = createTrafficLog({
    limits: limits.tester,
    rules: options.rules,
    changed(number, isNew) {
      if (isNew) marks.began(number)
      hints.traffic(number, isNew)
    },
    marked: (number) => hints.mark(number),
  })
  const tapOptions = {
    log: traffic,
    links: createTrafficLinks(traffic, limits.tester.trafficItemsMax),
    clock: wire,
    centreClock: clock,
    limits: limits.tester,
    isWatcher,
  }
  const exchanges = createTrafficTap(tapOptions)
  const sockets = createSocketTap(tapOptions)
  const events = createEventTap(tapOptions)

  const policy = createBayeuxPolicy({ allowedOrigins: config.allowedOrigins, limits: limits.gms })
  const bayeux = createBayeux({
    clock: wire,
    policy,
    limits: limits.bayeux,
    callbackPolling: config.callbackPolling,
    observer: {
      listening: (user, channel, session) => push.listening(user, channel, session),
      unsubscribed: (user, channel, session) => push.unsubscribed(user, channel, session),
      ...exchanges.bayeux,
      ...sockets,
      failed: (error) => log.error('the host of Bayeux failed', { error }),
      turnedAway: (reason, transport) => log.info('a push client was turned away', { reason, transport }),
      sessionClosed: (session) => push.sessionClosed(session),
    },
  })
  const push = createPush({
    centre,
    bayeux,
    log,
    observer: createPushTap(tapOptions, causes),
    limits: limits.gms,
  })
  const hints = createChangeHints({
    centre,
    clock: wire,
    every: limits.tester.changeHintMillis,
    rowsEvery: limits.tester.trafficHintMillis,
    broadcast: (hint) => bayeux.broadcast(changesChannel, hint),
    isWatched: () => bayeux.isListening(changesChannel),
    log,
  })
  const gms = createGms({
    centre,
    policy,
    limits: limits.gms,
    allowedOrigins: config.allowedOrigins,
    refused: exchanges.refused,
    log,
  })
  const testerApi = createTesterApi({
    centre,
    traffic,
    marks,
    trafficOf: causes.rowOf,
    health: {
      version,
      storage: config.storage,
      startedAt,
      build: options.build,
      installation: () => centre.installation(),
      storageHealth: () => storage.health(),
      isReady: readiness.isReady,
      ready: readiness.ready,
      clock: wire,
    },
    limits: limits.tester,
    rules: options.rules,
    host: config.host,
    allowedOrigins: config.allowedOrigins,
    log,
  })

  const metrics = createMetrics({ bayeux, statistics: centre.statistics })

  const serve = async (owner: Served, request: IncomingMessage, response: ServerResponse) => {
    // The tester's own API answers while it starts: whoever waits asks there.
    if (owner === 'tester') await testerApi(request, response)
    else if (!readiness.isReady()) answerStarting(owner, response)
    else if (owner === 'bayeux') bayeux.handle(request, response)
    else await gms.handle(request, response)
  }

  return {
    centre,
    traffic,
    handle(request, response) {
      const owner = ownerOf(request.url ?? '')
      if (owner === 'other') {
        if (request.url?.split('?', 1)[0] !== metricsPath) return false
        metrics(request, response).catch((error: unknown) => {
          log.error('the metrics could not be read', { error })
          answerFailure('tester', response)
        })
        return true
      }
      const answer = () =>
        serve(owner, request, response).catch((error: unknown) => {
          log.error('a request failed', { method: request.method, path: request.url, error })
          answerFailure(owner, response)
        })
      const row = isLogged(owner, request) ? exchanges.exchange(request, response, owner) : null
      // What Bayeux brings makes nothing happen in the contact centre; its rows have no number yet.
      if (row === null || owner === 'bayeux') void answer()
      else row.events = causes.by(row.number, answer)
      return true
    },
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      if (ownerOf(request.url ?? '') !== 'bayeux' || !readiness.isReady()) return false
      try {
        bayeux.upgrade(request, socket, head)
      } catch (error) {
        log.error('an upgrade failed', { path: request.url, error })
        socket.destroy()
      }
      return true
    },
    async open() {
      await centre.open()
      marks.goOnFrom(await storage.transaction((tx) => tx.history({}).at(-1) ?? null))
      readiness.becomeReady()
    },
    async close() {
      hints.close()
      // What arrives with the last answers is still recorded.
      await bayeux.close()
      await push.close()
      await centre.close()
      causes.close()
    },
  }
}

type Served = Exclude<Owner, 'other'>

/** Everything but the tester's own reading, and what is done to the log: watching must not make traffic. */
const isLogged = (owner: Served, { method = '', url = '' }: IncomingMessage): boolean =>
  owner !== 'tester' || !(['GET', 'HEAD'].includes(method) || url.startsWith(`${testerBase}/traffic`))

function createReadiness() {
  let isReady = false
  let becomeReady = () => {}
  const ready = new Promise<void>((resolve) => {
    becomeReady = () => {
      isReady = true
      resolve()
    }
  })
  return { isReady: () => isReady, ready, becomeReady: () => becomeReady() }
}

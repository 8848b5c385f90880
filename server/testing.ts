/**
 * The test kit: a whole tester on a virtual clock, in memory, on a free loopback port. For our own tests and for the
 * tests of those who build on a tester.
 */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createApplication, type Application } from './application.ts'
import { limits, readConfig, type Config, type Limits } from './config.ts'
import type {
  AgentId,
  AgentService,
  CallbackId,
  CallbackService,
  ChatService,
  ContactCenter,
  CreateChat,
  StartCallback,
  UserId,
} from './contact-center/contact-center.ts'
import { centreSchema, subjectOf, type CentreStorage } from './contact-center/records.ts'
import { createHttpServer } from './http-server.ts'
import type { Clock, Millis } from './runtime/clock.ts'
import { silentLog, type Log } from './runtime/log.ts'
import { createRandom } from './runtime/random.ts'
import { createSteerableClock } from './runtime/steerable-clock.ts'
import { createSystemClock } from './runtime/system-clock.ts'
import { createVirtualClock } from './runtime/virtual-clock.ts'
import { createMemoryStorage } from './storage/memory.ts'
import { openSqliteStorage } from './storage/sqlite.ts'
import { readRuleTexts } from './tester/rules.ts'
import { testerBase } from './tester/traffic-words.ts'

export interface TesterOptions {
  /** Exactly these agents, all as a new installation's: group Billing, English=20, Loans=2, logged out. */
  readonly agents?: readonly string[]
  /** Where things are kept; in memory unless a file is named. */
  readonly storage?: 'memory' | { readonly file: string }
  /** False: no port is opened; what is asked goes through the facade. */
  readonly listen?: boolean
  /** False: calls are answered as while it starts; `application.open()` ends that. */
  readonly open?: boolean
  /** Where the contact centre's clock begins. */
  readonly start?: Millis
  /** What the contact centre's clock follows, paused or at its rate, as in the product; else only `advance` moves it. */
  readonly base?: Clock
  /** The network's clock; the real one unless given. */
  readonly wire?: Clock
  readonly log?: Log
  readonly config?: Partial<Omit<Config, 'limits' | 'storage'>>
  readonly limits?: {
    readonly [Part in Exclude<keyof Limits, 'historyMax'>]?: Partial<Limits[Part]>
  } & { readonly historyMax?: number }
}

export interface ApiAnswer {
  readonly status: number
  readonly headers: Headers
  /** Undefined when there is no body. */
  readonly body: unknown
}

export interface Tester {
  readonly application: Application
  readonly centre: ContactCenter
  readonly storage: CentreStorage
  /** `http://127.0.0.1:49152`; empty when it does not listen. */
  readonly url: string
  readonly clock: { now(): Millis; advance(by: Millis): Promise<void> }
  readonly customer: Customer
  agent(id: string): Agent
  /** Calls the tester's own API below `/gmstester/api`. */
  api(method: string, path: string, body?: unknown): Promise<ApiAnswer>
  close(): Promise<void>
}

/** What a customer's app does. */
export interface Customer {
  startCallback(service?: string, input?: Partial<StartCallback>): ReturnType<CallbackService['start']>
  callback: CallbackService['get']
  position: CallbackService['position']
  connect: CallbackService['connect']
  createChat(id: CallbackId, input?: Partial<CreateChat>): ReturnType<ChatService['create']>
  say: ChatService['say']
  leave(id: CallbackId): ReturnType<ChatService['leave']>
}

/** What an agent's desktop does. */
export interface Agent {
  view(): ReturnType<AgentService['get']>
  ready(): ReturnType<AgentService['setState']>
  notReady(reason?: string): ReturnType<AgentService['setState']>
  logOut(): ReturnType<AgentService['setState']>
  accept(callback: CallbackId): ReturnType<AgentService['accept']>
  decline(callback: CallbackId, reason?: string): Promise<void>
  say(callback: CallbackId, text: string): ReturnType<AgentService['say']>
  leave(callback: CallbackId): Promise<void>
}

/** Starts a tester that needs nothing and leaves nothing behind. Whoever starts it closes it. */
export async function startTester(options: TesterOptions = {}): Promise<Tester> {
  const allLimits: Limits = {
    historyMax: options.limits?.historyMax ?? limits.historyMax,
    http: { ...limits.http, ...options.limits?.http },
    gms: { ...limits.gms, ...options.limits?.gms },
    bayeux: { ...limits.bayeux, ...options.limits?.bayeux },
    centre: { ...limits.centre, ...options.limits?.centre },
    tester: { ...limits.tester, ...options.limits?.tester },
  }
  const isOnFile = typeof options.storage === 'object'
  const config: Config = {
    ...readConfig({}),
    seed: 1,
    ...options.config,
    storage: isOnFile ? 'sqlite' : 'memory',
    limits: allLimits,
  }
  const storageOptions = { schema: centreSchema, subjectOf, historyMax: allLimits.historyMax }
  const storage =
    typeof options.storage === 'object'
      ? openSqliteStorage({ ...storageOptions, file: options.storage.file })
      : createMemoryStorage({ ...storageOptions, freeze: true })
  const clock =
    options.base === undefined
      ? createVirtualClock(options.start, () => storage.settled())
      : createSteerableClock({ base: options.base, quiet: () => storage.settled() })
  const application = createApplication({
    storage,
    clock,
    wire: options.wire ?? createSystemClock(),
    random: createRandom,
    newSeed: () => 1,
    log: options.log ?? silentLog,
    config,
    version: '0.0.0-test',
    build: 'test',
    rules: readRuleTexts(readFileSync(new URL('contact-center/SPEC.md', import.meta.url), 'utf8')),
  })
  const { centre } = application
  const server = createHttpServer({ owners: [application], limits: allLimits.http })
  if (options.listen !== false)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address() as AddressInfo | null
  const url = address === null ? '' : `http://127.0.0.1:${address.port}`
  if (options.open !== false) {
    await application.open()
    if (options.agents !== undefined) await replaceAgents(centre.agents, options.agents)
  }
  return {
    application,
    centre,
    storage,
    url,
    clock: {
      now: () => clock.now(),
      advance: async (by) => void (await centre.control.advance(by)),
    },
    customer: customerOf(centre),
    agent: (id) => agentOf(centre.agents, id as AgentId),
    api: (method, path, body) => callApi(url, method, path, body),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await application.close()
      server.closeAllConnections()
      if (address !== null) await closed
      await storage.close()
    },
  }
}

async function replaceAgents(agents: AgentService, ids: readonly string[]): Promise<void> {
  const present = await agents.list()
  for (const { id } of present) if (!ids.includes(id)) await agents.remove(id)
  for (const id of ids)
    await agents.put(id as AgentId, { groups: ['Billing'], skills: { English: 20, Loans: 2 } })
}

async function callApi(url: string, method: string, path: string, body: unknown): Promise<ApiAnswer> {
  const request: RequestInit =
    body === undefined
      ? { method }
      : { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
  const response = await fetch(`${url}${testerBase}${path}`, request)
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  }
}

function customerOf({ callbacks, chats }: ContactCenter): Customer {
  return {
    startCallback: (service = 'chat-delay', input = {}) =>
      callbacks.start({
        service,
        customerNumber: '4082652649',
        device: null,
        user: null,
        properties: { _customer_number: '4082652649', usr_customer_name: 'Bob Markel' },
        ...input,
      }),
    callback: callbacks.get,
    position: callbacks.position,
    connect: callbacks.connect,
    createChat: (id, input = {}) =>
      chats.create(id, {
        firstName: 'Bob',
        lastName: 'Markel',
        displayName: null,
        subject: 'billing question',
        email: 'bob@example.com',
        message: null,
        pushTo: null,
        properties: {},
        ...input,
      }),
    say: chats.say,
    leave: (id) => chats.leave(id, null),
  }
}

function agentOf(agents: AgentService, id: AgentId): Agent {
  return {
    view: () => agents.get(id),
    ready: () => agents.setState(id, 'ready', null),
    notReady: (reason) => agents.setState(id, 'not-ready', reason ?? null),
    logOut: () => agents.setState(id, 'logged-out', null),
    accept: (callback) => agents.accept(id, callback),
    decline: (callback, reason) => agents.decline(id, callback, reason ?? null),
    say: (callback, text) => agents.say(id, callback, text),
    leave: (callback) => agents.leave(id, callback),
  }
}

/** A comet device of this user, as `startCallback` takes it. */
export const cometDevice = (user: string): Pick<StartCallback, 'device' | 'user'> => ({
  device: { os: 'comet', notificationId: user },
  user: user as UserId,
})

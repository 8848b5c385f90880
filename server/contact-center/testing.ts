/** The test kit: a contact centre in memory on a virtual clock, with the verbs of those who act in it. */
import { createRandom } from '../runtime/random.ts'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import { createMemoryStorage } from '../storage/memory.ts'
import type { Numbered } from '../storage/port.ts'
import type { GmsVersion } from './configuration.ts'
import type {
  AgentId,
  AgentProfile,
  AgentState,
  CallbackId,
  ContactCenter,
  CreateChat,
  NotificationId,
  QueuePosition,
  StartCallback,
  UserId,
} from './contact-center.ts'
import { createContactCenter } from './create-contact-center.ts'
import type { CentreEvent } from './event.ts'
import type { CentreLimits } from './limits.ts'
import { centreSchema, subjectOf } from './records.ts'
import type { CentreStorage } from './records.ts'

export const queueName = 'VQ_Chat'

/** What is to be there besides the new installation. */
export interface CentreSetup {
  /** The only agents, in group Billing; without it, the installation's own. */
  readonly agents?: readonly string[]
  /** Options of the service `chat-delay` beyond its own. */
  readonly options?: Readonly<Record<string, string>>
  readonly limits?: Partial<CentreLimits>
  readonly gmsVersion?: GmsVersion
  readonly seed?: number
  readonly storage?: CentreStorage
}

export type Centre = Awaited<ReturnType<typeof startCentre>>

/** An empty memory storage that freezes what is put. */
export function createCentreStorage(): CentreStorage {
  return createMemoryStorage({ schema: centreSchema, subjectOf, historyMax: 1_000_000, freeze: true })
}

/** A contact centre on this storage, whose clock takes up where the storage says. */
export async function openCentre(storage: CentreStorage, { limits, gmsVersion, seed = 1 }: CentreSetup = {}) {
  const clock = createVirtualClock(undefined, () => storage.settled())
  const centre = createContactCenter({
    storage,
    clock,
    random: createRandom,
    newSeed: () => 99,
    ...(limits === undefined ? {} : { limits }),
    initial: { seed, ...(gmsVersion === undefined ? {} : { gmsVersion }) },
    onError: (error) => {
      throw error
    },
  })
  await centre.open()
  return { centre, clock }
}

/** Starts a centre with these agents, and gives everybody's verbs. */
export async function startCentre(setup: CentreSetup = {}) {
  const storage = setup.storage ?? createCentreStorage()
  const { centre, clock } = await openCentre(storage, setup)
  if (setup.agents !== undefined) {
    for (const { id } of await centre.agents.list()) await centre.agents.remove(id)
    for (const id of setup.agents) await centre.agents.put(id as AgentId, { groups: ['Billing'] })
  }
  if (setup.options !== undefined) await centre.services.patch('chat-delay', setup.options)
  return {
    ...verbs(centre),
    centre,
    clock,
    storage,
    advance: (millis: number) => centre.control.advance(millis),
    /** Every event but those of start requests that were refused, which change nothing. */
    changes: async () => (await readEvents(storage)).filter(({ type }) => type !== 'start-refused'),
    events: (type?: CentreEvent['type']) => readEvents(storage, type),
  }
}

const readEvents = (storage: CentreStorage, type?: CentreEvent['type']): Promise<Numbered<CentreEvent>[]> =>
  storage.transaction((tx) => tx.history({}).filter((event) => type === undefined || event.type === type))

/** What customers and agents do. */
export function verbs(centre: ContactCenter) {
  return {
    customer: customerVerbs(centre),
    agent: (id: string) => agentVerbs(centre, id as AgentId),
    queue: (name = queueName) => centre.queues.get(name),
    setEwt: (setting: Parameters<ContactCenter['queues']['setEwt']>[1], name = queueName) =>
      centre.queues.setEwt(name, setting),
  }
}

/** The scenario's customer, without a device. */
export const startInput = (input: Partial<StartCallback> = {}): StartCallback => ({
  service: 'chat-delay',
  customerNumber: '4082652649',
  device: null,
  user: null,
  properties: { usr_customer_name: 'Bob Markel' },
  ...input,
})

/** The scenario's chat, without comet. */
export const chatInput = (input: Partial<CreateChat> = {}): CreateChat => ({
  firstName: 'John',
  lastName: 'Harry',
  displayName: null,
  subject: 'testing',
  email: 'j.h@example.com',
  message: null,
  pushTo: null,
  properties: {},
  ...input,
})

function customerVerbs(centre: ContactCenter) {
  const { callbacks, chats, notifications } = centre
  return {
    start: (input: Partial<StartCallback> = {}) => callbacks.start(startInput(input)),
    /** With a device that is pushed to as `user`. */
    startWithPush: (user: string, input: Partial<StartCallback> = {}) =>
      callbacks.start(
        startInput({ user: user as UserId, device: { os: 'comet', notificationId: user }, ...input }),
      ),
    callback: (id: CallbackId) => callbacks.get(id),
    position: (id: CallbackId): Promise<QueuePosition> => callbacks.position(id),
    connect: (id: CallbackId) => callbacks.connect(id),
    snooze: (id: CallbackId) => callbacks.snooze(id),
    cancel: (id: CallbackId) => callbacks.cancel(id, 'CANCELLED'),
    createChat: (id: CallbackId, input: Partial<CreateChat> = {}) => chats.create(id, chatInput(input)),
    /** Connects, and creates the chat. */
    async connectAndChat(id: CallbackId, input: Partial<CreateChat> = {}) {
      await callbacks.connect(id)
      return chats.create(id, chatInput(input))
    },
    say: (id: CallbackId, text: string) => chats.say(id, text),
    typing: (id: CallbackId, isTyping: boolean) => chats.typing(id, isTyping),
    refresh: (id: CallbackId, position: number | null = null, message: string | null = null) =>
      chats.refresh(id, { position, message }),
    leave: (id: CallbackId, message: string | null = null) => chats.leave(id, message),
    poll: (id: CallbackId) => notifications.takeForCustomer(id),
    outbox: (user: string) => notifications.outbox(user as UserId),
    delivered: (...ids: NotificationId[]) => notifications.delivered(ids),
    notifyAgent: (id: CallbackId, display = 'Message to agent', application = 'APP') =>
      notifications.toAgent(id, display, application),
  }
}

function agentVerbs({ agents, notifications }: ContactCenter, id: AgentId) {
  const state = (to: AgentState, reason: string | null = null) => agents.setState(id, to, reason)
  return {
    get: () => agents.get(id),
    put: (profile: AgentProfile) => agents.put(id, profile),
    remove: () => agents.remove(id),
    ready: () => state('ready'),
    notReady: (reason: string | null = null) => state('not-ready', reason),
    afterCallWork: () => state('after-call-work'),
    logOut: () => state('logged-out'),
    accept: (callback: CallbackId) => agents.accept(id, callback),
    decline: (callback: CallbackId, reason: string | null = null) => agents.decline(id, callback, reason),
    say: (callback: CallbackId, text: string) => agents.say(id, callback, text),
    typing: (callback: CallbackId, isTyping: boolean) => agents.typing(id, callback, isTyping),
    transferTo: (callback: CallbackId, agent: string) =>
      agents.transfer(id, callback, { agent: agent as AgentId }),
    transferToQueue: (callback: CallbackId, queue: string) => agents.transfer(id, callback, { queue }),
    conference: (callback: CallbackId, agent: string) => agents.conference(id, callback, agent as AgentId),
    leave: (callback: CallbackId) => agents.leave(id, callback),
    dispose: (callback: CallbackId, code: string, note = '') => agents.dispose(id, callback, { code, note }),
    notify: (callback: CallbackId, display = 'Message to customer', application = 'APP') =>
      notifications.toCustomer(callback, display, application),
    mailbox: (callback: CallbackId) => notifications.takeForAgent(callback),
  }
}

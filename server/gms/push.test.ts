import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BayeuxLimits } from '../bayeux/bayeux.ts'
import { createBayeux } from '../bayeux/hub.ts'
import type { CallbackId, UserId } from '../contact-center/contact-center.ts'
import { createSystemClock } from '../runtime/system-clock.ts'
import { openDevice, type Device } from '../testing-device.ts'
import { cometDevice, startTester, type Tester } from '../testing.ts'
import { pushChannel, type ChatAnswer, type CustomerMessage, type PushData } from './contract.ts'
import { createBayeuxPolicy } from './policy.ts'
import { createPush, type Pushed, type PushOptions } from './push.ts'

/** Push over a contact centre, with a Bayeux server of its own, and ears on what it hands over. */
async function startPush(
  options: Pick<PushOptions, 'limits'> & { storage?: { file: string }; bayeux?: Partial<BayeuxLimits> } = {},
) {
  const { storage, bayeux: bayeuxLimits = {}, ...more } = options
  const tester = await startTester({
    agents: ['anna'],
    listen: false,
    ...(storage === undefined ? {} : { storage }),
  })
  const failures: unknown[] = []
  const pushed: Pushed[] = []
  const ends: string[] = []
  const ears = new Set<() => void>()
  const bayeux = createBayeux({
    clock: createSystemClock(),
    policy: createBayeuxPolicy({ allowedOrigins: [] }),
    limits: bayeuxLimits,
    observer: {
      listening: (user, channel, session) => push.listening(user, channel, session),
      unsubscribed: (user, channel, session) => push.unsubscribed(user, channel, session),
      sessionClosed: (session) => push.sessionClosed(session),
    },
  })
  const push = createPush({
    ...more,
    centre: tester.centre,
    bayeux,
    log: { info: () => {}, warn: () => {}, error: (message) => void failures.push(message) },
    observer: {
      pushed(row) {
        pushed.push(row)
        ears.forEach((hear) => hear())
        return (outcome) => void ends.push(outcome)
      },
    },
  })
  const server = createServer((request, response) => bayeux.handle(request, response))
  server.on('upgrade', (request, socket, head) => bayeux.upgrade(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    tester,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pushed,
    ends,
    /** Resolves when so many rows have been handed over. */
    async untilPushed(count: number): Promise<void> {
      await new Promise<void>((resolve) => {
        const hear = () => void (pushed.length >= count && (ears.delete(hear), resolve()))
        ears.add(hear)
        hear()
      })
    },
    async close() {
      await bayeux.close()
      await push.close()
      server.close()
      server.closeAllConnections()
      await tester.close()
      expect(failures).toEqual([])
    },
  }
}

let kit: Awaited<ReturnType<typeof startPush>>
let devices: Device[]

beforeEach(async () => {
  kit = await startPush()
  devices = []
})
afterEach(async () => {
  await Promise.all(devices.map((device) => device.close()))
  await kit.close()
})

async function open(user: string, transport: 'long-polling' | 'websocket' = 'websocket', url = kit.url) {
  const device = await openDevice({ url, user, transport })
  devices.push(device)
  return device
}

const start = (user: string, tester: Tester = kit.tester) =>
  tester.customer.startCallback('chat-delay', cometDevice(user))
const notify = (id: CallbackId, text: string) => kit.tester.centre.notifications.toCustomer(id, text, '')
const texts = (received: readonly unknown[]) =>
  (received as PushData[]).map(({ message }) => (message as CustomerMessage)._display_message)
const says = (text: string) => (data: PushData) => (data.message as CustomerMessage)._display_message === text

/** A session that listens but asks for nothing: what it is sent stays with it. */
async function openSilently(user: string) {
  const ask = async (message: object) => {
    const headers = { 'Content-Type': 'application/json', gms_user: user }
    const response = await fetch(`${kit.url}/genesys/cometd`, {
      method: 'POST',
      headers,
      body: JSON.stringify([message]),
    })
    return (await response.json()) as { channel: string; clientId?: string; data?: PushData }[]
  }
  const [{ clientId } = {}] = await ask({
    channel: '/meta/handshake',
    version: '1.0',
    supportedConnectionTypes: ['long-polling'],
  })
  const subscribe = () => ask({ channel: '/meta/subscribe', clientId, subscription: pushChannel })
  await subscribe()
  return {
    subscribe,
    unsubscribe: () => ask({ channel: '/meta/unsubscribe', clientId, subscription: pushChannel }),
    /** Asks once, without waiting, and tells what came. */
    async fetch() {
      const advice = { timeout: 0 }
      const reply = await ask({ channel: '/meta/connect', clientId, connectionType: 'long-polling', advice })
      return reply.flatMap(({ data }) => data ?? [])
    },
    leave: () => ask({ channel: '/meta/disconnect', clientId }),
  }
}

test.each(['long-polling', 'websocket'] as const)(
  '[GM47] a push has id, message and tag, over %s',
  async (transport) => {
    const device = await open('bob', transport)
    const { id } = await start('bob')
    await kit.tester.agent('anna').ready()
    const data = await device.until((push: PushData) => push.tag === `service.agentavailable.${id}`)
    expect(JSON.stringify(data)).toBe(
      `{"id":"${data.id}","message":{"_action":"get-dialog-user-confirmation-provide_code-false","_id":"${id}"},` +
        `"tag":"service.agentavailable.${id}"}`,
    )
    expect(data.id).toMatch(/^[0-9a-f]{32}$/)
  },
)

test('[GM48] a user\u2019s notifications come in order, once in each session, to nobody else', async () => {
  const [polling, socket, other] = [await open('bob', 'long-polling'), await open('bob'), await open('eve')]
  const { id } = await start('bob')
  const wanted = Array.from({ length: 30 }, (_, index) => `message ${index}`)
  await Promise.all(wanted.map((text) => notify(id, text)))
  await polling.until(says('message 29'))
  await socket.until(says('message 29'))
  const eves = await start('eve')
  await notify(eves.id, 'for eve')
  await other.until(says('for eve'))
  expect(texts(polling.received)).toEqual(wanted)
  expect(texts(socket.received)).toEqual(wanted)
  expect(texts(other.received)).toEqual(['for eve'])
})

test('[GM49] what nobody listens for waits, in order, and comes once', async () => {
  const { id } = await start('bob')
  await notify(id, 'one')
  await notify(id, 'two')
  const first = await open('bob')
  await first.until(says('two'))
  await notify(id, 'three')
  await first.until(says('three'))
  expect(texts(first.received)).toEqual(['one', 'two', 'three'])
  const second = await open('bob')
  await notify(id, 'four')
  await second.until(says('four'))
  expect(texts(second.received)).toEqual(['four'])
})

test('[GM49] what is queued while a session comes follows what waited before, in a file too', async () => {
  await kit.close()
  const folder = await mkdtemp(join(tmpdir(), 'gms-push-'))
  kit = await startPush({ storage: { file: join(folder, 'centre.sqlite') } })
  for (let round = 0; round < 10; round += 1) {
    const user = `bob${round}`
    const { id } = await start(user)
    await notify(id, 'old 1')
    await notify(id, 'old 2')
    const coming = open(user)
    // Whenever the subscription comes, something is just being queued.
    const queued: string[] = []
    const come = new AbortController()
    const came = coming.finally(() => come.abort())
    while (!come.signal.aborted) {
      const text = `new ${queued.length}`
      queued.push(text)
      await notify(id, text)
    }
    await notify(id, 'end')
    const device = await came
    await device.until(says('end'))
    expect(texts(device.received)).toEqual(['old 1', 'old 2', ...queued, 'end'])
  }
  await rm(folder, { recursive: true })
})

test('[GM49] a long outbox comes in portions that a queue can take', async () => {
  await kit.close()
  kit = await startPush({ limits: { portionMax: 7, portionBytesMax: 100_000 } })
  const { id } = await start('bob')
  const wanted = Array.from({ length: 40 }, (_, index) => `${index} ${'x'.repeat(index < 20 ? 10 : 40_000)}`)
  for (const text of wanted) await notify(id, text)
  const silent = await openSilently('bob')
  const portions = [await silent.fetch(), await silent.fetch()].filter(({ length }) => length > 0)
  for (const portion of portions) expect(portion).toHaveLength(7)
  await silent.leave()
  const device = await open('bob')
  await device.until(says(wanted.at(-1) ?? ''))
  expect(texts(device.received)).toEqual(wanted.slice(7 * portions.length))
  await notify(id, 'later')
  await device.until(says('later'))
})

test('[GM49] it waits through a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gms-push-'))
  const storage = { file: join(folder, 'centre.sqlite') }
  const before = await startTester({ agents: ['anna'], storage })
  const { id } = await start('bob', before)
  await before.agent('anna').ready()
  await before.close()
  const after = await startTester({ storage })
  const device = await openDevice({ url: after.url, user: 'bob', transport: 'websocket' })
  await device.until((push: PushData) => push.tag === `service.agentavailable.${id}`)
  await device.close()
  await after.close()
  await rm(folder, { recursive: true })
})

test('[GM50] every live session has its copy', async () => {
  const silent = await openSilently('bob')
  const device = await open('bob')
  const { id } = await start('bob')
  await notify(id, 'one')
  await device.until(says('one'))
  await notify(id, 'two')
  await device.until(says('two'))
  expect(texts(await silent.fetch())).toEqual(['one', 'two'])
  expect(texts(await silent.fetch())).toEqual([])
})

test('[GM50] what every session has lost waits again', async () => {
  const [first, second] = [await openSilently('bob'), await openSilently('bob')]
  const { id } = await start('bob')
  await notify(id, 'one')
  await kit.untilPushed(1)
  expect(kit.pushed[0]?.sessions).toBe(2)
  await first.leave()
  await second.leave()
  const device = await open('bob')
  await device.until(says('one'))
  expect(kit.pushed.map(({ sessions }) => sessions)).toEqual([2, 1])
  expect(kit.ends).toEqual(['lost', 'delivered'])
})

test('[GM59] after a reset nothing arrives of what was before, or is taken for a copy of it', async () => {
  const silent = await openSilently('bob')
  await notify((await start('bob')).id, 'one')
  await kit.untilPushed(1)
  await kit.tester.centre.control.reset(1)
  await notify((await start('bob')).id, 'again')
  await kit.untilPushed(2)
  // The same seed gives the same ids.
  expect(kit.pushed[1]?.notification.id).toBe(kit.pushed[0]?.notification.id)
  expect(texts(await silent.fetch())).toEqual(['again'])
  while (kit.ends.length < 2) await new Promise((resolve) => setImmediate(resolve))
  expect(kit.ends).toEqual(['lost', 'delivered'])
  // Only the new one has arrived, and is recorded.
  await kit.tester.centre.control.reset(2)
  expect(texts(await silent.fetch())).toEqual([])
})

test('[GM59] a session that a reset finds in the middle of a long outbox is pushed to afterwards', async () => {
  await kit.close()
  kit = await startPush({ limits: { portionMax: 2, portionBytesMax: 100_000 } })
  const { id } = await start('bob')
  for (const text of ['one', 'two', 'three']) await notify(id, text)
  const silent = await openSilently('bob')
  await kit.untilPushed(5)
  await kit.tester.centre.control.reset(1)
  await notify((await start('bob')).id, 'new')
  await kit.untilPushed(6)
  expect(texts(await silent.fetch())).toEqual(['new'])
})

test('[GM90] what comes for a user whose session has unsubscribed waits, what it had not read too', async () => {
  const silent = await openSilently('bob')
  const { id } = await start('bob')
  await notify(id, 'one')
  await kit.untilPushed(1)
  await silent.unsubscribe()
  await notify(id, 'two')
  await kit.untilPushed(2)
  expect(kit.pushed.map(({ sessions }) => sessions)).toEqual([1, 0])
  expect(await silent.fetch()).toEqual([])
  await silent.subscribe()
  await kit.untilPushed(4)
  expect(texts(await silent.fetch())).toEqual(['one', 'two'])
})

test('[GM90] another session of the user goes on, and the one that has unsubscribed leaves it its copies', async () => {
  const silent = await openSilently('bob')
  const device = await open('bob')
  const { id } = await start('bob')
  await silent.unsubscribe()
  await notify(id, 'one')
  await device.until(says('one'))
  await silent.subscribe()
  await notify(id, 'two')
  await device.until(says('two'))
  expect(texts(await silent.fetch())).toEqual(['two'])
})

test('[GM51] a session that comes while another holds its copy gets one too, and none gets two', async () => {
  const silent = await openSilently('bob')
  const { id } = await start('bob')
  await notify(id, 'one')
  await kit.untilPushed(1)
  // The page was loaded anew; the session of the old page has not expired.
  const device = await open('bob')
  await device.until(says('one'))
  await notify(id, 'two')
  await device.until(says('two'))
  expect(texts(await silent.fetch())).toEqual(['one', 'two'])
  expect(texts(device.received)).toEqual(['one', 'two'])
})

test('[GM46] what push has delivered is not polled again', async () => {
  const { centre } = kit.tester
  const device = await open('bob')
  const { id } = await start('bob')
  const delivered = new Promise<void>((resolve) => {
    const stop = centre.subscribe((event) => {
      if (event.type !== 'notification-delivered') return
      expect(event.by).toBe('push')
      stop()
      resolve()
    })
  })
  await notify(id, 'one')
  await device.until(says('one'))
  await delivered
  expect(await centre.notifications.takeForCustomer(id)).toEqual([])
})

test('[GM52] a push is told with its reach, also to a device that is not reached from here', async () => {
  const { centre, customer } = kit.tester
  const device = { os: 'gcm', notificationId: 'token' }
  const other = await customer.startCallback('chat-delay', { device })
  await centre.notifications.toCustomer(other.id, 'elsewhere', '')
  await kit.untilPushed(1)
  const waiting = await start('bob')
  await notify(waiting.id, 'waits')
  await kit.untilPushed(2)
  const bob = await open('bob')
  await bob.until(says('waits'))
  await kit.untilPushed(3)
  const told = kit.pushed.map(({ data, user, sessions }) => [texts([data])[0], user, sessions])
  expect(told).toEqual([
    ['elsewhere', null, 0],
    ['waits', 'bob', 0],
    ['waits', 'bob', 1],
  ])
  // Nothing was sent: the poll still has it.
  expect(await centre.notifications.takeForCustomer(other.id)).toHaveLength(1)
})

test.each([
  ['gcm', 'FCM', '/v1/projects/gms-tester/messages:send'],
  ['FCM', 'FCM', '/v1/projects/gms-tester/messages:send'],
  ['android', 'FCM', '/v1/projects/gms-tester/messages:send'],
  ['ios', 'APNS', '/3/device/to%2Fken'],
  ['apns', 'APNS', '/3/device/to%2Fken'],
  ['orscb', 'DEVICE', '/orscb/to%2Fken'],
])('[GM91] a push for %s is rendered for %s, and the poll still has it', async (os, provider, path) => {
  const { centre, customer, agent } = kit.tester
  const { id } = await customer.startCallback('chat-delay', { device: { os, notificationId: 'to/ken' } })
  await agent('anna').ready()
  await kit.untilPushed(1)
  await centre.notifications.toCustomer(id, 'Call us', 'x')
  await kit.untilPushed(2)
  const [news, word] = kit.pushed.map(({ unsent }) => unsent)
  expect([news?.provider, news?.path]).toEqual([provider, path])
  const message = JSON.stringify({
    _id: id,
    _action: 'get-dialog-user-confirmation-provide_code-false',
  })
  const body: unknown = JSON.parse(news?.body ?? '')
  if (provider === 'FCM') expect(body).toEqual({ message: { token: 'to/ken', data: { message } } })
  if (provider === 'APNS')
    expect(body).toEqual({ aps: { alert: 'An agent is available.', sound: 'default' }, message })
  if (provider === 'DEVICE') expect(body).toEqual(kit.pushed[0]?.data)
  if (provider === 'APNS') expect(word?.body).toContain('"alert":"Call us"')
  expect(await centre.notifications.takeForCustomer(id)).toHaveLength(2)
})

test('[GM91] a chat that asks for comet is pushed over Bayeux, whatever the device', async () => {
  const device = await open('bob')
  const { customer, agent } = kit.tester
  await agent('anna').ready()
  const gcm = { os: 'gcm', notificationId: 'token' }
  const { id } = await customer.startCallback('chat-delay', { device: gcm })
  await kit.untilPushed(1)
  await customer.connect(id)
  await customer.createChat(id, { pushTo: cometDevice('bob').user })
  await device.until(({ tag }: PushData) => tag === `service.chat.refresh.${id}`)
  expect(kit.pushed.map(({ unsent }) => unsent?.provider)).toEqual(['FCM', undefined])
})

test('[GM52] a push that was too much for its session is told to be lost', async () => {
  await kit.close()
  kit = await startPush({ bayeux: { queuedMessagesMax: 0 } })
  const bob = await openSilently('bob')
  const { id } = await start('bob')
  await notify(id, 'one')
  await kit.untilPushed(1)
  expect(kit.pushed[0]?.sessions).toBe(1)
  expect(kit.ends).toEqual(['lost'])
  expect(await bob.fetch()).toEqual([])
})

test('[GM53] chat rows are pushed as they come, and the end with its state', async () => {
  const device = await open('bob')
  const { customer, agent } = kit.tester
  await agent('anna').ready()
  const { id } = await start('bob')
  await customer.connect(id)
  await customer.createChat(id, { pushTo: cometDevice('bob').user })
  await agent('anna').accept(id)
  await customer.say(id, 'Hello')
  await agent('anna').leave(id)
  const chatOf = ({ message }: PushData) => message as ChatAnswer
  await device.until((data: PushData) => chatOf(data).chatIxnState === 'DISCONNECTED')
  const pushes = (device.received as PushData[]).filter(({ tag }) => tag === `service.chat.refresh.${id}`)
  expect(pushes.map((data) => chatOf(data).transcriptPosition)).toEqual([1, 2, 3, expect.any(Number)])
  expect(chatOf(pushes[0] as PushData)).toMatchObject({ chatIxnState: 'TRANSCRIPT' })
  const rows = pushes.flatMap((data) =>
    chatOf(data).transcriptToShow.map(([type, , , , party]) => [type, party]),
  )
  expect(rows.slice(0, 4)).toEqual([
    ['Notice.Joined', 'CLIENT'],
    ['Notice.Joined', 'AGENT'],
    ['Message.Text', 'CLIENT'],
    ['Notice.Left', 'AGENT'],
  ])
})

test('[GM66] whoever unsubscribes is not there any more, whoever subscribes again is', async () => {
  const present = () => kit.tester.storage.transaction((tx) => tx.all('presence').map(({ user }) => user))
  const untilPresent = async (...users: string[]) => {
    while ((await present()).join() !== users.join()) await new Promise((resolve) => setImmediate(resolve))
  }
  const silent = await openSilently('bob')
  await untilPresent('bob')
  await silent.unsubscribe()
  await untilPresent()
  await silent.subscribe()
  await untilPresent('bob')
})

test('[GM66] a session of its user keeps a chat alive, also over a reset, and the last one that closes leaves it its time', async () => {
  const { centre, clock } = kit.tester
  const present = () => kit.tester.storage.transaction((tx) => tx.all('presence').map(({ user }) => user))
  const untilPresent = async (...users: string[]) => {
    while ((await present()).sort().join() !== users.join())
      await new Promise((resolve) => setImmediate(resolve))
  }
  const listen = (transport: 'long-polling' | 'websocket') =>
    openDevice({ url: kit.url, user: 'bob', transport })
  const [polling, socket] = [await listen('long-polling'), await listen('websocket')]
  await open('eve')
  await untilPresent('bob', 'eve')
  await centre.control.reset(1)
  await untilPresent('bob', 'eve')
  const { id } = await kit.tester.customer.startCallback('chat-delay', {
    ...cometDevice('bob'),
    properties: { _wait_for_agent: 'false' },
  })
  await kit.tester.customer.createChat(id, { pushTo: 'bob' as UserId })
  await clock.advance(1_000_000)
  await polling.close()
  await clock.advance(1_000_000)
  expect((await kit.tester.customer.callback(id)).chat?.state).toBe('waiting')
  await socket.close()
  await untilPresent('eve')
  await clock.advance(119_000)
  expect((await kit.tester.customer.callback(id)).chat?.state).toBe('waiting')
  await clock.advance(1000)
  expect((await kit.tester.customer.callback(id)).chat?.state).toBe('ended')
})

test('[BE6] while push is down it waits, and comes first when push is up again', async () => {
  const device = await open('bob')
  const { agent } = kit.tester
  const { backEnds, notifications } = kit.tester.centre
  await backEnds.set({ push: 'down' })
  await agent('anna').ready()
  const { id } = await start('bob')
  await notifications.toCustomer(id, 'First', 'A')
  const late = await openDevice({ url: kit.url, user: 'bob', transport: 'long-polling' })
  expect(device.received).toEqual([])
  await backEnds.set({ push: 'up' })
  await notifications.toCustomer(id, 'Second', 'B')
  for (const each of [device, late]) {
    await each.until(({ message }: PushData) => JSON.stringify(message).includes('Second'))
    const texts = (each.received as PushData[]).map(({ message }) => JSON.stringify(message))
    expect(texts).toHaveLength(3)
    expect(texts[1]).toContain('First')
  }
  await late.close()
})

test('[BE6] while push is down it can be polled, and is not pushed again', async () => {
  const device = await open('bob')
  const { backEnds, notifications } = kit.tester.centre
  await backEnds.set({ push: 'down' })
  const { id } = await start('bob')
  await notifications.toCustomer(id, 'First', 'A')
  expect(await notifications.takeForCustomer(id)).toHaveLength(1)
  await backEnds.set({ push: 'up' })
  await notifications.toCustomer(id, 'Second', 'B')
  await device.until(({ message }: PushData) => JSON.stringify(message).includes('Second'))
  expect(device.received).toHaveLength(1)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CallbackId } from './contact-center/contact-center.ts'
import { paths, type ChatAnswer, type PushData, type ServiceOperation } from './gms/contract.ts'
import { seconds } from './runtime/clock.ts'
import { startTester, type Tester } from './testing.ts'
import { openDevice } from './testing-device.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gms-tester-'))
afterAll(() => rmSync(folder, { recursive: true }))

const user = 'b16416334828b1d26ef14f329628b55b5a8c631d8928a371a5584722dd7fb673'

/** A request of the customer's app, as its page sends it. */
async function ask(tester: Tester, at: string, fields: Record<string, string> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const response = await fetch(tester.url + at, { method: 'POST', body, headers: { gms_user: user } })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const start = (tester: Tester) =>
  ask(tester, paths.start('chat-delay'), {
    _customer_number: '4082652649',
    usr_customer_name: 'Bob Markel',
    usr_reason: 'billing question',
    _device_notification_id: user,
    _device_os: 'comet',
  })

const chatFields = {
  notify_by: 'comet',
  firstName: 'John',
  lastName: 'Harry',
  _verbose: 'false',
  subject: 'testing',
  email: 'j.h@example.com',
}

const idOf = (answer: { body: Record<string, unknown> }) => String(answer.body._id) as CallbackId

const rowsOf = (data: PushData) => ('transcriptToShow' in data.message ? data.message.transcriptToShow : [])

test.each([
  ['AP1', 'long-polling'],
  ['AP2', 'websocket'],
] as const)('[%s] the whole flow over %s', async (_, transport) => {
  const tester = await startTester({ agents: ['anna'] })
  const { url, api, agent, customer } = tester
  const device = await openDevice({ url, user, transport })
  const id = idOf(await start(tester))
  const operation = (name: ServiceOperation, fields?: Record<string, string>) =>
    ask(tester, paths.operation(id, name), fields)

  await agent('anna').ready()
  const announced = await device.until<PushData>((data) => data.tag === `service.agentavailable.${id}`)
  expect(announced.message).toEqual({
    _action: 'get-dialog-user-confirmation-provide_code-false',
    _id: id,
  })
  expect((await operation('connect')).body).toMatchObject({
    _action: 'StartChat',
    _start_chat_url: `${url}/genesys/1/service/${id}/ixn/chat`,
    _user_header: user,
  })
  expect(await operation('ixn/chat', chatFields)).toEqual({
    status: 200,
    body: { _id: id, comet_channel: '/_genesys' },
  })
  expect((await api('POST', `/agents/anna/interactions/${id}/accept`)).status).toBe(200)
  await device.until<PushData>((data) =>
    rowsOf(data).some((row) => row[0] === 'Notice.Joined' && row[4] === 'AGENT'),
  )
  await api('POST', `/agents/anna/interactions/${id}/message`, { text: 'How may I help?' })
  await device.until<PushData>((data) => rowsOf(data).some((row) => row[2] === 'How may I help?'))
  expect((await operation('ixn/chat/send', { message: 'My bill' })).status).toBe(200)
  await device.until<PushData>((data) => rowsOf(data).some((row) => row[2] === 'My bill'))
  await api('POST', `/agents/anna/interactions/${id}/leave`)
  await device.until<PushData>(
    (data) => 'chatIxnState' in data.message && data.message.chatIxnState === 'DISCONNECTED',
  )
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', step: 'done' })

  // Nothing twice, nothing lost, in order.
  const indexes = (device.received as PushData[]).flatMap((data) => rowsOf(data).map((row) => row[2]))
  expect(new Set((device.received as PushData[]).map((data) => data.id)).size).toBe(device.received.length)
  expect(indexes.indexOf('How may I help?')).toBeLessThan(indexes.indexOf('My bill'))
  await device.close()
  await tester.close()
})

test('[AP3] a tester that is started again on its file goes on where it stood', async () => {
  const file = path.join(folder, 'flow.sqlite')
  const before = await startTester({ storage: { file } })
  await before.agent('anna').ready()
  const id = idOf(await start(before))
  await ask(before, paths.operation(id, 'connect'))
  await ask(before, paths.operation(id, 'ixn/chat'), chatFields)
  await before.agent('anna').accept(id)
  await before.agent('anna').say(id, 'Just a moment')
  const waiting = idOf(await start(before))
  await before.close()

  const after = await startTester({ storage: { file } })
  expect(await after.customer.callback(id)).toMatchObject({ step: 'talking', chat: { state: 'talking' } })
  expect(await after.customer.callback(waiting)).toMatchObject({ state: 'QUEUED' })
  // What nobody took before is delivered now, and the chat goes on.
  const device = await openDevice({ url: after.url, user, transport: 'long-polling' })
  await device.until<PushData>((data) => rowsOf(data).some((row) => row[2] === 'Just a moment'))
  const said = await ask(after, paths.operation(id, 'ixn/chat/send'), { message: 'I wait' })
  expect((said.body as unknown as ChatAnswer).chatIxnState).toBe('TRANSCRIPT')
  await device.until<PushData>((data) => rowsOf(data).some((row) => row[2] === 'I wait'))
  await after.agent('anna').leave(id)
  await device.until<PushData>((data) => data.tag === `service.agentavailable.${waiting}`)
  await device.close()
  await after.close()
})

test('[AP3] what was due is due after the start too', async () => {
  const file = path.join(folder, 'alarm.sqlite')
  const before = await startTester({ storage: { file } })
  await before.agent('anna').ready()
  const id = idOf(await start(before))
  await ask(before, paths.operation(id, 'connect'))
  await ask(before, paths.operation(id, 'ixn/chat'), chatFields)
  await before.clock.advance(seconds(10))
  await before.close()

  const after = await startTester({ storage: { file } })
  await after.clock.advance(seconds(19))
  expect((await after.agent('anna').view()).interactions).toMatchObject([{ state: 'ringing' }])
  await after.clock.advance(seconds(1))
  expect((await after.agent('anna').view()).interactions).toMatchObject([{ endedBy: 'missed' }])
  await after.close()
})

test('[AP6] a new installation begins with the version and the seed of the configuration', async () => {
  const ids: string[] = []
  for (const seed of [7, 7, 8]) {
    const tester = await startTester({ config: { seed, gmsVersion: '8.5.2' }, listen: false })
    expect(await tester.centre.settings.get()).toMatchObject({ gmsVersion: '8.5.2' })
    ids.push((await tester.customer.startCallback()).id)
    await tester.close()
  }
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[1])
})

test('[AP8] the same seed and the same calls make the same history, after each reset and on every engine', async () => {
  const histories: string[] = []
  for (const storage of ['memory', { file: path.join(folder, 'seed.sqlite') }] as const) {
    const tester = await startTester({ storage })
    for (let round = 1; round <= 2; round += 1) {
      expect((await tester.api('POST', '/reset', { seed: 42 })).status).toBeLessThan(300)
      await tester.api('POST', '/clock', { pause: true })
      const begun = tester.clock.now()
      const ids = [idOf(await start(tester)), idOf(await start(tester))]
      await tester.api('POST', '/agents/anna/state', { state: 'ready' })
      await tester.api('POST', '/clock', { advanceSeconds: 31 })
      await ask(tester, paths.operation(ids[0] ?? '', 'connect'))
      await ask(tester, paths.operation(ids[0] ?? '', 'ixn/chat'), chatFields)
      await tester.api('POST', `/agents/anna/interactions/${ids[0]}/accept`)
      await tester.api('POST', '/queues/VQ_Chat/callers', { count: 2 })
      await tester.api('POST', '/clock', { advanceSeconds: 300 })
      const events = await tester.storage.transaction((tx) => tx.history({}))
      expect(events.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['confirmation-missed', 'participant-joined', 'notification-queued']),
      )
      histories.push(JSON.stringify(events.map((event) => ({ ...event, at: event.at - begun }))))
    }
    await tester.close()
  }
  expect(new Set(histories).size).toBe(1)
})

test('[AP7] the history is bounded; the oldest events go first', async () => {
  const tester = await startTester({ limits: { historyMax: 5 }, listen: false })
  const { id } = await tester.customer.startCallback()
  await tester.agent('anna').ready()
  expect((await tester.centre.callbacks.history(id)).map((event) => event.type)).toContain('agent-available')
  for (let i = 0; i < 3; i++) {
    await tester.agent('ben').ready()
    await tester.agent('ben').notReady()
  }
  expect(await tester.centre.callbacks.history(id)).toEqual([])
  await tester.close()
})

test('[AP4] several testers run beside each other', async () => {
  const [one, other] = await Promise.all([startTester(), startTester()])
  await one.agent('anna').ready()
  const id = idOf(await start(one))
  expect((await one.api('GET', `/callbacks/${id}`)).status).toBe(200)
  expect((await other.api('GET', `/callbacks/${id}`)).status).toBe(404)
  expect((await other.agent('anna').view()).state).toBe('logged-out')
  await Promise.all([one.close(), other.close()])
})

test('[AP5] a tester that is closed answers its held polls first', async () => {
  const tester = await startTester()
  const post = async (message: object) => {
    const body = JSON.stringify([message])
    const headers = { 'Content-Type': 'application/json', gms_user: user }
    const response = await fetch(`${tester.url}/genesys/cometd`, { method: 'POST', body, headers })
    return (await response.json()) as { clientId: string; advice?: { reconnect?: string } }[]
  }
  const [handshake] = await post({
    channel: '/meta/handshake',
    version: '1.0',
    supportedConnectionTypes: ['long-polling'],
  })
  const connect = { channel: '/meta/connect', clientId: handshake?.clientId, connectionType: 'long-polling' }
  await post(connect)
  const held = post(connect)
  while (!tester.application.traffic.page({ after: 0, limit: 100 }).items.some((item) => item.isHeld))
    await new Promise((resolve) => setImmediate(resolve))
  await tester.close()
  expect((await held)[0]?.advice).toBeDefined()
})

test('[HS5] a mistake of ours is answered 500 in the words of whoever owns the path, and logged', async () => {
  const lines: string[] = []
  const log = { info: () => {}, warn: () => {}, error: (message: string) => lines.push(message) }
  const tester = await startTester({ log })
  // Nothing can be kept any more: every call fails, and none of them is the caller's fault.
  await tester.storage.close()
  expect(await tester.api('GET', '/agents')).toMatchObject({
    status: 500,
    body: { error: { code: 'internal' } },
  })
  const answer = await start(tester)
  expect(answer.status).toBe(500)
  expect(answer.body).toMatchObject({ exception: expect.stringMatching(/^gmstester\./) })
  expect(lines.length).toBeGreaterThanOrEqual(2)
  await tester.close()
})

test.each([true, false])(
  '[AP9] scripts are spoken to only where that is wanted: %s',
  async (callbackPolling) => {
    const tester = await startTester({ config: { callbackPolling } })
    const handshake = {
      channel: '/meta/handshake',
      version: '1.0',
      supportedConnectionTypes: ['callback-polling'],
    }
    const message = encodeURIComponent(JSON.stringify([handshake]))
    const response = await fetch(`${tester.url}/genesys/cometd/?jsonp=hear&message=${message}`)
    expect(response.status).toBe(callbackPolling ? 200 : 405)
    expect((await response.text()).startsWith('/**/hear([{')).toBe(callbackPolling)
    await tester.close()
  },
)

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { centreSchema, type CentreStorage } from '../contact-center/records.ts'
import { pushChannel, tags, type PushData } from '../gms/contract.ts'
import { openDevice } from '../testing-device.ts'
import { cometDevice, startTester } from '../testing.ts'
import type { ChangeHint, ResetJson } from './contract.ts'

/** Of every record of every kind, and of every event. */
const hashOf = (storage: CentreStorage) =>
  storage.transaction((tx) => {
    const hash = createHash('sha256')
    for (const kind of Object.keys(centreSchema) as (keyof typeof centreSchema)[]) {
      const texts = tx.all(kind).map((record) => JSON.stringify(record))
      hash.update(JSON.stringify([kind, texts.sort()]))
    }
    return hash.update(JSON.stringify(tx.history({}))).digest('hex')
  })

test('[TA115] an undone reset restores the identical hash of everything that is kept', async () => {
  const { api, storage, customer, agent, clock, close } = await startTester()
  const talking = await customer.startCallback()
  await agent('anna').ready()
  await customer.connect(talking.id)
  await customer.createChat(talking.id)
  await agent('anna').accept(talking.id)
  await agent('anna').say(talking.id, 'Hello')
  await customer.startCallback()
  await api('POST', '/clock', { pause: true, advanceSeconds: 30 })
  const before = await hashOf(storage)

  expect((await api('POST', '/reset')).status).toBe(204)
  await customer.startCallback()
  expect(await hashOf(storage)).not.toBe(before)
  const undo = await api('POST', '/reset/undo')
  expect([undo.status, undo.body]).toEqual([204, undefined])
  expect(await hashOf(storage)).toBe(before)
  expect((await api('GET', '/clock')).body).toMatchObject({
    paused: true,
    now: new Date(clock.now()).toISOString(),
  })
  expect((await customer.say(talking.id, 'Are you still there?')).chat.state).toBe('talking')
  await close()
})

test('[TA115] what cannot be undone is answered 409, and changes nothing', async () => {
  const { api, close } = await startTester({ limits: { centre: { undoItemsMax: 12 } } })
  expect(await api('POST', '/reset/undo')).toMatchObject({
    status: 409,
    body: { error: { code: 'nothing-to-undo', rule: 'ID5' } },
  })
  await api('POST', '/reset')
  expect((await api('POST', '/reset/undo', { seed: 1 })).status).toBe(400)
  expect((await api('POST', '/reset/undo')).status).toBe(204)
  expect((await api('POST', '/reset/undo')).status).toBe(409)
  await api('POST', '/queues/VQ_Chat/callers', { count: 20 })
  expect((await api('POST', '/reset')).status).toBe(204)
  expect(await api('POST', '/reset/undo')).toMatchObject({
    status: 409,
    body: { error: { code: 'reset-too-large', rule: 'ID6', facts: { undoItemsMax: 12 } } },
  })
  await close()
})

test('[TA116] whoever asks is told what could be undone, or why nothing', async () => {
  const { api, customer, clock, close } = await startTester({ limits: { centre: { undoItemsMax: 40 } } })
  const look = async () => (await api('GET', '/reset')).body as ResetJson
  expect(await look()).toEqual({ undo: null, because: 'There is no reset that could be undone.' })
  await customer.startCallback()
  const at = new Date(clock.now()).toISOString()
  await api('POST', '/reset')
  expect(await look()).toEqual({
    undo: { records: expect.any(Number), events: 1, clock: at },
    because: null,
  })
  await api('POST', '/queues/VQ_Chat/callers', { count: 40 })
  await api('POST', '/reset')
  expect(await look()).toMatchObject({ undo: null, because: expect.stringContaining('more than 40') })
  await close()
})

test('[TA54] whoever watches is told that a reset was undone', async () => {
  const tester = await startTester()
  const watcher = await openDevice({
    url: tester.url,
    user: 'workbench',
    transport: 'websocket',
    channel: '/gmstester/changes',
    ext: { gmstester: 'workbench' },
  })
  await tester.api('POST', '/reset')
  await tester.api('POST', '/reset/undo')
  await watcher.until<ChangeHint>(({ kind }) => kind === 'undone')
  await watcher.close()
  await tester.close()
})

test('[ID7] what no device had before the reset is pushed after it was undone, to whoever is there now', async () => {
  const tester = await startTester()
  const { api, customer, agent } = tester
  const waiting = await customer.startCallback('chat-delay', cometDevice('bob'))
  await agent('anna').ready()
  await api('POST', '/reset')
  const device = await openDevice({
    url: tester.url,
    user: 'bob',
    transport: 'websocket',
    channel: pushChannel,
  })
  // Nothing is known of a session before what waits for its user has been looked for.
  while (!(await tester.storage.transaction((tx) => tx.get('presence', 'bob'))))
    await tester.storage.settled()
  await api('POST', '/reset/undo')
  const { tag } = await device.until<PushData>(() => true)
  expect(tag).toBe(tags.agentAvailable(waiting.id))
  await tester.application.close()
  expect(device.received).toHaveLength(1)
  await device.close()
  await tester.close()
})

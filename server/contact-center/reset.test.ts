import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { createRandom } from '../runtime/random.ts'
import { createSteerableClock } from '../runtime/steerable-clock.ts'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import type { AgentId, CallbackId, UserId } from './contact-center.ts'
import { createContactCenter } from './create-contact-center.ts'
import type { GeneratorSettings } from './load/generator.ts'
import { centreSchema } from './records.ts'
import type { CentreStorage } from './records.ts'
import { createCentreStorage, openCentre, startCentre, verbs } from './testing.ts'

/** Every record of every kind and every event, as they are kept. */
const everything = (storage: CentreStorage) =>
  storage.transaction((tx) => ({
    records: (Object.keys(centreSchema) as (keyof typeof centreSchema)[]).map((kind) =>
      tx
        .all(kind)
        .map((record) => JSON.stringify(record))
        .sort(),
    ),
    events: tx.history({}),
  }))

const arrivals: GeneratorSettings = {
  service: 'chat-delay',
  queue: null,
  seed: 1,
  arrivals: { law: 'poisson', perHour: 1200 },
  customersMax: null,
  patience: { distribution: 'exponential', meanSeconds: 40 },
  handle: null,
  confirmation: { late: 0.5, never: 0.2, delay: { distribution: 'fixed', seconds: 10 } },
  chatDelay: { distribution: 'fixed', seconds: 0 },
  lines: [],
  lineInterval: { distribution: 'fixed', seconds: 5 },
}

/** A centre in which much is going on: a talk, a ringing chat, somebody announced, news undelivered, customers on their way. */
async function startBusy(storage = createCentreStorage()) {
  const busy = await startCentre({ storage, agents: ['anna', 'ben'] })
  const { centre, customer, agent, advance } = busy
  await centre.settings.change({ gmsVersion: '8.5.2', idPrefix: '12' })
  await centre.agents.put('cleo' as AgentId, { groups: ['Billing'] })
  await centre.notifications.listens('bob' as UserId, true)
  const talking = await customer.startWithPush('bob')
  await agent('anna').ready()
  await customer.connectAndChat(talking.id, { pushTo: 'bob' as UserId })
  await agent('anna').accept(talking.id)
  await customer.say(talking.id, 'Hi')
  const ringing = await customer.start()
  await agent('ben').ready()
  await customer.connectAndChat(ringing.id)
  const announced = await customer.startWithPush('eve')
  await agent('cleo').ready()
  await centre.generators.start((await centre.generators.add(arrivals)).id)
  await advance(seconds(5))
  return { ...busy, ids: { talking: talking.id, ringing: ringing.id, announced: announced.id } }
}

test('[ID5] an undone reset leaves every record and every event as it was', async () => {
  const { centre, storage, customer, agent } = await startBusy()
  const before = await everything(storage)
  expect(before.events.length).toBeGreaterThan(20)

  await centre.control.reset(7)
  // His device is pushed to all the time, which a new installation is told anew.
  await centre.notifications.listens('bob' as UserId, true)
  await customer.start()
  await agent('anna').ready()
  await centre.control.advance(seconds(400))
  expect(await everything(storage)).not.toEqual(before)
  await centre.control.undoReset()
  expect(await everything(storage)).toEqual(before)
})

test('[ID5] a reset is undone once, and only the last one', async () => {
  const { centre, storage, customer } = await startCentre()
  await expect(centre.control.undoReset()).rejects.toMatchObject({ code: 'nothing-to-undo', rule: 'ID5' })
  expect(await centre.control.undoView()).toEqual({
    canUndo: false,
    because: 'There is no reset that could be undone.',
  })
  await customer.start()
  await centre.control.reset(7)
  const between = await customer.start()
  await centre.control.reset(7)
  expect(await centre.control.undoView()).toMatchObject({ canUndo: true })
  await Promise.all([
    centre.control.undoReset(),
    expect(centre.control.undoReset()).rejects.toMatchObject({ code: 'nothing-to-undo' }),
  ])
  expect((await customer.callback(between.id)).state).toBe('QUEUED')
  expect(await storage.transaction((tx) => tx.count('callback'))).toBe(1)
  await expect(centre.control.undoReset()).rejects.toMatchObject({ code: 'nothing-to-undo' })
})

test('[ID6] of more than it may keep a reset keeps nothing, and says so', async () => {
  const { centre, customer } = await startCentre({ limits: { undoItemsMax: 30 } })
  await centre.control.reset(1)
  expect(await centre.control.undoView()).toMatchObject({ canUndo: true, records: expect.any(Number) })
  for (let count = 0; count < 20; count += 1) await customer.start()
  await centre.control.reset(1)
  const because =
    'The last reset cannot be undone: there were too many records and events to be kept. (more than 30)'
  expect(await centre.control.undoView()).toEqual({ canUndo: false, because })
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await expect(centre.control.undoReset()).rejects.toMatchObject({
      code: 'reset-too-large',
      rule: 'ID6',
      facts: { undoItemsMax: 30 },
    })
  }
})

test('[ID7] what goes on by itself goes on as if there had been no reset', async () => {
  const undone = await startBusy()
  await undone.centre.control.reset(7)
  await undone.centre.notifications.listens('bob' as UserId, true)
  await undone.customer.start()
  await undone.centre.control.undoReset()
  const plain = await startBusy()
  for (const { centre, customer, agent } of [undone, plain]) {
    await centre.control.advance(seconds(26))
    await agent('ben').ready()
    await customer.start({ customerNumber: '4082652650' })
    await centre.control.advance(seconds(120))
  }
  const [one, other] = [await everything(undone.storage), await everything(plain.storage)]
  expect(one).toEqual(other)
  expect(undone.centre.settings.current()).toEqual(plain.centre.settings.current())
  expect(one.events.filter(({ type }) => type === 'offer-missed')).not.toEqual([])
})

test('[ID5] the clock goes on from where it stood, with its rate, and over a restart too', async () => {
  const storage = createCentreStorage()
  const real = createVirtualClock(undefined, () => storage.settled())
  const open = async () => {
    const clock = createSteerableClock({ base: real, quiet: () => storage.settled() })
    const centre = createContactCenter({ storage, clock, random: createRandom, newSeed: () => 1 })
    await centre.open()
    return centre
  }
  const first = await open()
  await first.control.advance(seconds(500))
  const { now } = await first.control.setRate(60)
  await real.advance(seconds(1))
  await first.control.reset(null)
  await real.advance(seconds(1000))
  expect(await first.control.undoView()).toMatchObject({ at: now + seconds(60) })
  await first.control.undoReset()
  expect(await first.control.clock()).toMatchObject({ now: now + seconds(60), rate: 60, isPaused: false })
  await first.close()
  await real.advance(seconds(2))
  const second = await open()
  expect(await second.control.clock()).toMatchObject({ now: now + seconds(180), rate: 60 })
})

test('[ID7] a clock that hurried hurries on', async () => {
  const { centre, clock, storage } = await startCentre()
  const until = clock.now() + seconds(86_400)
  await centre.control.hurry(seconds(86_400))
  await centre.control.reset(null)
  expect((await centre.control.clock()).hurriesUntil).toBeNull()
  await centre.control.undoReset()
  while ((await centre.control.clock()).hurriesUntil !== null) await storage.settled()
  expect(clock.now()).toBe(until)
})

test('[ID7] who is pushed to now counts, not who was before', async () => {
  const { centre, customer, agent, storage } = await startCentre({
    agents: ['anna', 'ben'],
    options: { _client_timeout: '60' },
  })
  const ids: CallbackId[] = []
  for (const [user, by] of [
    ['bob', 'anna'],
    ['eve', 'ben'],
  ] as const) {
    const { id } = await customer.startWithPush(user)
    await agent(by).ready()
    await customer.connectAndChat(id, { pushTo: user as UserId })
    await agent(by).accept(id)
    ids.push(id)
  }
  await centre.notifications.listens('bob' as UserId, true)
  await centre.control.reset(1)
  await centre.notifications.listens('eve' as UserId, true)
  await centre.control.undoReset()
  await centre.control.advance(seconds(600))
  const chats = await storage.transaction((tx) => ids.map((id) => tx.get('chat', id)?.phase))
  expect(chats).toEqual(['ended', 'talking'])
})

test('[ID5] a restart takes up what was put back, and has nothing to undo', async () => {
  const storage = createCentreStorage()
  const { centre, ids } = await startBusy(storage)
  await centre.control.reset(3)
  await centre.control.undoReset()
  await centre.close()
  const resumed = (await openCentre(storage)).centre
  expect((await verbs(resumed).customer.callback(ids.talking)).step).toBe('talking')
  await expect(resumed.control.undoReset()).rejects.toMatchObject({ code: 'nothing-to-undo' })
})

test('[ID5] whoever follows is told that a reset was undone, and hears no event of it', async () => {
  const { centre, customer, storage } = await startCentre()
  await customer.start()
  await centre.control.reset(1)
  await storage.settled()
  const heard: string[] = []
  centre.subscribe(({ type }) => heard.push(type))
  const end = centre.onUndone(() => heard.push('undone'))
  await centre.control.undoReset()
  await storage.settled()
  expect(heard).toEqual(['undone'])
  end()
  await centre.control.reset(1)
  await centre.control.undoReset()
  await storage.settled()
  expect(heard).toEqual(['undone', 'reset'])
})

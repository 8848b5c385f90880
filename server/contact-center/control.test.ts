import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { createRandom } from '../runtime/random.ts'
import { createSteerableClock } from '../runtime/steerable-clock.ts'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import { createContactCenter } from './create-contact-center.ts'
import { createCentreStorage, openCentre, startCentre, verbs } from './testing.ts'
import type { CentreStorage } from './records.ts'

const dayMillis = 24 * 3_600_000

/** A centre on a clock that runs along with one that stands in for real time. */
async function openOnRealTime(storage: CentreStorage, real: ReturnType<typeof createVirtualClock>) {
  const quiet = () => storage.settled()
  const centre = createContactCenter({
    storage,
    clock: createSteerableClock({ base: real, quiet }),
    random: createRandom,
    newSeed: () => 1,
  })
  await centre.open()
  return centre
}

test('[AL2] what fell due while the centre was closed goes off when it opens, in order', async () => {
  const storage = createCentreStorage()
  const real = createVirtualClock(undefined, () => storage.settled())
  const first = await openOnRealTime(storage, real)
  const { customer, agent } = verbs(first)
  const { id } = await customer.start()
  await agent('anna').ready()
  await first.close()
  await real.advance(seconds(100))

  const second = await openOnRealTime(storage, real)
  expect(await second.callbacks.get(id)).toMatchObject({ announcement: { attempt: 2, at: real.now() } })
})

test('[AL7] the clock hurries to a time, over a restart too, and then stands as before', async () => {
  const storage = createCentreStorage()
  const first = await openCentre(storage)
  const start = first.clock.now()
  expect(await first.centre.control.hurry(dayMillis)).toMatchObject({ hurriesUntil: start + dayMillis })
  await first.centre.close()
  const second = await openCentre(storage)
  while ((await second.centre.control.clock()).hurriesUntil !== null) await storage.settled()
  expect(second.clock.now()).toBe(start + dayMillis)
  expect(await second.centre.control.clock()).toMatchObject({ isPaused: true, rate: 1 })
})

test('[AL3] a restart resumes every step where it stood', async () => {
  const storage = createCentreStorage()
  let { centre } = await openCentre(storage)
  const restart = async () => {
    await centre.close()
    centre = (await openCentre(storage)).centre
    return verbs(centre)
  }
  const { id } = await verbs(centre).customer.startWithPush('bob')
  await (await restart()).agent('anna').ready()
  const { customer } = await restart()
  expect(await customer.outbox('bob')).toHaveLength(1)
  await customer.connect(id)
  await (await restart()).customer.createChat(id)
  const { agent } = await restart()
  expect((await agent('anna').get()).interactions).toMatchObject([{ state: 'ringing' }])
  await centre.control.advance(seconds(20))
  await restart()
  await centre.control.advance(seconds(10))
  expect((await verbs(centre).agent('anna').get()).stateReason).toBe('missed')
  await verbs(centre).agent('anna').ready()
  await verbs(centre).agent('anna').accept(id)
  const entries = (await (await restart()).customer.refresh(id, 0)).entries
  expect(entries.map(({ type }) => type)).toEqual(['joined', 'joined'])
})

test('[AL4] a paused clock stays where it was over a restart', async () => {
  const storage = createCentreStorage()
  const real = createVirtualClock(undefined, () => storage.settled())
  const first = await openOnRealTime(storage, real)
  const { now } = await first.control.setPaused(true)
  await first.control.advance(seconds(7))
  await first.close()
  await real.advance(seconds(1000))
  const second = await openOnRealTime(storage, real)
  expect(await second.control.clock()).toMatchObject({ isPaused: true, now: now + seconds(7) })
})

test('[AL4] a running clock goes on with its rate and distance', async () => {
  const storage = createCentreStorage()
  const real = createVirtualClock(undefined, () => storage.settled())
  const first = await openOnRealTime(storage, real)
  await first.control.advance(seconds(500))
  const { now } = await first.control.setRate(10)
  await real.advance(seconds(2))
  expect((await first.control.clock()).now).toBe(now + seconds(20))
  await first.close()
  await real.advance(seconds(3))
  const second = await openOnRealTime(storage, real)
  expect(await second.control.clock()).toMatchObject({ rate: 10, isPaused: false, now: now + seconds(50) })
})

test('[AL4] an advance that is cut off is not undone by the restart', async () => {
  const { customer, agent, clock, storage } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  await agent('anna').ready()
  // The clock moves on by itself, and the centre never gets to say that it has arrived.
  await clock.advance(seconds(45))
  const { centre } = await openCentre(storage)
  const { announcement } = await centre.callbacks.get(id)
  expect((await centre.control.clock()).now).toBe(announcement?.at)
})

test.each([0, 0.05, 1001, Number.NaN])('[AL5] a rate of %d is refused', async (rate) => {
  const { centre } = await startCentre()
  await expect(centre.control.setRate(rate)).rejects.toMatchObject({ code: 'setting-invalid' })
  expect((await centre.control.clock()).rate).toBe(1)
})

test.each([-1, 366 * dayMillis + 1, Number.NaN])('[AL5] an advance of %d is refused', async (millis) => {
  const { centre, clock } = await startCentre()
  const before = clock.now()
  await expect(centre.control.advance(millis)).rejects.toMatchObject({ code: 'setting-invalid' })
  expect(clock.now()).toBe(before)
})

test('[AL6] nothing is left to happen to a declined chat that has ended', async () => {
  const { customer, agent, centre } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start({ service: 'request-chat' })
  await customer.createChat(id)
  await agent('anna').ready()
  await agent('anna').decline(id)
  expect((await centre.control.clock()).next?.what).toBe('a declined chat is offered again')
  await customer.leave(id)
  expect((await centre.control.clock()).next?.what).toBe('the time to live of a callback ends')
})

test('[AL6] the clock tells what happens next', async () => {
  const { customer, agent, centre, clock, events } = await startCentre({ agents: ['anna'] })
  expect((await centre.control.clock()).next).toBeNull()
  const { id } = await customer.start()
  const givenUp = {
    at: clock.now() + seconds(14_160),
    kind: 'deadline',
    what: 'a callback is given up, unless it has got on',
  }
  expect((await centre.control.clock()).next).toEqual(givenUp)
  await agent('anna').ready()
  const confirmation = {
    at: clock.now() + seconds(30),
    kind: 'confirmation',
    what: "a customer's time to confirm ends",
  }
  expect((await centre.control.clock()).next).toEqual(confirmation)
  await customer.connect(id)
  expect((await centre.control.clock()).next).toEqual(givenUp)
  await centre.control.setPaused(true)
  expect(await events('clock-changed')).toHaveLength(1)
})

test('[ID2] a reset leaves a new installation, and a clock that runs at the real time', async () => {
  const storage = createCentreStorage()
  const real = createVirtualClock(undefined, () => storage.settled())
  const centre = await openOnRealTime(storage, real)
  await verbs(centre).customer.start()
  await centre.control.setRate(5)
  await centre.control.setPaused(true)
  await centre.control.advance(seconds(1000))
  await centre.settings.change({ gmsVersion: '8.5.2', idPrefix: '1' })
  await verbs(centre).agent('anna').remove()
  await real.advance(seconds(3))

  await centre.control.reset(7)
  expect(await centre.control.clock()).toEqual({
    now: real.now(),
    rate: 1,
    isPaused: false,
    hurriesUntil: null,
    next: null,
  })
  expect((await centre.callbacks.list({ limit: 9 })).items).toEqual([])
  expect((await centre.agents.list()).map(({ id }) => id)).toEqual(['anna', 'ben'])
  expect(centre.settings.current()).toEqual({
    gmsVersion: '8.1.2',
    idPrefix: '369',
    callback: {},
    server: {},
  })
  expect(await storage.transaction((tx) => tx.history({}))).toMatchObject([{ number: 1, type: 'reset' }])

  const one = await verbs(centre).customer.start()
  await centre.control.reset(7)
  expect((await verbs(centre).customer.start()).id).toBe(one.id)
  await centre.control.reset(8)
  expect((await verbs(centre).customer.start()).id).not.toBe(one.id)
})

test('[ID2] a reset without a seed takes a new one', async () => {
  const { centre, storage } = await startCentre()
  await centre.control.reset(null)
  expect(await storage.transaction((tx) => tx.get('installation', 'installation')?.seed)).toBe(99)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { timeText } from '../runtime/calendar.ts'
import { minutes, seconds } from '../runtime/clock.ts'
import { openSqliteStorage } from '../storage/sqlite.ts'
import type { CallbackId, ContactCenter } from './contact-center.ts'
import { centreSchema, subjectOf } from './records.ts'
import { figuresById, recountEvents } from './recount.ts'
import { intervalSecondsDefault } from './statistics.ts'
import type { QueueStatistics } from './statistics.ts'
import { createCentreStorage, openCentre, startCentre, verbs } from './testing.ts'
import type { Centre } from './testing.ts'

const read = (centre: ContactCenter, intervalSeconds = intervalSecondsDefault) =>
  centre.statistics.get({ intervalSeconds })

async function queueOf(centre: ContactCenter, name = 'VQ_Chat'): Promise<QueueStatistics> {
  const found = (await read(centre)).queues.find(({ queue }) => queue === name)
  if (found === undefined) throw new Error(`no queue ${name}`)
  return found
}

async function agentOf(centre: ContactCenter, id = 'anna') {
  const found = (await read(centre)).agents.find(({ agent }) => agent === id)
  if (found === undefined) throw new Error(`no agent ${id}`)
  return found
}

/** A customer who waits in the line of `request-chat`, in a chat. */
async function chatting({ customer }: Pick<Centre, 'customer'>): Promise<CallbackId> {
  const { id } = await customer.start({ service: 'request-chat' })
  await customer.createChat(id)
  return id
}

test('[ST1] whoever joins a line has entered, also when a chat is passed on to it', async () => {
  const tester = await startCentre({ agents: ['anna'] })
  const { centre, agent, customer } = tester
  await centre.services.put('loans', 'Chat-Delayed', {
    _target: 'Loans@S.GA',
    _urs_virtual_queue: 'VQ_Loans',
  })
  await customer.start()
  await centre.queues.addCallers('VQ_Chat', 2)
  expect(await queueOf(centre)).toMatchObject({ waiting: 3, sinceReset: { entered: 3, answered: 0 } })
  const id = await chatting(tester)
  await agent('anna').ready()
  await agent('anna').accept(id)
  await agent('anna').transferToQueue(id, 'VQ_Loans')
  expect(await queueOf(centre, 'VQ_Loans')).toMatchObject({ waiting: 1, sinceReset: { entered: 1 } })
  expect(await queueOf(centre)).toMatchObject({ waiting: 3, sinceReset: { entered: 4, answered: 1 } })
})

test('[ST2] the speed of answer is the time from entering to an agent, ringing included', async () => {
  const tester = await startCentre({ agents: ['anna'] })
  const { centre, agent, advance } = tester
  for (const wait of [10, 25]) {
    const id = await chatting(tester)
    await agent('anna').ready()
    await advance(seconds(wait))
    await agent('anna').accept(id)
    await agent('anna').leave(id)
  }
  expect((await queueOf(centre)).sinceReset).toMatchObject({
    answered: 2,
    averageSpeedOfAnswerSeconds: 17.5,
    longestWaitSeconds: 25,
    abandoned: 0,
    averageAbandonWaitSeconds: null,
  })
})

test('[ST3] who leaves, is cancelled or removed, expires or does not confirm has abandoned', async () => {
  const options = { _on_user_confirm_timeout: 'DISCONNECT', _ttl: '3600' }
  const tester = await startCentre({ agents: ['anna'], options })
  const { centre, agent, customer, advance } = tester
  const leaves = await chatting(tester)
  await advance(seconds(7))
  await customer.leave(leaves)
  expect((await queueOf(centre)).sinceReset).toMatchObject({ abandoned: 1, averageAbandonWaitSeconds: 7 })
  await customer.cancel((await customer.start()).id)
  await centre.queues.addCallers('VQ_Chat', 1)
  await centre.queues.removeCallers('VQ_Chat')
  await customer.start()
  await agent('anna').ready()
  await advance(minutes(5))
  expect((await queueOf(centre)).sinceReset).toMatchObject({ entered: 4, abandoned: 4 })
  await agent('anna').notReady()
  await customer.start()
  await advance(minutes(61))
  expect(await queueOf(centre)).toMatchObject({
    waiting: 0,
    sinceReset: { entered: 5, abandoned: 5, answered: 0 },
  })
})

test('[ST3] who leaves the line for another time has postponed, and is neither answered nor gone', async () => {
  const { advance, centre, clock, customer, events } = await startCentre({ agents: [] })
  const { id } = await customer.start()
  await advance(seconds(7))
  const began = clock.now() - seconds(7)
  await centre.callbacks.update(id, 'chat-delay', { _desired_time: timeText(clock.now() + minutes(60)) })
  expect(await events('queue-postponed')).toMatchObject([{ queue: 'VQ_Chat', waitedSince: began }])
  expect(await queueOf(centre)).toMatchObject({
    waiting: 0,
    sinceReset: { entered: 1, postponed: 1, answered: 0, abandoned: 0, abandonedShort: 0 },
  })
  await advance(minutes(61))
  expect(await queueOf(centre)).toMatchObject({ waiting: 1, sinceReset: { entered: 2, postponed: 1 } })
})

test('[ST4] the service level is who was answered in time of all but those who left at once', async () => {
  const tester = await startCentre({ agents: ['anna'] })
  const { centre, agent, customer, advance } = tester
  const answer = async (after: number) => {
    const id = await chatting(tester)
    await advance(seconds(after))
    await agent('anna').ready()
    await agent('anna').accept(id)
    await agent('anna').leave(id)
    await agent('anna').notReady()
  }
  const abandon = async (after: number) => {
    const { id } = await customer.start()
    await advance(seconds(after))
    await customer.cancel(id)
  }
  expect((await queueOf(centre)).sinceReset.serviceLevelPercent).toBeNull()
  await answer(20)
  await answer(21)
  await abandon(4)
  expect((await queueOf(centre)).sinceReset.serviceLevelPercent).toBe(50)
  await abandon(5)
  expect((await queueOf(centre)).sinceReset).toMatchObject({
    answered: 2,
    answeredInTarget: 1,
    abandoned: 2,
    abandonedShort: 1,
    serviceLevelPercent: 33.33,
  })
  await centre.queues.setServiceLevel('VQ_Chat', { targetSeconds: 60 })
  await answer(60)
  expect(await queueOf(centre)).toMatchObject({
    serviceLevel: { targetSeconds: 60, shortAbandonSeconds: 5 },
    sinceReset: { answered: 3, answeredInTarget: 2, serviceLevelPercent: 50 },
  })
})

test.each([
  [{ targetSeconds: -1 }, 'The targetSeconds are a whole number from 0 to 3600.'],
  [{ targetSeconds: 0.5 }, 'The targetSeconds are a whole number from 0 to 3600.'],
  [{ shortAbandonSeconds: 3601 }, 'The shortAbandonSeconds are a whole number from 0 to 3600.'],
])('[ST4] a service level of %j is refused', async (setting, message) => {
  const { centre } = await startCentre()
  const [field] = Object.keys(setting)
  await expect(centre.queues.setServiceLevel('VQ_Chat', setting)).rejects.toMatchObject({
    code: 'setting-invalid',
    details: [{ field, message }],
  })
  expect((await queueOf(centre)).serviceLevel).toEqual({ targetSeconds: 20, shortAbandonSeconds: 5 })
})

test('[ST5] who is being offered to an agent still waits', async () => {
  const tester = await startCentre({ agents: ['anna'] })
  const { centre, agent } = tester
  await agent('anna').ready()
  const id = await chatting(tester)
  expect(await queueOf(centre)).toMatchObject({ waiting: 1, readyAgents: 1 })
  await agent('anna').accept(id)
  expect(await queueOf(centre)).toMatchObject({ waiting: 0, longestWaitSeconds: 0 })
})

test('[ST6] the handle time is the talk and the work after it, which is its queue’s', async () => {
  const tester = await startCentre({ agents: ['anna'] })
  const { centre, agent, advance } = tester
  const id = await chatting(tester)
  await agent('anna').ready()
  await agent('anna').accept(id)
  await advance(seconds(90))
  await agent('anna').leave(id)
  await agent('anna').afterCallWork()
  await advance(seconds(30))
  await agent('anna').ready()
  expect((await queueOf(centre)).sinceReset).toMatchObject({
    handled: 1,
    talkSeconds: 90,
    wrapUpSeconds: 30,
    handleSeconds: 120,
    averageHandleSeconds: 120,
  })
  expect((await agentOf(centre)).sinceReset).toMatchObject({ handled: 1, averageHandleSeconds: 120 })
})

test('[ST7] the interval is the last whole minutes, the running one included', async () => {
  const { centre, customer, advance } = await startCentre()
  await customer.start()
  await advance(minutes(1))
  await customer.start()
  await advance(seconds(59))
  const enteredWithin = async (interval: number) =>
    (await read(centre, interval)).queues.map(({ interval: { entered } }) => entered)
  expect(await enteredWithin(60)).toEqual([1])
  expect(await enteredWithin(120)).toEqual([2])
  await advance(seconds(1))
  expect(await enteredWithin(60)).toEqual([0])
  expect(await enteredWithin(120)).toEqual([1])
  const { at, intervalFrom, intervalSeconds } = await read(centre, 180)
  expect([at - intervalFrom, intervalSeconds]).toEqual([minutes(2), 180])
  await advance(minutes(28))
  expect(await enteredWithin(1800)).toEqual([1])
  await customer.start()
  await advance(minutes(1))
  expect(await enteredWithin(1800)).toEqual([1])
  expect((await queueOf(centre)).sinceReset.entered).toBe(3)
})

test('[ST7] no more minutes are kept than an interval may have', async () => {
  const { centre, customer, advance, storage } = await startCentre({ options: { _ttl: '600' } })
  for (let minute = 0; minute < 40; minute += 1) {
    await customer.start()
    await advance(minutes(1))
  }
  const kept = await storage.transaction((tx) => tx.get('queueFigures', 'VQ_Chat')?.tally.minutes.length)
  expect(kept).toBe(30)
  expect((await queueOf(centre)).sinceReset.entered).toBe(40)
})

test.each([0, 59, 90, 1860])('[ST7] an interval of %d s is refused', async (interval) => {
  const { centre } = await startCentre()
  await expect(read(centre, interval)).rejects.toMatchObject({
    code: 'setting-invalid',
    details: [
      { field: 'interval', message: 'An interval is whole minutes, given in seconds, from 60 to 1800.' },
    ],
  })
})

test('[ST8] an agent is busy in chats and after them, idle when ready and in none', async () => {
  const tester = await startCentre({ agents: ['anna'] })
  const { centre, agent, advance } = tester
  await agent('anna').put({ groups: ['Billing'], capacity: 2 })
  await advance(seconds(100))
  await agent('anna').ready()
  await advance(seconds(50))
  const one = await chatting(tester)
  await agent('anna').accept(one)
  await advance(seconds(20))
  const other = await chatting(tester)
  await agent('anna').accept(other)
  await advance(seconds(20))
  await agent('anna').leave(one)
  await advance(seconds(20))
  await agent('anna').leave(other)
  await agent('anna').afterCallWork()
  await advance(seconds(40))
  await agent('anna').notReady('lunch')
  await advance(seconds(500))
  expect((await agentOf(centre)).sinceReset).toMatchObject({
    loggedOutSeconds: 100,
    readySeconds: 110,
    afterCallWorkSeconds: 40,
    notReadySeconds: 500,
    talkSeconds: 80,
    busySeconds: 100,
    idleSeconds: 50,
    occupancyPercent: 66.67,
  })
  expect((await queueOf(centre)).sinceReset.occupancyPercent).toBe(66.67)
})

test('[ST8] time is counted in the minutes in which it passed', async () => {
  const tester = await startCentre({ agents: ['anna'] })
  const { centre, agent, advance } = tester
  await agent('anna').ready()
  const id = await chatting(tester)
  await agent('anna').accept(id)
  for (let minute = 0; minute < 10; minute += 1) {
    await advance(minutes(1))
    await tester.customer.refresh(id)
  }
  await agent('anna').leave(id)
  await advance(seconds(30))
  const [anna] = (await read(centre, 300)).agents
  expect(anna?.interval).toMatchObject({
    talkSeconds: 240,
    busySeconds: 240,
    idleSeconds: 30,
    readySeconds: 270,
  })
  expect(anna?.sinceReset).toMatchObject({ talkSeconds: 600, busySeconds: 600, idleSeconds: 30 })
})

test('[ST9] what an agent did with offers is counted, a chat passed on as offered and accepted', async () => {
  const tester = await startCentre({ agents: ['anna', 'ben'] })
  const { centre, agent, advance } = tester
  const id = await chatting(tester)
  await agent('anna').ready()
  await agent('anna').decline(id)
  await agent('ben').ready()
  await advance(seconds(30))
  expect((await agentOf(centre, 'ben')).sinceReset).toMatchObject({ offered: 1, missed: 1, accepted: 0 })
  await agent('anna').notReady()
  await agent('anna').ready()
  await agent('anna').accept(id)
  await agent('ben').ready()
  await agent('anna').transferTo(id, 'ben')
  expect((await agentOf(centre, 'anna')).sinceReset).toMatchObject({ offered: 2, declined: 1, accepted: 1 })
  expect(await agentOf(centre, 'ben')).toMatchObject({ talking: 1, sinceReset: { offered: 2, accepted: 1 } })
  const next = await chatting(tester)
  await agent('anna').notReady()
  expect((await agentOf(centre, 'anna')).sinceReset).toMatchObject({ offered: 3, withdrawn: 1 })
  await tester.customer.leave(next)
  expect((await queueOf(centre)).sinceReset).toMatchObject({ entered: 2, answered: 1, abandoned: 1 })
})

test('[ST10] what still goes on is counted up to now', async () => {
  const tester = await startCentre({ agents: ['anna'] })
  const { centre, agent, advance } = tester
  await agent('anna').ready()
  await advance(seconds(10))
  const id = await chatting(tester)
  await agent('anna').accept(id)
  await advance(seconds(30))
  expect(await agentOf(centre)).toMatchObject({
    talking: 1,
    sinceReset: { readySeconds: 40, talkSeconds: 30, busySeconds: 30, idleSeconds: 10, occupancyPercent: 75 },
  })
})

test('[ST11] the log makes the same numbers, and they outlast it, a kill and a restart', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'statistics-'))
  const file = path.join(folder, 'centre.sqlite')
  const open = (historyMax: number) =>
    openSqliteStorage({ schema: centreSchema, subjectOf, historyMax, file })
  try {
    let storage = open(1_000_000)
    const { centre } = await openCentre(storage)
    const { advance } = centre.control
    const { customer, agent } = verbs(centre)
    await agent('anna').ready()
    for (let round = 0; round < 5; round += 1) {
      const id = await chatting({ customer })
      await advance(seconds(round))
      await agent('anna').accept(id)
      await advance(seconds(40))
      await agent('anna').leave(id)
      await customer.start()
    }
    await advance(minutes(3))
    const before = await read(centre)
    const figures = () =>
      storage.transaction((tx) => ({
        kept: figuresById(tx.all('queueFigures'), tx.all('agentFigures')),
        counted: recountEvents(tx.history({})),
      }))
    const { kept, counted } = await figures()
    expect(counted).toEqual(kept)
    await storage.close()

    // Only the last ten events are left, and nobody said goodbye.
    storage = open(10)
    const next = await openCentre(storage)
    expect((await figures()).counted).not.toEqual(kept)
    expect((await figures()).kept).toEqual(kept)
    expect(await read(next.centre)).toEqual(before)
    await storage.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('[ST12] a removed agent and a forgotten queue take their numbers along', async () => {
  const { centre, customer, agent, storage } = await startCentre({
    agents: ['anna'],
    limits: { queuesMax: 2 },
  })
  const startIn = (name: string) => customer.start({ properties: { _urs_virtual_queue: name } })
  const { id } = await startIn('VQ_1')
  await customer.cancel(id)
  await agent('anna').ready()
  await agent('anna').remove()
  await startIn('VQ_2')
  const kept = await storage.transaction((tx) => ({
    queues: tx.all('queueFigures').map(({ queue }) => queue),
    agents: tx.count('agentFigures'),
  }))
  expect(kept).toEqual({ queues: ['VQ_2'], agents: 0 })
  expect(recountEvents(await storage.transaction((tx) => tx.history({}))).queues.has('VQ_1')).toBe(false)
  expect((await read(centre)).agents).toEqual([])
})

test('[ST13] a reset begins anew', async () => {
  const storage = createCentreStorage()
  const { centre, clock } = await openCentre(storage)
  await verbs(centre).customer.start()
  await clock.advance(minutes(1))
  await centre.control.reset(1)
  const { since, at, queues } = await read(centre)
  expect(since).toBe(at)
  expect(queues).toMatchObject([{ waiting: 0, sinceReset: { entered: 0 } }])
})

import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { BackEnd } from './back-ends.ts'
import { createCentreStorage, openCentre, startCentre } from './testing.ts'

const all = { urs: 'up', ors: 'up', chatServer: 'up', statServer: 'up', push: 'up' }

test('[BE1] what is down stays down over a restart, and a reset brings all up', async () => {
  const storage = createCentreStorage()
  const { centre } = await openCentre(storage)
  expect(await centre.backEnds.set({ urs: 'down', push: 'down' })).toEqual({
    ...all,
    urs: 'down',
    push: 'down',
  })
  expect(await centre.backEnds.set({ push: 'up' })).toEqual({ ...all, urs: 'down' })
  await centre.close()
  const { centre: again } = await openCentre(storage)
  expect(again.backEnds.current()).toEqual({ ...all, urs: 'down' })
  await again.control.reset(null)
  expect(again.backEnds.current()).toEqual(all)
  expect(await again.backEnds.get()).toEqual(all)
})

test('[BE1] what is as it was is no event', async () => {
  const { centre, events } = await startCentre()
  await centre.backEnds.set({ urs: 'up' })
  await centre.backEnds.set({ urs: 'down' })
  await centre.backEnds.set({ urs: 'down' })
  expect(await events('back-ends-changed')).toMatchObject([{ down: ['urs'] }])
})

test('[BE2] while URS is down nobody is told, nothing is offered, and there is no estimate', async () => {
  const { centre, customer, agent, setEwt, advance, queue } = await startCentre({ agents: ['anna'] })
  await setEwt({ model: 'fixed', seconds: 30 })
  await agent('anna').ready()
  const told = (await customer.start()).id
  await centre.backEnds.set({ urs: 'down' })
  const { id } = await customer.start()
  expect(await customer.position(id)).toEqual({
    position: 2,
    etaSeconds: null,
    totalWaiting: 2,
    threshold: { isPassed: true, reason: 'eta n/a' },
  })
  await customer.connectAndChat(told)
  await advance(seconds(20))
  expect(await customer.callback(told)).toMatchObject({ step: 'chat-created' })
  expect(await customer.callback(id)).toMatchObject({ step: 'waiting' })
  const { ewt, entries } = await queue()
  expect(ewt).toMatchObject({ seconds: null, explanation: 'URS is down' })
  expect(entries.map(({ waitingFor }) => waitingFor)).toEqual([
    'URS is down: no agent is given to anybody',
    'URS is down: no agent is given to anybody',
  ])
  expect((await agent('anna').get()).notOfferedBecause).toBe('URS is down: no agent is given a chat')
  expect(await centre.callbacks.why(id)).toMatchObject({ rule: 'BE2', facts: { backEnd: 'urs' } })
  expect(await centre.agents.why((await agent('anna').get()).id)).toMatchObject({ rule: 'BE2', next: null })
  await centre.backEnds.set({ urs: 'up' })
  expect((await agent('anna').get()).interactions).toMatchObject([{ callback: told, state: 'ringing' }])
})

test('[BE2] who has been told stays told while URS is down, also when the agent goes', async () => {
  const { centre, customer, agent } = await startCentre({ agents: ['anna'] })
  await agent('anna').ready()
  const { id } = await customer.start()
  await centre.backEnds.set({ urs: 'down' })
  await agent('anna').notReady()
  expect((await customer.callback(id)).step).toBe('agent-available')
  await centre.backEnds.set({ urs: 'up' })
  expect((await customer.callback(id)).step).toBe('waiting')
})

test('[BE3] while ORS is down no callback starts, and none can be asked', async () => {
  const { centre, customer, agent, queue } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  await agent('anna').ready()
  await centre.backEnds.set({ ors: 'down' })
  const refused = { code: 'ors-down', rule: 'BE3' }
  await expect(customer.start()).rejects.toMatchObject(refused)
  for (const ask of [customer.position, customer.connect, customer.snooze, customer.cancel, customer.poll])
    await expect(ask(id)).rejects.toMatchObject(refused)
  await expect(customer.notifyAgent(id)).rejects.toMatchObject(refused)
  await expect(agent('anna').notify(id)).rejects.toMatchObject(refused)
  await expect(agent('anna').mailbox(id)).rejects.toMatchObject(refused)
  expect((await customer.callback(id)).step).toBe('agent-available')
  await centre.queues.removeEntry('VQ_Chat', id)
  expect((await queue()).waiting).toBe(0)
})

test('[BE3] a customer of a generator is turned away while ORS is down', async () => {
  const { centre, advance } = await startCentre()
  const { id } = await centre.generators.add({
    service: 'chat-delay',
    queue: null,
    seed: 1,
    arrivals: { law: 'burst', count: 2, everySeconds: 600 },
    customersMax: null,
    patience: { distribution: 'infinite' },
    handle: null,
    confirmation: { late: 0, never: 0, delay: { distribution: 'fixed', seconds: 0 } },
    chatDelay: { distribution: 'fixed', seconds: 0 },
    lines: [],
    lineInterval: { distribution: 'fixed', seconds: 1 },
  })
  await centre.backEnds.set({ ors: 'down' })
  await centre.generators.start(id)
  await advance(seconds(1))
  expect(await centre.generators.get(id)).toMatchObject({ arrived: 0, turnedAway: 2 })
})

test('[BE4] while Chat Server is down nothing is said or read in a chat', async () => {
  const { centre, customer, agent } = await startCentre({ agents: ['anna'] })
  await agent('anna').ready()
  const { id } = await customer.start()
  await customer.connectAndChat(id)
  await agent('anna').accept(id)
  await centre.backEnds.set({ chatServer: 'down' })
  const refused = { code: 'chat-server-down', rule: 'BE4' }
  await expect(customer.createChat(id)).rejects.toMatchObject(refused)
  await expect(customer.say(id, 'Hello')).rejects.toMatchObject(refused)
  await expect(customer.typing(id, true)).rejects.toMatchObject(refused)
  await expect(customer.refresh(id)).rejects.toMatchObject(refused)
  await expect(customer.leave(id)).rejects.toMatchObject(refused)
  await expect(agent('anna').say(id, 'Hello')).rejects.toMatchObject(refused)
  await expect(agent('anna').typing(id, true)).rejects.toMatchObject(refused)
  await centre.backEnds.set({ chatServer: 'up' })
  await customer.say(id, 'Hello')
})

test('[BE5] while StatServer is down routing stops, and only a fixed estimate remains', async () => {
  const { centre, customer, agent, setEwt, queue } = await startCentre({ agents: ['anna'] })
  await centre.backEnds.set({ statServer: 'down' })
  await agent('anna').ready()
  const { id } = await customer.start()
  expect((await customer.callback(id)).step).toBe('waiting')
  expect(await centre.callbacks.why(id)).toMatchObject({ rule: 'BE5' })
  expect((await queue()).ewt).toMatchObject({ seconds: null, explanation: 'StatServer is down' })
  await setEwt({ model: 'fixed', seconds: 30 })
  expect((await customer.position(id)).etaSeconds).toBe(30)
  await centre.backEnds.set({ statServer: 'up' })
  expect((await customer.callback(id)).step).toBe('agent-available')
})

test('[BE2] [BE5] nobody who has left the line is without an estimate', async () => {
  for (const name of ['urs', 'statServer'] satisfies BackEnd[]) {
    const { centre, customer, agent } = await startCentre({ agents: ['anna'] })
    await agent('anna').ready()
    const { id } = await customer.start()
    await customer.connectAndChat(id)
    await centre.backEnds.set({ [name]: 'down' })
    expect(await customer.position(id)).toMatchObject({ position: 0, etaSeconds: 0 })
  }
})

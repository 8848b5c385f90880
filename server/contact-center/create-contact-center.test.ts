import { expect, test } from 'vitest'
import type { UserId } from './contact-center.ts'
import { createCentreStorage, openCentre, startCentre } from './testing.ts'

test('[CB1] a customer goes from start to a chat with an agent, and the chat ends', async () => {
  const { customer, agent } = await startCentre()
  const { id } = await customer.startWithPush('bob')
  await agent('anna').ready()
  expect((await customer.callback(id)).step).toBe('agent-available')
  expect((await customer.outbox('bob')).map(({ content }) => content.kind)).toEqual(['agent-available'])

  expect((await customer.connect(id)).callback.step).toBe('confirmed')
  await customer.createChat(id, { pushTo: 'bob' as UserId })
  expect((await agent('anna').get()).interactions).toMatchObject([{ callback: id, state: 'ringing' }])
  await agent('anna').accept(id)
  await agent('anna').say(id, 'Hello')
  await customer.say(id, 'Hi')
  const talking = await customer.callback(id)
  expect(talking).toMatchObject({ state: 'COMPLETED', reason: 'AGENT_CONNECTED', step: 'talking' })

  await agent('anna').leave(id)
  const { chat, step } = await customer.callback(id)
  expect(step).toBe('done')
  expect(chat?.entries.map(({ index, type, nickname }) => [index, type, nickname])).toEqual([
    [1, 'joined', 'John Harry'],
    [2, 'joined', 'Anna'],
    [3, 'text', 'Anna'],
    [4, 'text', 'John Harry'],
    [5, 'left', 'Anna'],
  ])
})

test('[ID1] another seed makes other ids', async () => {
  const ids = await Promise.all(
    [1, 2, 1].map(async (seed) => (await (await startCentre({ seed })).customer.start()).id),
  )
  expect(ids[0]).not.toBe(ids[1])
  expect(ids[0]).toBe(ids[2])
})

test('[ID1] an installation keeps its seed over a restart', async () => {
  const storage = createCentreStorage()
  const first = await openCentre(storage, { seed: 4 })
  await first.centre.close()
  await openCentre(storage, { seed: 5 })
  expect(await storage.transaction((tx) => tx.get('installation', 'installation')?.seed)).toBe(4)
})

test('[ID3] every event names what led to it, and a wish from outside nothing', async () => {
  const { customer, agent, advance, events } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.startWithPush('bob')
  await agent('anna').ready()
  await advance(30_000)
  await customer.connectAndChat(id, { pushTo: 'bob' as UserId })
  await advance(30_000)
  const all = await events()
  const causes = new Map(all.map(({ number, type }) => [number, type]))
  const led = all.map(({ type, cause }) => `${cause === null ? '-' : causes.get(cause)} > ${type}`)
  expect(led.slice(2)).toEqual([
    '- > agent-changed',
    '- > callback-queued',
    '- > agent-state-changed',
    'agent-state-changed > agent-available',
    'agent-available > notification-queued',
    'agent-available > confirmation-missed',
    'confirmation-missed > agent-available',
    '- > clock-changed',
    '- > callback-confirmed',
    'callback-confirmed > notification-dropped',
    '- > chat-created',
    'chat-created > participant-joined',
    'chat-created > agent-offered',
    'participant-joined > notification-queued',
    'agent-offered > offer-missed',
    'offer-missed > agent-state-changed',
    '- > clock-changed',
  ])
})

test('[ID4] a new installation has its services and two agents, logged out', async () => {
  const { centre } = await startCentre()
  expect((await centre.services.list()).map(({ name }) => name)).toEqual(['chat-delay', 'request-chat'])
  expect(await centre.settings.get()).toEqual({
    gmsVersion: '8.1.2',
    idPrefix: '369',
    callback: {},
    server: {},
  })
  const common = { groups: ['Billing'], skills: { English: 20, Loans: 2 }, state: 'logged-out', capacity: 1 }
  expect(await centre.agents.list()).toMatchObject([
    { id: 'anna', name: 'Anna', place: 'Place_anna', ...common },
    { id: 'ben', name: 'Ben', place: 'Place_ben', ...common },
  ])
})

test('[ID4] a new installation begins with the version it is told', async () => {
  const { centre } = await startCentre({ gmsVersion: '8.5.2' })
  expect(centre.settings.current().gmsVersion).toBe('8.5.2')
})

test('[ID3] subscribers hear what was committed, in order', async () => {
  const { centre, customer, storage } = await startCentre()
  const heard: string[] = []
  const end = centre.subscribe(({ type }) => heard.push(type))
  const { id } = await customer.start()
  await customer.cancel(id)
  await storage.settled()
  end()
  await customer.start()
  await storage.settled()
  expect(heard).toEqual(['callback-queued', 'callback-completed', 'queue-abandoned'])
})

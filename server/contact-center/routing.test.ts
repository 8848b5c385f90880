import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import { startCentre } from './testing.ts'
import type { Centre } from './testing.ts'

const step = async ({ customer }: Centre, id: CallbackId) => (await customer.callback(id)).step

/** Who the chat rings at. */
async function offeredTo({ centre }: Centre, id: CallbackId): Promise<string | undefined> {
  const agents = await centre.agents.list()
  const isRinging = (agent: (typeof agents)[number]) =>
    agent.interactions.some(({ callback, state }) => callback === id && state === 'ringing')
  return agents.find(isRinging)?.id
}

/** A customer who waits in a chat for whoever comes next. */
async function waitInChat(centre: Centre): Promise<CallbackId> {
  const { id } = await centre.customer.start({ service: 'request-chat' })
  await centre.customer.createChat(id)
  return id
}

test('[RT1] as many customers are told as there are free agents, in the order of the line', async () => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  const { customer, agent, setEwt } = centre
  await setEwt({ model: 'unavailable' })
  const ids: CallbackId[] = []
  for (let count = 0; count < 4; count += 1) ids.push((await customer.start()).id)
  const steps = () => Promise.all(ids.map((id) => step(centre, id)))
  await agent('anna').ready()
  expect(await steps()).toEqual(['agent-available', 'waiting', 'waiting', 'waiting'])
  await agent('ben').ready()
  expect(await steps()).toEqual(['agent-available', 'agent-available', 'waiting', 'waiting'])
})

test('[RT1] who confirms still counts on an agent, until one is offered the chat', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const first = await centre.customer.start()
  const second = await centre.customer.start()
  await centre.agent('anna').ready()
  await centre.customer.connect(first.id)
  expect(await step(centre, second.id)).toBe('waiting')
})

test('[RT1] a customer who needs another agent does not stand in the way', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.centre.services.put('loans', 'Chat-Delayed', { _target: 'Loans>1@StatServer.GA' })
  const loans = await centre.customer.start({ service: 'loans' })
  const billing = await centre.customer.start()
  await centre.agent('anna').ready()
  expect([await step(centre, loans.id), await step(centre, billing.id)]).toEqual([
    'waiting',
    'agent-available',
  ])
})

test('[RT2] with an estimate the threshold rule tells customers when no agent is free', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const { customer, setEwt, events } = centre
  const ids: CallbackId[] = []
  for (let count = 0; count < 6; count += 1) ids.push((await customer.start()).id)
  await setEwt({ model: 'fixed', seconds: 30 })
  expect(await Promise.all(ids.map((id) => step(centre, id)))).toEqual([
    ...Array<string>(5).fill('agent-available'),
    'waiting',
  ])
  expect((await events('agent-available'))[1]).toMatchObject({ because: 'eta  <= 35 and position <=5 ' })
})

test('[RT2] without an estimate nobody is told though the threshold is passed', async () => {
  const { customer } = await startCentre({ agents: ['anna'] })
  const { id, step: now } = await customer.start()
  expect(now).toBe('waiting')
  expect((await customer.position(id)).threshold).toEqual({ isPassed: true, reason: 'position 1' })
})

test('[RT3] who was told keeps his agent when somebody with higher priority comes', async () => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  await centre.agent('anna').ready()
  const told = await centre.customer.start()
  await centre.centre.services.patch('chat-delay', { _urs_vq_priority: '10' })
  const urgent = await centre.customer.start()
  expect((await centre.customer.position(urgent.id)).position).toBe(1)
  expect(await step(centre, told.id)).toBe('agent-available')
  expect(await step(centre, urgent.id)).toBe('waiting')
  await centre.agent('ben').ready()
  expect(await step(centre, urgent.id)).toBe('agent-available')
})

test('[RT4] an agent counts once over all queues', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const first = await centre.customer.start()
  const elsewhere = await centre.customer.start({ properties: { _urs_virtual_queue: 'VQ_Other' } })
  await centre.agent('anna').ready()
  expect([await step(centre, first.id), await step(centre, elsewhere.id)]).toEqual([
    'agent-available',
    'waiting',
  ])
  await centre.customer.cancel(first.id)
  expect(await step(centre, elsewhere.id)).toBe('agent-available')
})

test('[RT5] an offer nobody answers goes to the next ready agent', async () => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  await centre.agent('anna').ready()
  const id = await waitInChat(centre)
  await centre.agent('ben').ready()
  await centre.advance(seconds(29))
  expect(await offeredTo(centre, id)).toBe('anna')
  await centre.advance(seconds(1))
  expect(await offeredTo(centre, id)).toBe('ben')
  const anna = await centre.agent('anna').get()
  expect(anna).toMatchObject({ state: 'not-ready', stateReason: 'missed' })
  expect(anna.interactions).toMatchObject([{ state: 'ended', endedBy: 'missed' }])
})

test('[RT5] who missed an offer gets the chat as soon as he is ready again', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').ready()
  const id = await waitInChat(centre)
  await centre.advance(seconds(30))
  expect(await offeredTo(centre, id)).toBeUndefined()
  await centre.agent('anna').ready()
  expect(await offeredTo(centre, id)).toBe('anna')
})

test('[RT6] the agent who has been idle longest comes first', async () => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  await centre.agent('ben').ready()
  await centre.advance(seconds(1))
  await centre.agent('anna').ready()
  const first = await waitInChat(centre)
  expect(await offeredTo(centre, first)).toBe('ben')
  await centre.agent('ben').accept(first)
  await centre.advance(seconds(1))
  await centre.agent('ben').leave(first)
  expect(await offeredTo(centre, await waitInChat(centre))).toBe('anna')
})

test('[RT6] among agents who became idle together, the first by id comes first', async () => {
  const centre = await startCentre({ agents: ['ben', 'anna'] })
  await centre.agent('ben').ready()
  await centre.agent('anna').ready()
  expect(await offeredTo(centre, await waitInChat(centre))).toBe('anna')
})

test('[RT7] who declines is not asked again until the reserve time has passed', async () => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  await centre.agent('anna').ready()
  await centre.agent('ben').ready()
  const id = await waitInChat(centre)
  await centre.agent('anna').decline(id, 'busy')
  expect(await offeredTo(centre, id)).toBe('ben')
  await centre.agent('ben').decline(id)
  expect(await offeredTo(centre, id)).toBeUndefined()
  expect((await centre.agent('anna').get()).state).toBe('ready')
  await centre.advance(seconds(29))
  expect(await offeredTo(centre, id)).toBeUndefined()
  await centre.advance(seconds(1))
  expect(await offeredTo(centre, id)).toBe('anna')
})

test('[RT7] who declined stays promised to the chat, but another chat is offered to him', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').ready()
  const declined = await waitInChat(centre)
  await centre.agent('anna').decline(declined)
  const next = await centre.customer.start()
  expect(await step(centre, next.id)).toBe('waiting')
  const other = await waitInChat(centre)
  expect(await offeredTo(centre, other)).toBe('anna')
  expect(await offeredTo(centre, declined)).toBeUndefined()
})

test('[RT7] who declined is asked again when he comes back to ready', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').ready()
  const id = await waitInChat(centre)
  await centre.agent('anna').decline(id)
  await centre.centre.agents.setState('anna' as AgentId, 'ready', 'still here')
  expect(await offeredTo(centre, id)).toBeUndefined()
  await centre.agent('anna').notReady()
  await centre.agent('anna').ready()
  expect(await offeredTo(centre, id)).toBe('anna')
})

test('[RT7] who came back while it rang at another is asked again as soon as that one declines', async () => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  await centre.agent('anna').ready()
  await centre.agent('ben').ready()
  const id = await waitInChat(centre)
  await centre.agent('anna').decline(id)
  await centre.agent('anna').notReady()
  await centre.agent('anna').ready()
  expect(await offeredTo(centre, id)).toBe('ben')
  await centre.agent('ben').decline(id)
  expect(await offeredTo(centre, id)).toBe('anna')
})

test.each(['notReady', 'afterCallWork', 'logOut'] as const)(
  '[RT8] an agent who goes (%s) while it rings loses the offer to the next',
  async (leaving) => {
    const centre = await startCentre({ agents: ['anna', 'ben'] })
    await centre.agent('anna').ready()
    const id = await waitInChat(centre)
    await centre.agent('ben').ready()
    await centre.agent('anna')[leaving]()
    expect(await offeredTo(centre, id)).toBe('ben')
    expect((await centre.agent('anna').get()).interactions).toMatchObject([{ endedBy: 'withdrawn' }])
    expect((await centre.customer.callback(id)).state).toBe('ROUTING')
  },
)

test('[RT9] an agent who rings or has all his chats is not free', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').put({ groups: ['Billing'], capacity: 2 })
  await centre.agent('anna').ready()
  const ids = [await waitInChat(centre), await waitInChat(centre), await waitInChat(centre)] as const
  const offers = async () => Promise.all(ids.map((id) => offeredTo(centre, id)))
  expect(await offers()).toEqual(['anna', undefined, undefined])
  await centre.agent('anna').accept(ids[0])
  expect(await offers()).toEqual([undefined, 'anna', undefined])
  await centre.agent('anna').accept(ids[1])
  expect(await offers()).toEqual([undefined, undefined, undefined])
  await centre.agent('anna').leave(ids[0])
  expect(await offers()).toEqual([undefined, undefined, 'anna'])
})

test('[RT10] an agent with auto-answer is in the chat at once', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').put({ groups: ['Billing'], autoAnswer: true, capacity: 2 })
  await centre.agent('anna').ready()
  const ids = [await waitInChat(centre), await waitInChat(centre)]
  for (const id of ids) expect(await step(centre, id)).toBe('talking')
  expect((await centre.agent('anna').get()).notOfferedBecause).toBe('anna is at capacity: 2 of 2 chats')
})

test('[RT10] [RT12] an agent with auto-answer takes as many waiting chats as he has room for', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').put({ groups: ['Billing'], autoAnswer: true, capacity: 2 })
  const ids = [await waitInChat(centre), await waitInChat(centre), await waitInChat(centre)]
  await centre.agent('anna').ready()
  const steps = await Promise.all(ids.map((id) => step(centre, id)))
  expect(steps).toEqual(['talking', 'talking', 'chat-created'])
})

test('[RT11] a chat with no agent free waits before all others and gets the next one', async () => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  const earlier = await centre.customer.start()
  const id = await waitInChat(centre)
  expect((await centre.customer.position(id)).position).toBe(1)
  expect((await centre.customer.position(earlier.id)).position).toBe(2)
  await centre.agent('anna').ready()
  expect(await offeredTo(centre, id)).toBe('anna')
  expect(await step(centre, earlier.id)).toBe('waiting')
  await centre.agent('ben').ready()
  expect(await step(centre, earlier.id)).toBe('agent-available')
})

test('[RT13] what makes an agent match is routed at once', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').put({ groups: ['Sales'] })
  await centre.agent('anna').ready()
  const { id } = await centre.customer.start()
  expect(await step(centre, id)).toBe('waiting')
  await centre.agent('anna').put({ groups: ['Billing'] })
  expect(await step(centre, id)).toBe('agent-available')
  await centre.agent('anna').remove()
  expect(await step(centre, id)).toBe('waiting')
})

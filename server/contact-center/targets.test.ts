import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { AgentId, AgentState, CallbackId } from './contact-center.ts'
import { startCentre } from './testing.ts'
import type { Centre } from './testing.ts'

const start = (target: object[] | string) =>
  startCentre({
    agents: ['anna', 'ben'],
    options: {
      _target: typeof target === 'string' ? target : JSON.stringify(target),
      _eta_pos_threshold: '0:0',
    },
  })

const step = async ({ customer }: Centre, id: CallbackId) => (await customer.callback(id)).step

test('[TG15] Q means whoever serves the queue, also after its services have changed', async () => {
  const centre = await start('VQ_Loans@StatServer.Q')
  const { services } = centre.centre
  await services.put('loans', 'Chat-Delayed', {
    _target: JSON.stringify([{ target: 'Loans>1@S.GA' }, { target: 'Cards@S.GA', timeout: 60 }]),
    _urs_virtual_queue: 'VQ_Loans',
  })
  await centre.agent('anna').ready()
  const { id } = await centre.customer.start()
  expect(await step(centre, id)).toBe('waiting')
  expect((await centre.customer.callback(id)).waitingFor).toBe('No agent who serves queue VQ_Loans is ready')
  await services.patch('loans', { _target: 'Billing@S.GA' })
  expect(await step(centre, id)).toBe('agent-available')
})

test('[TG15] a queue whose services lead back to it means those whom its other targets mean', async () => {
  const centre = await start('VQ_Loans@StatServer.Q')
  const { services } = centre.centre
  await services.put('loans', 'Chat-Delayed', { _target: 'VQ_Loans@S.Q', _urs_virtual_queue: 'VQ_Loans' })
  await centre.agent('anna').ready()
  const { id } = await centre.customer.start()
  expect(await step(centre, id)).toBe('waiting')
  await services.put('more', 'Chat-Delayed', { _target: 'anna@S.A', _urs_virtual_queue: 'VQ_Loans' })
  expect(await step(centre, id)).toBe('agent-available')
})

test('[TG16] the next target counts when the time-outs of those before it are over', async () => {
  const centre = await start([
    { target: 'anna@S.A', timeout: '10' },
    { target: 'nobody@S.A', timeout: '5' },
    { target: 'ben@S.A' },
  ])
  await centre.agent('ben').ready()
  const { id } = await centre.customer.start()
  await centre.advance(seconds(15) - 1)
  expect(await step(centre, id)).toBe('waiting')
  await centre.advance(1)
  expect(await step(centre, id)).toBe('agent-available')
  expect(await centre.events('target-added')).toMatchObject([{ targets: 2 }, { targets: 3 }])
})

test('[TG16] earlier targets go on counting, also in the chat and while it rings', async () => {
  const centre = await start([{ target: 'ben@S.A', timeout: 10 }, { target: 'anna@S.A' }])
  await centre.agent('ben').ready()
  const { id } = await centre.customer.start()
  await centre.customer.connectAndChat(id)
  await centre.advance(seconds(10))
  await centre.agent('ben').decline(id)
  expect(await step(centre, id)).toBe('chat-created')
  await centre.agent('anna').ready()
  await centre.agent('anna').accept(id)
  expect(await step(centre, id)).toBe('talking')
})

test('[TG16] a target without a time-out lets the next one in at once', async () => {
  const centre = await start([{ target: 'anna@S.A' }, { target: 'ben@S.A' }])
  await centre.agent('ben').ready()
  expect((await centre.customer.start()).step).toBe('agent-available')
})

test('[TG16] a chat passed to another queue begins with its first target', async () => {
  const centre = await start('Billing@S.GA')
  const targets = [{ target: 'nobody@S.A', timeout: 10 }, { target: 'ben@S.A' }]
  const options = { _target: JSON.stringify(targets), _urs_virtual_queue: 'VQ_Loans' }
  await centre.centre.services.put('loans', 'Chat-Delayed', options)
  await centre.agent('anna').ready()
  const { id } = await centre.customer.start()
  await centre.customer.connectAndChat(id)
  await centre.agent('anna').accept(id)
  await centre.advance(seconds(60))
  await centre.agent('ben').ready()
  await centre.agent('anna').transferToQueue(id, 'VQ_Loans')
  expect(await step(centre, id)).toBe('chat-created')
  await centre.advance(seconds(10))
  await centre.agent('ben').accept(id)
  expect(await step(centre, id)).toBe('talking')
})

test('[TG17] a target with clear gives the earlier ones up', async () => {
  const centre = await start([
    { target: 'anna@S.A', timeout: 10 },
    { target: 'ben@S.A', timeout: 10, clear: true },
    { target: 'nobody@S.A' },
  ])
  const { id } = await centre.customer.start()
  await centre.advance(seconds(10))
  await centre.agent('anna').ready()
  expect(await step(centre, id)).toBe('waiting')
  await centre.advance(seconds(10))
  await centre.agent('ben').ready()
  expect(await step(centre, id)).toBe('agent-available')
})

test('[TG17] who was told of an agent of a target that is given up waits again', async () => {
  const centre = await start([
    { target: 'anna@S.A', timeout: 10 },
    { target: 'ben@S.A', clear: true },
  ])
  await centre.agent('anna').ready()
  const { id } = await centre.customer.start()
  expect(await step(centre, id)).toBe('agent-available')
  await centre.advance(seconds(10))
  expect(await step(centre, id)).toBe('waiting')
})

test.each([
  ['RStatAgentsReady', '>', 0, ['logged-out', 'ready']],
  ['RStatAgentsReadyvoice', '>', 0, ['not-ready', 'ready']],
  ['RStatAgentsReady', '<', 1, ['ready', 'not-ready']],
  ['RStatAgentsTotal', '>', 0, ['logged-out', 'not-ready']],
  ['RStatAgentsTotal', '<', 1, ['not-ready', 'logged-out']],
] as const)('[TG18] a target counts only while %s %s %i', async (stat, operator, value, [before, after]) => {
  const condition = { stat_to_check: stat, stat_operator: operator, stat_value: value }
  const centre = await start([{ target: 'anna@S.A', ...condition }])
  const to = (state: AgentState) => centre.centre.agents.setState('anna' as AgentId, state, null)
  await to(before)
  const { id } = await centre.customer.start()
  const isTold = async () => (await step(centre, id)) === 'agent-available'
  expect(await isTold()).toBe(false)
  await to(after)
  expect(await isTold()).toBe(after === 'ready' && operator === '>')
})

test('[TG18] an offer that ends a condition leaves the next chat waiting', async () => {
  const target = {
    target: 'Billing@S.GA',
    stat_to_check: 'RStatAgentsReady',
    stat_operator: '>',
    stat_value: '1',
  }
  const centre = await start([target])
  const ids: CallbackId[] = []
  await centre.agent('anna').ready()
  await centre.agent('ben').ready()
  for (let count = 0; count < 2; count += 1) {
    const { id } = await centre.customer.start()
    ids.push(id)
  }
  for (const id of ids) await centre.customer.connectAndChat(id)
  const ringing = (await centre.centre.agents.list()).flatMap(({ interactions }) => interactions)
  expect(ringing.map(({ callback }) => callback)).toEqual([ids[0]])
})

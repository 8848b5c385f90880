import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { startCentre } from './testing.ts'

test('[OP4] _ttl says when everything about a callback is forgotten', async () => {
  const { customer, advance } = await startCentre({ agents: [], options: { _ttl: '60' } })
  const { id } = await customer.start()
  await advance(seconds(59))
  expect((await customer.callback(id)).state).toBe('QUEUED')
  await advance(seconds(1))
  await expect(customer.callback(id)).rejects.toMatchObject({ code: 'callback-not-found' })
})

test('[OP18] _target says who is told to customers', async () => {
  const { customer, agent } = await startCentre({ agents: ['anna', 'ben'], options: { _target: 'ben@S.A' } })
  const { id } = await customer.start()
  await agent('anna').ready()
  expect((await customer.callback(id)).step).toBe('waiting')
  await agent('ben').ready()
  expect((await customer.callback(id)).step).toBe('agent-available')
})

test('[OP19] _urs_virtual_queue says where customers wait', async () => {
  const { customer, queue } = await startCentre({ options: { _urs_virtual_queue: 'VQ_Gold' } })
  const { id } = await customer.start()
  expect((await queue('VQ_Gold')).entries.map((entry) => entry.callback)).toEqual([id])
  await expect(queue('VQ_Chat')).resolves.toMatchObject({ waiting: 0 })
})

test('[OP20] _agent_reserve_timeout says how long an agent is held for a chat', async () => {
  const options = { _agent_reserve_timeout: '12' }
  const { customer, agent, advance, events } = await startCentre({ agents: ['anna'], options })
  const { id } = await customer.start()
  await agent('anna').ready()
  await customer.connectAndChat(id)
  await advance(seconds(11))
  expect(await events('offer-missed')).toEqual([])
  await advance(seconds(1))
  expect(await events('offer-missed')).toMatchObject([{ callback: id, agent: 'anna' }])
})

test('[OP21] _eta_pos_threshold says who is told though no agent is free', async () => {
  const { customer, setEwt } = await startCentre({ agents: [], options: { _eta_pos_threshold: '0:2,60:3' } })
  await setEwt({ model: 'fixed', seconds: 61 })
  const steps: string[] = []
  for (let count = 0; count < 3; count += 1) steps.push((await customer.start()).step)
  expect(steps).toEqual(['agent-available', 'agent-available', 'waiting'])
})

test('[OP22] _urs_ewt_estimation_method other than ursdial keeps the threshold table under 8.5.2', async () => {
  const stepOfSecond = async (options: Record<string, string>) => {
    const { customer, setEwt } = await startCentre({ agents: [], options, gmsVersion: '8.5.2' })
    await setEwt({ model: 'fixed', seconds: 30 })
    await customer.start()
    return (await customer.start()).step
  }
  expect(await stepOfSecond({})).toBe('waiting')
  expect(await stepOfSecond({ _urs_ewt_estimation_method: 'ewt' })).toBe('agent-available')
})

test('[OP23] _urs_vq_priority puts customers ahead of others in the queue', async () => {
  const { customer, centre } = await startCentre({ agents: [] })
  const first = await customer.start()
  await centre.services.patch('chat-delay', { _urs_vq_priority: '5' })
  const urgent = await customer.start()
  expect((await customer.position(urgent.id)).position).toBe(1)
  expect((await customer.position(first.id)).position).toBe(2)
})

test('[OP43] _max_number_of_user_availability_confirmation_attempts says how often a customer is asked', async () => {
  const options = {
    _max_number_of_user_availability_confirmation_attempts: '2',
    _on_user_confirm_timeout: 'DISCONNECT',
  }
  const { customer, agent, advance, events } = await startCentre({ agents: ['anna'], options })
  const { id } = await customer.start()
  await agent('anna').ready()
  await advance(seconds(60))
  expect(await events('confirmation-missed')).toHaveLength(2)
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'FAIL_USER_NO_CONFIRM' })
})

test('[OP46] _snooze_duration says how long a customer has quiet', async () => {
  const { customer, agent, advance } = await startCentre({
    agents: ['anna'],
    options: { _snooze_duration: '45' },
  })
  const { id } = await customer.start()
  await agent('anna').ready()
  await customer.snooze(id)
  await advance(seconds(44))
  expect((await customer.callback(id)).announcement).toBeNull()
  await advance(seconds(1))
  expect((await customer.callback(id)).announcement?.attempt).toBe(1)
})

import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { CallbackId, UserId } from './contact-center.ts'
import { openCentre, startCentre, verbs } from './testing.ts'

/** A centre whose only customer is in a chat; anna is the agent. */
async function startChatting(options: Record<string, string> = {}, pushTo: string | null = null) {
  const centre = await startCentre({ agents: ['anna'], options })
  const { customer, agent } = centre
  await agent('anna').ready()
  const { id } = await customer.startWithPush('bob')
  await customer.connectAndChat(id, { pushTo: pushTo as UserId | null })
  return { ...centre, id }
}

test('[TO1] [OP30] _urs_queued_ttl gives up a callback that no chat has come for', async () => {
  const { customer, agent, advance } = await startCentre({
    agents: ['anna'],
    options: { _urs_queued_ttl: '600' },
  })
  await agent('anna').ready()
  const told = await customer.start()
  const chatting = await customer.start()
  await customer.connectAndChat(told.id)
  await agent('anna').accept(told.id)
  await advance(seconds(599))
  expect((await customer.callback(chatting.id)).state).toBe('QUEUED')
  await advance(seconds(1))
  expect(await customer.callback(chatting.id)).toMatchObject({
    state: 'COMPLETED',
    reason: 'FAIL_TIMEOUT_TTL',
  })
})

test('[TO1] [OP30] it gives up a confirmed customer who creates no chat, and none who has one', async () => {
  const { customer, agent, advance } = await startCentre({
    agents: ['anna'],
    options: { _urs_queued_ttl: '600', _client_timeout: '0' },
  })
  await agent('anna').ready()
  const { id } = await customer.start()
  await customer.connect(id)
  await advance(seconds(600))
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'FAIL_TIMEOUT_TTL' })
  const other = await customer.start()
  await customer.connect(other.id)
  await agent('anna').notReady()
  await customer.createChat(other.id)
  await advance(seconds(6000))
  expect((await customer.callback(other.id)).state).toBe('ROUTING')
})

test('[TO2] [OP36] _max_time_to_reach_eta_pos_threshold gives up a customer who was never told of an agent', async () => {
  const options = { _max_time_to_reach_eta_pos_threshold: '300', _eta_pos_threshold: '0:6,35:0' }
  const { customer, agent, advance, setEwt } = await startCentre({ agents: ['anna'], options })
  const first = await customer.start()
  await agent('anna').ready()
  await agent('anna').notReady()
  const second = await customer.start()
  await advance(seconds(299))
  expect((await customer.callback(second.id)).state).toBe('QUEUED')
  await advance(seconds(1))
  expect(await customer.callback(second.id)).toMatchObject({ state: 'COMPLETED', reason: 'NOT_AVAILABLE' })
  expect((await customer.callback(first.id)).state).toBe('QUEUED')
  // The threshold is reached: who is told by it has his time to confirm.
  const third = await customer.start()
  await setEwt({ model: 'fixed', seconds: 20 })
  await advance(seconds(400))
  expect((await customer.callback(third.id)).step).toBe('agent-available')
})

test('[TO3] [OP37] _max_queue_wait gives up whoever still waits for an agent, in line or in a chat', async () => {
  const options = { _max_queue_wait: '100' }
  const { customer, agent, advance, id } = await startChatting(options)
  await agent('anna').decline(id)
  await agent('anna').notReady()
  const inLine = await customer.start()
  await advance(seconds(99))
  expect((await customer.callback(id)).state).toBe('ROUTING')
  await advance(seconds(1))
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'FAIL_QUEUEING' })
  expect((await customer.callback(id)).chat?.state).toBe('ended')
  expect(await customer.callback(inLine.id)).toMatchObject({ state: 'COMPLETED', reason: 'FAIL_QUEUEING' })
})

test('[TO3] [OP37] 0 lets everybody wait, and who talks waits no more', async () => {
  const endless = await startCentre({ options: { _max_queue_wait: '0' } })
  const { id } = await endless.customer.start()
  await endless.advance(seconds(14_000))
  expect((await endless.customer.callback(id)).state).toBe('QUEUED')
  const talking = await startChatting({ _max_queue_wait: '100', _client_timeout: '0' })
  await talking.agent('anna').accept(talking.id)
  await talking.advance(seconds(1000))
  expect((await talking.customer.callback(talking.id)).chat?.state).toBe('talking')
})

test('[TO4] [OP40] _max_time_to_wait_for_ixn_delete completes PROCESSING, and the chat goes on', async () => {
  const { customer, agent, advance, id } = await startChatting({
    _retain_session_until_ixn_deleted: 'true',
    _max_time_to_wait_for_ixn_delete: '600',
    _client_timeout: '0',
  })
  await advance(seconds(10))
  await agent('anna').accept(id)
  await advance(seconds(599))
  expect((await customer.callback(id)).state).toBe('PROCESSING')
  await advance(seconds(1))
  expect(await customer.callback(id)).toMatchObject({
    state: 'COMPLETED',
    reason: 'AGENT_CONNECTED',
    chat: { state: 'talking' },
  })
})

test('[TO5] the earliest time-out comes first, and a restart keeps each', async () => {
  const options = {
    _urs_queued_ttl: '500',
    _max_queue_wait: '400',
    _max_time_to_reach_eta_pos_threshold: '300',
  }
  const { customer, agent, advance, storage, centre } = await startCentre({ agents: ['anna'], options })
  const { id } = await customer.start()
  await agent('anna').ready()
  await agent('anna').notReady()
  await advance(seconds(350))
  expect((await customer.callback(id)).state).toBe('QUEUED')
  await centre.close()
  const again = await openCentre(storage)
  await again.centre.control.advance(seconds(50))
  const view = await verbs(again.centre).customer.callback(id)
  expect(view).toMatchObject({ state: 'COMPLETED', reason: 'FAIL_QUEUEING' })
})

test('[TO6] [OP50] a chat whose client shows no sign of life for _client_timeout seconds ends', async () => {
  const { customer, agent, advance, events, id } = await startChatting({ _client_timeout: '60' })
  await agent('anna').accept(id)
  await advance(seconds(59))
  expect((await customer.callback(id)).chat?.state).toBe('talking')
  await advance(seconds(1))
  expect((await customer.callback(id)).chat?.state).toBe('ended')
  expect(await events('client-missed')).toMatchObject([{ callback: id, seconds: 60 }])
  expect(await events('chat-ended')).toMatchObject([{ by: 'time-out' }])
})

test('[TO6] [OP50] a chat that waits ends too, with FAIL_INTERACTION_DELETED', async () => {
  const { customer, agent, advance, id } = await startChatting({ _client_timeout: '60' })
  await agent('anna').decline(id)
  await agent('anna').notReady()
  await advance(seconds(60))
  expect(await customer.callback(id)).toMatchObject({
    state: 'COMPLETED',
    reason: 'FAIL_INTERACTION_DELETED',
    chat: { state: 'ended' },
  })
})

const signs: [
  string,
  (customer: ReturnType<typeof verbs>['customer'], id: CallbackId) => Promise<unknown>,
][] = [
  ['refreshing', (customer, id) => customer.refresh(id)],
  ['speaking', (customer, id) => customer.say(id, 'still here')],
  ['typing', (customer, id) => customer.typing(id, true)],
  ['creating it again', (customer, id) => customer.createChat(id)],
  ['polling notifications', (customer, id) => customer.poll(id)],
]

test.each(signs)('[TO7] [OP50] %s is a sign of life', async (_, sign) => {
  const { customer, agent, advance, id } = await startChatting({ _client_timeout: '60' })
  await agent('anna').accept(id)
  await advance(seconds(50))
  await sign(customer, id)
  await advance(seconds(59))
  expect((await customer.callback(id)).chat?.state).toBe('talking')
  await advance(seconds(1))
  expect((await customer.callback(id)).chat?.state).toBe('ended')
})

test('[TO7] [OP50] a push session is a sign of life as long as it lasts', async () => {
  const { customer, agent, advance, centre, id } = await startChatting({ _client_timeout: '60' }, 'bob')
  await agent('anna').accept(id)
  await centre.notifications.listens('bob' as UserId, true)
  await advance(seconds(10_000))
  expect((await customer.callback(id)).chat?.state).toBe('talking')
  await centre.notifications.listens('bob' as UserId, false)
  await advance(seconds(59))
  expect((await customer.callback(id)).chat?.state).toBe('talking')
  await advance(seconds(1))
  expect((await customer.callback(id)).chat?.state).toBe('ended')
})

test('[TO7] [OP50] a session that was there before the chat counts, and one of another user does not', async () => {
  const { customer, advance, centre } = await startCentre({ options: { _client_timeout: '60' } })
  await centre.services.put('now', 'Chat-Immediate', {
    _target: 'Billing@StatServer.GA',
    _client_timeout: '60',
  })
  await centre.notifications.listens('bob' as UserId, true)
  const bob = await customer.startWithPush('bob', { service: 'now' })
  const eve = await customer.startWithPush('eve', { service: 'now' })
  await customer.createChat(bob.id, { pushTo: 'bob' as UserId })
  await customer.createChat(eve.id, { pushTo: 'eve' as UserId })
  await advance(seconds(60))
  expect((await customer.callback(bob.id)).chat?.state).toBe('waiting')
  expect((await customer.callback(eve.id)).chat?.state).toBe('ended')
})

test('[TO7] [OP50] after a restart clients have their time anew, and sessions have to come back', async () => {
  const { agent, advance, centre, storage, id } = await startChatting({ _client_timeout: '60' }, 'bob')
  await agent('anna').accept(id)
  await centre.notifications.listens('bob' as UserId, true)
  await advance(seconds(1000))
  await centre.close()
  const again = await openCentre(storage)
  const chat = async () => (await again.centre.callbacks.get(id)).chat?.state
  await again.centre.control.advance(seconds(59))
  expect(await chat()).toBe('talking')
  await again.centre.control.advance(seconds(1))
  expect(await chat()).toBe('ended')
})

test('[TO7] [OP50] with 0 nobody is missed', async () => {
  const { customer, agent, advance, id } = await startChatting({ _client_timeout: '0' })
  await agent('anna').accept(id)
  await advance(seconds(10_000))
  expect((await customer.callback(id)).chat?.state).toBe('talking')
})

test('[NT12] [OP51] news of an agent that no session takes is pushed so often, then it can only be polled', async () => {
  const options = { _max_notify_delivery_attempts: '2', _user_confirm_timeout: '30' }
  const { customer, agent, advance, events } = await startCentre({ agents: ['anna'], options })
  const { id } = await customer.startWithPush('bob')
  await agent('anna').ready()
  await advance(seconds(30))
  expect(await customer.outbox('bob')).toHaveLength(1)
  await advance(seconds(30))
  expect(await customer.outbox('bob')).toEqual([])
  expect(await events('notification-given-up')).toMatchObject([{ callback: id, attempts: 2 }])
  await advance(seconds(60))
  expect(await events('notification-given-up')).toHaveLength(1)
  expect((await customer.poll(id)).map(({ content }) => content.kind)).toEqual(['agent-available'])
})

test('[NT12] [OP51] once it has been polled, the next announcement is pushed again', async () => {
  const options = { _max_notify_delivery_attempts: '1', _user_confirm_timeout: '30' }
  const { customer, agent, advance } = await startCentre({ agents: ['anna'], options })
  const { id } = await customer.startWithPush('bob')
  await agent('anna').ready()
  await advance(seconds(30))
  expect(await customer.poll(id)).toHaveLength(1)
  await advance(seconds(30))
  expect(await customer.outbox('bob')).toHaveLength(1)
})

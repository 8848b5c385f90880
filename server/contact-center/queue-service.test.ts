import { expect, test } from 'vitest'
import { minutes, seconds } from '../runtime/clock.ts'
import { startCentre } from './testing.ts'

test('[QU1] the line goes by rank, priority, time in queue and order of coming', async () => {
  const { customer, agent, centre, queue, advance } = await startCentre({ agents: ['anna'] })
  const setPriority = (to: string) => centre.services.patch('chat-delay', { _urs_vq_priority: to })
  const plain = await customer.start()
  const sameTime = await customer.start()
  await advance(seconds(5))
  await setPriority('3')
  const urgent = await customer.start()
  await setPriority('0')
  const late = await customer.start()
  const chat = await customer.start({ service: 'request-chat' })
  const returned = await customer.start({ service: 'request-chat' })
  await agent('anna').ready()
  await customer.createChat(returned.id)
  await agent('anna').notReady()
  await customer.createChat(chat.id)

  const { entries } = await queue()
  const order = [returned, chat, urgent, plain, sameTime, late].map(({ id }) => id)
  expect(entries.map(({ callback }) => callback)).toEqual(order)
  expect(entries.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6])
})

test('[QU2] who is being offered to an agent or talks is at position 0', async () => {
  const options = { _retain_session_until_ixn_deleted: 'true' }
  const { customer, agent } = await startCentre({ agents: ['anna'], options })
  const { id } = await customer.start()
  const next = await customer.start()
  await agent('anna').ready()
  await customer.connectAndChat(id)
  const gone = {
    position: 0,
    etaSeconds: 0,
    totalWaiting: 1,
    threshold: { isPassed: true, reason: 'left the queue' },
  }
  expect(await customer.position(id)).toEqual(gone)
  expect((await customer.position(next.id)).position).toBe(1)
  await agent('anna').accept(id)
  expect(await customer.position(id)).toEqual(gone)
  await agent('anna').leave(id)
  await expect(customer.position(id)).rejects.toMatchObject({ code: 'callback-completed' })
})

test('[QU3] a queue exists while a service names it or somebody waits in it', async () => {
  const { customer, centre } = await startCentre()
  const names = async () => (await centre.queues.list()).map(({ name }) => name)
  expect(await names()).toEqual(['VQ_Chat'])
  const { id } = await customer.start({ properties: { _urs_virtual_queue: 'VQ_Mine' } })
  await centre.services.put('loans', 'Chat-Delayed', { _target: 'A@S.GA', _urs_virtual_queue: 'VQ_Loans' })
  expect(await names()).toEqual(['VQ_Chat', 'VQ_Loans', 'VQ_Mine'])
  expect((await centre.queues.get('VQ_Mine')).waiting).toBe(1)
  await customer.cancel(id)
  await centre.services.remove('loans')
  expect(await names()).toEqual(['VQ_Chat'])
  await expect(centre.queues.get('VQ_Mine')).rejects.toMatchObject({ code: 'queue-not-found' })
})

test('[QU4] the estimate is that which errs least until it is set', async () => {
  const { customer, queue, setEwt } = await startCentre()
  expect((await queue()).ewt).toMatchObject({ model: 'queue-length-abandonment', seconds: null })
  await customer.start()
  const { id } = await customer.start()
  expect((await setEwt({ model: 'fixed', seconds: 30 })).ewt).toMatchObject({ model: 'fixed', seconds: 30 })
  expect(await customer.position(id)).toEqual({
    position: 2,
    etaSeconds: 30,
    totalWaiting: 2,
    threshold: { isPassed: true, reason: 'eta  <= 35 and position <=5 ' },
  })
  await setEwt({ model: 'unavailable' })
  expect(await customer.position(id)).toMatchObject({ etaSeconds: null, threshold: { reason: 'eta n/a' } })
})

test.each([-1, 0.5, 86_401])('[QU4] a fixed estimate of %d is refused', async (count) => {
  const { setEwt } = await startCentre()
  const set = setEwt({ model: 'fixed', seconds: count })
  await expect(set).rejects.toMatchObject({ code: 'setting-invalid' })
})

test('[QU5] the estimate learns from the last chats', async () => {
  const { customer, agent, advance, queue } = await startCentre({ agents: ['anna'] })
  await agent('anna').ready()
  for (const length of [60, ...Array<number>(20).fill(100)]) {
    const { id } = await customer.start({ service: 'request-chat' })
    await customer.createChat(id)
    await advance(seconds(5))
    await agent('anna').accept(id)
    await advance(seconds(length))
    await agent('anna').leave(id)
  }
  expect((await queue()).ewt.seconds).toBe(100)
  await customer.start()
  expect((await queue()).ewt.seconds).toBe(200)
})

test('[QU6] callers count, never confirm and are gone after their last attempt', async () => {
  const { customer, agent, queue, centre, advance } = await startCentre({ agents: ['anna'] })
  const ids = await centre.queues.addCallers('VQ_Chat', 2)
  const { id } = await customer.start()
  expect(await customer.position(id)).toMatchObject({ position: 3, totalWaiting: 3 })
  expect((await queue()).entries.map(({ customerName, isSynthetic }) => [customerName, isSynthetic])).toEqual(
    [
      ['Caller 1', true],
      ['Caller 2', true],
      ['Bob Markel', false],
    ],
  )
  await agent('anna').ready()
  await advance(seconds(3 * 30))
  expect((await customer.position(id)).position).toBe(2)
  await advance(seconds(3 * 30))
  expect(await customer.callback(id)).toMatchObject({ step: 'agent-available' })
  for (const caller of ids) {
    expect(await customer.callback(caller)).toMatchObject({ reason: 'FAIL_USER_NO_CONFIRM' })
  }
})

test('[QU7] callers above the limit are refused, and none is added', async () => {
  const { centre, queue } = await startCentre()
  await centre.queues.addCallers('VQ_Chat', 999)
  const more = centre.queues.addCallers('VQ_Chat', 2)
  await expect(more).rejects.toMatchObject({ code: 'queue-full' })
  expect((await queue()).waiting).toBe(999)
  await centre.queues.addCallers('VQ_Chat', 1)
  const none = centre.queues.addCallers('VQ_Chat', 0)
  await expect(none).rejects.toMatchObject({ code: 'setting-invalid' })
})

test('[QU8] removing callers leaves real customers alone', async () => {
  const { centre, customer, queue, events } = await startCentre()
  const { id } = await customer.start()
  const [caller] = await centre.queues.addCallers('VQ_Chat', 3)
  await centre.queues.removeCallers('VQ_Chat')
  expect((await queue()).entries.map(({ callback }) => callback)).toEqual([id])
  expect(await events('callers-removed')).toMatchObject([{ queue: 'VQ_Chat', count: 3 }])
  if (caller === undefined) throw new Error('no caller was added')
  expect(await customer.callback(caller)).toMatchObject({ reason: 'CANCELLED_BY_ADMIN' })
})

test('[QU9] a queue shows who waits, how long and why', async () => {
  const { customer, agent, queue, advance } = await startCentre({ agents: ['anna', 'ben'] })
  await customer.start()
  await advance(minutes(2))
  await customer.start({ properties: { first_name: 'Ann', last_name: 'Lee' } })
  await agent('ben').ready()
  expect(await queue()).toMatchObject({
    name: 'VQ_Chat',
    waiting: 2,
    longestWaitSeconds: 120,
    readyAgents: 1,
    ewt: { model: 'queue-length-abandonment', seconds: null, explanation: 'no chat has ended yet' },
    entries: [
      { waitingSeconds: 120, customerName: 'Bob Markel', step: 'agent-available', priority: 0 },
      { waitingSeconds: 0, customerName: 'Ann Lee', waitingFor: '1 customer is ahead and 1 agent is free' },
    ],
  })
})

test('[QU10] under 8.5.2 the threshold table is off unless another method is configured', async () => {
  const { customer, centre, setEwt } = await startCentre({ agents: ['anna'] })
  await setEwt({ model: 'fixed', seconds: 30 })
  await customer.start()
  const { id, step } = await customer.start()
  expect(step).toBe('agent-available')
  await centre.settings.change({ gmsVersion: '8.5.2' })
  expect((await customer.callback(id)).step).toBe('waiting')
  expect((await customer.position(id)).threshold).toEqual({ isPassed: true, reason: 'eta n/a' })
})

test('[QU11] a request that needs one queue too many is refused, until a queue is no more', async () => {
  const { customer, centre, changes } = await startCentre({ limits: { queuesMax: 3 } })
  const startIn = (name: string) => customer.start({ properties: { _urs_virtual_queue: name } })
  const { id } = await startIn('VQ_1')
  await startIn('VQ_2')
  await startIn('VQ_2')
  const before = await changes()
  await expect(startIn('VQ_3')).rejects.toMatchObject({ code: 'queues-full' })
  expect(await changes()).toEqual(before)
  await customer.cancel(id)
  await startIn('VQ_3')
  expect((await centre.queues.list()).map(({ name }) => name)).toEqual(['VQ_2', 'VQ_3', 'VQ_Chat'])
})

test('[WE14] the wait that is learnt from is that to an agent in the chat, confirming and ringing included', async () => {
  const { customer, agent, advance, queue, setEwt } = await startCentre({ agents: ['anna'] })
  await setEwt({ model: 'last-to-enter-service' })
  const { id } = await customer.start()
  await advance(seconds(20))
  await agent('anna').ready()
  await advance(seconds(5))
  await customer.connectAndChat(id)
  await advance(seconds(3))
  await agent('anna').accept(id)
  await advance(seconds(60))
  expect((await queue()).ewt).toMatchObject({ seconds: 28, inputs: { lastWaitSeconds: 28 } })
})

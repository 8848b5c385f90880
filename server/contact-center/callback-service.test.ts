import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { CallbackId, UserId } from './contact-center.ts'
import { chatInput, startCentre, startInput } from './testing.ts'

const nobody = '369-nobody' as CallbackId

test('[CB2] a started callback waits in the queue of its service, under a new id', async () => {
  const { customer, queue } = await startCentre()
  const callback = await customer.start()
  expect(callback).toMatchObject({ state: 'QUEUED', step: 'waiting', queue: 'VQ_Chat', reason: null })
  expect(callback.id).toMatch(/^369-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect((await queue()).entries.map((entry) => entry.callback)).toEqual([callback.id])
})

test.each([
  ['service-not-found', { service: 'nothing' }],
  ['lookup-key-missing', { customerNumber: ' ' }],
  ['option-invalid', { properties: { _provide_code: 'perhaps' } }],
])('[CB3][OP1] starting is refused with %s, and stores nothing', async (code, input) => {
  const { customer, queue, changes } = await startCentre()
  await expect(customer.start(input)).rejects.toMatchObject({ code })
  expect((await queue()).waiting).toBe(0)
  expect(await changes()).toEqual([])
})

test('[CB3][OP6] every missing parameter and every wrong option has its own detail', async () => {
  const { customer } = await startCentre({
    options: { _mandatory_customer_lookup_keys: '_customer_number,a' },
  })
  await expect(customer.start({ customerNumber: null })).rejects.toMatchObject({
    details: [{ field: '_customer_number' }, { field: 'a' }],
  })
  await customer.start({ properties: { a: '1' } })
})

test('[CB3][OP7] a target that a request may set but cannot be read is refused with its column', async () => {
  const { customer } = await startCentre({ options: { _overwritable_options: '_target' } })
  const started = customer.start({ properties: { _target: 'Billing' } })
  await expect(started).rejects.toMatchObject({ details: [{ field: '_target' }] })
})

test('[CB4] what a request overrides holds for its callback alone', async () => {
  const { customer } = await startCentre()
  const mine = await customer.start({ properties: { _urs_virtual_queue: 'VQ_Mine', _target: 'Sales@S.GA' } })
  expect(mine).toMatchObject({ queue: 'VQ_Mine', target: 'Billing@StatServer.GA' })
  expect(await customer.start()).toMatchObject({ queue: 'VQ_Chat' })
})

test('[CB5] later changes of the service do not reach a callback that has started', async () => {
  const { customer, centre } = await startCentre()
  const { id } = await customer.start()
  await centre.services.patch('chat-delay', { _target: 'Sales@S.GA', _provide_code: 'true' })
  expect(await customer.callback(id)).toMatchObject({ target: 'Billing@StatServer.GA', providesCode: false })
})

test.each([
  ['false', 'COMPLETED'],
  ['true', 'PROCESSING'],
])('[CB6][OP8] with retention %s it is %s while agent and customer talk', async (retained, state) => {
  const options = { _retain_session_until_ixn_deleted: retained }
  const { customer, agent } = await startCentre({ agents: ['anna'], options })
  const { id } = await customer.start()
  await agent('anna').ready()
  expect((await customer.callback(id)).state).toBe('QUEUED')
  await customer.connect(id)
  expect((await customer.callback(id)).state).toBe('ROUTING')
  await customer.createChat(id)
  expect((await customer.callback(id)).state).toBe('ROUTING')
  await agent('anna').accept(id)
  expect((await customer.callback(id)).state).toBe(state)
  await agent('anna').leave(id)
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'AGENT_CONNECTED' })
})

test('[CB7][OP2] without waiting for an agent it is confirmed from the start', async () => {
  const { customer, centre } = await startCentre({ agents: [] })
  await centre.services.put('now', 'Chat-Immediate', { _target: 'Billing@StatServer.GA' })
  const { id, state, waitsForAgent } = await customer.start({ service: 'now' })
  expect({ state, waitsForAgent }).toEqual({ state: 'ROUTING', waitsForAgent: false })
  expect((await customer.connect(id)).callback.step).toBe('confirmed')
  expect((await customer.createChat(id)).state).toBe('waiting')
})

test('[CB8] cancelling completes a callback that waits, once', async () => {
  const { customer, centre, queue } = await startCentre()
  const { id } = await customer.start()
  await centre.callbacks.cancel(id, 'CANCELLED_BY_ADMIN')
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'CANCELLED_BY_ADMIN' })
  expect((await queue()).waiting).toBe(0)
  await expect(customer.cancel(id)).rejects.toMatchObject({ code: 'callback-completed' })
})

test('[CB8] cancelling ends a chat that rings, and takes the offer back', async () => {
  const { customer, agent, events } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  await agent('anna').ready()
  await customer.connectAndChat(id)
  const { chat, reason } = await customer.cancel(id)
  expect([chat?.state, reason]).toEqual(['ended', 'CANCELLED'])
  expect((await agent('anna').get()).interactions).toMatchObject([{ state: 'ended', endedBy: 'withdrawn' }])
  expect(await events('chat-ended')).toMatchObject([{ by: 'cancelled' }])
})

test('[CB8] who is cancelled while waiting in the chat is told of its end', async () => {
  const { customer, events } = await startCentre({ agents: [] })
  const { id } = await customer.start({ service: 'request-chat' })
  await customer.createChat(id, { pushTo: 'bob' as UserId })
  await customer.cancel(id)
  const { entries } = await customer.refresh(id, 0)
  expect(entries.map(({ type, party }) => [type, party])).toEqual([
    ['joined', 'CLIENT'],
    ['left', 'CLIENT'],
  ])
  expect((await customer.outbox('bob')).at(-1)?.content).toMatchObject({
    kind: 'chat',
    to: 2,
    hasEnded: true,
  })
  expect(await events('callback-completed')).toMatchObject([{ reason: 'CANCELLED' }])
})

test('[CB8] cancelling is refused while agent and customer talk', async () => {
  const options = { _retain_session_until_ixn_deleted: 'true' }
  const { customer, agent } = await startCentre({ agents: ['anna'], options })
  const { id } = await customer.start()
  await agent('anna').ready()
  await customer.connectAndChat(id)
  await agent('anna').accept(id)
  await expect(customer.cancel(id)).rejects.toMatchObject({ code: 'callback-processing' })
})

test('[CB9] a callback that still waits at the end of its time is over, and gone', async () => {
  const { customer, advance, events } = await startCentre({ agents: [], options: { _ttl: '600' } })
  const { id } = await customer.start()
  await advance(seconds(599))
  expect((await customer.callback(id)).state).toBe('QUEUED')
  await advance(seconds(1))
  await expect(customer.callback(id)).rejects.toMatchObject({ code: 'callback-not-found' })
  expect(await events('callback-completed')).toMatchObject([{ reason: 'FAIL_TIMEOUT_TTL' }])
  expect(await events('callback-expired')).toMatchObject([{ callback: id }])
})

test('[CB9] at the end of its time a chat ends by time-out, and nothing of the callback is left', async () => {
  const { customer, agent, advance, events, storage } = await startCentre({
    agents: ['anna'],
    options: { _ttl: '600' },
  })
  const { id } = await customer.startWithPush('bob')
  await agent('anna').ready()
  await customer.connectAndChat(id)
  await agent('anna').accept(id)
  await agent('anna').notify(id)
  await customer.notifyAgent(id)
  await advance(seconds(600))
  expect(await events('chat-ended')).toMatchObject([{ by: 'time-out' }])
  expect((await agent('anna').get()).notOfferedBecause).toBeNull()
  const left = await storage.transaction((tx) => [
    ...(['callback', 'chat', 'entry', 'notification', 'mailbox'] as const).map((kind) => tx.count(kind)),
    tx.count('interaction') + tx.count('alarm'),
  ])
  expect(left).toEqual([0, 0, 0, 0, 0, 0])
})

test('[CB11] the history of a callback tells what happened to it, oldest first', async () => {
  const { customer, agent, centre } = await startCentre({ agents: ['anna'] })
  await customer.start()
  const { id } = await customer.start()
  await customer.cancel(id)
  await agent('anna').ready()
  const history = await centre.callbacks.history(id)
  expect(history.map(({ type }) => type)).toEqual([
    'callback-queued',
    'callback-completed',
    'queue-abandoned',
  ])
})

test('[CB12] the customer goes from step to step', async () => {
  const { customer, agent } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  const step = async () => (await customer.callback(id)).step
  const steps = [await step()]
  await agent('anna').ready()
  steps.push(await step())
  await customer.connect(id)
  steps.push(await step())
  await customer.createChat(id)
  steps.push(await step())
  await agent('anna').accept(id)
  steps.push(await step())
  await customer.leave(id)
  steps.push(await step())
  expect(steps).toEqual(['waiting', 'agent-available', 'confirmed', 'chat-created', 'talking', 'done'])
})

test('[CB13] one sentence says what a callback waits for', async () => {
  const { customer, agent, advance } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  const other = await customer.start()
  const waitingFor = async (which = id) => (await customer.callback(which)).waitingFor
  expect(await waitingFor()).toBe('No agent of group Billing is ready')
  await agent('anna').ready()
  expect(await waitingFor()).toBe('The customer has to confirm (attempt 1 of 3)')
  expect(await waitingFor(other.id)).toBe('1 customer is ahead and 1 agent is free')
  await customer.snooze(id)
  expect(await waitingFor()).toBe('The customer asked to wait until 09:05:00 UTC')
  await customer.connect(id)
  expect(await waitingFor()).toBe('The customer has to create the chat')
  await customer.createChat(id)
  expect(await waitingFor()).toBe('anna is being offered the chat')
  await agent('anna').decline(id)
  expect(await waitingFor()).toBe(
    'Only agents who declined it or passed it on are free; they are asked again at 09:00:30 UTC',
  )
  await advance(seconds(30))
  await agent('anna').accept(id)
  expect(await waitingFor()).toBeNull()
  expect(await waitingFor(other.id)).toBe('No agent of group Billing is free (at capacity)')
})

test('[CB13] an agent who is free and promised to another customer is said to be', async () => {
  const { customer, agent } = await startCentre({ agents: ['anna', 'ben'] })
  const other = { properties: { _urs_virtual_queue: 'VQ_Other' } }
  const waitingFor = async (id: CallbackId) => (await customer.callback(id)).waitingFor
  await customer.start()
  await agent('anna').ready()
  const first = await customer.start(other)
  expect(await waitingFor(first.id)).toBe('The free agent is promised to another customer')
  await agent('ben').ready()
  const second = await customer.start(other)
  expect(await waitingFor(second.id)).toBe('The 2 free agents are promised to other customers')
})

test('[TG10] a request whose target cannot be read is told the token and its column', async () => {
  const { customer } = await startCentre({ options: { _overwritable_options: '_target' } })
  const target = 'English == 20@S.GA'
  const start = customer.start({ properties: { _target: target } })
  const message = 'Expected a skill level, a whole number. Found “=” at column 10.'
  await expect(start).rejects.toMatchObject({ details: [{ field: '_target', message }] })
})

test.each([
  ['anna@StatServer.A', 'Agent anna is not ready', 'Agent anna is not free'],
  [
    'Place_anna@StatServer.AP',
    'No agent at place Place_anna is ready',
    'No agent at place Place_anna is free',
  ],
  ['English>1@StatServer.GA', 'No agent with English > 1 is ready', 'No agent with English > 1 is free'],
  [
    "[{'target':'anna@S.A'},{'target':'Loans@S.GA'}]",
    'None of these is ready: agent anna, or an agent of group Loans',
    'None of these is free: agent anna, or an agent of group Loans',
  ],
])('[CB13] whom %s waits for is said in words', async (target, unready, busy) => {
  const { customer, agent } = await startCentre({ agents: ['anna'], options: { _target: target } })
  await agent('anna').put({ skills: { English: 2 } })
  const { id } = await customer.start()
  const next = await customer.start()
  expect((await customer.callback(id)).waitingFor).toBe(unready)
  await agent('anna').ready()
  await customer.connectAndChat(id)
  expect((await customer.callback(next.id)).waitingFor).toBe(busy)
})

test('[CB13] between two announcements it says when the next one is', async () => {
  const options = { _agent_availability_notification_delay: '60' }
  const { customer, agent, advance } = await startCentre({ agents: ['anna'], options })
  const { id } = await customer.start()
  await agent('anna').ready()
  await advance(seconds(40))
  expect((await customer.callback(id)).waitingFor).toBe(
    'The customer has not confirmed; an agent is announced again at 09:01:00 UTC',
  )
})

test('[CB14][OP47] an access code has six digits, stays the same and expires with the callback', async () => {
  const { customer, agent } = await startCentre({ agents: ['anna'], options: { _provide_code: 'true' } })
  const { id, expiresAt } = await customer.start()
  await agent('anna').ready()
  const { accessCode } = await customer.connect(id)
  expect(accessCode?.code).toMatch(/^\d{6}$/)
  expect(accessCode?.expiresAt).toBe(expiresAt)
  expect((await customer.connect(id)).accessCode).toEqual(accessCode)
})

test('[CB15] push needs a comet device with an id; its user is who asked, else that id', async () => {
  const { customer } = await startCentre()
  const device = { os: 'comet', notificationId: 'device' }
  expect(await customer.start()).toMatchObject({ hasPush: false, user: null })
  expect(await customer.start({ device })).toMatchObject({ hasPush: true, user: 'device' })
  expect(await customer.startWithPush('bob', { device })).toMatchObject({ hasPush: true, user: 'bob' })
  expect(await customer.start({ device: { ...device, os: 'gcm' } })).toMatchObject({ hasPush: false })
  expect(await customer.start({ device: { ...device, notificationId: '' } })).toMatchObject({
    hasPush: false,
  })
})

test('[CB16] what names an unknown callback is refused', async () => {
  const { centre } = await startCentre()
  const { callbacks, chats, notifications } = centre
  const calls = [
    callbacks.connect(nobody),
    callbacks.snooze(nobody),
    callbacks.cancel(nobody, 'CANCELLED'),
    callbacks.position(nobody),
    callbacks.get(nobody),
    callbacks.history(nobody),
    chats.create(nobody, chatInput()),
    chats.say(nobody, 'a'),
    notifications.toCustomer(nobody, 'a', 'b'),
    notifications.takeForCustomer(nobody),
    notifications.toAgent(nobody, 'a', 'b'),
    notifications.takeForAgent(nobody),
    notifications.countForAgent(nobody),
  ]
  for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'callback-not-found' })
  await expect(chats.say((await callbacks.start(startInput())).id, 'a')).rejects.toMatchObject({
    code: 'chat-not-found',
  })
})

test('[CB17] above the limit no callback starts until one has been removed', async () => {
  const { customer, centre, advance, changes } = await startCentre({ limits: { callbacksMax: 2 } })
  const { id } = await customer.start()
  await customer.cancel(id)
  await advance(seconds(10))
  await customer.start()
  const before = await changes()
  await expect(customer.start()).rejects.toMatchObject({ code: 'callbacks-full' })
  await expect(centre.queues.addCallers('VQ_Chat', 1)).rejects.toMatchObject({ code: 'callbacks-full' })
  expect(await changes()).toEqual(before)
  await advance(seconds(86_400 - 10))
  await customer.start()
})

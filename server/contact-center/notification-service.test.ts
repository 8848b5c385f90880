import { expect, test } from 'vitest'
import type { NotificationId, UserId } from './contact-center.ts'
import { startCentre } from './testing.ts'
import type { Centre } from './testing.ts'

const kinds = (notifications: readonly { content: { kind: string } }[]) =>
  notifications.map(({ content }) => content.kind)

async function announced(centre: Centre, user = 'bob') {
  const { id } = await centre.customer.startWithPush(user)
  await centre.agent('anna').ready()
  return id
}

test('[NT1] notifications have ids like the product and numbers that grow', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const id = await announced(centre)
  await centre.agent('anna').notify(id)
  const [one, two] = await centre.customer.outbox('bob')
  expect(one?.id).toMatch(/^[0-9a-f]{32}$/)
  expect([one?.number, two?.number]).toEqual([1, 2])
  expect(kinds(await centre.customer.outbox('bob'))).toEqual(['agent-available', 'message'])
  expect(one).toMatchObject({ callback: id, user: 'bob', createdAt: centre.clock.now() })
  const unknown = 'unknown' as NotificationId
  expect(await centre.centre.notifications.undelivered([unknown, one?.id ?? unknown])).toEqual([one])
})

test('[NT2] without push a notification waits to be polled', async () => {
  const { customer, agent, events } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start({ user: 'bob' as UserId })
  await agent('anna').ready()
  expect(await customer.outbox('bob')).toEqual([])
  expect(await events('notification-queued')).toMatchObject([{ user: null, what: 'agent-available' }])
  expect(await customer.poll(id)).toMatchObject([{ user: null, content: { kind: 'agent-available' } }])
})

test('[NT3] polling answers in order, empties the mailbox and holds no chat rows', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const { customer, agent } = centre
  const id = await announced(centre)
  await agent('anna').notify(id, 'one')
  await customer.connectAndChat(id, { pushTo: 'bob' as UserId })
  await agent('anna').notify(id, 'two', 'app')
  const polled = await customer.poll(id)
  expect(polled.map(({ content }) => content)).toEqual([
    { kind: 'message', displayMessage: 'one', applicationMessage: 'APP' },
    { kind: 'message', displayMessage: 'two', applicationMessage: 'app' },
  ])
  expect(await customer.poll(id)).toEqual([])
  expect(kinds(await customer.outbox('bob'))).toEqual(['chat'])
})

test('[NT4] what was pushed is neither polled nor delivered again', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const { customer, events } = centre
  const id = await announced(centre)
  const [notification] = await customer.outbox('bob')
  if (notification === undefined) throw new Error('nothing to deliver')
  await customer.delivered(notification.id, 'unknown' as NotificationId)
  await customer.delivered(notification.id)
  expect(await customer.poll(id)).toEqual([])
  expect(await centre.centre.notifications.undelivered([notification.id])).toEqual([])
  expect(await events('notification-delivered')).toMatchObject([
    { by: 'push', notification: notification.id },
  ])
})

test('[NT5] the rows of one transaction are one notification, with the end if it came', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const { customer, agent } = centre
  const id = await announced(centre)
  await customer.connectAndChat(id, { pushTo: 'bob' as UserId, message: 'hello' })
  await agent('anna').accept(id)
  await customer.leave(id, 'bye')
  expect((await customer.outbox('bob')).map(({ content }) => content)).toEqual([
    { kind: 'chat', from: 1, to: 2, hasEnded: false },
    { kind: 'chat', from: 3, to: 3, hasEnded: false },
    { kind: 'chat', from: 4, to: 5, hasEnded: true },
  ])
})

test('[NT6] a chat without comet pushes no rows', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const id = await announced(centre)
  await centre.customer.connectAndChat(id)
  await centre.agent('anna').accept(id)
  expect(await centre.customer.outbox('bob')).toEqual([])
})

test('[NT7] the news of an agent is not doubled, and taken back once it is stale', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const { customer, advance, events } = centre
  const id = await announced(centre)
  await advance(30_000)
  expect((await customer.callback(id)).announcement?.attempt).toBe(2)
  const [only, ...more] = await customer.outbox('bob')
  expect(more).toEqual([])
  await customer.delivered(only?.id ?? ('' as NotificationId))
  await advance(30_000)
  expect(await customer.outbox('bob')).toHaveLength(1)
  await customer.connect(id)
  expect(await customer.outbox('bob')).toEqual([])
  expect(await events('notification-dropped')).toMatchObject([{ because: 'withdrawn' }])
})

test('[NT7] a callback that is over tells of no agent', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const id = await announced(centre)
  await centre.customer.cancel(id)
  expect(await centre.customer.poll(id)).toEqual([])
})

test('[NT8] a full mailbox refuses more, in either direction', async () => {
  const { customer, agent, centre } = await startCentre({ limits: { mailboxMax: 2 } })
  const { id } = await customer.start()
  for (let count = 0; count < 2; count += 1) {
    await agent('anna').notify(id)
    await customer.notifyAgent(id)
  }
  await expect(agent('anna').notify(id)).rejects.toMatchObject({ code: 'mailbox-full' })
  await expect(customer.notifyAgent(id)).rejects.toMatchObject({ code: 'mailbox-full' })
  expect(await centre.notifications.countForAgent(id)).toBe(2)
  expect(await customer.poll(id)).toHaveLength(2)
  await agent('anna').notify(id)
})

test('[NT9] a full outbox drops its oldest notification', async () => {
  const { customer, agent, events } = await startCentre({ limits: { outboxMax: 2 } })
  const { id } = await customer.startWithPush('bob')
  for (const text of ['one', 'two', 'three']) await agent('anna').notify(id, text)
  expect((await customer.outbox('bob')).map(({ number }) => number)).toEqual([2, 3])
  expect(await events('notification-dropped')).toMatchObject([{ because: 'outbox-full' }])
})

test("[NT10] reading the agent's mailbox empties it, counting does not", async () => {
  const { customer, agent, centre } = await startCentre()
  const { id } = await customer.start()
  await customer.notifyAgent(id, 'one', 'app')
  await customer.notifyAgent(id, 'two')
  expect(await centre.notifications.countForAgent(id)).toBe(2)
  expect(await agent('anna').mailbox(id)).toEqual([
    { callback: id, displayMessage: 'one', applicationMessage: 'app' },
    { callback: id, displayMessage: 'two', applicationMessage: 'APP' },
  ])
  expect(await agent('anna').mailbox(id)).toEqual([])
})

test('[NT11] messages go both ways also after completion, and are not too long', async () => {
  const { customer, agent } = await startCentre({ limits: { messageCharactersMax: 5 } })
  const { id } = await customer.start()
  await customer.cancel(id)
  await agent('anna').notify(id, '12345', '12345')
  await customer.notifyAgent(id, '12345', '12345')
  const tooLong = { code: 'message-too-long' }
  await expect(agent('anna').notify(id, '123456', '')).rejects.toMatchObject(tooLong)
  await expect(agent('anna').notify(id, '', '123456')).rejects.toMatchObject(tooLong)
  await expect(customer.notifyAgent(id, '', '123456')).rejects.toMatchObject(tooLong)
  expect(await customer.poll(id)).toHaveLength(1)
})

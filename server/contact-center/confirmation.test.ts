import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { startCentre } from './testing.ts'

const confirmed = { code: 'agent-not-announced' }

test('[CF1] an announcement gives the customer the time to confirm', async () => {
  const { customer, agent, clock } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  await agent('anna').ready()
  const at = clock.now()
  const { announcement } = await customer.callback(id)
  expect(announcement).toEqual({ at, attempt: 1, confirmBy: at + seconds(30) })
})

test('[CF2] connecting is refused before the first announcement, and accepted after it has lapsed', async () => {
  const { customer, agent } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  await expect(customer.connect(id)).rejects.toMatchObject(confirmed)
  await agent('anna').ready()
  await agent('anna').notReady()
  expect((await customer.callback(id)).step).toBe('waiting')
  expect((await customer.connect(id)).callback.step).toBe('confirmed')
})

test('[CF3] connecting again answers the same and changes nothing', async () => {
  const { customer, agent, events } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  await agent('anna').ready()
  const first = await customer.connect(id)
  const before = await events()
  expect(await customer.connect(id)).toEqual(first)
  expect(await events()).toEqual(before)
})

test('[CF3] connecting is refused after completion', async () => {
  const { customer } = await startCentre()
  const { id } = await customer.start()
  await customer.cancel(id)
  await expect(customer.connect(id)).rejects.toMatchObject({ code: 'callback-completed' })
})

test.each([
  ['30', '30', [30, 60]],
  ['10', '45', [45, 90]],
  ['40', '20', [40, 80]],
])(
  '[CF4][OP42][OP45] time-out %s and delay %s announce again after %j seconds',
  async (timeout, delay, after) => {
    const options = { _user_confirm_timeout: timeout, _agent_availability_notification_delay: delay }
    const { customer, agent, advance, events, clock } = await startCentre({ agents: ['anna'], options })
    await customer.start()
    await agent('anna').ready()
    const begun = clock.now()
    await advance(seconds(95))
    const told = (await events('agent-available')).map(({ at }) => (at - begun) / 1000)
    expect(told.slice(0, 3)).toEqual([0, ...after])
  },
)

test('[CF5] CONNECT-ANYWAY keeps the place and goes on announcing', async () => {
  const { customer, agent, advance } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  const next = await customer.start()
  await agent('anna').ready()
  await advance(seconds(30 * 5))
  expect(await customer.callback(id)).toMatchObject({ state: 'QUEUED', announcement: { attempt: 6 } })
  expect((await customer.callback(id)).waitingFor).toBe('The customer has to confirm (attempt 6)')
  expect((await customer.position(id)).position).toBe(1)
  expect((await customer.callback(next.id)).step).toBe('waiting')
})

test('[CF6][OP44] any other value gives up after the last attempt, and the next customer is told', async () => {
  const options = { _on_user_confirm_timeout: 'DISCONNECT' }
  const { customer, agent, advance, events } = await startCentre({ agents: ['anna'], options })
  const { id } = await customer.start()
  const next = await customer.start()
  await agent('anna').ready()
  await advance(seconds(89))
  expect((await customer.callback(id)).announcement?.attempt).toBe(3)
  await advance(seconds(1))
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'FAIL_USER_NO_CONFIRM' })
  expect((await events('confirmation-missed')).map((event) => 'attempt' in event && event.attempt)).toEqual([
    1, 2, 3,
  ])
  expect((await customer.callback(next.id)).step).toBe('agent-available')
})

test('[CF7] an announcement lapses with its agent, and begins anew with the next one', async () => {
  const { customer, agent, advance, events } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.startWithPush('bob')
  await agent('anna').ready()
  await advance(seconds(30))
  expect((await customer.callback(id)).announcement?.attempt).toBe(2)
  await agent('anna').notReady()
  expect(await customer.callback(id)).toMatchObject({ step: 'waiting', announcement: null })
  expect(await customer.outbox('bob')).toEqual([])
  expect(await events('announcement-lapsed')).toHaveLength(1)
  await advance(seconds(60))
  expect(await events('confirmation-missed')).toHaveLength(1)
  await agent('anna').ready()
  expect((await customer.callback(id)).announcement?.attempt).toBe(1)
})

test('[CF8] a snoozing customer keeps the place, is passed over and is told anew', async () => {
  const { customer, agent, advance, clock } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  const next = await customer.start()
  await agent('anna').ready()
  await advance(seconds(30))
  const { snoozedUntil, step } = await customer.snooze(id)
  expect([snoozedUntil, step]).toEqual([clock.now() + seconds(300), 'waiting'])
  expect((await customer.position(id)).position).toBe(1)
  expect((await customer.callback(next.id)).step).toBe('agent-available')
  await customer.cancel(next.id)
  await advance(seconds(299))
  expect((await customer.callback(id)).announcement).toBeNull()
  await advance(seconds(1))
  expect((await customer.callback(id)).announcement?.attempt).toBe(1)
})

test('[CF8] snoozing again begins the time anew', async () => {
  const { customer, agent, advance } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  await agent('anna').ready()
  await customer.snooze(id)
  await advance(seconds(100))
  await customer.snooze(id)
  await advance(seconds(299))
  expect((await customer.callback(id)).announcement).toBeNull()
  await advance(seconds(1))
  expect((await customer.callback(id)).announcement?.attempt).toBe(1)
})

test('[CF8] a snoozing customer may connect', async () => {
  const { customer, agent, advance } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  await agent('anna').ready()
  await customer.snooze(id)
  expect((await customer.connect(id)).callback).toMatchObject({ step: 'confirmed', snoozedUntil: null })
  await advance(seconds(301))
  expect((await customer.callback(id)).step).toBe('confirmed')
})

test('[CF9] snoozing is refused before the first announcement, and changes nothing after confirmation', async () => {
  const { customer, agent, events } = await startCentre({ agents: ['anna'] })
  const { id } = await customer.start()
  await expect(customer.snooze(id)).rejects.toMatchObject(confirmed)
  await agent('anna').ready()
  await customer.connect(id)
  const before = await events()
  expect((await customer.snooze(id)).step).toBe('confirmed')
  expect(await events()).toEqual(before)
})

test('[CF10][OP3] without waiting for the customer the announcement confirms, and he is still told', async () => {
  const { customer, agent, centre } = await startCentre({ agents: ['anna'] })
  await centre.services.put('eager', 'Chat-Immediate', { _target: 'Billing@StatServer.GA' })
  const { id } = await customer.startWithPush('bob', {
    service: 'eager',
    properties: { _wait_for_agent: 'true', _wait_for_user_confirm: 'false' },
  })
  await expect(customer.createChat(id)).rejects.toMatchObject(confirmed)
  await agent('anna').ready()
  expect((await customer.callback(id)).step).toBe('confirmed')
  expect((await customer.outbox('bob')).map(({ content }) => content.kind)).toEqual(['agent-available'])
})

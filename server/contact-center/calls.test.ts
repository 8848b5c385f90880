import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { startCentre } from './testing.ts'
import { findTemplate } from './templates.ts'

/** A centre with a service of calls, `call`, made from this template. */
async function start(template: string, options: Record<string, string> = {}) {
  const kit = await startCentre({ agents: ['anna', 'ben'] })
  await kit.centre.services.put('call', template, { _target: 'Billing@StatServer.GA', ...options })
  return { ...kit, call: () => kit.customer.start({ service: 'call' }) }
}

test.each([
  ['User-Originated-Immediate', 'USERORIGINATED', 'false'],
  ['User-Originated-Delayed', 'USERORIGINATED', 'true'],
  ['User-Terminated-Immediate', 'USERTERMINATED', 'false'],
  ['User-Terminated-Delayed', 'USERTERMINATED', 'true'],
  ['User-Terminated-Scheduled', 'USERTERMINATED', 'true'],
])('[VO4] %s fixes what makes it so', (name, direction, waits) => {
  const options = findTemplate(name)?.options ?? []
  const fixed = options.filter((option) => option.fixed).map((option) => [option.name, option.default])
  expect(Object.fromEntries(fixed)).toEqual({
    _media_type: 'voice',
    _call_direction: direction,
    _wait_for_agent: waits,
    _wait_for_user_confirm: waits,
  })
  const retained = options.find((option) => option.name === '_retain_session_until_ixn_deleted')
  expect(retained?.default).toBe(String(name === 'User-Terminated-Scheduled'))
  expect(options.some((option) => option.category === 'Chat')).toBe(false)
})

test('[VO1] [OP1] [OP3] a delayed call is told, confirmed, offered, taken and ended', async () => {
  const { call, customer, agent, centre, events } = await start('User-Terminated-Scheduled')
  const { id, mediaType, queue } = await call()
  expect([mediaType, queue]).toEqual(['voice', 'VQ_Voice'])
  await agent('anna').ready()
  expect((await customer.callback(id)).step).toBe('agent-available')
  await customer.connect(id)
  expect((await agent('anna').get()).interactions).toMatchObject([{ callback: id, state: 'ringing' }])
  expect((await customer.callback(id)).state).toBe('ROUTING')
  await agent('anna').accept(id)
  expect((await customer.callback(id)).state).toBe('PROCESSING')
  expect((await agent('anna').get()).interactions).toMatchObject([{ callback: id, state: 'active' }])
  expect(await events('call-placed')).toHaveLength(1)
  await agent('anna').leave(id)
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'AGENT_CONNECTED' })
  expect((await centre.agents.get((await agent('anna').get()).id)).notOfferedBecause).toBeNull()
})

test('[VO1] an immediate call waits for an agent at once, and one agent takes one call', async () => {
  const { call, customer, agent } = await start('User-Terminated-Immediate')
  const [first, second] = [await call(), await call()]
  expect((await customer.callback(first.id)).step).toBe('chat-created')
  expect((await customer.position(second.id)).position).toBe(2)
  await agent('anna').put({ groups: ['Billing'], autoAnswer: true })
  await agent('anna').ready()
  expect(await customer.callback(first.id)).toMatchObject({ state: 'COMPLETED', reason: 'AGENT_CONNECTED' })
  expect((await customer.callback(second.id)).state).toBe('ROUTING')
  await agent('anna').leave(first.id)
  expect((await customer.callback(second.id)).reason).toBe('AGENT_CONNECTED')
})

test('[VO1] a call that is given up ends, and one that is declined goes to the next', async () => {
  const { call, customer, agent, advance } = await start('User-Terminated-Immediate', {
    _max_queue_wait: '60',
  })
  await agent('anna').ready()
  const { id } = await call()
  await agent('ben').ready()
  await agent('anna').decline(id)
  expect((await agent('ben').get()).interactions).toMatchObject([{ callback: id, state: 'ringing' }])
  await agent('ben').decline(id)
  await advance(seconds(29))
  await agent('anna').notReady()
  await agent('ben').notReady()
  await advance(seconds(31))
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'FAIL_QUEUEING' })
})

test('[VO2] a call has no words, and nothing that a chat has', async () => {
  const { call, customer, agent } = await start('User-Terminated-Immediate')
  await agent('anna').ready()
  const { id } = await call()
  await agent('anna').accept(id)
  await expect(agent('anna').say(id, 'hello')).rejects.toMatchObject({ code: 'media-type-unsupported' })
  await expect(agent('anna').typing(id, true)).rejects.toMatchObject({ code: 'media-type-unsupported' })
  await expect(customer.createChat(id)).rejects.toMatchObject({ code: 'media-type-unsupported' })
  for (const asked of [
    customer.say(id, 'a'),
    customer.refresh(id),
    customer.typing(id, true),
    customer.leave(id),
  ])
    await expect(asked).rejects.toMatchObject({ code: 'chat-not-found' })
})

test('[VO3] nobody misses the client of a call', async () => {
  const { call, customer, agent, advance } = await start('User-Terminated-Immediate')
  await agent('anna').ready()
  const { id } = await call()
  await agent('anna').accept(id)
  await advance(seconds(5000))
  expect((await customer.callback(id)).step).toBe('talking')
})

test('[VO1] a request may ask for a call of a service of chats', async () => {
  const { customer } = await startCentre()
  const started = await customer.start({ properties: { _media_type: 'voice', _wait_for_agent: 'false' } })
  expect(started).toMatchObject({ mediaType: 'voice', step: 'chat-created' })
})

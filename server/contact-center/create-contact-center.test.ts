import { expect, test } from 'vitest'
import { startCentre } from './testing.ts'

test('[CB1] a customer goes from start to a chat with an agent, and the chat ends', async () => {
  const { customer, agent } = await startCentre()
  const { id } = await customer.startWithPush('bob')
  await agent('anna').ready()
  expect((await customer.callback(id)).step).toBe('agent-available')
  expect((await customer.outbox('bob')).map(({ content }) => content.kind)).toEqual(['agent-available'])

  expect((await customer.connect(id)).callback.step).toBe('confirmed')
  await customer.createChat(id, { pushTo: 'bob' as never })
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

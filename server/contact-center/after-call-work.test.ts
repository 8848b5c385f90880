import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { AgentProfile, CallbackId } from './contact-center.ts'
import { startCentre } from './testing.ts'
import type { Centre } from './testing.ts'

const startWith = async (profile: AgentProfile) => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  await centre.agent('anna').put({ groups: ['Billing'], ...profile })
  await centre.agent('anna').ready()
  return centre
}

async function startChat({ customer }: Centre): Promise<CallbackId> {
  const { id } = await customer.start({ service: 'request-chat' })
  await customer.createChat(id)
  return id
}

async function talk(centre: Centre): Promise<CallbackId> {
  const id = await startChat(centre)
  await centre.agent('anna').accept(id)
  return id
}

const state = async ({ agent }: Centre) => (await agent('anna').get()).state

test('[AG12] after-call work begins with the end of the last chat, and ends by itself', async () => {
  const centre = await startWith({ wrapUpSeconds: 20 })
  const id = await talk(centre)
  await centre.advance(seconds(5))
  await centre.customer.leave(id)
  expect(await state(centre)).toBe('after-call-work')
  const next = await startChat(centre)
  await centre.advance(seconds(20) - 1)
  expect((await centre.customer.callback(next)).chat?.state).toBe('waiting')
  expect(await state(centre)).toBe('after-call-work')
  await centre.advance(1)
  expect(await state(centre)).toBe('ready')
  await centre.agent('anna').accept(next)
})

test('[AG12] without a length it lasts until the agent is ready by hand', async () => {
  const centre = await startWith({ wrapUpSeconds: null })
  const id = await talk(centre)
  await centre.agent('anna').leave(id)
  await centre.advance(seconds(86_400))
  expect(await state(centre)).toBe('after-call-work')
  await centre.agent('anna').ready()
  expect(await state(centre)).toBe('ready')
})

test('[AG12] unless told otherwise there is none', async () => {
  const centre = await startWith({})
  await centre.agent('anna').leave(await talk(centre))
  expect(await state(centre)).toBe('ready')
})

test('[AG12] who becomes ready by hand, or goes, is not called back by the end of it', async () => {
  const centre = await startWith({ wrapUpSeconds: 20 })
  await centre.agent('anna').leave(await talk(centre))
  await centre.agent('anna').ready()
  await centre.agent('anna').notReady('lunch')
  await centre.advance(seconds(60))
  expect(await state(centre)).toBe('not-ready')
})

test('[AG12] it waits for the last of several chats, and for what rings', async () => {
  const centre = await startWith({ wrapUpSeconds: 20, capacity: 2 })
  const first = await talk(centre)
  const second = await startChat(centre)
  await centre.agent('anna').leave(first)
  expect(await state(centre)).toBe('ready')
  await centre.agent('anna').accept(second)
  await centre.agent('anna').leave(second)
  expect(await state(centre)).toBe('after-call-work')
})

test('[AG12] who is not ready while he talks stays so, and who passes a chat on has after-call work', async () => {
  const centre = await startWith({ wrapUpSeconds: 20 })
  await centre.agent('ben').ready()
  const id = await talk(centre)
  await centre.agent('anna').transferTo(id, 'ben')
  expect(await state(centre)).toBe('after-call-work')
  await centre.agent('anna').ready()
  const next = await talk(centre)
  await centre.agent('anna').notReady()
  await centre.agent('anna').leave(next)
  expect(await state(centre)).toBe('not-ready')
})

test('[AG12] a removed agent is not waited for', async () => {
  const centre = await startWith({ wrapUpSeconds: 20 })
  await centre.agent('anna').leave(await talk(centre))
  await centre.agent('anna').remove()
  expect((await centre.centre.control.clock()).next?.what).not.toContain('after-call work')
})

test('[AG13] who may miss some stays ready, and is not asked again in this round', async () => {
  const centre = await startWith({ notReadyAfterMissed: 2 })
  const id = await startChat(centre)
  await centre.advance(seconds(30))
  expect(await state(centre)).toBe('ready')
  expect((await centre.customer.callback(id)).chat?.state).toBe('waiting')
  const ringing = async () => (await centre.agent('anna').get()).interactions.at(-1)?.state === 'ringing'
  expect(await ringing()).toBe(false)
  await centre.advance(seconds(30))
  expect(await ringing()).toBe(true)
  await centre.advance(seconds(30))
  expect(await centre.agent('anna').get()).toMatchObject({ state: 'not-ready', stateReason: 'missed' })
})

test('[AG13] taking a chat, or coming back, begins the count anew', async () => {
  const centre = await startWith({ notReadyAfterMissed: 2 })
  const id = await startChat(centre)
  await centre.advance(seconds(60))
  await centre.agent('anna').accept(id)
  await centre.agent('anna').leave(id)
  await startChat(centre)
  await centre.advance(seconds(30))
  expect(await state(centre)).toBe('ready')
})

test('[AG13] with 0 an agent never becomes not-ready by missing', async () => {
  const centre = await startWith({ notReadyAfterMissed: 0 })
  await startChat(centre)
  await centre.advance(seconds(600))
  expect(await state(centre)).toBe('ready')
})

test.each([
  [{ wrapUpSeconds: -1 }, 'wrapUpSeconds'],
  [{ wrapUpSeconds: 1.5 }, 'wrapUpSeconds'],
  [{ wrapUpSeconds: 86_401 }, 'wrapUpSeconds'],
  [{ notReadyAfterMissed: -1 }, 'notReadyAfterMissed'],
  [{ notReadyAfterMissed: 101 }, 'notReadyAfterMissed'],
  [{ placeGroups: [''] }, 'placeGroups'],
])('[AG2] %j cannot be kept', async (profile, field) => {
  const { agent } = await startCentre({ agents: ['anna'] })
  await expect(agent('anna').put(profile)).rejects.toMatchObject({
    code: 'agent-invalid',
    details: [{ field }],
  })
})

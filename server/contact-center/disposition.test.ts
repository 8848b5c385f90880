import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { AgentProfile, CallbackId } from './contact-center.ts'
import { startCentre } from './testing.ts'
import type { Centre } from './testing.ts'

const startWith = async (profile: AgentProfile = {}) => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  await centre.agent('anna').put({ groups: ['Billing'], ...profile })
  await centre.agent('anna').ready()
  return centre
}

async function ring({ customer }: Centre): Promise<CallbackId> {
  const { id } = await customer.start({ service: 'request-chat' })
  await customer.createChat(id)
  return id
}

async function talk(centre: Centre): Promise<CallbackId> {
  const id = await ring(centre)
  await centre.agent('anna').accept(id)
  return id
}

const anna = ({ agent }: Centre) => agent('anna').get()
const state = async (centre: Centre) => (await anna(centre)).state

test('[AG14] an agent says what came of a chat, in it and after it, and may say it again', async () => {
  const centre = await startWith()
  const id = await talk(centre)
  expect((await anna(centre)).interactions).toMatchObject([{ disposition: null, isDispositionOwed: false }])
  expect(await centre.agent('anna').dispose(id, 'resolved', 'paid')).toMatchObject({
    callback: id,
    state: 'active',
    disposition: { code: 'resolved', note: 'paid' },
  })
  await centre.agent('anna').leave(id)
  expect((await anna(centre)).interactions).toMatchObject([{ disposition: { code: 'resolved' } }])
  await centre.agent('anna').dispose(id, 'follow-up')
  expect((await anna(centre)).interactions).toMatchObject([{ disposition: { code: 'follow-up', note: '' } }])
  expect(await centre.events('disposition-set')).toMatchObject([
    { callback: id, agent: 'anna', code: 'resolved', note: 'paid' },
    { callback: id, agent: 'anna', code: 'follow-up', note: '' },
  ])
})

test('[AG14] whoever has not taken the chat has nothing to say of it', async () => {
  const centre = await startWith()
  const id = await ring(centre)
  await expect(centre.agent('ben').dispose(id, 'resolved')).rejects.toMatchObject({
    code: 'interaction-not-found',
  })
  const notActive = { code: 'interaction-not-active' }
  await expect(centre.agent('anna').dispose(id, 'resolved')).rejects.toMatchObject(notActive)
  await centre.agent('anna').decline(id)
  await expect(centre.agent('anna').dispose(id, 'resolved')).rejects.toMatchObject(notActive)
})

test('[AG14] of several turns in one chat the last one is meant', async () => {
  const centre = await startWith()
  await centre.agent('ben').ready()
  const id = await talk(centre)
  await centre.agent('anna').transferTo(id, 'ben')
  await centre.agent('ben').transferTo(id, 'anna')
  await centre.agent('anna').dispose(id, 'resolved')
  expect((await anna(centre)).interactions.map(({ disposition }) => disposition?.code ?? null)).toEqual([
    null,
    'resolved',
  ])
})

test.each([
  [{ code: ' ', note: '' }, 'code'],
  [{ code: 'c'.repeat(101), note: '' }, 'code'],
  [{ code: 'resolved', note: 'n'.repeat(1001) }, 'note'],
])(
  '[AG14] a disposition that cannot be kept is refused by field, and changes nothing',
  async (wrong, field) => {
    const centre = await startWith()
    const id = await talk(centre)
    await expect(centre.agent('anna').dispose(id, wrong.code, wrong.note)).rejects.toMatchObject({
      code: 'disposition-invalid',
      details: [{ field }],
    })
    expect((await anna(centre)).interactions[0]?.disposition).toBeNull()
  },
)

test('[AG15] who has to say what came of a chat has after-call work, and is not ready before', async () => {
  const centre = await startWith({ dispositionMandatory: true })
  const id = await talk(centre)
  await centre.customer.leave(id)
  expect(await state(centre)).toBe('after-call-work')
  expect((await anna(centre)).interactions).toMatchObject([{ isDispositionOwed: true }])
  await expect(centre.agent('anna').ready()).rejects.toMatchObject({
    code: 'disposition-missing',
    rule: 'AG15',
    facts: { agent: 'anna', callbacks: [id] },
  })
  await centre.agent('anna').notReady('lunch')
  await expect(centre.agent('anna').ready()).rejects.toMatchObject({ code: 'disposition-missing' })
  await centre.agent('anna').dispose(id, 'resolved')
  expect((await anna(centre)).interactions).toMatchObject([{ isDispositionOwed: false }])
  await centre.agent('anna').ready()
  expect(await state(centre)).toBe('ready')
})

test('[AG15] the end of after-call work waits for the code, and is then made by hand', async () => {
  const centre = await startWith({ dispositionMandatory: true, wrapUpSeconds: 20 })
  const id = await talk(centre)
  await centre.agent('anna').leave(id)
  await centre.advance(seconds(60))
  expect(await state(centre)).toBe('after-call-work')
  await centre.agent('anna').dispose(id, 'resolved')
  expect(await state(centre)).toBe('after-call-work')
  await centre.agent('anna').ready()
})

test('[AG15] with the code in time, after-call work ends by itself', async () => {
  const centre = await startWith({ dispositionMandatory: true, wrapUpSeconds: 20 })
  const id = await talk(centre)
  await centre.agent('anna').dispose(id, 'resolved')
  await centre.agent('anna').leave(id)
  await centre.advance(seconds(20))
  expect(await state(centre)).toBe('ready')
})

test('[AG15] a chat that was passed on, missed or withdrawn needs no code', async () => {
  const centre = await startWith({ dispositionMandatory: true, notReadyAfterMissed: 0 })
  await centre.agent('ben').ready()
  const id = await talk(centre)
  await centre.agent('anna').transferTo(id, 'ben')
  expect(await state(centre)).toBe('ready')
  const missed = await ring(centre)
  await centre.advance(seconds(30))
  await centre.customer.leave(missed)
  const owed = (await anna(centre)).interactions.filter(({ isDispositionOwed }) => isDispositionOwed)
  expect(owed).toEqual([])
})

test('[AG15] who is no longer asked, or works by himself, is ready without', async () => {
  const centre = await startWith({ dispositionMandatory: true })
  await centre.agent('anna').leave(await talk(centre))
  await centre.agent('anna').put({ groups: ['Billing'] })
  await centre.agent('anna').ready()
  expect(await state(centre)).toBe('ready')
})

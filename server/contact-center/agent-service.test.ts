import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { AgentProfile, CallbackId } from './contact-center.ts'
import { startCentre } from './testing.ts'
import type { Centre } from './testing.ts'

async function talk({ customer, agent }: Centre, name = 'anna'): Promise<CallbackId> {
  await agent(name).ready()
  const { id } = await customer.start({ service: 'request-chat', properties: { usr_reason: 'billing' } })
  await customer.createChat(id, { properties: { subject: 'testing' } })
  await agent(name).accept(id)
  return id
}

test('[AG1] putting creates an agent with defaults, and replaces all but state and place', async () => {
  const { agent } = await startCentre({ agents: [] })
  expect(await agent('cleo').put({})).toMatchObject({
    id: 'cleo',
    name: 'cleo',
    place: 'Place_cleo',
    groups: [],
    skills: {},
    capacity: 1,
    autoAnswer: false,
    state: 'logged-out',
  })
  const full = { name: 'Cleo', groups: ['A', 'B'], skills: { English: 5 }, capacity: 3, autoAnswer: true }
  expect(await agent('cleo').put(full)).toMatchObject(full)
  await agent('cleo').ready()
  expect(await agent('cleo').put({ name: 'C' })).toMatchObject({ name: 'C', groups: [], state: 'ready' })
})

test.each<[string, string, AgentProfile]>([
  ['id', 'a b', {}],
  ['name', 'a', { name: ' ' }],
  ['name', 'a', { name: 'n'.repeat(101) }],
  ['groups', 'a', { groups: [''] }],
  ['groups', 'a', { groups: Array.from({ length: 101 }, (_, index) => `g${index}`) }],
  [
    'skills',
    'a',
    { skills: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`s${index}`, 1])) },
  ],
  ['skills.English', 'a', { skills: { English: 1001 } }],
  ['skills.English', 'a', { skills: { English: 0.5 } }],
  ['capacity', 'a', { capacity: 0 }],
  ['capacity', 'a', { capacity: 11 }],
])('[AG2] [AG3] a wrong %s is refused by its name', async (field, id, profile) => {
  const { agent, centre } = await startCentre({ agents: [] })
  await expect(agent(id).put(profile)).rejects.toMatchObject({ code: 'agent-invalid', details: [{ field }] })
  expect(await centre.agents.list()).toEqual([])
})

const says = 'so that no target can say it: names have letters, digits, blanks, _, - and .'

test.each<[string, AgentProfile, string]>([
  ['groups', { groups: ['Billing', 'R&D'] }, `“R&D” has “&”, ${says}`],
  ['groups', { groups: ['Sales/East'] }, `“Sales/East” has “/”, ${says}`],
  ['groups', { groups: [' Billing'] }, `“ Billing” begins with a blank, ${says}`],
  ['placeGroups', { placeGroups: ['Floor 1 '] }, `“Floor 1 ” ends with a blank, ${says}`],
  ['skills', { skills: { 'C++': 1 } }, `“C++” has “+”, ${says}`],
  ['skills', { skills: { 'a\tb': 1 } }, `“a\tb” has U+0009, ${says}`],
  ['skills', { skills: { 'a\u{1F600}': 1 } }, `“a\u{1F600}” has “\u{1F600}”, ${says}`],
])(
  '[AG16] %s of %j, which no target can say, are refused by the character',
  async (field, profile, message) => {
    const { agent, centre } = await startCentre({ agents: [] })
    await expect(agent('cleo').put(profile)).rejects.toMatchObject({
      code: 'agent-invalid',
      details: [{ field, message }],
    })
    expect(await centre.agents.list()).toEqual([])
  },
)

test('[AG16] [TG9] what is taken can be said by a target, whatever its letters', async () => {
  const { agent, centre } = await startCentre({ agents: [] })
  const names = ['Übersetzung', 'R and D', 'v1.5_x-y', '日本語', 'é'.normalize('NFD')]
  for (const name of names) {
    await agent('cleo').put({ groups: [name], placeGroups: [name], skills: { [name]: 3 } })
    for (const target of [`${name}@StatServer.GA`, `${name}=3@StatServer.GA`]) {
      const explained = await centre.services.explainTarget(target)
      expect(explained, target).toMatchObject({ ok: true, targets: [{ agents: [{ id: 'cleo' }] }] })
    }
  }
})

test('[AG2] every fault has its own detail', async () => {
  const { agent } = await startCentre()
  await expect(agent('anna').put({ name: '', capacity: 99 })).rejects.toMatchObject({
    details: [{ field: 'name' }, { field: 'capacity' }],
  })
})

test('[AG3] there are no more agents than the limit says', async () => {
  const { agent } = await startCentre({ limits: { agentsMax: 2 } })
  await expect(agent('cleo').put({})).rejects.toMatchObject({ code: 'agent-invalid' })
  await agent('anna').put({})
})

test('[AG4] an agent is removed with what he did, but not while he has interactions', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const id = await talk(centre)
  await expect(centre.agent('anna').remove()).rejects.toMatchObject({ code: 'agent-busy' })
  await centre.agent('anna').leave(id)
  await centre.agent('anna').remove()
  await expect(centre.agent('anna').get()).rejects.toMatchObject({ code: 'agent-not-found' })
  expect(await centre.storage.transaction((tx) => tx.count('interaction'))).toBe(0)
})

test('[AG5] the reason follows each change, the time only a change of state', async () => {
  const { agent, advance, clock, events } = await startCentre()
  const at = clock.now()
  await agent('anna').notReady('lunch')
  await advance(seconds(5))
  expect(await agent('anna').notReady('meeting')).toMatchObject({ stateReason: 'meeting', stateSince: at })
  expect(await agent('anna').ready()).toMatchObject({ stateReason: null, stateSince: clock.now() })
  const before = (await events('agent-state-changed')).length
  await agent('anna').ready()
  expect(await events('agent-state-changed')).toHaveLength(before)
})

test('[AG6] who talks cannot log out, but may be not ready and goes on talking', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const id = await talk(centre)
  await expect(centre.agent('anna').logOut()).rejects.toMatchObject({ code: 'agent-busy' })
  await centre.agent('anna').notReady()
  expect((await centre.agent('anna').say(id, 'still here')).text).toBe('still here')
  await centre.agent('anna').leave(id)
  expect((await centre.agent('anna').logOut()).state).toBe('logged-out')
})

test('[AG7] an agent is free again as soon as the chat is over', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const id = await talk(centre)
  const next = await centre.customer.start()
  expect(next.step).toBe('waiting')
  await centre.customer.leave(id)
  expect((await centre.customer.callback(next.id)).step).toBe('agent-available')
})

test('[AG8] the last ended interactions are kept with what the customer said and who ended them', async () => {
  const centre = await startCentre({ agents: ['anna'], limits: { endedInteractionsMax: 2 } })
  const ids = [await talk(centre)]
  await centre.customer.leave(ids[0] ?? ('' as CallbackId))
  for (let count = 0; count < 2; count += 1) {
    const id = await talk(centre)
    await centre.agent('anna').leave(id)
    ids.push(id)
  }
  const { interactions } = await centre.agent('anna').get()
  expect(interactions.map(({ callback }) => callback)).toEqual(ids.slice(1))
  expect(interactions[0]).toMatchObject({
    state: 'ended',
    endedBy: 'agent',
    customer: { usr_reason: 'billing', subject: 'testing' },
  })
})

test('[AG9] an agent is told why no chat comes to him', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const { customer, agent } = centre
  const why = async () => (await agent('anna').get()).notOfferedBecause
  expect(await why()).toBe('anna is logged out')
  await agent('anna').notReady('lunch')
  expect(await why()).toBe('anna is not ready (lunch)')
  await agent('anna').afterCallWork()
  expect(await why()).toBe('anna is doing after-call work')
  await agent('anna').ready()
  expect(await why()).toBeNull()
  const { id } = await customer.start({ service: 'request-chat' })
  await customer.createChat(id)
  expect(await why()).toBe('anna is being offered a chat')
  await agent('anna').accept(id)
  expect(await why()).toBe('anna is at capacity: 1 of 1 chat')
})

test('[AG10] what an agent does needs an interaction in the right state', async () => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  const { agent } = centre
  const id = await talk(centre)
  const notFound = { code: 'interaction-not-found' }
  await expect(agent('ben').accept(id)).rejects.toMatchObject(notFound)
  await expect(agent('ben').say(id, 'hi')).rejects.toMatchObject(notFound)
  await expect(agent('nobody').accept(id)).rejects.toMatchObject({ code: 'agent-not-found' })
  await expect(agent('anna').accept(id)).rejects.toMatchObject({ code: 'interaction-not-ringing' })
  await expect(agent('anna').decline(id)).rejects.toMatchObject({ code: 'interaction-not-ringing' })
  await agent('anna').leave(id)
  const notActive = { code: 'interaction-not-active' }
  await expect(agent('anna').leave(id)).rejects.toMatchObject(notActive)
  await expect(agent('anna').typing(id, true)).rejects.toMatchObject(notActive)
  await expect(agent('anna').transferTo(id, 'ben')).rejects.toMatchObject(notActive)
})

test('[AG10] an accepted interaction tells when it was offered, and accepted', async () => {
  const { customer, agent, advance, clock } = await startCentre({ agents: ['anna'] })
  await agent('anna').ready()
  const { id } = await customer.start({ service: 'request-chat' })
  await customer.createChat(id)
  const offeredAt = clock.now()
  await advance(seconds(4))
  const view = await agent('anna').accept(id)
  expect(view).toMatchObject({
    state: 'active',
    offeredAt,
    acceptedAt: offeredAt + seconds(4),
    endedAt: null,
  })
  expect(view.answerBy).toBe(offeredAt + seconds(30))
  expect((await agent('anna').get()).interactions).toEqual([view])
})

test('[AG11] a reason that is too long changes nothing', async () => {
  const { customer, agent, events } = await startCentre({
    agents: ['anna'],
    limits: { reasonCharactersMax: 5 },
  })
  const { id } = await customer.start({ service: 'request-chat' })
  await agent('anna').ready()
  await customer.createChat(id)
  const before = await events()
  await expect(agent('anna').notReady('coffee')).rejects.toMatchObject({ code: 'reason-too-long' })
  await expect(agent('anna').decline(id, 'coffee')).rejects.toMatchObject({ code: 'reason-too-long' })
  expect(await events()).toEqual(before)
  await agent('anna').decline(id, 'lunch')
  await agent('anna').notReady('lunch')
})

import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { startCentre } from './testing.ts'
import type { CentreSetup } from './testing.ts'

/** Anna talks with a customer; Ben is ready. */
async function startTalk(setup: CentreSetup = {}) {
  const centre = await startCentre({ agents: ['anna', 'ben', 'cleo'], ...setup })
  await centre.agent('anna').ready()
  const { id } = await centre.customer.start({ service: 'request-chat' })
  await centre.customer.createChat(id)
  await centre.agent('anna').accept(id)
  await centre.agent('ben').ready()
  return { ...centre, id, chat: async () => (await centre.customer.callback(id)).chat }
}

test('[CH20] a second agent is asked to join, rings, and comes in beside the first', async () => {
  const { agent, chat, id } = await startTalk()
  await agent('anna').conference(id, 'ben')
  expect((await agent('ben').get()).interactions).toMatchObject([{ callback: id, state: 'ringing' }])
  expect((await chat())?.agents).toEqual(['anna'])
  await agent('anna').say(id, 'one moment')
  await agent('ben').accept(id)
  expect((await chat())?.agents).toEqual(['anna', 'ben'])
  await agent('ben').say(id, 'hello')
  expect((await chat())?.entries.map(({ nickname, type }) => `${nickname} ${type}`)).toEqual([
    'John Harry joined',
    'anna joined',
    'anna text',
    'ben joined',
    'ben text',
  ])
})

test('[CH20] [CH13] the chat goes on when one leaves, and ends with the last', async () => {
  const { agent, chat, id } = await startTalk()
  await agent('anna').conference(id, 'ben')
  await agent('ben').accept(id)
  await agent('anna').leave(id)
  expect(await chat()).toMatchObject({ state: 'talking', agents: ['ben'] })
  await agent('ben').leave(id)
  expect((await chat())?.state).toBe('ended')
})

test('[CH20] an agent with auto-answer joins at once', async () => {
  const { agent, chat, id } = await startTalk()
  await agent('cleo').put({ autoAnswer: true })
  await agent('cleo').ready()
  await agent('anna').conference(id, 'cleo')
  expect((await chat())?.agents).toEqual(['anna', 'cleo'])
})

test.each([
  ['declines', 'declined', 'ready'],
  ['does not answer', 'missed', 'not-ready'],
  ['goes', 'withdrawn', 'logged-out'],
] as const)('[CH21] when who is asked %s, those who talk go on without him', async (_, endedBy, state) => {
  const { agent, advance, chat, id } = await startTalk()
  await agent('anna').conference(id, 'ben')
  if (endedBy === 'declined') await agent('ben').decline(id)
  if (endedBy === 'missed') await advance(seconds(30))
  if (endedBy === 'withdrawn') await agent('ben').logOut()
  expect(await agent('ben').get()).toMatchObject({ state, interactions: [{ state: 'ended', endedBy }] })
  expect(await chat()).toMatchObject({ state: 'talking', agents: ['anna'] })
  await agent('cleo').ready()
  await agent('anna').conference(id, 'cleo')
  await agent('cleo').accept(id)
  expect((await chat())?.agents).toEqual(['anna', 'cleo'])
})

test.each(['agent', 'customer', 'queue'] as const)(
  '[CH21] an invitation is withdrawn when the last agent leaves: %s',
  async (who) => {
    const { agent, customer, chat, id } = await startTalk()
    await agent('anna').conference(id, 'ben')
    if (who === 'agent') await agent('anna').leave(id)
    if (who === 'customer') await customer.leave(id)
    if (who === 'queue') await agent('anna').transferToQueue(id, 'VQ_Chat')
    const { interactions } = await agent('ben').get()
    expect(interactions[0]).toMatchObject({ state: 'ended', endedBy: 'withdrawn' })
    // Passed to the queue, the chat takes whoever is free, and that is Ben by now.
    expect(await chat()).toMatchObject(who === 'queue' ? { agents: ['ben'] } : { state: 'ended' })
  },
)

test('[CH21] an invitation stands when the one who asked passes the chat on', async () => {
  const { agent, advance, chat, id } = await startTalk()
  await agent('cleo').ready()
  await agent('anna').conference(id, 'ben')
  await agent('anna').transferTo(id, 'cleo')
  await advance(seconds(29))
  await agent('ben').accept(id)
  expect((await chat())?.agents).toEqual(['cleo', 'ben'])
})

test('[CH21] an invitation that is not answered lapses also after the chat was passed on', async () => {
  const { agent, advance, id } = await startTalk()
  await agent('cleo').ready()
  await agent('anna').conference(id, 'ben')
  await agent('anna').transferTo(id, 'cleo')
  await advance(seconds(30))
  expect((await agent('ben').get()).interactions).toMatchObject([{ endedBy: 'missed' }])
})

test('[CH22] only a free agent who is not there can be asked, one at a time, and no more than fit', async () => {
  const { agent, id } = await startTalk({ limits: { chatAgentsMax: 2 } })
  const refused = (code: string) => ({ code })
  await expect(agent('anna').conference(id, 'anna')).rejects.toMatchObject(refused('agent-not-free'))
  await expect(agent('anna').conference(id, 'cleo')).rejects.toMatchObject(refused('agent-not-free'))
  await expect(agent('anna').conference(id, 'dora')).rejects.toMatchObject(refused('agent-not-found'))
  await agent('cleo').ready()
  await agent('anna').conference(id, 'ben')
  await expect(agent('ben').conference(id, 'cleo')).rejects.toMatchObject(refused('interaction-not-active'))
  await expect(agent('anna').conference(id, 'cleo')).rejects.toMatchObject(refused('conference-pending'))
  await agent('ben').accept(id)
  await expect(agent('anna').conference(id, 'cleo')).rejects.toMatchObject(refused('conference-full'))
})

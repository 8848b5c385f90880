import { expect, test } from 'vitest'
import type { CallbackId, CreateChat, UserId } from './contact-center.ts'
import { startCentre } from './testing.ts'
import type { Centre, CentreSetup } from './testing.ts'

const bob = 'bob' as UserId

/** A customer in a chat that waits. */
async function waitInChat(centre: Centre, input: Partial<CreateChat> = {}): Promise<CallbackId> {
  const { id } = await centre.customer.startWithPush('bob', { service: 'request-chat' })
  await centre.customer.createChat(id, { pushTo: bob, ...input })
  return id
}

/** A centre with Anna in a chat, and Ben logged out. */
async function startTalk(setup: CentreSetup = {}) {
  const centre = await startCentre({ agents: ['anna', 'ben'], ...setup })
  await centre.agent('anna').ready()
  const id = await waitInChat(centre)
  await centre.agent('anna').accept(id)
  await deliverAll(centre)
  const transcript = async () =>
    (await centre.customer.refresh(id, 0)).entries.map(({ type, nickname }) => `${type} ${nickname}`)
  return { ...centre, id, transcript }
}

async function deliverAll({ customer }: Pick<Centre, 'customer'>) {
  await customer.delivered(...(await customer.outbox('bob')).map(({ id }) => id))
}

const contents = async ({ customer }: Pick<Centre, 'customer'>) =>
  (await customer.outbox('bob')).map(({ content }) => content)

test.each([
  ['Bobby', { displayName: 'Bobby' }, {}],
  ['John Harry', {}, {}],
  ['Bob Markel', { firstName: '', lastName: '' }, { usr_customer_name: 'Bob Markel' }],
  ['Customer', { firstName: '', lastName: '' }, {}],
])('[CH1] the customer joins as %s', async (nickname, input, properties) => {
  const { customer } = await startCentre()
  const { id } = await customer.start({ service: 'request-chat', properties })
  expect((await customer.createChat(id, input)).entries).toMatchObject([
    { index: 1, type: 'joined', nickname, party: 'CLIENT', text: 'has joined the session' },
  ])
})

test('[CH2] creating the chat again answers the same while it goes on', async () => {
  const { customer, id } = await startTalk()
  const { chat } = await customer.callback(id)
  expect(await customer.createChat(id, { firstName: 'Other' })).toEqual(chat)
})

test('[CH3] a chat is not created before confirmation or after completion', async () => {
  const { customer, agent, id } = await startTalk()
  const waiting = await customer.start()
  await expect(customer.createChat(waiting.id)).rejects.toMatchObject({ code: 'agent-not-announced' })
  await agent('anna').leave(id)
  await expect(customer.createChat(id)).rejects.toMatchObject({ code: 'callback-completed' })
})

test('[CH4] a first message is the second entry', async () => {
  const centre = await startCentre()
  const id = await waitInChat(centre, { message: 'Hello?' })
  const { chat } = await centre.customer.callback(id)
  expect(chat?.entries.map(({ index, type, text }) => [index, type, text])).toEqual([
    [1, 'joined', 'has joined the session'],
    [2, 'text', 'Hello?'],
  ])
})

test('[CH5] entries count on, whoever writes them', async () => {
  const { customer, agent, id } = await startTalk()
  await customer.say(id, 'one')
  await agent('anna').say(id, 'two')
  await customer.typing(id, true)
  await agent('anna').leave(id)
  const { entries, position } = await customer.refresh(id, 0)
  expect(entries.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6])
  expect(position).toBe(6)
})

test('[CH6] a message is neither empty nor too long, and a refused one writes nothing', async () => {
  const { customer, agent, id, transcript } = await startTalk()
  const before = await transcript()
  const long = 'a'.repeat(65_537)
  await expect(customer.say(id, ' ')).rejects.toMatchObject({ code: 'message-empty' })
  await expect(customer.say(id, long)).rejects.toMatchObject({ code: 'message-too-long' })
  await expect(agent('anna').say(id, '')).rejects.toMatchObject({ code: 'message-empty' })
  await expect(agent('anna').say(id, long)).rejects.toMatchObject({ code: 'message-too-long' })
  await expect(customer.refresh(id, null, long)).rejects.toMatchObject({ code: 'message-too-long' })
  expect(await transcript()).toEqual(before)
  await customer.say(id, long.slice(1))
})

test('[CH6] a first message that is too long creates no chat', async () => {
  const { customer, events } = await startCentre({ limits: { messageCharactersMax: 3 } })
  const { id } = await customer.start({ service: 'request-chat' })
  const created = customer.createChat(id, { message: 'long' })
  await expect(created).rejects.toMatchObject({ code: 'message-too-long' })
  expect((await customer.callback(id)).step).toBe('confirmed')
  expect(await events('chat-created')).toEqual([])
})

test('[CH7] typing is written when it begins and when it stops', async () => {
  const { customer, agent, id, transcript } = await startTalk()
  await customer.typing(id, true)
  await customer.typing(id, true)
  await agent('anna').typing(id, true)
  await customer.typing(id, false)
  await customer.typing(id, false)
  expect((await transcript()).slice(2)).toEqual([
    'typing-started John Harry',
    'typing-started anna',
    'typing-stopped John Harry',
  ])
  const texts = (await customer.refresh(id, 2)).entries.map(({ text }) => text)
  expect(texts).toEqual(['is typing', 'is typing', 'has stopped typing'])
})

test('[CH7] a message ends typing without an entry', async () => {
  const { customer, id, transcript } = await startTalk()
  await customer.typing(id, true)
  await customer.say(id, 'done')
  await customer.typing(id, false)
  expect((await transcript()).slice(2)).toEqual(['typing-started John Harry', 'text John Harry'])
})

test('[CH8] a refresh goes on where the last one was; sending delivers but moves no mark', async () => {
  const { customer, agent, id } = await startTalk()
  const indexes = (delivery: { entries: readonly { index: number }[] }) =>
    delivery.entries.map(({ index }) => index)
  expect(indexes(await customer.refresh(id))).toEqual([1, 2])
  expect(await customer.refresh(id)).toMatchObject({ entries: [], position: 2 })
  await agent('anna').say(id, 'hello')
  expect(indexes(await customer.say(id, 'hi'))).toEqual([3, 4])
  expect(indexes(await customer.typing(id, true))).toEqual([3, 4, 5])
  expect(indexes(await customer.refresh(id, null, 'more'))).toEqual([3, 4, 5, 6])
  expect(indexes(await customer.refresh(id))).toEqual([])
})

test('[CH9] a refresh with a position is repeatable', async () => {
  const { customer, id } = await startTalk()
  const first = await customer.refresh(id, 1)
  expect(first).toMatchObject({ position: 2, entries: [{ index: 2 }] })
  expect(await customer.refresh(id, 1)).toEqual(first)
  expect(await customer.refresh(id, 99)).toMatchObject({ position: 2, entries: [] })
})

test('[CH10] the end is delivered once', async () => {
  const { customer, agent, id } = await startTalk()
  await customer.refresh(id)
  await agent('anna').leave(id)
  const end = await customer.refresh(id)
  expect(end).toMatchObject({ chat: { state: 'ended' }, entries: [{ type: 'left' }], isAfterEnd: false })
  expect(await customer.refresh(id)).toMatchObject({ entries: [], isAfterEnd: true })
})

test('[CH11] the customer leaves after a last message, and the chat ends', async () => {
  const { customer, agent, id, transcript, events } = await startTalk()
  const { chat, isAfterEnd } = await customer.leave(id, 'bye')
  expect([chat.state, isAfterEnd]).toEqual(['ended', false])
  expect((await transcript()).slice(2)).toEqual(['text John Harry', 'left John Harry'])
  expect((await agent('anna').get()).interactions).toMatchObject([{ endedBy: 'customer' }])
  const before = await events()
  expect(await customer.leave(id, 'again')).toMatchObject({ entries: [], isAfterEnd: true })
  expect(await events()).toEqual(before)
})

test('[CH12] a customer who leaves before an agent came has deleted the interaction', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').ready()
  const id = await waitInChat(centre)
  await centre.customer.leave(id)
  expect(await centre.customer.callback(id)).toMatchObject({
    reason: 'FAIL_INTERACTION_DELETED',
    step: 'done',
  })
  expect(await centre.events('offer-withdrawn')).toMatchObject([{ callback: id, agent: 'anna' }])
  expect((await centre.agent('anna').get()).notOfferedBecause).toBeNull()
})

test("[CH13] the last agent's leaving ends the chat", async () => {
  const { agent, customer, id, events, transcript } = await startTalk()
  await agent('anna').leave(id)
  expect((await transcript()).at(-1)).toBe('left anna')
  expect((await customer.callback(id)).chat?.state).toBe('ended')
  expect(await events('chat-ended')).toMatchObject([{ by: 'agent' }])
})

test('[CH14] a transfer to a free agent is one push of left and joined', async () => {
  const centre = await startTalk()
  const { agent, id, transcript } = centre
  await agent('ben').ready()
  await agent('anna').transferTo(id, 'ben')
  expect((await transcript()).slice(2)).toEqual(['left anna', 'joined ben'])
  expect(await contents(centre)).toEqual([{ kind: 'chat', from: 3, to: 4, hasEnded: false }])
  expect((await centre.customer.callback(id)).chat?.agents).toEqual(['ben'])
  expect((await agent('anna').get()).interactions).toMatchObject([{ endedBy: 'transferred' }])
  await agent('ben').say(id, 'I am Ben')
})

test('[CH14] a transfer to an agent who is not free changes nothing', async () => {
  const { agent, id, transcript } = await startTalk()
  const notFree = { code: 'agent-not-free' }
  await expect(agent('anna').transferTo(id, 'ben')).rejects.toMatchObject(notFree)
  await expect(agent('anna').transferTo(id, 'anna')).rejects.toMatchObject(notFree)
  await expect(agent('anna').transferTo(id, 'cleo')).rejects.toMatchObject({ code: 'agent-not-found' })
  expect(await transcript()).toHaveLength(2)
})

test('[CH14] nobody transfers a chat to himself, also with room for another', async () => {
  const { agent, id, transcript } = await startTalk()
  await agent('anna').put({ groups: ['Billing'], capacity: 2 })
  await expect(agent('anna').transferTo(id, 'anna')).rejects.toMatchObject({ code: 'agent-not-free' })
  expect(await transcript()).toHaveLength(2)
})

test('[CH15] a transfer to a queue connects a free agent at once', async () => {
  const centre = await startTalk()
  await centre.agent('ben').ready()
  await centre.agent('anna').transferToQueue(centre.id, 'VQ_Chat')
  expect((await centre.transcript()).slice(2)).toEqual(['left anna', 'joined ben'])
  expect(await contents(centre)).toHaveLength(1)
})

test('[CH15] with nobody free a transferred chat waits first, and who passed it on is not asked', async () => {
  const centre = await startTalk()
  const { agent, customer, id, queue } = centre
  const other = await waitInChat(centre)
  await agent('anna').transferToQueue(id, 'VQ_Chat')
  expect((await queue()).entries.map(({ callback }) => callback)).toEqual([id])
  expect((await agent('anna').get()).interactions.at(-1)).toMatchObject({ callback: other, state: 'ringing' })
  expect((await customer.callback(id)).chat).toMatchObject({ state: 'waiting', agents: [] })
  await agent('ben').ready()
  await agent('ben').accept(id)
  expect((await centre.transcript()).slice(2)).toEqual(['left anna', 'joined ben'])
})

test('[CH15] a transfer to an unknown queue is refused', async () => {
  const { agent, id } = await startTalk()
  const transfer = agent('anna').transferToQueue(id, 'VQ_None')
  await expect(transfer).rejects.toMatchObject({ code: 'queue-not-found' })
})

test('[CH15] a customer who leaves while the chat waits again had been connected', async () => {
  const { agent, customer, id } = await startTalk()
  await agent('anna').transferToQueue(id, 'VQ_Chat')
  await customer.leave(id)
  expect(await customer.callback(id)).toMatchObject({ reason: 'AGENT_CONNECTED', step: 'done' })
})

test('[CH16] a chat in another queue is routed as that queue says', async () => {
  const { agent, centre, id, transcript } = await startTalk()
  const loans = { _target: 'Loans>1@StatServer.GA', _urs_virtual_queue: 'VQ_Loans' }
  await centre.services.put('loans', 'Chat-Delayed', loans)
  await agent('cleo').put({ name: 'Cleo', skills: { Loans: 2 } })
  await agent('ben').ready()
  await agent('anna').transferToQueue(id, 'VQ_Loans')
  expect((await centre.queues.get('VQ_Loans')).entries).toMatchObject([
    { callback: id, waitingFor: 'No agent with Loans > 1 is ready' },
  ])
  await agent('cleo').ready()
  await agent('cleo').accept(id)
  expect((await transcript()).at(-1)).toBe('joined Cleo')
})

test('[CB5] [CH16] a chat that is passed back to its own queue keeps its own target', async () => {
  const { agent, centre, id } = await startTalk()
  await centre.services.patch('chat-delay', { _target: 'Loans@StatServer.GA' })
  await agent('anna').transferToQueue(id, 'VQ_Chat')
  expect((await centre.queues.get('VQ_Chat')).entries).toMatchObject([
    { callback: id, target: 'Billing@StatServer.GA' },
  ])
})

test('[CH17] a session id has sixteen letters and digits', async () => {
  const { customer, id } = await startTalk()
  expect((await customer.callback(id)).chat?.sessionId).toMatch(/^0000[A-Za-z0-9]{8}\d{4}$/)
})

test('[CH18] a full transcript takes no more words, but everybody may leave', async () => {
  const { customer, agent, id, transcript } = await startTalk({ limits: { transcriptEntriesMax: 3 } })
  await customer.say(id, 'last')
  await expect(customer.say(id, 'more')).rejects.toMatchObject({ code: 'transcript-full' })
  await expect(agent('anna').say(id, 'more')).rejects.toMatchObject({ code: 'transcript-full' })
  await agent('anna').typing(id, true)
  expect(await transcript()).toHaveLength(3)
  await agent('anna').leave(id)
  expect((await transcript()).at(-1)).toBe('left anna')
})

test('[CH19] nothing can be said in an ended chat', async () => {
  const { customer, id } = await startTalk()
  await customer.leave(id)
  const ended = { code: 'chat-ended' }
  await expect(customer.say(id, 'a')).rejects.toMatchObject(ended)
  await expect(customer.typing(id, true)).rejects.toMatchObject(ended)
  await expect(customer.refresh(id, null, 'a')).rejects.toMatchObject(ended)
})

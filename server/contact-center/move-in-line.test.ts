import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { CallbackId } from './contact-center.ts'
import { startCentre } from './testing.ts'
import type { Centre } from './testing.ts'

/** So many customers, one a second, and their line as numbers of their coming. */
async function startLine(count: number, setup: Parameters<typeof startCentre>[0] = { agents: ['anna'] }) {
  const centre = await startCentre(setup)
  const ids: CallbackId[] = []
  for (let index = 0; index < count; index += 1) {
    ids.push((await centre.customer.start()).id)
    await centre.advance(seconds(1))
  }
  return { ...centre, ids, line: () => lineOf(centre, ids), queues: centre.centre.queues }
}

async function lineOf({ queue }: Pick<Centre, 'queue'>, ids: readonly CallbackId[]): Promise<number[]> {
  return (await queue()).entries.map(({ callback }) => ids.indexOf(callback) + 1)
}

const at = (ids: readonly CallbackId[], number: number): CallbackId => ids[number - 1] ?? ('' as CallbackId)

test.each([
  [5, 1, [5, 1, 2, 3, 4]],
  [5, 3, [1, 2, 5, 3, 4]],
  [1, 5, [2, 3, 4, 5, 1]],
  [2, 4, [1, 3, 4, 2, 5]],
  [3, 3, [1, 2, 3, 4, 5]],
])(
  '[QU13] who is moved from %i to %i stands there, and the others keep their order',
  async (from, to, order) => {
    const { ids, line, queues, customer } = await startLine(5)
    await queues.move('VQ_Chat', at(ids, from), to)
    expect(await line()).toEqual(order)
    expect((await customer.position(at(ids, from))).position).toBe(to)
  },
)

test('[QU13] those who came in one instant can be moved among each other as often as wanted', async () => {
  const { centre, queue } = await startCentre()
  const ids = await centre.queues.addCallers('VQ_Chat', 3)
  let expected = [1, 2, 3]
  for (let round = 0; round < 200; round += 1) {
    const last = expected[2] ?? 0
    await centre.queues.move('VQ_Chat', at(ids, last), 2)
    expected = [expected[0] ?? 0, last, expected[1] ?? 0]
    expect(await lineOf({ queue }, ids)).toEqual(expected)
  }
})

test('[QU13] whoever comes later stands behind, also in the same instant', async () => {
  const { centre, queue } = await startCentre()
  const first = await centre.queues.addCallers('VQ_Chat', 2)
  await centre.queues.move('VQ_Chat', at(first, 1), 2)
  const later = await centre.queues.addCallers('VQ_Chat', 1)
  expect(await lineOf({ queue }, [...first, ...later])).toEqual([2, 1, 3])
})

test('[QU13] the wait stays one’s own, and the longest wait is found wherever it stands', async () => {
  const { ids, queues, queue } = await startLine(3)
  await queues.move('VQ_Chat', at(ids, 1), 3)
  const { entries, longestWaitSeconds } = await queue()
  expect(entries.map(({ waitingSeconds }) => waitingSeconds)).toEqual([2, 1, 3])
  expect(longestWaitSeconds).toBe(3)
})

test('[QU13] who is moved has the priority of the neighbour, with its growth', async () => {
  const { ids, queues, queue, centre, customer, advance } = await startLine(2)
  const growing = {
    _urs_vq_priority: '5',
    _urs_vq_priority_increment: '1',
    _urs_vq_priority_increment_interval: '10',
  }
  await centre.services.patch('chat-delay', growing)
  const urgent = (await customer.start()).id
  await queues.move('VQ_Chat', at(ids, 2), 1)
  await advance(seconds(10))
  const { entries } = await queue()
  expect(entries.map(({ callback, priority }) => [callback, priority])).toEqual([
    [at(ids, 2), 6],
    [urgent, 6],
    [at(ids, 1), 0],
  ])
})

test('[QU13] routing acts at once: the agent goes to whoever stands first', async () => {
  const { ids, queues, agent, customer } = await startLine(3)
  await queues.move('VQ_Chat', at(ids, 3), 1)
  await agent('anna').ready()
  expect((await customer.callback(at(ids, 3))).step).toBe('agent-available')
  expect((await customer.callback(at(ids, 1))).step).toBe('waiting')
})

test('[QU13] the place goes along into the chat', async () => {
  const { ids, queues, agent, customer, line } = await startLine(3)
  await agent('anna').ready()
  await agent('anna').notReady()
  await queues.move('VQ_Chat', at(ids, 3), 1)
  await agent('anna').ready()
  await agent('anna').notReady()
  for (const number of [1, 3]) await customer.connectAndChat(at(ids, number))
  expect(await line()).toEqual([3, 1, 2])
})

test('[QU13] a chat stands before everybody without one, and is moved among chats', async () => {
  const { ids, queues, customer, queue } = await startLine(2)
  const chats: CallbackId[] = []
  for (const service of ['request-chat', 'request-chat']) {
    const { id } = await customer.start({ service })
    await customer.createChat(id)
    chats.push(id)
  }
  const [one, two] = [at(chats, 1), at(chats, 2)]
  await queues.move('VQ_Chat', two, 1)
  const order = async () => (await queue()).entries.map(({ callback }) => callback)
  expect(await order()).toEqual([two, one, ...ids])
  await expect(queues.move('VQ_Chat', at(ids, 1), 2)).rejects.toMatchObject({
    code: 'setting-invalid',
    rule: 'QU13',
    details: [{ field: 'position', message: 'Customers like this one can have positions 3 to 4.' }],
  })
  expect(await order()).toEqual([two, one, ...ids])
})

test.each([0, 4, 1.5, -1])('[QU13] there is no position %d in a line of three', async (position) => {
  const { ids, queues, events } = await startLine(3)
  await expect(queues.move('VQ_Chat', at(ids, 1), position)).rejects.toMatchObject({
    details: [{ field: 'position', message: 'Customers like this one can have positions 1 to 3.' }],
  })
  expect(await events('callback-moved')).toEqual([])
})

test('[QU14] a priority that is given counts now, and grows on', async () => {
  const options = { _urs_vq_priority_increment: '1', _urs_vq_priority_increment_interval: '10' }
  const { ids, queues, line, queue, advance } = await startLine(3, { agents: ['anna'], options })
  await advance(seconds(10))
  await queues.prioritise('VQ_Chat', at(ids, 3), 7)
  expect(await line()).toEqual([3, 1, 2])
  expect((await queue()).entries[0]?.priority).toBe(7)
  await advance(seconds(10))
  expect((await queue()).entries[0]?.priority).toBe(8)
})

test.each([1_000_001, -1_000_001, 0.5])('[QU14] %d is no priority', async (priority) => {
  const { ids, queues } = await startLine(1)
  await expect(queues.prioritise('VQ_Chat', at(ids, 1), priority)).rejects.toMatchObject({
    rule: 'QU14',
    details: [{ field: 'priority', message: 'A priority is a whole number from -1000000 to 1000000.' }],
  })
})

test('[QU15] who is taken out of the line is cancelled, with the chat', async () => {
  const { ids, queues, line, customer } = await startLine(2)
  const { id } = await customer.start({ service: 'request-chat' })
  await customer.createChat(id)
  await queues.removeEntry('VQ_Chat', at(ids, 1))
  await queues.removeEntry('VQ_Chat', id)
  expect(await line()).toEqual([2])
  for (const gone of [at(ids, 1), id]) {
    expect(await customer.callback(gone)).toMatchObject({ state: 'COMPLETED', reason: 'CANCELLED_BY_ADMIN' })
  }
})

test('[QU13] [QU14] [QU15] who does not stand in the line is refused', async () => {
  const { ids, queues, centre } = await startLine(1)
  await centre.services.put('loans', 'Chat-Delayed', { _target: 'A@S.GA', _urs_virtual_queue: 'VQ_Loans' })
  const missing = { code: 'entry-not-found', rule: 'QU13', facts: { queue: 'VQ_Loans' } }
  const id = at(ids, 1)
  await expect(queues.move('VQ_Loans', id, 1)).rejects.toMatchObject(missing)
  await expect(queues.prioritise('VQ_Loans', id, 1)).rejects.toMatchObject(missing)
  await expect(queues.removeEntry('VQ_Loans', id)).rejects.toMatchObject(missing)
  await expect(queues.move('VQ_None', id, 1)).rejects.toMatchObject({ code: 'queue-not-found' })
})

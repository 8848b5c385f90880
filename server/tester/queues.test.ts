import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { startTester } from '../testing.ts'
import type { CallbackId } from '../contact-center/contact-center.ts'
import type { EwtJson, QueueJson } from './contract.ts'

test('[TA31] a queue shows who waits and why', async () => {
  const { api, customer, clock, close } = await startTester()
  const { id } = await customer.startCallback()
  await clock.advance(seconds(7))
  const expected = {
    name: 'VQ_Chat',
    waiting: 1,
    longestWaitSeconds: 7,
    readyAgents: 0,
    ewt: { model: 'queue-length-abandonment' },
    entries: [
      {
        serviceId: id,
        position: 1,
        priority: expect.any(Number),
        waitingSeconds: 7,
        target: 'Billing@StatServer.GA',
        waitingFor: expect.stringMatching(/\w/),
        customerName: 'Bob Markel',
        isSynthetic: false,
        step: 'waiting',
      },
    ],
  }
  expect((await api('GET', '/queues/VQ_Chat')).body).toMatchObject(expected)
  expect((await api('GET', '/queues')).body).toMatchObject([expected])
  expect(await api('GET', '/queues/VQ_None')).toMatchObject({
    status: 404,
    body: { error: { code: 'queue-not-found' } },
  })
  await close()
})

test('[TA32] the estimate of a queue follows the model that is set', async () => {
  const { api, close } = await startTester()
  expect((await api('GET', '/queues/ewt-models')).body).toMatchObject([
    { name: 'unavailable' },
    { name: 'fixed', parameters: [{ name: 'seconds', min: 0, max: 86_400, default: null }] },
    { name: 'computed' },
    { name: 'queue-length', parameters: [{ name: 'samples', min: 1, max: 100, default: 20 }] },
    { name: 'queue-length-abandonment' },
    { name: 'moving-average' },
    { name: 'exponential-smoothing', parameters: [{ name: 'weight', min: 0, max: 0.99, default: 0.9 }] },
    { name: 'last-to-enter-service', parameters: [] },
    { name: 'head-of-line', parameters: [] },
  ])
  const set = (body: object) => api('PUT', '/queues/VQ_Chat/ewt', body)
  expect((await set({ model: 'fixed', seconds: 30 })).body).toMatchObject({
    ewt: { model: 'fixed', seconds: 30 },
  })
  expect((await set({ model: 'unavailable' })).body).toMatchObject({
    ewt: { model: 'unavailable', seconds: null },
  })
  expect((await set({ model: 'moving-average', samples: 5 })).body).toMatchObject({
    ewt: { model: 'moving-average', parameters: { samples: 5 }, seconds: null, inputs: {} },
  })
  await set({ model: 'unavailable' })
  for (const body of [
    { model: 'fixed' },
    { model: 'fixed', seconds: -1 },
    { model: 'magic' },
    { model: 'computed', seconds: 3 },
    { model: 'head-of-line', colour: 'red' },
    {},
  ])
    expect((await set(body)).status).toBe(400)
  expect((await set({ model: 'exponential-smoothing', weight: 1, samples: 3 })).body).toMatchObject({
    error: {
      code: 'setting-invalid',
      details: [
        { field: 'samples', message: 'The model exponential-smoothing takes no samples.' },
        { field: 'weight', message: 'The weight of exponential-smoothing is a number from 0 to 0.99.' },
      ],
    },
  })
  expect((await api('GET', '/queues/VQ_Chat')).body).toMatchObject({ ewt: { model: 'unavailable' } })
  expect((await api('PUT', '/queues/VQ_None/ewt', { model: 'computed' })).status).toBe(404)
  await close()
})

/** What the models calculate with; each shows its own. */
type Inputs = Readonly<
  Record<
    | 'position'
    | 'meanHandleSeconds'
    | 'places'
    | 'abandonmentsPerMinute'
    | 'meanWaitSeconds'
    | 'waitedSeconds'
    | 'weight'
    | 'oldEstimateSeconds'
    | 'lastWaitSeconds'
    | 'headWaitedSeconds',
    number
  >
>

test.each([
  ['computed', ({ position, meanHandleSeconds, places }) => (position * meanHandleSeconds) / places],
  ['queue-length', ({ position, meanHandleSeconds, places }) => (position * meanHandleSeconds) / places],
  [
    'queue-length-abandonment',
    ({ position, meanHandleSeconds, places, abandonmentsPerMinute }) =>
      Array.from(
        { length: position },
        (_, i) => 1 / (places / meanHandleSeconds + (i * abandonmentsPerMinute) / 60),
      ).reduce((sum, each) => sum + each),
  ],
  ['moving-average', ({ meanWaitSeconds, waitedSeconds }) => meanWaitSeconds - waitedSeconds],
  [
    'exponential-smoothing',
    ({ weight, oldEstimateSeconds, lastWaitSeconds, waitedSeconds }) =>
      weight * oldEstimateSeconds + (1 - weight) * lastWaitSeconds - waitedSeconds,
  ],
  ['last-to-enter-service', ({ lastWaitSeconds, waitedSeconds }) => lastWaitSeconds - waitedSeconds],
  ['head-of-line', ({ headWaitedSeconds, waitedSeconds }) => headWaitedSeconds - waitedSeconds],
] as [string, (inputs: Inputs) => number][])(
  '[TA63] the numbers that %s shows make the estimate that a customer is told',
  async (model, recompute) => {
    const { api, url, customer, agent, clock, close } = await startTester({ agents: ['anna'] })
    const chat = async () => {
      const { id } = await customer.startCallback('request-chat')
      await customer.createChat(id)
      return id
    }
    await api('PUT', '/queues/VQ_Chat/ewt', { model: 'unavailable' })
    for (const [wait, talk] of [
      [70, 33.4],
      [61, 50.7],
      [52.5, 47],
    ] as const) {
      const id = await chat()
      const gone = await chat()
      await clock.advance(seconds(wait))
      await customer.leave(gone)
      await agent('anna').ready()
      await agent('anna').accept(id)
      await agent('anna').notReady()
      await clock.advance(seconds(talk))
      await agent('anna').leave(id)
    }
    await chat()
    await clock.advance(seconds(31.2))
    await api('PUT', '/queues/VQ_Chat/ewt', { model })
    const shown = (await api('GET', '/queues/VQ_Chat')).body as QueueJson
    const newcomer = await chat()
    const asked = await fetch(`${url}/genesys/1/service/${newcomer}/check-queue-position`, { method: 'POST' })
    const told = (await asked.json()) as { _position: number; _eta: number }
    expect(told._position).toBe(2)
    expect(shown.ewt.seconds).toBe(told._eta)
    expect(shown.ewt.explanation).toContain(`= ${told._eta} s`)
    const { inputs } = shown.ewt
    expect(Math.max(0, Math.ceil(Number(recompute(inputs as Record<keyof Inputs, number>).toFixed(6))))).toBe(
      told._eta,
    )
    const all = (await api('GET', '/queues/VQ_Chat/estimates')).body as EwtJson[]
    expect(all.map((each) => each.model)).toHaveLength(8)
    expect(all.find((each) => each.model === model)?.formula).toBe(shown.ewt.formula)
    await close()
  },
)

test('[TA33] synthetic customers come and go', async () => {
  const { api, close } = await startTester()
  const added = await api('POST', '/queues/VQ_Chat/callers', { count: 10 })
  expect(added.status).toBe(200)
  const { ids } = added.body as { ids: string[] }
  expect(new Set(ids).size).toBe(10)
  expect((await api('GET', '/queues/VQ_Chat')).body).toMatchObject({
    waiting: 10,
    entries: ids.map((serviceId, index) => ({ serviceId, position: index + 1, isSynthetic: true })),
  })
  expect((await api('DELETE', '/queues/VQ_Chat/callers')).status).toBe(204)
  expect((await api('GET', '/queues/VQ_Chat')).body).toMatchObject({ waiting: 0 })
  await close()
})

test('[TA33] above the limit none is added', async () => {
  const { api, close } = await startTester({ limits: { centre: { callersPerQueueMax: 3 } } })
  expect(await api('POST', '/queues/VQ_Chat/callers', { count: 4 })).toMatchObject({
    status: 409,
    body: { error: { code: 'queue-full' } },
  })
  for (const count of [0, -1, 1.5, '3'])
    expect((await api('POST', '/queues/VQ_Chat/callers', { count })).status).toBe(400)
  expect((await api('GET', '/queues/VQ_Chat')).body).toMatchObject({ waiting: 0 })
  await close()
})

test('[TA100] somebody in line is moved and given a priority, and the wire follows', async () => {
  const { api, customer, url, close } = await startTester()
  const ids: CallbackId[] = []
  for (let index = 0; index < 5; index += 1) ids.push((await customer.startCallback()).id)
  const [first, , , , last] = ids as [CallbackId, CallbackId, CallbackId, CallbackId, CallbackId]
  const entry = (id: string) => `/queues/VQ_Chat/entries/${id}`
  const moved = await api('PATCH', entry(last), { position: 1 })
  expect(moved).toMatchObject({
    status: 200,
    body: { entries: [{ serviceId: last, position: 1 }, {}, {}, {}, {}] },
  })
  const told = async (id: string) => {
    const answer = await fetch(`${url}/genesys/1/service/${id}/check-queue-position`, { method: 'POST' })
    return ((await answer.json()) as { _position: number })._position
  }
  expect([await told(last), await told(first)]).toEqual([1, 2])
  expect((await api('PATCH', entry(first), { priority: 9 })).body).toMatchObject({
    entries: [{ serviceId: first, priority: 9 }, { serviceId: last }, {}, {}, {}],
  })
  const detail = (await api('GET', `/callbacks/${last}`)).body as { timeline: { text: string }[] }
  expect(detail.timeline.map(({ text }) => text)).toContain(
    'A supervisor moved the customer from position 5 to 1.',
  )
  await close()
})

test('[TA100] what cannot be changed in a line is said by field', async () => {
  const { api, customer, close } = await startTester()
  const { id } = await customer.startCallback()
  const change = (body: object, of: string = id) => api('PATCH', `/queues/VQ_Chat/entries/${of}`, body)
  expect(await change({ position: 2 })).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'setting-invalid',
        rule: 'QU13',
        details: [{ field: 'position', message: 'Customers like this one can have only position 1.' }],
      },
    },
  })
  for (const body of [{}, { position: 1, priority: 1 }, { position: '1' }, { place: 1 }, { priority: 1e9 }])
    expect((await change(body)).status).toBe(400)
  expect(await change({ position: 1 }, '369-nobody')).toMatchObject({
    status: 404,
    body: { error: { code: 'entry-not-found' } },
  })
  await close()
})

test('[TA101] somebody is taken out of the line', async () => {
  const { api, customer, close } = await startTester()
  const { id } = await customer.startCallback()
  expect((await api('DELETE', `/queues/VQ_Chat/entries/${id}`)).status).toBe(204)
  expect((await api('GET', '/queues/VQ_Chat')).body).toMatchObject({ waiting: 0 })
  expect((await api('GET', `/callbacks/${id}`)).body).toMatchObject({ reason: 'CANCELLED_BY_ADMIN' })
  expect((await api('DELETE', `/queues/VQ_Chat/entries/${id}`)).status).toBe(404)
  await close()
})

import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { startTester } from '../testing.ts'

test('[TA31] a queue shows who waits and why', async () => {
  const { api, customer, clock, close } = await startTester()
  const { id } = await customer.startCallback()
  await clock.advance(seconds(7))
  const expected = {
    name: 'VQ_Chat',
    waiting: 1,
    longestWaitSeconds: 7,
    readyAgents: 0,
    ewt: { model: 'computed' },
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
    { name: 'fixed' },
    { name: 'computed' },
  ])
  const set = (body: object) => api('PUT', '/queues/VQ_Chat/ewt', body)
  expect((await set({ model: 'fixed', seconds: 30 })).body).toMatchObject({
    ewt: { model: 'fixed', seconds: 30 },
  })
  expect((await set({ model: 'unavailable' })).body).toMatchObject({
    ewt: { model: 'unavailable', seconds: null },
  })
  for (const body of [
    { model: 'fixed' },
    { model: 'fixed', seconds: -1 },
    { model: 'magic' },
    { model: 'computed', seconds: 3 },
    {},
  ])
    expect((await set(body)).status).toBe(400)
  expect((await api('GET', '/queues/VQ_Chat')).body).toMatchObject({ ewt: { model: 'unavailable' } })
  expect((await api('PUT', '/queues/VQ_None/ewt', { model: 'computed' })).status).toBe(404)
  await close()
})

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

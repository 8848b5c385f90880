import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { startTester } from '../testing.ts'
import type { StatisticsJson } from './contract.ts'

test('[TA62] statistics show what happened by queue and by agent, in the interval and since the reset', async () => {
  const { api, customer, agent, clock, close } = await startTester({ agents: ['anna'] })
  const { id } = await customer.startCallback('request-chat')
  await customer.createChat(id)
  await clock.advance(seconds(12))
  await agent('anna').ready()
  await agent('anna').accept(id)
  await clock.advance(seconds(48))
  await agent('anna').leave(id)
  await customer.startCallback()
  await clock.advance(seconds(60))
  const answer = await api('GET', '/statistics?interval=60')
  expect(answer).toMatchObject({ status: 200, body: { intervalSeconds: 60, at: '2024-01-15T09:02:00.000Z' } })
  const { intervalFrom, since, queues, agents } = answer.body as StatisticsJson
  expect([since, intervalFrom]).toEqual(['2024-01-15T09:00:00.000Z', '2024-01-15T09:02:00.000Z'])
  expect(queues).toEqual([
    {
      queue: 'VQ_Chat',
      waiting: 1,
      longestWaitSeconds: 60,
      readyAgents: 1,
      ewtSeconds: 96,
      serviceLevel: { targetSeconds: 20, shortAbandonSeconds: 5 },
      interval: {
        entered: 0,
        answered: 0,
        answeredInTarget: 0,
        abandoned: 0,
        abandonedShort: 0,
        postponed: 0,
        serviceLevelPercent: null,
        averageSpeedOfAnswerSeconds: null,
        averageAbandonWaitSeconds: null,
        longestWaitSeconds: 0,
        handled: 0,
        talkSeconds: 0,
        wrapUpSeconds: 0,
        handleSeconds: 0,
        averageHandleSeconds: null,
        occupancyPercent: null,
      },
      sinceReset: {
        entered: 2,
        answered: 1,
        answeredInTarget: 1,
        abandoned: 0,
        abandonedShort: 0,
        postponed: 0,
        serviceLevelPercent: 100,
        averageSpeedOfAnswerSeconds: 12,
        averageAbandonWaitSeconds: null,
        longestWaitSeconds: 12,
        handled: 1,
        talkSeconds: 48,
        wrapUpSeconds: 0,
        handleSeconds: 48,
        averageHandleSeconds: 48,
        occupancyPercent: 44.44,
      },
    },
  ])
  expect(agents).toMatchObject([
    {
      agent: 'anna',
      name: 'anna',
      state: 'ready',
      stateSince: '2024-01-15T09:00:12.000Z',
      talking: 0,
      interval: { readySeconds: 0, offered: 0, occupancyPercent: null },
      sinceReset: { loggedOutSeconds: 12, readySeconds: 108, talkSeconds: 48, offered: 1, accepted: 1 },
    },
  ])
  await close()
})

test('[TA62] an interval that cannot be is answered 400 by name', async () => {
  const { api, close } = await startTester()
  for (const interval of ['0', '59', '90', '1860', 'x', '-60']) {
    const { status, body } = await api('GET', `/statistics?interval=${interval}`)
    expect([interval, status]).toEqual([interval, 400])
    expect(body).toMatchObject({ error: { details: [{ field: 'interval' }] } })
  }
  expect((await api('GET', '/statistics')).body).toMatchObject({ intervalSeconds: 900 })
  expect((await api('GET', '/statistics?period=60')).status).toBe(400)
  await close()
})

test('[TA64] the service level of a queue can be set', async () => {
  const { api, close } = await startTester()
  const set = (body: object, queue = 'VQ_Chat') => api('PUT', `/queues/${queue}/service-level`, body)
  expect((await set({ targetSeconds: 30 })).body).toMatchObject({
    name: 'VQ_Chat',
    serviceLevel: { targetSeconds: 30, shortAbandonSeconds: 5 },
  })
  for (const body of [
    {},
    { targetSeconds: -1 },
    { targetSeconds: 'x' },
    { targetSeconds: 20, percent: 80 },
  ]) {
    expect((await set(body)).status).toBe(400)
  }
  expect((await set({ targetSeconds: 30 }, 'VQ_None')).status).toBe(404)
  expect((await api('GET', '/queues/VQ_Chat')).body).toMatchObject({ serviceLevel: { targetSeconds: 30 } })
  await close()
})

import { expect, test } from 'vitest'
import { startTester } from '../testing.ts'
import type { GeneratorJson } from './contract.ts'

const poisson = { service: 'chat-delay', arrivals: { law: 'poisson', perHour: 3600 } }

test('[TA58] a generator is created with its defaults, started, watched, stopped and removed', async () => {
  const { api, clock, close } = await startTester()
  const created = await api('POST', '/generators', { ...poisson, running: true })
  expect(created).toMatchObject({
    status: 200,
    body: {
      id: 'generator-1',
      running: true,
      service: 'chat-delay',
      queue: null,
      seed: 1,
      arrivals: { law: 'poisson', perHour: 3600 },
      customersMax: null,
      patience: { distribution: 'infinite' },
      handle: null,
      confirmation: { late: 0, never: 0 },
      lines: [],
      arrived: 0,
    },
  })
  await clock.advance(60_000)
  const watched = (await api('GET', '/generators')).body as GeneratorJson[]
  expect(watched).toMatchObject([{ id: 'generator-1', running: true, served: 0, turnedAway: 0 }])
  expect(watched[0]?.arrived).toBeGreaterThan(30)
  expect(watched[0]?.arrivedSinceStart).toBe(watched[0]?.arrived)
  expect((await api('GET', '/queues/VQ_Chat')).body).toMatchObject({ waiting: watched[0]?.present })
  expect((await api('POST', '/generators/generator-1/stop')).body).toMatchObject({
    running: false,
    nextAt: null,
  })
  expect((await api('POST', '/generators/generator-1/start')).body).toMatchObject({
    running: true,
    arrivedSinceStart: 0,
    arrived: watched[0]?.arrived,
  })
  expect(await api('DELETE', '/generators/generator-1')).toMatchObject({ status: 204 })
  expect((await api('GET', '/queues/VQ_Chat')).body).toMatchObject({ waiting: 0 })
  expect((await api('GET', '/generators')).body).toEqual([])
  await close()
})

test('[TA58] a generator that is not there is answered 404', async () => {
  const { api, close } = await startTester()
  const calls = [
    api('GET', '/generators/none'),
    api('DELETE', '/generators/none'),
    api('POST', '/generators/none/start'),
    api('POST', '/generators/none/stop'),
  ]
  for (const call of calls) {
    expect(await call).toMatchObject({ status: 404, body: { error: { code: 'generator-not-found' } } })
  }
  await close()
})

test.each([
  [{ service: 'none' }, 'service', 'There is no configured service of this name.'],
  [{ seed: -1 }, 'seed', 'This is a whole number from 0 to 2147483647.'],
  [
    { arrivals: { law: 'poisson', perHour: 1e9 } },
    'arrivals.perHour',
    'This is a number from 0.01 to 360000.',
  ],
  [{ arrivals: { law: 'magic' } }, 'arrivals.law', 'This must be one of poisson, burst, profile, replay.'],
  [{ arrivals: { law: 'poisson', perHour: 'many' } }, 'arrivals.perHour', 'This must be a number.'],
  [{ arrivals: { law: 'poisson' } }, 'arrivals.perHour', 'This is required.'],
  [
    { handle: { distribution: 'infinite' } },
    'handle.distribution',
    'This must be one of fixed, exponential, log-normal.',
  ],
  [
    { patience: { distribution: 'exponential', meanSeconds: -3 } },
    'patience.meanSeconds',
    'This is a number from 0 to 604800.',
  ],
  [{ confirmation: { late: 2 } }, 'confirmation.late', 'This is a number from 0 to 1.'],
  [{ lines: [''] }, 'lines.0', 'A line has 1 to 1000 characters.'],
  [{ speed: 3 }, 'speed', 'There is no field of this name here.'],
])('[TA59] what a generator cannot be is answered 400 by field: %j', async (changes, field, message) => {
  const { api, close } = await startTester()
  const { status, body } = await api('POST', '/generators', { ...poisson, ...changes })
  expect(status).toBe(400)
  expect((body as { error: { details: object[] } }).error.details).toContainEqual({ field, message })
  expect((await api('GET', '/generators')).body).toEqual([])
  await close()
})

test('[TA60] an agent works by himself as his profile says, until it says so no more', async () => {
  const { api, clock, customer, close } = await startTester()
  const groups = ['Billing']
  const profile = { groups, auto: { talk: { distribution: 'fixed', seconds: 30 } } }
  expect((await api('PUT', '/agents/anna', profile)).body).toMatchObject({
    auto: { talk: { seconds: 30 }, answerDelay: { distribution: 'fixed', seconds: 3 }, breaks: null },
  })
  await api('POST', '/agents/anna/state', { state: 'ready' })
  const { id } = await customer.startCallback()
  await customer.connect(id)
  await customer.createChat(id)
  await clock.advance(3000)
  expect((await api('GET', `/callbacks/${id}`)).body).toMatchObject({ step: 'talking' })
  await clock.advance(30_000)
  expect((await api('GET', `/callbacks/${id}`)).body).toMatchObject({ step: 'done' })
  expect((await api('PUT', '/agents/anna', { groups })).body).toMatchObject({ auto: null })
  await close()
})

test('[TA60] how an agent cannot work is answered 400 by field', async () => {
  const { api, close } = await startTester()
  const auto = { talk: { distribution: 'fixed', seconds: -1 }, breaks: { everySeconds: 0, forSeconds: 5 } }
  expect(await api('PUT', '/agents/anna', { auto })).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'agent-invalid',
        details: [
          { field: 'auto.talk.seconds', message: 'This is a number from 0 to 604800.' },
          { field: 'auto.breaks.everySeconds', message: 'This is a number from 1 to 604800.' },
        ],
      },
    },
  })
  expect(await api('PUT', '/agents/anna', { auto: { speed: 1 } })).toMatchObject({ status: 400 })
  await close()
})

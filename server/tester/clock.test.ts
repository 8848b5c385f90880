import { expect, test } from 'vitest'
import { startTester, type Tester } from '../testing.ts'
import type { ClockJson, TrafficPage } from './contract.ts'

const clockOf = async (api: (method: string, path: string) => Promise<{ body: unknown }>) =>
  (await api('GET', '/clock')).body as ClockJson

test('[TA37] the clock shows its time and what is due next', async () => {
  const { api, customer, clock, agent, close } = await startTester()
  expect(await clockOf(api)).toEqual({
    now: new Date(clock.now()).toISOString(),
    rate: 1,
    paused: expect.any(Boolean),
    hurriesUntil: null,
    next: null,
  })
  await agent('anna').ready()
  await customer.startCallback()
  expect(await clockOf(api)).toMatchObject({
    next: {
      at: expect.stringMatching(/Z$/),
      kind: 'confirmation',
      what: "a customer's time to confirm ends",
    },
  })
  await close()
})

test('[TA38] advancing answers when everything due has happened', async () => {
  const { api, customer, agent, close } = await startTester()
  await agent('anna').ready()
  const { id } = await customer.startCallback()
  await customer.connect(id)
  await customer.createChat(id)
  const before = Date.parse((await clockOf(api)).now)
  const answer = await api('POST', '/clock', { advanceSeconds: 31.5 })
  expect(answer.status).toBe(200)
  expect(Date.parse((answer.body as ClockJson).now)).toBe(before + 31_500)
  expect((await api('GET', '/agents/anna')).body).toMatchObject({
    interactions: [{ state: 'ended', endedBy: 'missed' }],
  })
  await close()
})

test('[TA38] advancing until what is next ends there, however fast the clock runs', async () => {
  const { api, customer, clock, agent, close } = await startTester()
  await agent('anna').ready()
  await customer.startCallback()
  await api('POST', '/clock', { pause: false, rate: 1000 })
  const until = (await clockOf(api)).next?.at
  const answer = await api('POST', '/clock', { pause: true, until })
  expect(answer).toMatchObject({ status: 200, body: { now: until, paused: true } })
  expect((await api('GET', '/callbacks')).body).toMatchObject({
    items: [{ announcement: { at: until, attempt: 2 } }],
  })
  expect(new Date(clock.now()).toISOString()).toBe(until)
  await close()
})

test('[TA38] a time that is too far or none changes nothing, and the answer says why', async () => {
  const { api, close } = await startTester()
  const before = await clockOf(api)
  const refused = async (until: unknown, more: object = {}) => {
    const answer = await api('POST', '/clock', { pause: !before.paused, rate: 60, until, ...more })
    expect(answer.status).toBe(400)
    expect(await clockOf(api)).toEqual(before)
    return (answer.body as { error: { code: string; details: object[] } }).error
  }
  const after = (millis: number) => new Date(Date.parse(before.now) + millis).toISOString()
  expect(await refused(after(367 * 86_400_000))).toMatchObject({
    code: 'body-invalid',
    details: [{ field: 'until' }],
  })
  expect((await refused('soon')).details).toEqual([
    { field: 'until', message: 'This must be a time in UTC, such as 2026-01-05T10:00:00.000Z.' },
  ])
  expect((await refused(after(1000), { advanceSeconds: 1 })).details).toMatchObject([{ field: 'until' }])
  await close()
})

test('[TA38] a time that is past is reached already: whoever asks late has what they want', async () => {
  const { api, close } = await startTester()
  const before = await clockOf(api)
  const until = new Date(Date.parse(before.now) - 1).toISOString()
  expect(await api('POST', '/clock', { until })).toMatchObject({ status: 200, body: before })
  await close()
})

test('[TA38] the clock pauses, goes on and changes its rate', async () => {
  const { api, close } = await startTester()
  expect((await api('POST', '/clock', { pause: true })).body).toMatchObject({ paused: true })
  expect((await api('POST', '/clock', { rate: 60 })).body).toMatchObject({ paused: true, rate: 60 })
  expect((await api('POST', '/clock', { pause: false })).body).toMatchObject({ paused: false, rate: 60 })
  await close()
})

test.each([
  {},
  { rate: 0 },
  { rate: 1001 },
  { advanceSeconds: -1 },
  { advanceSeconds: 1e9 },
  { hurrySeconds: -1 },
  { hurrySeconds: 1e9 },
  { pause: 'yes' },
  { speed: 2 },
])('[TA38] what is out of range changes nothing: %j', async (body) => {
  const { api, close } = await startTester()
  const before = await clockOf(api)
  expect(
    (
      await api('POST', '/clock', {
        ...(Object.keys(body).length > 0 ? { pause: !before.paused } : {}),
        ...body,
      })
    ).status,
  ).toBe(400)
  expect(await clockOf(api)).toEqual(before)
  await close()
})

const busy = {
  service: 'chat-delay',
  arrivals: { law: 'poisson', perHour: 600 },
  patience: { distribution: 'exponential', meanSeconds: 60 },
  running: true,
}

/** Asks until the clock has got as far as this, and answers what it read on the way. */
async function watch(api: Tester['api'], until: (clock: ClockJson) => boolean): Promise<number[]> {
  const seen: number[] = []
  for (;;) {
    const clock = await clockOf(api)
    seen.push(Date.parse(clock.now))
    if (until(clock)) return seen
  }
}

test('[TA61] hours of traffic pass at once, and whoever asks meanwhile is answered', async () => {
  const { api, clock, close } = await startTester()
  const start = clock.now()
  await api('POST', '/generators', busy)
  const advanced = api('POST', '/clock', { advanceSeconds: 7200 })
  const seen = await watch(api, ({ now }) => Date.parse(now) === start + 7_200_000)
  expect(seen.filter((at) => at > start && at < start + 7_200_000).length).toBeGreaterThan(2)
  expect((await advanced).status).toBe(200)
  expect((await api('GET', '/generators')).body).toMatchObject([{ running: true }])
  await close()
})

test('[TA61] a clock that hurries answers at once, ends by itself, and can be told to end', async () => {
  const { api, clock, close } = await startTester()
  const start = clock.now()
  await api('POST', '/generators', busy)
  const begun = (await api('POST', '/clock', { hurrySeconds: 7200 })).body as ClockJson
  expect(begun.hurriesUntil).toBe(new Date(start + 7_200_000).toISOString())
  expect(Date.parse(begun.now)).toBeLessThan(start + 7_200_000)
  const seen = await watch(api, ({ hurriesUntil }) => hurriesUntil === null)
  expect(seen.at(-1)).toBe(start + 7_200_000)
  expect(seen.filter((at) => at > start && at < start + 7_200_000).length).toBeGreaterThan(2)

  await api('POST', '/clock', { hurrySeconds: 31_000_000 })
  expect((await api('POST', '/clock', { pause: true })).body).toMatchObject({ hurriesUntil: null })
  const stopped = clock.now()
  expect(stopped).toBeLessThan(start + 31_000_000_000)
  await close()
})

test('[TA39] a reset makes everything new, and the same seed makes the same ids', async () => {
  const { api, customer, agent, close } = await startTester()
  await api('PATCH', '/settings', { gmsVersion: '8.5.2' })
  await api('PUT', '/agents/cleo', {})
  await customer.startCallback()
  const ids: string[] = []
  for (const seed of [7, 7, 8]) {
    expect((await api('POST', '/reset', { seed })).status).toBe(204)
    expect((await api('GET', '/agents')).body).toHaveLength(2)
    expect((await api('GET', '/settings')).body).toMatchObject({ gmsVersion: '8.1.2' })
    expect((await api('GET', '/callbacks')).body).toEqual({ items: [], next: null })
    expect((await clockOf(api)).rate).toBe(1)
    await agent('anna').ready()
    ids.push((await customer.startCallback()).id)
  }
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[1])
  const traffic = (await api('GET', '/traffic')).body as TrafficPage
  expect(traffic.items).toMatchObject([{ path: '/gmstester/api/reset', status: 204 }])
  expect((await api('POST', '/reset', { seed: 'seven' })).status).toBe(400)
  expect((await api('POST', '/reset')).status).toBe(204)
  await close()
})

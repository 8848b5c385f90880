import { expect, test } from 'vitest'
import { minutes, seconds } from './runtime/clock.ts'
import { createVirtualClock } from './runtime/virtual-clock.ts'
import type { CallbackDetailJson } from './tester/contract.ts'
import { startTester } from './testing.ts'

/** A tester whose contact centre follows a clock that the test moves, with one customer who never confirms. */
async function startSteered() {
  const base = createVirtualClock(Date.parse('2026-01-01T12:00:00Z'))
  const tester = await startTester({ agents: ['anna'], base })
  await tester.agent('anna').ready()
  const { id } = await tester.customer.startCallback()
  const story = async () => {
    const { timeline } = (await tester.api('GET', `/callbacks/${id}`)).body as CallbackDetailJson
    return timeline.map(({ type, at }) => ({ type, at: Date.parse(at) }))
  }
  return { base, story, ...tester }
}

test('[AL4] while the clock is paused no wall time brings an event', async () => {
  const { base, story, api, close } = await startSteered()
  await api('POST', '/clock', { pause: true })
  const before = await story()
  await base.advance(minutes(10))
  expect(await story()).toEqual(before)
  await api('POST', '/clock', { pause: false })
  await base.advance(seconds(31))
  expect((await story()).length).toBeGreaterThan(before.length)
  await close()
})

test('[CK8] at sixty times the rate ten minutes pass in ten seconds, with the same events in the same order', async () => {
  const stories = []
  for (const rate of [1, 60]) {
    const { base, story, api, close } = await startSteered()
    await api('POST', '/clock', { rate })
    await base.advance(minutes(10) / rate)
    const events = await story()
    const begin = events[0]?.at ?? 0
    stories.push(events.map(({ type, at }) => ({ type, seconds: (at - begin) / 1000 })))
    await close()
  }
  expect(stories[0]?.length).toBeGreaterThan(3)
  expect(stories[1]).toEqual(stories[0])
})

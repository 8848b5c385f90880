import { expect, test } from 'vitest'
import type { PushData } from './gms/contract.ts'
import { minutes, seconds } from './runtime/clock.ts'
import { createVirtualClock } from './runtime/virtual-clock.ts'
import type { CallbackDetailJson } from './tester/contract.ts'
import { cometDevice, startTester } from './testing.ts'
import { openDevice } from './testing-device.ts'

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

test.each(['long-polling', 'websocket'] as const)(
  '[AP10] a client over %s lives on while the clock of the contact centre is paused for three minutes',
  async (transport) => {
    const wall = createVirtualClock(Date.parse('2026-01-01T12:00:00Z'))
    const { url, api, agent, customer, clock, close } = await startTester({
      agents: ['anna'],
      base: wall,
      wire: wall,
    })
    const device = await openDevice({ url, user: 'bob', transport })
    /** The network is real, and needs its time: the clock on the wall goes on when the client has come back. */
    const untilHeld = async () => {
      let isHeld = false
      while (!isHeld) isHeld = (await (await fetch(`${url}/metrics`)).text()).includes('_held_connects 1\n')
    }
    await untilHeld()
    const { id } = await customer.startCallback('chat-delay', cometDevice('bob'))
    const session = device.clientId()
    const beatsBefore = device.beats()
    await api('POST', '/clock', { pause: true })
    const centreTime = clock.now()
    for (let second = 0; second < 180; second += 1) {
      await wall.advance(seconds(1))
      await untilHeld()
    }
    expect(device.beats() - beatsBefore).toBe(6)
    expect(device.clientId()).toBe(session)
    expect(clock.now()).toBe(centreTime)

    await api('POST', '/clock', { pause: false })
    await agent('anna').ready()
    await wall.advance(seconds(1))
    await device.until<PushData>(({ tag }) => tag === `service.agentavailable.${id}`)
    expect(device.clientId()).toBe(session)
    await device.close()
    await close()
  },
)

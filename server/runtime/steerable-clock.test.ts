import { expect, test } from 'vitest'
import type { Clock } from './clock.ts'
import { nextTurn } from './next-turn.ts'
import { createSteerableClock, type ClockSetting } from './steerable-clock.ts'
import { createVirtualClock } from './virtual-clock.ts'

/** A clock on a base that the test moves. */
function startClock(start?: ClockSetting) {
  const base = createVirtualClock(1000)
  const clock = createSteerableClock({ base, quiet: nextTurn, ...(start && { start }) })
  return { base, clock }
}

test('[CK8] running it follows its base at its rate; paused it stands', async () => {
  const { base, clock } = startClock()
  const readings: number[] = []
  clock.at(1100, () => readings.push(clock.now()))
  clock.at(1250, () => readings.push(clock.now()))
  expect(clock.now()).toBe(1000)
  await base.advance(150)
  expect(clock.now()).toBe(1150)
  clock.pause()
  await base.advance(500)
  expect(clock.now()).toBe(1150)
  clock.resume()
  await base.advance(50)
  expect(readings).toEqual([1100])
  await base.advance(50)
  expect(clock.now()).toBe(1250)
  expect(readings).toEqual([1100, 1250])
})

test('[CK8] readings are whole, and no wake is called before its time', async () => {
  const { base, clock } = startClock({ isPaused: false, rate: 0.3, at: 0, baseAt: 1000 })
  const readings: number[] = []
  for (const time of [1, 2, 3, 4]) clock.at(time, () => readings.push(clock.now()))
  await base.advance(3)
  expect(clock.now()).toBe(0)
  await base.advance(11)
  expect(clock.now()).toBe(4)
  expect(readings).toEqual([1, 2, 3, 4])
})

test('[CK9] a change of rate keeps the reading, and wakes come when it says', async () => {
  const { base, clock } = startClock()
  const calledAt: number[] = []
  clock.at(3000, () => calledAt.push(base.now()))
  await base.advance(1000)
  clock.setRate(100)
  expect(clock.now()).toBe(2000)
  await base.advance(9)
  expect(calledAt).toEqual([])
  await base.advance(1)
  expect(calledAt).toEqual([2010])
  clock.setRate(0.1)
  await base.advance(100)
  expect(clock.now()).toBe(3010)
})

test('[CK10] advanced while it runs, it goes on from the target', async () => {
  const { base, clock } = startClock()
  const readings: number[] = []
  clock.at(5000, () => readings.push(clock.now()))
  clock.at(11_050, () => readings.push(clock.now()))
  await clock.advance(10_000)
  expect(clock.now()).toBe(11_000)
  await base.advance(50)
  expect(clock.now()).toBe(11_050)
  expect(readings).toEqual([5000, 11_050])
})

test('[CK10] during an advance the base may go on: it ends at its target all the same', async () => {
  const base = createVirtualClock(1000)
  const clock = createSteerableClock({ base, quiet: () => base.advance(7) })
  clock.at(1500, () => {})
  await clock.advance(1000)
  expect(clock.now()).toBe(2000)
})

test('[CK10] advanced up to a time, it ends there however it runs meanwhile, and never goes back', async () => {
  const base = createVirtualClock(1000)
  const clock = createSteerableClock({ base, quiet: () => base.advance(7) })
  clock.setRate(60)
  clock.at(1500, () => {})
  const advances = [clock.advance(100), clock.advanceTo(2000)]
  await Promise.all(advances)
  expect(clock.now()).toBe(2000)
  await clock.advanceTo(1500)
  expect(clock.now()).toBe(2000)
})

test('[CK11] steering during an advance counts from its end', async () => {
  const { base, clock } = startClock()
  clock.at(1100, () => clock.pause())
  clock.at(1200, () => clock.setRate(10))
  await clock.advance(1000)
  expect(clock.setting()).toEqual({ isPaused: true, rate: 10, at: 2000, baseAt: 1000 })
  clock.resume()
  await base.advance(5)
  expect(clock.now()).toBe(2050)
})

test('[CK12] it never runs backwards', () => {
  let reading = 1000
  const base: Clock = { now: () => reading, at: () => () => {} }
  const clock = createSteerableClock({ base, quiet: nextTurn })
  reading = 5000
  expect(clock.now()).toBe(5000)
  reading = 4000
  expect(clock.now()).toBe(5000)
  clock.setRate(2)
  reading = 4100
  expect(clock.now()).toBe(5200)
})

test('[CK13] a jump may go backwards and keeps the wakes', async () => {
  const { base, clock } = startClock()
  const readings: number[] = []
  await base.advance(1000)
  clock.at(2500, () => readings.push(clock.now()))
  clock.jumpTo({ isPaused: false, rate: 1, at: 500, baseAt: 2000 })
  expect(clock.now()).toBe(500)
  await base.advance(1999)
  expect(readings).toEqual([])
  await base.advance(1)
  expect(readings).toEqual([2500])
  clock.at(9000, () => readings.push(clock.now()))
  clock.jumpTo({ isPaused: true, rate: 1, at: 10_000, baseAt: 4000 })
  await nextTurn()
  await base.advance(0)
  expect(readings).toEqual([2500, 10_000])
})

test('[CK13] a jump ends the advance that is under way', async () => {
  const { clock } = startClock({ isPaused: true, rate: 1, at: 0, baseAt: 1000 })
  const readings: number[] = []
  clock.at(10, () => clock.jumpTo({ isPaused: true, rate: 1, at: 5, baseAt: 1000 }))
  clock.at(20, () => readings.push(clock.now()))
  const [jumped, next] = [clock.advance(30), clock.advance(10)]
  await jumped
  await next
  expect(clock.now()).toBe(15)
  expect(readings).toEqual([])
})

test('[CK14] its setting carries it over a restart', () => {
  const running = createVirtualClock(9000)
  const setting = { isPaused: false, rate: 2, at: 500, baseAt: 8000 }
  expect(createSteerableClock({ base: running, start: setting, quiet: nextTurn }).now()).toBe(2500)
  const paused = { ...setting, isPaused: true }
  expect(createSteerableClock({ base: running, start: paused, quiet: nextTurn }).now()).toBe(500)
  const clock = createSteerableClock({ base: running, start: setting, quiet: nextTurn })
  const again = createSteerableClock({ base: running, start: clock.setting(), quiet: nextTurn })
  expect(again.now()).toBe(2500)
  expect(again.setting()).toEqual({ isPaused: false, rate: 2, at: 2500, baseAt: 9000 })
})

import { expect, test } from 'vitest'
import { minutes } from './clock.ts'
import { createSystemClock } from './system-clock.ts'

test('[CK20] it reads the real time, calls no wake before it, and keeps the order', async () => {
  const clock = createSystemClock()
  const before = Date.now()
  const start = clock.now()
  expect(start).toBeGreaterThanOrEqual(before)
  expect(start).toBeLessThanOrEqual(Date.now())
  const called: { time: number; at: number }[] = []
  await new Promise<void>((resolve) => {
    for (const delay of [9, 3, 6, 3, 0]) {
      const time = start + delay
      clock.at(time, () => {
        called.push({ time: delay, at: clock.now() - start })
        if (called.length === 5) resolve()
      })
    }
    expect(called).toEqual([])
  })
  expect(called.map((wake) => wake.time)).toEqual([0, 3, 3, 6, 9])
  for (const { time, at } of called) expect(at).toBeGreaterThanOrEqual(time)
})

test('[CK21] a wake far off is not called early', async () => {
  const clock = createSystemClock()
  const called: string[] = []
  const callOff = clock.at(clock.now() + 2 ** 31 + minutes(1), () => called.push('far'))
  await new Promise<void>((resolve) => {
    clock.at(clock.now() + 20, resolve)
  })
  callOff()
  expect(called).toEqual([])
})

test('[CK22] a wake that was called off does not keep the process alive', () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const clock = createSystemClock()
  const before = timers()
  const callOff = clock.at(clock.now() + minutes(5), () => {})
  expect(timers()).toBe(before + 1)
  callOff()
  expect(timers()).toBe(before)
})

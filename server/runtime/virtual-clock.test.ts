import { expect, test } from 'vitest'
import { seconds } from './clock.ts'
import { nextTurn } from './next-turn.ts'
import { createVirtualClock } from './virtual-clock.ts'

test('[CK1] wakes are called in the order of time, then of asking', async () => {
  const clock = createVirtualClock(0)
  const called: string[] = []
  const times = [30, 10, 20, 10, 30, 20, 10]
  for (const [index, time] of times.entries()) clock.at(time, () => called.push(`${time}#${index}`))
  await clock.advance(30)
  expect(called).toEqual(['10#1', '10#3', '10#6', '20#2', '20#5', '30#0', '30#4'])
})

test('[CK1] a thousand wakes in any order', async () => {
  const clock = createVirtualClock(0)
  const called: number[] = []
  // 7919 is prime: every number below 1000 comes once, well mixed.
  const times = Array.from({ length: 1000 }, (_, index) => (index * 7919) % 1000)
  for (const time of times) clock.at(time, () => called.push(time))
  await clock.advance(1000)
  expect(called).toEqual(times.toSorted((one, other) => one - other))
})

test('[CK2] a wake is called once, and not during the asking', async () => {
  const clock = createVirtualClock(100)
  const called: number[] = []
  clock.at(50, () => called.push(50))
  clock.at(100, () => called.push(100))
  clock.at(101, () => called.push(101))
  expect(called).toEqual([])
  await nextTurn()
  expect(called).toEqual([50, 100])
  await clock.advance(1)
  await clock.advance(1)
  expect(called).toEqual([50, 100, 101])
})

test('[CK3] a wake that was called off is not called', async () => {
  const clock = createVirtualClock(0)
  const called: string[] = []
  const callOffFirst = clock.at(10, () => called.push('first'))
  clock.at(20, () => called.push('second'))
  const callOffDue = clock.at(0, () => called.push('due'))
  clock.at(15, () => callOffLast())
  const callOffLast = clock.at(30, () => called.push('last'))
  callOffFirst()
  callOffDue()
  await clock.advance(30)
  callOffLast()
  expect(called).toEqual(['second'])
})

test('[CK4] it stands still unless it is advanced', async () => {
  expect(createVirtualClock().now()).toBe(Date.UTC(2024, 0, 15, 9))
  const clock = createVirtualClock(1000)
  const called: number[] = []
  clock.at(1001, () => called.push(clock.now()))
  await nextTurn()
  expect(clock.now()).toBe(1000)
  expect(called).toEqual([])
  await clock.advance(seconds(5))
  expect(clock.now()).toBe(6000)
  expect(called).toEqual([1001])
})

test('[CK5] each wake sees its own time, and the advance ends at its target', async () => {
  const clock = createVirtualClock(0)
  const readings: number[] = []
  for (const time of [3, 7, 7]) clock.at(time, () => readings.push(clock.now()))
  await clock.advance(10)
  expect(readings).toEqual([3, 7, 7])
  expect(clock.now()).toBe(10)
  await clock.advance(0)
  expect(clock.now()).toBe(10)
})

test('[CK6] quiet comes before the first wake and after each, and what is asked for meanwhile is called', async () => {
  const log: string[] = []
  const clock = createVirtualClock(0, async () => {
    await nextTurn()
    log.push(`quiet ${clock.now()}`)
  })
  clock.at(10, () => {
    log.push(`one ${clock.now()}`)
    setImmediate(() => clock.at(15, () => log.push(`asked later ${clock.now()}`)))
    clock.at(5, () => log.push(`overdue ${clock.now()}`))
  })
  clock.at(20, () => log.push(`two ${clock.now()}`))
  clock.at(31, () => log.push('too late'))
  await clock.advance(30)
  expect(log).toEqual([
    'quiet 0',
    'one 10',
    'quiet 10',
    'overdue 10',
    'quiet 10',
    'asked later 15',
    'quiet 15',
    'two 20',
    'quiet 20',
  ])
})

test('[CK7] advances that are asked for together follow each other', async () => {
  const clock = createVirtualClock(0)
  const log: string[] = []
  clock.at(10, () => log.push(`wake ${clock.now()}`))
  clock.at(20, () => log.push(`wake ${clock.now()}`))
  await Promise.all([
    clock.advance(10).then(() => log.push(`ended ${clock.now()}`)),
    clock.advance(10).then(() => log.push(`ended ${clock.now()}`)),
  ])
  expect(log).toEqual(['wake 10', 'ended 10', 'wake 20', 'ended 20'])
})

test('[CK15] a wake that throws ends its advance, and no later one', async () => {
  const clock = createVirtualClock(0)
  const called: number[] = []
  clock.at(10, () => {
    throw new Error('a mistake')
  })
  clock.at(20, () => called.push(clock.now()))
  await expect(clock.advance(30)).rejects.toThrow('a mistake')
  expect(clock.now()).toBe(10)
  expect(called).toEqual([])
  await clock.advance(30)
  expect(clock.now()).toBe(40)
  expect(called).toEqual([20])
})

test('[CK16] next is when the next wake is due', async () => {
  const clock = createVirtualClock(0)
  expect(clock.next()).toBeNull()
  const callOff = clock.at(10, () => {})
  clock.at(20, () => {})
  expect(clock.next()).toBe(10)
  callOff()
  expect(clock.next()).toBe(20)
  await clock.advance(20)
  expect(clock.next()).toBeNull()
})

test('[CK17] a rate or an advance that makes no sense asserts', () => {
  const clock = createVirtualClock(0)
  for (const rate of [0, -1, Number.NaN, Infinity]) {
    expect(() => clock.setRate(rate)).toThrow('cannot go at the rate')
    expect(() => clock.jumpTo({ isPaused: true, rate, at: 0, baseAt: 0 })).toThrow('cannot go at the rate')
  }
  for (const by of [-1, Number.NaN, Infinity]) expect(() => clock.advance(by)).toThrow('cannot advance by')
  expect(clock.setting()).toEqual({ isPaused: true, rate: 1, at: 0, baseAt: 0 })
})

import { expect, test } from 'vitest'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import { createRandom } from '../runtime/random.ts'
import type { Alarm } from './alarm.ts'
import { createAlarmRunner } from './alarm-runner.ts'
import type { CallbackId } from './contact-center.ts'

const start = 1_000_000

function alarm(ordinal: number, at: number): Alarm {
  return { id: String(ordinal), ordinal, at, kind: 'expiry', subject: 'a' as CallbackId, cause: null }
}

function startRunner() {
  const clock = createVirtualClock(start)
  const gone: [ordinal: number, at: number][] = []
  const runner = createAlarmRunner({
    clock,
    act: async ({ ordinal }) => {
      gone.push([ordinal, clock.now()])
    },
    onError: (error) => {
      throw error
    },
  })
  return { clock, runner, gone, ordinals: () => gone.map(([ordinal]) => ordinal) }
}

test('[AL1] alarms go off by time, then in the order in which they were set', async () => {
  const { clock, runner, gone } = startRunner()
  await runner.open([])
  runner.note([alarm(1, start + 30), alarm(2, start + 10)])
  runner.note([alarm(3, start + 30), alarm(4, start + 20)])
  await clock.advance(29)
  expect(gone).toEqual([
    [2, start + 10],
    [4, start + 20],
  ])
  await clock.advance(1)
  expect(gone.slice(2)).toEqual([
    [1, start + 30],
    [3, start + 30],
  ])
})

test('[AL1] a thousand alarms in any order go off in theirs', async () => {
  const { clock, runner, gone } = startRunner()
  const draw = createRandom(1).for('alarms', 1)
  await runner.open([])
  const alarms = Array.from({ length: 1000 }, (_, index) => alarm(index, start + draw.integer(1, 300)))
  for (const each of alarms) runner.note([each])
  await clock.advance(300)
  const expected = [...alarms].sort((a, b) => a.at - b.at || a.ordinal - b.ordinal)
  expect(gone).toEqual(expected.map(({ ordinal, at }) => [ordinal, at]))
})

test('[AL2] what is overdue goes off in order before the runner is open', async () => {
  const { runner, ordinals } = startRunner()
  await runner.open([alarm(1, start), alarm(2, start - 50), alarm(3, start + 1)])
  expect(ordinals()).toEqual([2, 1])
})

test('[AL1] what is called off wakes nobody, and what was set in its place does', async () => {
  const { clock, runner, ordinals } = startRunner()
  await runner.open([alarm(1, start + 5), alarm(2, start + 9)])
  runner.note([alarm(3, start + 7)])
  runner.drop([1])
  expect(clock.next()).toBe(start + 7)
  runner.drop([2, 3])
  expect(clock.next()).toBeNull()
  await clock.advance(20)
  expect(ordinals()).toEqual([])
})

test('[AL1] after closing nothing goes off', async () => {
  const { clock, runner, ordinals } = startRunner()
  await runner.open([alarm(1, start + 5)])
  await runner.close()
  await clock.advance(10)
  expect(ordinals()).toEqual([])
})

test('[AL6] the earliest is one that still stands', async () => {
  const { runner } = startRunner()
  await runner.open([alarm(1, start + 5), alarm(2, start + 6), alarm(3, start + 7)])
  expect(runner.earliest(({ ordinal }) => ordinal > 1)?.ordinal).toBe(2)
  runner.clear()
  expect(runner.earliest(() => true)).toBeNull()
})

test('[AL1] looking for the earliest lets no later alarm go off before its time', async () => {
  const { clock, runner, gone } = startRunner()
  await runner.open([alarm(1, start + 5), alarm(2, start + 50)])
  expect(runner.earliest(({ ordinal }) => ordinal > 1)?.ordinal).toBe(2)
  await clock.advance(20)
  expect(gone).toEqual([])
  await clock.advance(30)
  expect(gone).toEqual([[2, start + 50]])
})

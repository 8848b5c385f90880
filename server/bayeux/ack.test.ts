import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { acknowledge, closeBatch, createAckBatches } from './ack.ts'

test('[BX33] whatever is lost on the way, a client gets every message once and in order', () => {
  // Each round: how many messages come up, and whether the answer and then the acknowledgement arrive.
  const round = fc.record({ count: fc.nat(3), answerArrives: fc.boolean() })
  fc.assert(
    fc.property(fc.array(round, { maxLength: 40 }), (rounds) => {
      const batches = createAckBatches<number>()
      const settled: number[] = []
      const received: number[] = []
      let queue: number[] = []
      let next = 0
      let seen = 0
      const connect = (arrives: boolean) => {
        const { acknowledged, again } = acknowledge(batches, seen)
        settled.push(...acknowledged)
        queue = [...again, ...queue]
        const items = queue
        queue = []
        const number = closeBatch(batches, items)
        if (!arrives) return
        received.push(...items)
        seen = number
      }
      for (const { count, answerArrives } of rounds) {
        for (let index = 0; index < count; index += 1) queue.push((next += 1))
        connect(answerArrives)
        // Settled is only what has been received.
        expect(received.slice(0, settled.length)).toEqual(settled)
      }
      connect(true)
      connect(true)
      const all = Array.from({ length: next }, (_, index) => index + 1)
      expect(received).toEqual(all)
      expect(settled).toEqual(all)
      expect(batches.kept).toEqual([])
    }),
  )
})

test('[BX33] a connect without a batch number acknowledges nothing, and batch numbers only grow', () => {
  const batches = createAckBatches<string>()
  expect(closeBatch(batches, ['a'])).toBe(1)
  expect(acknowledge(batches, undefined)).toEqual({ acknowledged: [], again: ['a'] })
  expect(closeBatch(batches, ['a', 'b'])).toBe(2)
  expect(closeBatch(batches, [])).toBe(3)
  expect(acknowledge(batches, 3)).toEqual({ acknowledged: ['a', 'b'], again: [] })
  expect(closeBatch(batches, [])).toBe(4)
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { acknowledge, type Batch } from './ack.ts'

test('[BX33] whatever is lost on the way, a client gets every message once and in order', () => {
  // Each round: how many messages come up, and whether the answer and then the acknowledgement arrive.
  const round = fc.record({ count: fc.nat(3), answerArrives: fc.boolean() })
  fc.assert(
    fc.property(fc.array(round, { maxLength: 40 }), (rounds) => {
      let batches: Batch<number>[] = []
      let number = 0
      const settled: number[] = []
      const received: number[] = []
      let queue: number[] = []
      let next = 0
      let seen = 0
      const connect = (arrives: boolean) => {
        const { acknowledged, again } = acknowledge(batches, seen)
        settled.push(...acknowledged)
        const items = [...again, ...queue]
        queue = []
        batches = [{ number: (number += 1), items }]
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
      expect(batches.flatMap(({ items }) => items)).toEqual([])
    }),
  )
})

test('[BX33] a batch and all before it are acknowledged by its number, and none by anything else', () => {
  const batches = [
    { number: 1, items: ['a'] },
    { number: 4, items: ['b', 'c'] },
    { number: 5, items: ['d'] },
  ]
  expect(acknowledge(batches, 4)).toEqual({ acknowledged: ['a', 'b', 'c'], again: ['d'] })
  for (const seen of [undefined, null, '5', {}, 0, -1, Number.NaN]) {
    expect(acknowledge(batches, seen)).toEqual({ acknowledged: [], again: ['a', 'b', 'c', 'd'] })
  }
})

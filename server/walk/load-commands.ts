/** Callers, generators and how long things take. */
import * as fc from 'fast-check'
import type { ArrivalLaw } from '../contact-center/load/arrival-law.ts'
import type { Distribution, Patience } from '../contact-center/load/distribution.ts'
import type { GeneratorId } from '../contact-center/load/generator.ts'
import { aQueue, callbackAt, kind, seldom, waiting, which } from './kind.ts'

/** A length of time of every kind. */
export const lengths = (mean: number) =>
  fc.constantFrom<Distribution>(
    { distribution: 'fixed', seconds: 0 },
    { distribution: 'fixed', seconds: mean },
    { distribution: 'exponential', meanSeconds: mean },
    { distribution: 'log-normal', meanSeconds: mean, deviationSeconds: mean },
  )

const arrivals = fc.constantFrom<ArrivalLaw>(
  { law: 'burst', count: 3, everySeconds: 60 },
  { law: 'poisson', perHour: 200 },
  { law: 'profile', perHour: Array.from({ length: 24 }, (_, hour) => 10 * hour) },
  {
    law: 'replay',
    arrivals: [{ afterSeconds: 0 }, { afterSeconds: 9, handleSeconds: 5 }, { afterSeconds: 9 }],
  },
)

const id = fc.constantFrom('one' as GeneratorId, 'two' as GeneratorId)

const settings = fc.record({
  service: fc.constantFrom('chat-delay', 'loans', 'immediate', 'call'),
  queue: fc.constantFrom(null, 'VQ_Loans'),
  seed: fc.integer({ min: 1, max: 3 }),
  arrivals,
  customersMax: fc.constant(20),
  patience: fc.constantFrom<Patience>(
    { distribution: 'infinite' },
    { distribution: 'fixed', seconds: 60 },
    { distribution: 'exponential', meanSeconds: 60 },
  ),
  handle: fc.option(lengths(30), { freq: 2 }),
  confirmation: fc.record({ late: fc.constant(0.3), never: fc.constant(0.2), delay: lengths(20) }),
  chatDelay: lengths(5),
  lines: fc.constantFrom([], ['a', 'b']),
  lineInterval: lengths(5),
})

export const loadCommands = {
  'add-callers': kind(
    0.5,
    fc.record({ queue: aQueue, count: fc.integer({ min: 1, max: 3 }) }),
    ({ centre }, { queue, count }) => centre.queues.addCallers(queue, count),
  ),
  'remove-callers': kind(0.5, fc.record({ queue: aQueue }), ({ centre }, { queue }) =>
    centre.queues.removeCallers(queue),
  ),
  'move-in-line': kind(
    2,
    fc.record({ queue: aQueue, of: which, position: fc.integer({ min: 1, max: 8 }) }),
    async (world, { queue, of, position }) => {
      const id = await callbackAt(world, of, (callback) => callback.queue === queue && waiting(callback))
      return world.centre.queues.move(queue, id, position)
    },
  ),
  prioritise: kind(
    1,
    fc.record({ queue: aQueue, of: which, priority: fc.integer({ min: 0, max: 6 }) }),
    async (world, { queue, of, priority }) => {
      const id = await callbackAt(world, of, (callback) => callback.queue === queue && waiting(callback))
      return world.centre.queues.prioritise(queue, id, priority)
    },
  ),
  'remove-from-line': kind(0.5, fc.record({ queue: aQueue, of: which }), async (world, { queue, of }) => {
    const id = await callbackAt(world, of, (callback) => callback.queue === queue && waiting(callback))
    return world.centre.queues.removeEntry(queue, id)
  }),
  'put-generator': kind(
    1,
    fc.record({ id, settings, isStarted: seldom(fc.constant(false)) }),
    async ({ centre }, { id: generator, settings: put, isStarted }) => {
      await centre.generators.put(generator, put)
      return isStarted ?? centre.generators.start(generator)
    },
  ),
  'start-generator': kind(0.5, fc.record({ id }), ({ centre }, { id: generator }) =>
    centre.generators.start(generator),
  ),
  'stop-generator': kind(0.7, fc.record({ id }), ({ centre }, { id: generator }) =>
    centre.generators.stop(generator),
  ),
  'remove-generator': kind(0.7, fc.record({ id }), ({ centre }, { id: generator }) =>
    centre.generators.remove(generator),
  ),
}

import { expect, test } from 'vitest'
import { minutes } from '../runtime/clock.ts'
import { createRandom } from '../runtime/random.ts'
import { createSteerableClock } from '../runtime/steerable-clock.ts'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import { createContactCenter } from './create-contact-center.ts'
import { subjectOf } from './records.ts'
import { createCentreStorage } from './testing.ts'

/** What happens in ten minutes of the centre's time, and how long they take outside. */
async function tenMinutes(rate: number) {
  const storage = createCentreStorage()
  const quiet = () => storage.settled()
  const base = createVirtualClock(undefined, quiet)
  const at = base.now()
  const start = { isPaused: false, rate, at, baseAt: at }
  const clock = createSteerableClock({ base, start, quiet })
  const centre = createContactCenter({
    storage,
    clock,
    random: createRandom,
    newSeed: () => 1,
    initial: { seed: 1 },
  })
  await centre.open()
  const { id } = await centre.generators.add({
    service: 'chat-delay',
    queue: null,
    seed: 1,
    arrivals: { law: 'poisson', perHour: 120 },
    customersMax: null,
    patience: { distribution: 'exponential', meanSeconds: 90 },
    handle: null,
    confirmation: { late: 0, never: 0, delay: { distribution: 'fixed', seconds: 0 } },
    chatDelay: { distribution: 'fixed', seconds: 0 },
    lines: [],
    lineInterval: { distribution: 'fixed', seconds: 1 },
  })
  await centre.generators.start(id)
  const outside = minutes(10) / rate
  await base.advance(outside)
  const history = await storage.transaction((tx) => tx.history({}))
  // Times of the fast clock are rounded to what its real milliseconds allow.
  const events = history.map((event) => [event.number, event.cause, event.type, subjectOf(event)])
  await centre.close()
  return { outside, events }
}

test('[AL1] at sixty times the speed ten minutes take ten seconds, with the same events in the same order', async () => {
  const slow = await tenMinutes(1)
  const fast = await tenMinutes(60)
  expect(fast.outside).toBe(10_000)
  expect(fast.events.length).toBeGreaterThan(30)
  expect(fast.events).toEqual(slow.events)
})

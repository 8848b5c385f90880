import { expect, test } from 'vitest'
import { createRandom } from '../runtime/random.ts'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import { defaultLimits } from './limits.ts'
import { createCentreStorage } from './testing.ts'
import { countToday, forgetDay } from './throttle.ts'
import { createTurns } from './turn.ts'

test('[AD9] who comes between midnight and the forgetting is not forgotten before the next midnight', async () => {
  const day = 86_400_000
  const clock = createVirtualClock(100 * day - 1)
  const storage = createCentreStorage()
  const turns = createTurns({
    storage,
    clock,
    random: () => createRandom(1),
    limits: defaultLimits,
    onAlarms: () => {},
    onCalledOff: () => {},
  })
  const ask = (value: string) => turns.run((turn): void => countToday(turn, 'sales', 'account', value, 1))
  await ask('early')
  await clock.advance(2)
  await ask('late')
  await turns.run((turn): void => forgetDay(turn))
  const left = await storage.transaction((tx) => ({ counts: tx.all('daily'), alarms: tx.all('alarm') }))
  expect(left).toMatchObject({
    counts: [{ id: 'sales/account/late', day: 100 }],
    alarms: [{ at: 101 * day }],
  })
  await ask('early')
  await expect(ask('late')).rejects.toMatchObject({ code: 'parameter-throttled' })
})

import { describe, expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { StartCallback } from './contact-center.ts'
import { openCentre, startCentre, startInput } from './testing.ts'
import type { CentreSetup } from './testing.ts'

type Options = Readonly<Record<string, string>>

/** A service with these options, and what became of so many requests: `taken`, or why not. */
async function ask(options: Options, inputs: readonly Partial<StartCallback>[], setup: CentreSetup = {}) {
  const started = await startCentre({ agents: [], options, ...setup })
  return { ...started, outcomes: await outcomesOf(started, inputs) }
}

async function outcomesOf(
  { customer }: Pick<Awaited<ReturnType<typeof startCentre>>, 'customer'>,
  inputs: readonly Partial<StartCallback>[],
): Promise<string[]> {
  const outcomes: string[] = []
  for (const input of inputs) {
    const started = customer.start(input)
    outcomes.push(
      await started.then(
        () => 'taken',
        (error: { code?: string }) => error.code ?? String(error),
      ),
    )
  }
  return outcomes
}

const from = (customerNumber: string): Partial<StartCallback> => ({ customerNumber })
const times = (count: number, input: Partial<StartCallback> = {}) =>
  Array.from({ length: count }, () => input)
const later = { gmsVersion: '8.5.2' } as const

describe('numbers', () => {
  test.each([
    ['4082652649', 'US', 'taken'],
    ['+49 30 901820', 'US', 'taken'],
    ['(408) 265-2649', 'us', 'taken'],
    ['5115', 'US', 'number-impossible'],
    ['111', 'US', 'number-impossible'],
    ['40826526491234', 'US', 'number-impossible'],
    ['408 CALL ME', 'US', 'number-impossible'],
    ['06 04 12 04 05', 'FR', 'taken'],
    ['06 04 12 04 05 06 07', 'FR', 'number-impossible'],
    ['900 555 1234', 'US', 'taken'],
  ])('[AD4][OP67] _disallow_impossible_phone_numbers: %s in %s is %s', async (number, country, outcome) => {
    const options = { _disallow_impossible_phone_numbers: 'True', _default_country: country }
    expect((await ask(options, [from(number)])).outcomes).toEqual([outcome])
  })

  test.each([
    ['900 555 1234', 'US', 'number-premium'],
    ['+1 900 555 1234', 'FR', 'number-premium'],
    ['0892 12 34 56', 'FR', 'number-premium'],
    ['4082652649', 'US', 'taken'],
    ['nonsense', 'US', 'taken'],
  ])('[AD4][OP68] _disallow_premium_phone_numbers: %s in %s is %s', async (number, country, outcome) => {
    const options = { _disallow_premium_phone_numbers: 'true', _default_country: country }
    expect((await ask(options, [from(number)])).outcomes).toEqual([outcome])
  })

  test('[AD4][OP14] without a _default_country no number is taken while one is checked', async () => {
    const options = { _disallow_impossible_phone_numbers: 'true', _default_country: '' }
    const { customer, centre } = await startCentre({ options })
    const facts = (option: string) => ({ code: 'country-missing', facts: { service: 'chat-delay', option } })
    await expect(customer.start()).rejects.toMatchObject(facts('_disallow_impossible_phone_numbers'))
    await centre.services.patch('chat-delay', { _disallow_premium_phone_numbers: 'true' })
    await expect(customer.start()).rejects.toMatchObject(facts('_disallow_premium_phone_numbers'))
    await centre.services.patch('chat-delay', { _default_country: null })
    await customer.start()
    await centre.services.patch('chat-delay', { _default_country: 'FR' })
    await expect(customer.start()).rejects.toMatchObject({ code: 'number-impossible' })
  })

  test('[AD4] a request without a number is not checked', async () => {
    const options = { _disallow_impossible_phone_numbers: 'true', _mandatory_customer_lookup_keys: '' }
    expect((await ask(options, [{ customerNumber: null }])).outcomes).toEqual(['taken'])
  })
})

describe('queue', () => {
  test.each([
    ['true', ['taken', 'taken', 'number-in-queue']],
    ['strict', ['taken', 'number-in-queue', 'number-in-queue']],
    ['false', ['taken', 'taken', 'taken']],
  ])('[AD5][OP66] _enable_in_queue_checking %s', async (checking, expected) => {
    const { outcomes, ...started } = await ask({ _enable_in_queue_checking: checking }, times(3))
    expect(outcomes).toEqual(expected)
    expect(await outcomesOf(started, [from('4085550100')])).toEqual(['taken'])
  })

  test('[AD5] who has an agent, is cancelled or waits elsewhere does not count', async () => {
    const options = { _enable_in_queue_checking: 'strict', _retain_session_until_ixn_deleted: 'true' }
    const { customer, centre, agent } = await startCentre({ agents: ['anna'], options })
    await centre.services.put('other', 'Chat-Delayed', { _target: 'Nobody@StatServer.GA', ...options })
    await customer.start({ service: 'other' })
    await customer.cancel((await customer.start()).id)
    const { id } = await customer.start()
    await agent('anna').ready()
    await customer.connectAndChat(id)
    await expect(customer.start()).rejects.toMatchObject({ code: 'number-in-queue' })
    await agent('anna').accept(id)
    expect((await customer.callback(id)).state).toBe('PROCESSING')
    await customer.start()
  })

  test('[AD6][OP69] _max_queued_callbacks_per_service', async () => {
    const { outcomes, customer, centre } = await ask({ _max_queued_callbacks_per_service: '2' }, times(3))
    expect(outcomes).toEqual(['taken', 'taken', 'service-full'])
    const [waiting] = (await centre.callbacks.list({ limit: 1 })).items
    if (waiting !== undefined) await customer.cancel(waiting.id)
    await customer.start()
    await expect(customer.start()).rejects.toMatchObject({ facts: { service: 'chat-delay' } })
    expect((await ask({ _max_queued_callbacks_per_service: '0' }, times(1))).outcomes).toEqual([
      'service-full',
    ])
  })

  test('[AD6] synthetic callers are counted', async () => {
    const { centre, customer } = await startCentre({ options: { _max_queued_callbacks_per_service: '3' } })
    await centre.queues.addCallers('VQ_Chat', 3)
    await expect(customer.start()).rejects.toMatchObject({ code: 'service-full' })
  })
})

describe('windows', () => {
  test.each(['1', '2'])(
    '[AD7][OP70][OP71][OP72][OP73] window %s takes so many in so long',
    async (number) => {
      const options = {
        [`_throttle_callbacks_per_service_${number}`]: '2',
        [`_throttle_ttl_${number}`]: '60',
      }
      const { customer, advance } = await startCentre({ agents: [], options })
      await customer.start()
      await advance(seconds(20))
      await customer.start()
      await advance(seconds(39))
      await expect(customer.start()).rejects.toMatchObject({
        code: 'service-throttled',
        facts: { service: 'chat-delay', windowSeconds: 60 },
      })
      await advance(seconds(1))
      await customer.start()
      await expect(customer.start()).rejects.toMatchObject({ code: 'service-throttled' })
      await advance(seconds(20))
      await customer.start()
    },
  )

  test('[AD7] of two full windows the first is named, and 0 takes none', async () => {
    const second = { _throttle_callbacks_per_service_2: '0', _throttle_ttl_2: '30' }
    const both = { ...second, _throttle_callbacks_per_service_1: '0' }
    const ttlOf = async (options: Options) => {
      const { customer } = await startCentre({ options })
      return customer
        .start()
        .catch((error: { facts: { windowSeconds: number } }) => error.facts.windowSeconds)
    }
    expect(await ttlOf(second)).toBe(30)
    expect(await ttlOf(both)).toBe(300)
  })

  test('[AD7] services are counted apart', async () => {
    const options = { _throttle_callbacks_per_service_1: '1' }
    const { centre, customer } = await startCentre({ options })
    await centre.services.put('other', 'Chat-Delayed', { _target: 'Billing@StatServer.GA', ...options })
    await customer.start()
    await customer.start({ service: 'other' })
    await expect(customer.start()).rejects.toMatchObject({ code: 'service-throttled' })
  })

  test('[AD7][AD9] a window has a hundred parts, whatever it takes', async () => {
    const options = { _throttle_callbacks_per_service_1: '100000', _throttle_ttl_1: '100' }
    const { customer, storage, advance } = await startCentre({ agents: [], options })
    const kept = () => storage.transaction((tx) => tx.get('throttle', 'chat-delay/1')?.slots ?? [])
    for (let count = 0; count < 500; count += 1) {
      await customer.start()
      await advance(seconds(0.5))
    }
    const slots = await kept()
    expect(slots.length).toBeLessThanOrEqual(100)
    expect(slots.reduce((sum, [, count]) => sum + count, 0)).toBe(200)
  })
})

describe('scheduled callbacks', () => {
  /** An hour ahead, unless told otherwise. */
  const scheduled = (at: number, ahead = 3600): Partial<StartCallback> => ({
    properties: { _desired_time: new Date(at + seconds(ahead)).toISOString() },
  })

  test.each<[string, Options, string[]]>([
    ['[AD6]', { _max_queued_callbacks_per_service: '0' }, ['taken', 'taken', 'service-full']],
    ['[AD6]', { _max_queued_callbacks_per_service: '1' }, ['taken', 'taken', 'taken']],
    ['[AD8]', { _throttle_request_parameters_limit: '0' }, ['taken', 'taken', 'parameter-throttled']],
    [
      '[AD7]',
      { _throttle_callbacks_per_service_1: '1' },
      ['taken', 'service-throttled', 'service-throttled'],
    ],
    ['[AD5]', { _enable_in_queue_checking: 'true' }, ['taken', 'taken', 'number-in-queue']],
  ])('%s two scheduled ones and one for now, with %j, are %j', async (_rule, options, expected) => {
    const started = await startCentre({ agents: [], options })
    const inputs = [scheduled(started.clock.now()), scheduled(started.clock.now(), 7200), {}]
    expect(await outcomesOf(started, inputs)).toEqual(expected)
  })

  test('[AD6] a desired time that is close enough to be queued at once is limited like one for now', async () => {
    const started = await startCentre({ agents: [], options: { _max_queued_callbacks_per_service: '0' } })
    expect(await outcomesOf(started, [scheduled(started.clock.now(), 15)])).toEqual(['service-full'])
  })
})

describe('parameters', () => {
  const limit = (count: string) => ({ _throttle_request_parameters_limit: count })

  test('[AD8][OP75] _throttle_request_parameters_limit: so often a day, then no more until the next', async () => {
    const { outcomes, advance, clock, customer } = await ask(limit('2'), times(3))
    expect(outcomes).toEqual(['taken', 'taken', 'parameter-throttled'])
    await expect(customer.start()).rejects.toMatchObject({
      facts: { parameter: '_customer_number', value: '4082652649', limit: 2 },
    })
    const day = seconds(86_400)
    await advance(day - (clock.now() % day) - 1)
    await expect(customer.start()).rejects.toMatchObject({ code: 'parameter-throttled' })
    await advance(1)
    await customer.start()
    expect((await ask(limit('0'), times(1))).outcomes).toEqual(['parameter-throttled'])
  })

  test('[AD8][OP74] _throttle_request_parameters: each by itself, and only when it comes', async () => {
    const options = { ...limit('1'), _throttle_request_parameters: 'device, account' }
    const inputs = [
      { a: '1' },
      { a: '1' },
      { device: 'x' },
      { device: 'y' },
      { device: 'x', account: 'k' },
      { account: 'k' },
    ]
    const { outcomes } = await ask(
      options,
      inputs.map((properties) => ({ properties }) as Partial<StartCallback>),
    )
    expect(outcomes).toEqual(['taken', 'taken', 'taken', 'taken', 'parameter-throttled', 'taken'])
  })

  test.each([
    ['', 'parameter-throttled'],
    ['True', 'parameter-throttled'],
    ['false', 'taken'],
  ])(
    '[AD8][OP76] _enable_throttle_header_parameters “%s”: the same header twice is %s',
    async (enabled, outcome) => {
      const options = {
        ...limit('1'),
        _throttle_request_parameters: 'user_id',
        _enable_throttle_header_parameters: enabled,
      }
      const header = (name: string) => (name === 'user_id' ? 'bob' : null)
      const inputs = ['1', '2'].map((user_id) => ({ header, properties: { user_id } }))
      expect((await ask(options, inputs)).outcomes).toEqual(['taken', outcome])
    },
  )

  test('[AD9] what is counted a day is bounded, and forgotten at its end', async () => {
    const limits = { throttledValuesMax: 2, throttledCharactersMax: 5 }
    const inputs = ['1', '2', '3', '2', '123456'].map(from)
    const { outcomes, storage, advance } = await ask(limit('9'), inputs, { limits })
    expect(outcomes).toEqual(['taken', 'taken', 'counters-full', 'taken', 'parameter-too-long'])
    await advance(seconds(86_400))
    expect(await storage.transaction((tx) => tx.count('daily'))).toBe(0)
  })
})

test('[AD9] what is counted survives a restart', async () => {
  const options = { _throttle_callbacks_per_service_1: '1', _throttle_request_parameters_limit: '1' }
  const { storage, centre, customer } = await startCentre({ options })
  await customer.start()
  await centre.close()
  const again = await openCentre(storage)
  await expect(again.centre.callbacks.start(startInput())).rejects.toMatchObject({
    code: 'service-throttled',
  })
  await again.centre.services.patch('chat-delay', { _throttle_callbacks_per_service_1: null })
  await expect(again.centre.callbacks.start(startInput())).rejects.toMatchObject({
    code: 'parameter-throttled',
  })
})

test('[AD9] a service that is gone leaves no windows', async () => {
  const { centre, customer, storage } = await startCentre({
    options: { _throttle_callbacks_per_service_2: '5' },
  })
  await customer.start()
  expect(await storage.transaction((tx) => tx.count('throttle'))).toBe(1)
  await centre.services.remove('chat-delay')
  expect(await storage.transaction((tx) => tx.count('throttle'))).toBe(0)
})

test('[AD10] a refused request counts nowhere', async () => {
  const options = { _throttle_callbacks_per_service_1: '2', _throttle_request_parameters_limit: '1' }
  const { outcomes } = await ask(options, [from('1'), from('1'), from('2'), from('3')])
  expect(outcomes).toEqual(['taken', 'parameter-throttled', 'taken', 'service-throttled'])
})

test('[AD10] checks have an order', async () => {
  const options: Record<string, string> = {
    _redirect: 'chat-delay',
    _ttl: '$ttl$',
    _mandatory_customer_lookup_keys: 'account',
    _default_country: '',
    _disallow_premium_phone_numbers: 'true',
    _disallow_impossible_phone_numbers: 'true',
    _enable_in_queue_checking: 'strict',
    _max_queued_callbacks_per_service: '0',
    _throttle_callbacks_per_service_1: '0',
    _throttle_request_parameters_limit: '0',
  }
  const { customer, centre } = await startCentre()
  await customer.start({ customerNumber: '111' })
  await customer.start({ customerNumber: '9005551234' })
  await centre.services.patch('chat-delay', options)
  const seen: string[] = []
  const refused = async (input: Partial<StartCallback>) => {
    const error = await customer.start(input).then(
      () => ({ code: 'taken' }),
      (thrown: { code: string }) => thrown,
    )
    seen.push(error.code)
  }
  const mend = (mended: Record<string, string | null>) => centre.services.patch('chat-delay', mended)
  const soon = { _desired_time: 'soon', ttl: '60' }
  const premium = { customerNumber: '9005551234', properties: { ttl: '60', account: 'k' } }
  const short = { ...premium, customerNumber: '111' }
  await refused({ properties: {} })
  await mend({ _redirect: null })
  await refused({ properties: {} })
  await refused({ properties: soon })
  await refused({ ...premium, properties: { ...soon, account: 'k' } })
  await refused(premium)
  await mend({ _default_country: 'US' })
  await refused(premium)
  await refused(short)
  await mend({ _disallow_impossible_phone_numbers: null })
  await refused(short)
  await mend({ _enable_in_queue_checking: null })
  await refused(short)
  await mend({ _max_queued_callbacks_per_service: null })
  await refused(short)
  await mend({ _throttle_callbacks_per_service_1: null })
  await refused(short)
  expect(seen).toEqual([
    'redirect-loop',
    'option-invalid',
    'lookup-key-missing',
    'desired-time-invalid',
    'country-missing',
    'number-premium',
    'number-impossible',
    'number-in-queue',
    'service-full',
    'service-throttled',
    'parameter-throttled',
  ])
})

describe('defaults', () => {
  test('[AD1] under 8.1.2 nothing is checked that nobody asked for', async () => {
    const { outcomes, storage } = await ask({}, [...times(7), from('111'), from('9005551234')])
    expect(new Set(outcomes)).toEqual(new Set(['taken']))
    expect(await storage.transaction((tx) => tx.count('throttle') + tx.count('daily'))).toBe(0)
  })

  test('[AD1] under 8.5.2 the documented values hold', async () => {
    const numbers = [from('111'), from('9005551234'), ...times(3)]
    const { outcomes } = await ask({}, numbers, later)
    expect(outcomes).toEqual(['number-impossible', 'number-premium', 'taken', 'taken', 'number-in-queue'])
    const daily = await ask({ _enable_in_queue_checking: 'false' }, times(7), later)
    expect(daily.outcomes).toEqual([...Array<string>(6).fill('taken'), 'parameter-throttled'])
  })

  test('[AD1] under 8.5.2 500 in 300 seconds, 1000 in an hour and 1000 queued are documented', async () => {
    const options = { _enable_in_queue_checking: 'false', _throttle_request_parameters_limit: '1000000' }
    const { customer, advance, centre } = await startCentre({ agents: [], options, ...later })
    for (let count = 0; count < 500; count += 1) await customer.start()
    await expect(customer.start()).rejects.toMatchObject({ facts: { windowSeconds: 300 } })
    await advance(seconds(300))
    for (let count = 0; count < 500; count += 1) await customer.start()
    await expect(customer.start()).rejects.toMatchObject({ code: 'service-full' })
    await centre.services.patch('chat-delay', { _max_queued_callbacks_per_service: '2000' })
    await advance(seconds(300))
    await expect(customer.start()).rejects.toMatchObject({ facts: { windowSeconds: 3600 } })
  })

  test('[AD1] request-chat is no callback, and not checked', async () => {
    const { outcomes } = await ask({}, times(7, { service: 'request-chat', customerNumber: '111' }), later)
    expect(new Set(outcomes)).toEqual(new Set(['taken']))
  })

  test.each<[Options, readonly Partial<StartCallback>[], string]>([
    [{ max_queued_callbacks_per_service: '1' }, times(2), 'service-full'],
    [{ _enable_in_queue_checking: 'strict' }, times(2), 'number-in-queue'],
    [{ _throttle_callbacks_per_service_1: '1', _throttle_ttl_1: '7' }, times(2), '7'],
    [{ _throttle_callbacks_per_service_2: '1', _throttle_ttl_2: '8' }, times(2), '8'],
    [{ _throttle_request_parameters: 'a' }, times(7, { properties: { a: '1' } }), 'parameter-throttled'],
    [{ _throttle_request_parameters_limit: '1' }, times(2), 'parameter-throttled'],
  ])(
    '[AD1][OP95][OP96][OP97][OP98][OP99][OP100][OP101][OP102] section callback %j',
    async (section, inputs, outcome) => {
      const { customer, centre } = await startCentre({ agents: [] })
      await centre.settings.change({ callback: section })
      for (const input of inputs.slice(1)) await customer.start(input)
      const thrown = await customer.start(inputs[0]).catch((error: { code: string; facts: Options }) => error)
      expect(thrown).toMatchObject(
        /^\d/.test(outcome) ? { facts: { windowSeconds: Number(outcome) } } : { code: outcome },
      )
      // The service's own value wins.
      const own = Object.fromEntries(
        Object.keys(section).map((name) => [name.startsWith('max') ? `_${name}` : name, '1000']),
      )
      if ('_enable_in_queue_checking' in own) own._enable_in_queue_checking = 'false'
      if ('_throttle_request_parameters' in own) own._throttle_request_parameters = 'b'
      await centre.services.patch('chat-delay', own)
      await customer.start(inputs[0])
    },
  )

  test('[AD1][OP103] section callback says whether headers count', async () => {
    const options = { _throttle_request_parameters: 'user_id', _throttle_request_parameters_limit: '1' }
    const { customer, centre } = await startCentre({ options })
    const input = { header: (name: string) => (name === 'user_id' ? 'bob' : null) }
    await centre.settings.change({ callback: { _enable_throttle_header_parameters: 'false' } })
    await customer.start(input)
    await customer.start(input)
    await centre.settings.change({ callback: { _enable_throttle_header_parameters: null } })
    await customer.start(input)
    await expect(customer.start(input)).rejects.toMatchObject({ code: 'parameter-throttled' })
  })
})

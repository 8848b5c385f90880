import { describe, expect, test } from 'vitest'
import { timeText } from '../runtime/calendar.ts'
import { minutes } from '../runtime/clock.ts'
import { startCentre } from './testing.ts'
import type { Centre } from './testing.ts'

const target = 'Billing@StatServer.GA'

/** The services `a`, `b`, … each with these options. */
async function startWith(
  services: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<Centre> {
  const started = await startCentre({ agents: ['anna'] })
  for (const [name, options] of Object.entries(services)) {
    await started.centre.services.put(name, 'Chat-Delayed', { _target: target, ...options })
  }
  return started
}

describe('redirection', () => {
  test('[AD3][OP12] _redirect runs another service instead, and that one another', async () => {
    const { customer } = await startWith({
      a: { _redirect: 'b', _urs_virtual_queue: 'VQ_A' },
      b: { _redirect: 'c', _urs_virtual_queue: 'VQ_B' },
      c: { _urs_virtual_queue: 'VQ_C' },
    })
    expect(await customer.start({ service: 'a' })).toMatchObject({ service: 'c', queue: 'VQ_C' })
  })

  test('[AD3][OP12] a request redirects only where the service lists _redirect, and then switches it off', async () => {
    const { customer } = await startWith({
      a: { _redirect: 'b' },
      b: {},
      c: { _redirect: 'b', _overwritable_options: '_redirect' },
    })
    const serviceOf = async (service: string, _redirect: string) =>
      (await customer.start({ service, properties: { _redirect } })).service
    expect(await serviceOf('a', '')).toBe('b')
    expect(await serviceOf('a', 'chat-delay')).toBe('b')
    expect(await serviceOf('c', '')).toBe('c')
    expect(await serviceOf('c', 'chat-delay')).toBe('chat-delay')
  })

  test('[AD3] what a request says of redirection is not for those it is sent on to', async () => {
    const { customer } = await startWith({
      a: { _overwritable_options: '_redirect' },
      b: { _overwritable_options: '_redirect' },
    })
    expect((await customer.start({ service: 'a', properties: { _redirect: 'b' } })).service).toBe('b')
  })

  test('[AD3] a redirected request meets the limits and the needs of the other service', async () => {
    const { customer } = await startWith({
      a: { _redirect: 'b', _max_queued_callbacks_per_service: '0' },
      b: { _mandatory_customer_lookup_keys: 'account', _max_queued_callbacks_per_service: '1' },
    })
    await expect(customer.start({ service: 'a' })).rejects.toMatchObject({ code: 'lookup-key-missing' })
    const input = { service: 'a', properties: { account: 'k' } }
    await customer.start(input)
    await expect(customer.start(input)).rejects.toMatchObject({
      code: 'service-full',
      facts: { service: 'b' },
    })
  })

  test.each([
    ['a', /a to a/],
    ['b', /b to c to b/],
    ['d', /d to b to c to b/],
  ])('[AD3] the circle that %s leads to is refused', async (service, circle) => {
    const { customer, changes } = await startWith({
      a: { _redirect: 'a' },
      b: { _redirect: 'c' },
      c: { _redirect: 'b' },
      d: { _redirect: 'b' },
    })
    const before = await changes()
    await expect(customer.start({ service })).rejects.toMatchObject({
      code: 'redirect-loop',
      message: expect.stringMatching(circle) as string,
    })
    expect(await changes()).toEqual(before)
  })

  test('[AD3] redirection to a service that is not there, or is none, is refused', async () => {
    const { customer } = await startWith({ a: { _redirect: 'x' }, b: { _overwritable_options: '_redirect' } })
    await expect(customer.start({ service: 'a' })).rejects.toMatchObject({
      code: 'service-not-found',
      rule: 'AD3',
      message: 'There is no configured service of this name. (_redirect of a names x)',
      facts: { service: 'x', redirectedFrom: 'a' },
    })
    const odd = customer.start({ service: 'b', properties: { _redirect: 'a b' } })
    await expect(odd).rejects.toMatchObject({ code: 'option-invalid', details: [{ field: '_redirect' }] })
  })
})

describe('services that are not there', () => {
  test('[CO7] an option may name one; only a start that needs it is refused, and says which', async () => {
    const { customer, centre, clock } = await startWith({
      a: { _redirect: 'b' },
      b: { _redirect: 'later' },
      c: { _business_hours_service: 'hours', _capacity_service: 'slots' },
    })
    expect((await centre.services.get('a')).options).toMatchObject({ _redirect: 'b' })
    await expect(customer.start({ service: 'a' })).rejects.toThrow('(_redirect of b names later)')
    await centre.services.put('later', 'Office-Hours', {})
    await expect(customer.start({ service: 'a' })).rejects.toMatchObject({
      code: 'service-not-callback',
      message: 'This service takes no callbacks. (_redirect of b names later)',
      facts: { template: 'Office-Hours' },
    })
    await centre.services.remove('later')
    await centre.services.put('later', 'Chat-Delayed', { _target: target })
    expect((await customer.start({ service: 'a' })).service).toBe('later')

    expect((await customer.start({ service: 'c' })).state).toBe('QUEUED')
    const properties = { _desired_time: timeText(clock.now() + minutes(60)) }
    const booked = () => customer.start({ service: 'c', properties })
    const none = (words: string) => `A service that this one needs is not configured. (${words})`
    await expect(booked()).rejects.toThrow(
      none('_business_hours_service names hours: there is none of this name'),
    )
    await centre.services.put('hours', 'Office-Hours', { _bh_regular1: 'Mon-Sun 00:00-24:00' })
    await expect(booked()).rejects.toThrow(none('_capacity_service names slots: there is none of this name'))
    await centre.services.patch('c', { _capacity_service: 'hours' })
    await expect(booked()).rejects.toMatchObject({
      code: 'calendar-not-found',
      message: none('_capacity_service names hours: made from Office-Hours'),
      facts: { service: 'hours', option: '_capacity_service', template: 'Office-Hours' },
    })
    await centre.services.patch('c', { _capacity_service: null })
    expect((await booked()).state).toBe('SCHEDULED')
  })
})

describe('tokens', () => {
  test('[AD2] $token$ is filled in by the request, in any option and once', async () => {
    const { customer, advance } = await startWith({
      a: { _target: '$group$@StatServer.$type$', _urs_virtual_queue: 'VQ_$lang$_$lang$', _ttl: '$ttl$0' },
      b: { _redirect: '$brand$-delay' },
    })
    const properties = { group: 'Sales', type: 'GA', lang: '$ttl$', ttl: '6' }
    const callback = await customer.start({ service: 'a', properties })
    expect(callback).toMatchObject({ target: 'Sales@StatServer.GA', queue: 'VQ_$ttl$_$ttl$' })
    await advance(59_999)
    await customer.callback(callback.id)
    await advance(1)
    await expect(customer.callback(callback.id)).rejects.toMatchObject({ code: 'callback-not-found' })
    expect((await customer.start({ service: 'b', properties: { brand: 'chat' } })).service).toBe('chat-delay')
  })

  test('[AD2] a missing parameter, and a value that the option does not take, are refused by option', async () => {
    const { customer, changes } = await startWith({
      a: {
        _target: '$group$@StatServer.GA',
        _ttl: '$ttl$',
        _snooze_duration: '$nap$',
        _provider_name: '$x$',
      },
    })
    const before = await changes()
    const properties = { ttl: 'long', nap: '' }
    await expect(customer.start({ service: 'a', properties })).rejects.toMatchObject({
      code: 'option-invalid',
      details: [
        { field: '_ttl', message: '“long” is not a whole number.' },
        { field: '_target', message: 'The value “$group$@StatServer.GA” needs the request parameter group.' },
        { field: '_snooze_duration', message: 'This option cannot be empty.' },
      ],
    })
    expect(await changes()).toEqual(before)
    await customer.start({ service: 'a', properties: { group: 'Billing', ttl: '60', nap: '5' } })
  })

  test('[AD2] an option that the request overrides needs no token', async () => {
    const { customer } = await startWith({ a: { _target: '$group$@S.GA', _overwritable_options: '_target' } })
    const properties = { _target: 'Loans@S.GA' }
    expect((await customer.start({ service: 'a', properties })).target).toBe('Loans@S.GA')
  })

  test('[AD2] a service whose queue waits for a request names none yet', async () => {
    const { customer, centre } = await startWith({
      a: { _urs_virtual_queue: 'VQ_$lang$', _target: '$who$@S.GA' },
    })
    const names = async () => (await centre.queues.list()).map(({ name }) => name)
    expect(await names()).toEqual(['VQ_Chat'])
    await customer.start({ service: 'a', properties: { lang: 'French', who: 'Billing' } })
    expect(await names()).toEqual(['VQ_Chat', 'VQ_French'])
    await centre.queues.addCallers('VQ_French', 1)
  })

  test('[AD2] what is no token stays as it is', async () => {
    const { customer, centre } = await startWith({
      a: { _urs_virtual_queue: 'VQ $5 $$', _provider_name: '$a b$' },
    })
    expect((await customer.start({ service: 'a' })).queue).toBe('VQ $5 $$')
    const fixed = centre.services.patch('a', { _media_type: '$media$' })
    await expect(fixed).rejects.toMatchObject({ details: [{ field: 'options._media_type' }] })
  })
})

describe('keys', () => {
  test.each([
    [{}, ['_customer_number']],
    [{ _customer_lookup_keys: '', _mandatory_customer_lookup_keys: '' }, ['_customer_number']],
    [{ _customer_lookup_keys: 'account', _mandatory_customer_lookup_keys: '' }, []],
    [{ _mandatory_customer_lookup_keys: 'account,device' }, ['account', 'device']],
  ])('[CB3][OP6] the keys of %j that a request has to name are %j', async (options, keys) => {
    const { customer } = await startWith({ a: options })
    const outcome = await customer.start({ service: 'a', customerNumber: null }).then(
      () => [],
      ({ details }: { details: { field: string }[] }) => details.map(({ field }) => field),
    )
    expect(outcome).toEqual(keys)
  })
})

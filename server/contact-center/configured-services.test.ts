import { expect, test } from 'vitest'
import { startCentre } from './testing.ts'

const target = { _target: 'Sales@StatServer.GA' }

test('[CO1] a service is kept as what differs from its template', async () => {
  const { centre, events } = await startCentre()
  const kept = await centre.services.put('sales', 'Chat-Delayed', { ...target, _ttl: '86400' })
  expect(kept).toMatchObject({ name: 'sales', template: 'Chat-Delayed', overrides: target })
  expect(kept.options).toMatchObject({ _target: 'Sales@StatServer.GA', _ttl: '86400' })
  expect(await centre.services.get('sales')).toEqual(kept)
  expect(await events('service-changed')).toMatchObject([{ service: 'sales' }])
})

test('[CO1] a service that cannot be used is refused with every fault, and not kept', async () => {
  const { centre } = await startCentre()
  const put = centre.services.put('sales', 'Chat-Delayed', { _target: 'Sales', _ttl: 'long' })
  await expect(put).rejects.toMatchObject({
    code: 'service-invalid',
    details: [{ field: 'options._target' }, { field: 'options._ttl' }],
  })
  const unknown = centre.services.put('sales', 'Voice', target)
  await expect(unknown).rejects.toMatchObject({ details: [{ field: 'template' }] })
  await expect(centre.services.get('sales')).rejects.toMatchObject({ code: 'service-not-found' })
})

test('[CO2] a patch changes single options, and null returns one to its default', async () => {
  const { centre } = await startCentre()
  await centre.services.put('sales', 'Chat-Delayed', { ...target, _ttl: '600' })
  const patched = await centre.services.patch('sales', { _ttl: null, _provide_code: 'true' })
  expect(patched.overrides).toEqual({ ...target, _provide_code: 'true' })
  expect(patched.options._ttl).toBe('86400')
  await expect(centre.services.patch('sales', { _target: null })).rejects.toMatchObject({
    details: [{ field: 'options._target' }],
  })
  await expect(centre.services.patch('none', {})).rejects.toMatchObject({ code: 'service-not-found' })
})

test('[CO3] a built-in service stays, others go', async () => {
  const { centre, customer } = await startCentre()
  await expect(centre.services.remove('request-chat')).rejects.toMatchObject({ code: 'service-built-in' })
  await centre.services.put('request-chat', 'Request-Chat', target)
  await expect(centre.services.remove('request-chat')).rejects.toMatchObject({ code: 'service-built-in' })
  await centre.services.remove('chat-delay')
  await expect(customer.start()).rejects.toMatchObject({ code: 'service-not-found' })
  await expect(centre.services.remove('chat-delay')).rejects.toMatchObject({ code: 'service-not-found' })
})

test('[CO3] there are no more services than the limit says', async () => {
  const { centre } = await startCentre({ limits: { servicesMax: 3 } })
  await centre.services.put('third', 'Chat-Delayed', target)
  const more = centre.services.put('fourth', 'Chat-Delayed', target)
  await expect(more).rejects.toMatchObject({ code: 'service-invalid' })
  await centre.services.patch('third', { _ttl: '600' })
})

test('[CO4] settings are in force at once', async () => {
  const { centre, customer, events } = await startCentre()
  await centre.settings.change({ idPrefix: '42' })
  expect(centre.settings.current()).toEqual({ gmsVersion: '8.1.2', idPrefix: '42', callback: {}, server: {} })
  expect(await centre.settings.get()).toEqual(centre.settings.current())
  expect((await customer.start()).id).toMatch(/^42-/)
  expect(await events('settings-changed')).toHaveLength(1)
})

test.each(['', 'a1', '1234567890', '-1'])('[CO4] an id prefix “%s” is refused', async (idPrefix) => {
  const { centre } = await startCentre()
  const change = centre.settings.change({ idPrefix })
  await expect(change).rejects.toMatchObject({ code: 'setting-invalid', details: [{ field: 'idPrefix' }] })
  expect(centre.settings.current().idPrefix).toBe('369')
})

test('[CO5] options of section callback are set one by one, and taken out', async () => {
  const { centre } = await startCentre()
  const callback = { _throttle_ttl_1: '60', 'queue-polling-rate': '30', _throttle_request_parameters: 'a' }
  expect((await centre.settings.change({ callback })).callback).toEqual(callback)
  const changed = {
    _throttle_ttl_1: null,
    _throttle_request_parameters: ' ',
    max_queued_callbacks_per_service: '0',
  }
  await centre.settings.change({ callback: changed })
  const left = { 'queue-polling-rate': '30', max_queued_callbacks_per_service: '0' }
  expect(centre.settings.current().callback).toEqual(left)
  const wrong = centre.settings.change({ callback: { _throttle_ttl_1: '0', _ttl: '60' }, idPrefix: 'x' })
  await expect(wrong).rejects.toMatchObject({
    code: 'setting-invalid',
    details: [
      { field: 'idPrefix' },
      { field: 'callback._throttle_ttl_1', message: '0 is less than 1, the smallest value.' },
      { field: 'callback._ttl', message: 'Section callback has no option of this name.' },
    ],
  })
  expect(await centre.settings.get()).toEqual({
    gmsVersion: '8.1.2',
    idPrefix: '369',
    callback: left,
    server: {},
  })
})

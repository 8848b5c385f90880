import { expect, test } from 'vitest'
import { startTester } from '../testing.ts'

test('[TA16] settings are read and changed one by one', async () => {
  const { api, close } = await startTester()
  expect(await api('GET', '/settings')).toMatchObject({
    status: 200,
    body: { gmsVersion: '8.1.2', idPrefix: '369', callback: {}, server: {} },
  })
  expect((await api('PATCH', '/settings', { gmsVersion: '8.5.2' })).body).toEqual({
    gmsVersion: '8.5.2',
    idPrefix: '369',
    callback: {},
    server: {},
  })
  expect((await api('PATCH', '/settings', { idPrefix: '12' })).body).toEqual({
    gmsVersion: '8.5.2',
    idPrefix: '12',
    callback: {},
    server: {},
  })
  await close()
})

test.each([
  { gmsVersion: '9.0' },
  { idPrefix: '' },
  { idPrefix: 'abc', callback: {}, server: {} },
  { idPrefix: '1234567890', callback: {}, server: {} },
  { idPrefix: 369 },
])('[TA16] a value that cannot be changes nothing: %j', async (body) => {
  const { api, close } = await startTester()
  const [field] = Object.keys(body)
  const other = field === 'idPrefix' ? { gmsVersion: '8.5.2' } : { idPrefix: '1' }
  expect(await api('PATCH', '/settings', { ...other, ...body })).toMatchObject({
    status: 400,
    body: { error: { details: [{ field }] } },
  })
  expect((await api('GET', '/settings')).body).toEqual({
    gmsVersion: '8.1.2',
    idPrefix: '369',
    callback: {},
    server: {},
  })
  await close()
})

test('[TA119] section server is set and taken out option by option', async () => {
  const { api, close } = await startTester()
  const change = async (server: object) => await api('PATCH', '/settings', { server })
  expect((await change({ username: 'gms', password: 'secret' })).body).toMatchObject({
    server: { username: 'gms', password: 'secret' },
  })
  expect((await change({ username: null })).body).toMatchObject({ server: { password: 'secret' } })
  expect(await change({ username: 'a:b', realm: 'x' })).toMatchObject({
    status: 400,
    body: { error: { details: [{ field: 'server.username' }, { field: 'server.realm' }] } },
  })
  expect((await api('GET', '/settings')).body).toMatchObject({ server: { password: 'secret' } })
  await close()
})

test('[TA57] options of section callback are set and taken out one by one', async () => {
  const { api, close } = await startTester()
  const change = async (callback: object) => await api('PATCH', '/settings', { callback })
  expect((await change({ _throttle_ttl_1: 60, _enable_in_queue_checking: 'strict' })).body).toMatchObject({
    callback: { _throttle_ttl_1: '60', _enable_in_queue_checking: 'strict' },
  })
  expect((await change({ _throttle_ttl_1: null })).body).toMatchObject({
    callback: { _enable_in_queue_checking: 'strict' },
  })
  expect(await change({ _throttle_ttl_1: 'long', _ttl: '1' })).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'setting-invalid',
        details: [
          { field: 'callback._throttle_ttl_1', message: '“long” is not a whole number.' },
          { field: 'callback._ttl' },
        ],
      },
    },
  })
  await close()
})

test('[OP108] the titles of columns are answered as they were set', async () => {
  const { api, close } = await startTester()
  const callback = { callback_column_alias: '{"usr_reason":"Reason"}' }
  await api('PATCH', '/settings', { callback })
  expect((await api('GET', '/settings')).body).toMatchObject({ callback })
  await close()
})

test.each([
  ['_reason', 'This is not a JSON object of keys and titles, as in {"usr_reason":"Reason"}.'],
  ['["_reason"]', 'This is not a JSON object of keys and titles, as in {"usr_reason":"Reason"}.'],
  ['{"my reason":"Reason"}', '“my reason” is not the name of a request parameter.'],
  ['{"usr_reason":1}', '“usr_reason” has no title: a title is a text.'],
  ['{"usr_reason":" "}', '“usr_reason” has no title: a title is a text.'],
])('[TA57] [SO7] callback_column_alias cannot be %s', async (value, message) => {
  const { api, close } = await startTester()
  const set = (alias: string) => api('PATCH', '/settings', { callback: { callback_column_alias: alias } })
  expect(await set(value)).toMatchObject({
    status: 400,
    body: { error: { details: [{ field: 'callback.callback_column_alias', message }] } },
  })
  expect((await set('{"usr_reason":"Reason"}')).status).toBe(200)
  await close()
})

test('[TA92] the options of section callback are listed with what they take', async () => {
  const { api, close } = await startTester()
  const { status, body } = await api('GET', '/settings/callback-options')
  expect(status).toBe(200)
  expect(body).toContainEqual(
    expect.objectContaining({
      name: '_throttle_ttl_1',
      category: 'Callback section',
      type: expect.objectContaining({ kind: 'integer' }),
    }),
  )
  await close()
})

test('[TA119] the options of section server are listed with what they take', async () => {
  const { api, close } = await startTester()
  expect(await api('GET', '/settings/server-options')).toMatchObject({
    status: 200,
    body: [
      { name: 'username', category: 'Server section', type: { kind: 'user-name' } },
      { name: 'password', category: 'Server section', type: { kind: 'text' } },
    ],
  })
  await close()
})

test('[TA61] the list of paused services is read and replaced', async () => {
  const { api, customer, close } = await startTester()
  const { id } = await customer.startCallback()
  expect(await api('GET', '/paused-services')).toMatchObject({ status: 200, body: { services: [] } })
  const paused = await api('PUT', '/paused-services', { services: ['chat-delay'] })
  expect(paused).toMatchObject({ status: 200, body: { services: ['chat-delay'] } })
  expect((await api('GET', `/callbacks/${id}`)).body).toMatchObject({ state: 'PAUSED' })
  expect((await api('GET', '/callbacks?state=PAUSED')).body).toMatchObject({ items: [{ id }] })
  expect(await api('PUT', '/paused-services', { services: ['a b'] })).toMatchObject({
    status: 400,
    body: { error: { details: [{ field: 'services' }] } },
  })
  expect((await api('PUT', '/paused-services', {})).status).toBe(400)
  expect((await api('GET', '/paused-services')).body).toEqual({ services: ['chat-delay'] })
  await close()
})

import { expect, test } from 'vitest'
import { startTester } from '../testing.ts'

test('[TA16] settings are read and changed one by one', async () => {
  const { api, close } = await startTester()
  expect(await api('GET', '/settings')).toMatchObject({
    status: 200,
    body: { gmsVersion: '8.1.2', idPrefix: '369' },
  })
  expect((await api('PATCH', '/settings', { gmsVersion: '8.5.2' })).body).toEqual({
    gmsVersion: '8.5.2',
    idPrefix: '369',
  })
  expect((await api('PATCH', '/settings', { idPrefix: '12' })).body).toEqual({
    gmsVersion: '8.5.2',
    idPrefix: '12',
  })
  await close()
})

test.each([
  { gmsVersion: '9.0' },
  { idPrefix: '' },
  { idPrefix: 'abc' },
  { idPrefix: '1234567890' },
  { idPrefix: 369 },
])('[TA16] a value that cannot be changes nothing: %j', async (body) => {
  const { api, close } = await startTester()
  const [field] = Object.keys(body)
  const other = field === 'idPrefix' ? { gmsVersion: '8.5.2' } : { idPrefix: '1' }
  expect(await api('PATCH', '/settings', { ...other, ...body })).toMatchObject({
    status: 400,
    body: { error: { details: [{ field }] } },
  })
  expect((await api('GET', '/settings')).body).toEqual({ gmsVersion: '8.1.2', idPrefix: '369' })
  await close()
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import { startTester } from '../testing.ts'
import type { HealthAnswer } from './contract.ts'

test('[TA12] health says what runs', async () => {
  const tester = await startTester()
  const answer = await tester.api('GET', '/health')
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({
    status: 'ok',
    version: '0.0.0-test',
    storage: 'memory',
    startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    build: 'test',
    installation: expect.stringMatching(/^[0-9a-z]+-[0-9a-z]+$/),
  })
  await tester.close()
})

test('[TA13] health says that the tester is still starting, at once', async () => {
  const tester = await startTester({ open: false })
  expect(await tester.api('GET', '/health')).toMatchObject({ status: 503, body: { status: 'starting' } })
  await tester.close()
})

test('[TA13] a held health call is answered as soon as the tester is ready', async () => {
  const tester = await startTester({ open: false, wire: createVirtualClock() })
  const answer = tester.api('GET', '/health?waitSeconds=30')
  await tester.application.open()
  expect(await answer).toMatchObject({ status: 200, body: { status: 'ok' } })
  await tester.close()
})

test('[TA13] a held health call is answered 503 when its time is over', async () => {
  const wire = createVirtualClock()
  const tester = await startTester({ open: false, wire })
  let isAnswered = false
  const answer = tester.api('GET', '/health?waitSeconds=30').finally(() => (isAnswered = true))
  // The call has arrived when its wake is the clock's next.
  while (wire.next() === null) await new Promise((resolve) => setImmediate(resolve))
  await wire.advance(29_999)
  expect(isAnswered).toBe(false)
  await wire.advance(1)
  expect(await answer).toMatchObject({ status: 503, body: { status: 'starting' } })
  await tester.close()
})

test('[TA14] while it starts, everything else is answered 503 in the words of its owner', async () => {
  const tester = await startTester({ open: false })
  expect(await tester.api('GET', '/agents')).toMatchObject({
    status: 503,
    body: { error: { code: 'starting' } },
  })
  const gms = await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, { method: 'POST' })
  expect(gms.status).toBe(503)
  expect(await gms.json()).toMatchObject({ exception: 'gmstester.Starting' })
  expect((await fetch(`${tester.url}/genesys/cometd`, { method: 'POST', body: '[]' })).status).toBe(503)
  await tester.application.open()
  expect((await tester.api('GET', '/agents')).status).toBe(200)
  await tester.close()
})

test('[TA15] health says why nothing can be kept any more', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gms-tester-'))
  const file = path.join(folder, 'data.sqlite')
  const tester = await startTester({ storage: { file } })
  expect(await tester.api('GET', '/health')).toMatchObject({ status: 200, body: { storage: 'sqlite' } })
  await tester.storage.close()
  const { status, body } = await tester.api('GET', '/health')
  expect(status).toBe(503)
  expect(body).toMatchObject({ status: 'failed', reason: expect.stringMatching(/\w+/) })
  await tester.close()
  rmSync(folder, { recursive: true })
})

const healthOf = async (tester: Awaited<ReturnType<typeof startTester>>) =>
  (await tester.api('GET', '/health')).body as HealthAnswer

test('[TA110] health names the build of the pages', async () => {
  const tester = await startTester()
  expect(await healthOf(tester)).toMatchObject({ build: 'test' })
  await tester.close()
})

test('[TA111] the installation is the same after a restart, and another after a reset', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gms-tester-'))
  const storage = { file: path.join(folder, 'data.sqlite') }
  const first = await startTester({ storage, open: false })
  expect((await healthOf(first)).installation).toBeNull()
  await first.application.open()
  const { installation } = await healthOf(first)
  await first.close()
  const second = await startTester({ storage })
  expect((await healthOf(second)).installation).toBe(installation)
  await second.api('POST', '/reset', { seed: 2 })
  const { installation: other } = await healthOf(second)
  expect(other).not.toBe(installation)
  await second.close()
  rmSync(folder, { recursive: true })
})

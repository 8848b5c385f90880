import { expect, test } from 'vitest'
import { startTester, type Tester } from '../testing.ts'
import { openDevice } from '../testing-device.ts'
import type { ChangeHint } from './contract.ts'

const watch = (tester: Tester) =>
  openDevice({
    url: tester.url,
    user: 'workbench',
    transport: 'websocket',
    channel: '/gmstester/changes',
    ext: { gmstester: 'workbench' },
  })

const isLike = (wanted: Partial<Record<string, unknown>>) => (hint: ChangeHint) =>
  Object.entries(wanted).every(([name, value]) => Reflect.get(hint, name) === value)

test('[TA54] whoever watches is told what to look at again', async () => {
  const tester = await startTester()
  const { api, agent, customer } = tester
  const watcher = await watch(tester)
  const told = (wanted: Record<string, unknown>) => watcher.until<ChangeHint>(isLike(wanted))
  const { id } = await customer.startCallback()
  await told({ kind: 'callback', id })
  await told({ kind: 'queue', name: 'VQ_Chat' })
  await agent('anna').ready()
  await told({ kind: 'agent', id: 'anna' })
  await api('PATCH', '/settings', { gmsVersion: '8.5.2' })
  await told({ kind: 'settings' })
  await told({ kind: 'traffic', number: 1 })
  await api('PUT', '/traffic/1/comment', { text: 'here' })
  await told({ kind: 'mark', number: 1 })
  await api('PATCH', '/services/chat-delay', { options: { _ttl: '60' } })
  await told({ kind: 'service', name: 'chat-delay' })
  await api('POST', '/clock', { rate: 2 })
  await told({ kind: 'clock' })
  await customer.startCallback('nothing').catch(() => {})
  await told({ kind: 'refusal' })
  await api('POST', '/reset')
  await told({ kind: 'reset' })
  await watcher.close()
  await tester.close()
})

test('[TA54] what changes often within a moment is told of once', async () => {
  const tester = await startTester()
  const watcher = await watch(tester)
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      tester.centre.agents.setState('anna' as never, i % 2 === 0 ? 'ready' : 'not-ready', null),
    ),
  )
  await tester.agent('ben').ready()
  await watcher.until<ChangeHint>(isLike({ kind: 'agent', id: 'ben' }))
  const ofAnna = (watcher.received as ChangeHint[]).filter(isLike({ kind: 'agent', id: 'anna' }))
  expect(ofAnna.length).toBeGreaterThanOrEqual(1)
  expect(ofAnna.length).toBeLessThan(10)
  await watcher.close()
  await tester.close()
})

test('[TA55] synthetic customers are told of by their queue only', async () => {
  const tester = await startTester()
  const watcher = await watch(tester)
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 100 })
  await watcher.until<ChangeHint>(isLike({ kind: 'queue', name: 'VQ_Chat' }))
  expect((watcher.received as ChangeHint[]).filter(isLike({ kind: 'callback' }))).toEqual([])
  await watcher.close()
  await tester.close()
})

test('[TA54] rows of the wire wait for nothing else that is told of', async () => {
  const tester = await startTester({
    limits: { tester: { changeHintMillis: 600_000, trafficHintMillis: 1 } },
  })
  const watcher = await watch(tester)
  for (const number of [1, 2]) {
    await tester.api('PATCH', '/settings', { gmsVersion: '8.5.2' })
    await watcher.until<ChangeHint>(isLike({ kind: 'traffic', number }))
  }
  expect((watcher.received as ChangeHint[]).filter(({ kind }) => kind !== 'traffic')).toEqual([])
  await watcher.close()
  await tester.close()
})

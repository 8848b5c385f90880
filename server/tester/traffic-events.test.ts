import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CallbackId } from '../contact-center/contact-center.ts'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import { cometDevice, startTester, type Tester, type TesterOptions } from '../testing.ts'
import { openDevice } from '../testing-device.ts'
import type { CallbackWire, TrafficDetail, TrafficPage, TrafficSummary } from './contract.ts'
import type { Har } from './har.ts'
import { testerLimits } from './limits.ts'
import { createEventTap } from './traffic-events.ts'
import { createTrafficLog } from './traffic-log.ts'

const rowsOf = async ({ api }: Tester) =>
  ((await api('GET', '/traffic?limit=1000')).body as TrafficPage).items
const eventsOf = async (tester: Tester) => (await rowsOf(tester)).filter(({ kind }) => kind === 'event')
const detailOf = async ({ api }: Tester, number: number) =>
  (await api('GET', `/traffic/${number}`)).body as TrafficDetail
const advance = ({ api }: Tester, advanceSeconds: number) => api('POST', '/clock', { advanceSeconds })
const told = (rows: readonly TrafficSummary[]) => rows.map(({ actor, path }) => `${actor} ${path}`)

/** A tester where a customer's app speaks by REST, so that whatever happens goes back to a row. */
async function startFlow(options: TesterOptions = {}) {
  const tester = await startTester({ agents: ['anna', 'ben'], ...options })
  const call = async (path: string, fields: Record<string, string> = {}) => {
    const response = await fetch(`${tester.url}/genesys/1/service/${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { gms_user: 'u1' },
    })
    return (await response.json()) as { _id?: string }
  }
  const start = async (fields: Record<string, string> = {}) =>
    (
      await call('callback/chat-delay', {
        _customer_number: '1',
        _device_os: 'comet',
        _device_notification_id: 'u1',
        ...fields,
      })
    )._id ?? ''
  const ready = (agent: string) => tester.api('POST', `/agents/${agent}/state`, { state: 'ready' })
  const rowOf = async (end: string) => {
    const row = (await rowsOf(tester)).findLast(({ path }) => path.endsWith(end))
    if (row === undefined) throw new Error(`no row ends with ${end}`)
    return row
  }
  /** Up to where the chat rings at anna. */
  const ring = async () => {
    const id = await start()
    await ready('anna')
    await call(`${id}/connect`)
    await call(`${id}/ixn/chat`, { notify_by: 'comet', firstName: 'Bob' })
    return id
  }
  return { tester, call, start, ready, ring, rowOf }
}

test('[TA125] an offer that rings out is a row: in whose name, what, why, and what came of it', async () => {
  const { tester, ring, ready, rowOf } = await startFlow()
  const id = await ring()
  await ready('ben')
  await advance(tester, 31)
  const [row, ...others] = await eventsOf(tester)
  expect(others).toEqual([])
  expect(row).toMatchObject({
    kind: 'event',
    actor: 'queue',
    protocol: 'centre',
    method: 'EVENT',
    path: 'offer-missed',
    note: 'anna did not accept the chat in time.',
    serviceId: id,
    user: 'u1',
    status: null,
    durationMillis: null,
    isHeld: false,
    isRefused: false,
    requestBytes: 0,
    responseBytes: 0,
    cause: (await rowOf('/ixn/chat')).number,
  })
  const detail = await detailOf(tester, row?.number ?? 0)
  expect(detail.events.map(({ type, traffic }) => [type, traffic])).toEqual([
    ['offer-missed', row?.number],
    // Who has missed so many is not ready any more.
    ['agent-state-changed', row?.number],
    ['agent-offered', row?.number],
  ])
  expect(detail.why).toBeNull()
  await tester.close()
})

test('[TA70] [TA125] a push that time brings goes back to the event, and the event to the request', async () => {
  const { tester, start, ready, rowOf } = await startFlow()
  const device = await openDevice({ url: tester.url, user: 'u1', transport: 'websocket' })
  const id = await start()
  await ready('anna')
  await advance(tester, 31)
  const missed = (await eventsOf(tester)).find(({ path }) => path === 'confirmation-missed')
  expect(missed).toMatchObject({ actor: 'server', serviceId: id })
  expect(missed?.cause).toBe((await rowOf('/anna/state')).number)
  const push = (await rowsOf(tester)).find(({ kind, cause }) => kind === 'push' && cause === missed?.number)
  expect(push?.note).toContain('service.agentavailable')
  const detail = await detailOf(tester, missed?.number ?? 0)
  expect(detail.effects).toContain(push?.number)
  expect((await detailOf(tester, push?.number ?? 0)).events.map(({ type }) => type)).toEqual([
    'confirmation-missed',
    'agent-available',
    'notification-queued',
  ])
  await device.close()
  await tester.close()
})

test('[TA125] [TA126] after-call work that ends is the agent’s, and goes back to the end of the chat', async () => {
  const { tester, ring, rowOf } = await startFlow()
  await tester.api('PUT', '/agents/anna', { groups: ['Billing'], skills: { English: 20 }, wrapUpSeconds: 10 })
  const id = await ring()
  await tester.api('POST', `/agents/anna/interactions/${id}/accept`)
  await tester.api('POST', `/agents/anna/interactions/${id}/leave`)
  await advance(tester, 11)
  const [row] = await eventsOf(tester)
  expect(row).toMatchObject({
    actor: 'agent',
    path: 'agent-state-changed',
    note: 'anna is ready.',
    serviceId: null,
    cause: (await rowOf('/leave')).number,
  })
  await tester.close()
})

test('[TA125] an automatic agent accepts, speaks and leaves in rows that follow from each other', async () => {
  const { tester, ring, rowOf } = await startFlow()
  await tester.api('PUT', '/agents/anna', {
    groups: ['Billing'],
    skills: { English: 20 },
    auto: {
      lines: ['Hello', 'Goodbye'],
      answerDelay: { distribution: 'fixed', seconds: 3 },
      lineInterval: { distribution: 'fixed', seconds: 5 },
      talk: { distribution: 'fixed', seconds: 20 },
    },
  })
  const id = await ring()
  await advance(tester, 60)
  const rows = (await eventsOf(tester)).filter(({ serviceId }) => serviceId === id)
  expect(told(rows)).toEqual([
    'agent agent-connected',
    'agent message-said',
    'agent message-said',
    'agent participant-left',
  ])
  const [accepted, hello, goodbye, left] = rows
  expect(accepted?.cause).toBe((await rowOf('/ixn/chat')).number)
  expect(hello).toMatchObject({ cause: accepted?.number, note: 'anna said: Hello' })
  expect(goodbye?.cause).toBe(hello?.number)
  expect(left?.cause).toBe(accepted?.number)
  await tester.close()
})

test('[TA125] a callback that is given up and one that expires are told of once each', async () => {
  const { tester, start } = await startFlow()
  await tester.api('PATCH', '/services/chat-delay', { options: { _urs_queued_ttl: '60', _ttl: '120' } })
  const id = await start()
  await advance(tester, 60)
  const [given] = await eventsOf(tester)
  expect(given).toMatchObject({ actor: 'server', path: 'callback-completed', serviceId: id })
  await advance(tester, 100)
  const [, expired, ...others] = await eventsOf(tester)
  expect(expired).toMatchObject({ actor: 'server', path: 'callback-expired', serviceId: id })
  expect(others).toEqual([])
  await tester.close()
})

test('[TA81] [TA125] a callback’s own wire has its events in their order, before what they led to', async () => {
  const { tester, ring } = await startFlow()
  const id = await ring()
  await advance(tester, 31)
  const wire = (await tester.api('GET', `/callbacks/${id}/wire`)).body as CallbackWire
  const missed = wire.items.find(({ path }) => path === 'offer-missed')
  const { timeline } = (await tester.api('GET', `/callbacks/${id}`)).body as {
    timeline: { number: number; type: string; traffic: number | null }[]
  }
  const event = timeline.find(({ type }) => type === 'offer-missed')
  expect(event?.traffic).toBe(missed?.number)
  expect(missed?.afterEvent).toBe((event?.number ?? 0) - 1)
  await tester.close()
})

test('[TA73] an archive has no entry for an event', async () => {
  const { tester, ring } = await startFlow()
  await ring()
  await advance(tester, 31)
  expect(await eventsOf(tester)).toHaveLength(1)
  const { log } = (await tester.api('GET', '/traffic.har')).body as Har
  expect(log.entries.map(({ request }) => request.method)).not.toContain('EVENT')
  await tester.close()
})

test('[TA126] what happens in the course of a request is the row of that request alone', async () => {
  const { tester, ring } = await startFlow()
  const id = await ring()
  await tester.api('POST', `/agents/anna/interactions/${id}/accept`)
  await tester.api('POST', `/agents/anna/interactions/${id}/leave`)
  expect(await eventsOf(tester)).toEqual([])
  await tester.close()
})

test('[TA126] a generator makes no rows, be it ever so busy, nor does after-call work for its customers', async () => {
  const { tester } = await startFlow()
  for (const agent of ['anna', 'ben'])
    await tester.api('PUT', `/agents/${agent}`, {
      groups: ['Billing'],
      wrapUpSeconds: 5,
      auto: { talk: { distribution: 'fixed', seconds: 10 } },
    })
  for (const agent of ['anna', 'ben']) await tester.api('POST', `/agents/${agent}/state`, { state: 'ready' })
  const made = await tester.api('POST', '/generators', {
    service: 'chat-delay',
    arrivals: { law: 'burst', count: 20, everySeconds: 10 },
    patience: { distribution: 'fixed', seconds: 30 },
    running: true,
  })
  expect(made.status).toBe(200)
  await advance(tester, 600)
  const { served } = (await tester.api('GET', '/generators/generator-1')).body as { served: number }
  expect(served).toBeGreaterThan(20)
  expect(await eventsOf(tester)).toEqual([])
  await tester.close()
})

test('[TA126] synthetic customers added by hand make none; a real one behind them who is announced does', async () => {
  const { tester, start, ready, rowOf } = await startFlow({ agents: ['anna'] })
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 1 })
  const id = await start()
  await ready('anna')
  expect(await eventsOf(tester)).toEqual([])
  await advance(tester, 300)
  const [announced] = await eventsOf(tester)
  expect(announced).toMatchObject({ actor: 'queue', path: 'agent-available', serviceId: id })
  expect(announced?.cause).toBe((await rowOf('/anna/state')).number)
  await tester.close()
})

test('[TA126] what was overdue when the tester started makes no row, what comes after it does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gms-tester-'))
  const storage = { file: join(folder, 'centre.sqlite') }
  const began = Date.UTC(2026, 0, 5)
  const before = await startFlow({ storage, base: createVirtualClock(began) })
  const id = await before.ring()
  await before.ready('ben')
  await before.tester.close()
  const tester = await startTester({ storage, base: createVirtualClock(began + 40_000) })
  const types = async () => (await tester.centre.callbacks.history(id as CallbackId)).map(({ type }) => type)
  expect((await types()).slice(-2)).toEqual(['offer-missed', 'agent-offered'])
  expect(await eventsOf(tester)).toEqual([])
  await advance(tester, 31)
  expect(told(await eventsOf(tester))).toEqual(['queue offer-missed'])
  await tester.close()
  rmSync(folder, { recursive: true })
})

test('[TA127] beyond the limit of a second, what follows goes back to what led to it', async () => {
  const { tester, ring, rowOf } = await startFlow({ limits: { tester: { eventRowsPerSecondMax: 0 } } })
  const id = await ring()
  await advance(tester, 31)
  expect(await eventsOf(tester)).toEqual([])
  const { timeline } = (await tester.api('GET', `/callbacks/${id}`)).body as {
    timeline: { type: string; traffic: number | null }[]
  }
  const missed = timeline.find(({ type }) => type === 'offer-missed')
  expect(missed?.traffic).toBe((await rowOf('/ixn/chat')).number)
  await tester.close()
})

test('[TA127] a new second has room again', async () => {
  const clock = createVirtualClock()
  const limits = { ...testerLimits, eventRowsPerSecondMax: 2 }
  const log = createTrafficLog({ limits, rules: new Map(), changed: () => {}, marked: () => {} })
  const tap = createEventTap({ log, clock, limits })
  const told = { type: 'callback-expired', at: 0, callback: '369-a' as CallbackId } as const
  const happen = () => tap.happened({ told, user: null, cause: null, first: 1, last: 1 }, null, [])
  expect([happen(), happen(), happen(), happen()]).toEqual([1, 2, null, null])
  await clock.advance(1000)
  expect([happen(), happen(), happen()]).toEqual([3, 4, null])
})

test('[TA44] [TA125] a reset forgets the rows of events, and what they led to', async () => {
  const { tester, ring } = await startFlow()
  await ring()
  await advance(tester, 31)
  expect(await eventsOf(tester)).not.toEqual([])
  await tester.api('POST', '/reset', {})
  expect(await eventsOf(tester)).toEqual([])
  const { id } = await tester.customer.startCallback('chat-delay', cometDevice('u1'))
  const { timeline } = (await tester.api('GET', `/callbacks/${id}`)).body as {
    timeline: { traffic: number | null }[]
  }
  expect(timeline.map(({ traffic }) => traffic)).toEqual(timeline.map(() => null))
  await tester.close()
})

test('[TA70] [TA115] after an undone reset no event goes back to a row of the time in between', async () => {
  const { tester, start } = await startFlow()
  const id = await start()
  await tester.api('POST', '/reset', {})
  for (let count = 0; count < 5; count += 1) await start()
  await tester.api('POST', '/reset/undo')
  const { timeline } = (await tester.api('GET', `/callbacks/${id}`)).body as {
    timeline: { traffic: number | null }[]
  }
  expect(timeline.map(({ traffic }) => traffic)).toEqual(timeline.map(() => null))
  await tester.close()
})

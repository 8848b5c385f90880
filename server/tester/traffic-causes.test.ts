import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startTester, type Tester } from '../testing.ts'
import { openDevice } from '../testing-device.ts'
import { centreSchema, subjectOf } from '../contact-center/records.ts'
import { createMemoryStorage } from '../storage/memory.ts'
import type { CallbackDetailJson, TrafficDetail, TrafficPage, TrafficSummary } from './contract.ts'
import { createTrafficCauses } from './traffic-causes.ts'

const rowsOf = async ({ api }: Tester) =>
  ((await api('GET', '/traffic?limit=1000')).body as TrafficPage).items
const detailOf = async ({ api }: Tester, number: number) =>
  (await api('GET', `/traffic/${number}`)).body as TrafficDetail

/** Waits until a row fits: rows are written when their answer has gone out. */
async function untilRow(tester: Tester, fits: (row: TrafficSummary) => boolean): Promise<TrafficSummary> {
  for (;;) {
    const found = (await rowsOf(tester)).find(fits)
    if (found !== undefined) return found
  }
}

/** A customer's app without its push. */
function clientOf({ url }: Tester, user: string) {
  const call = async (path: string, fields: Record<string, string> = {}) => {
    const body = new URLSearchParams(fields)
    const headers = { gms_user: user }
    const response = await fetch(`${url}/genesys/1/service/${path}`, { method: 'POST', body, headers })
    return (await response.json()) as { _id?: string }
  }
  const device = { _device_os: 'comet', _device_notification_id: user }
  return {
    call,
    async start() {
      return (await call('callback/chat-delay', { _customer_number: '1', ...device }))._id ?? ''
    },
  }
}

const lines = (rows: readonly TrafficSummary[]) =>
  rows.map(({ number, method, path, cause }) => `#${number} ${method} ${path.split('/').at(-1)} <- ${cause}`)

test.each(['websocket', 'long-polling'] as const)(
  '[TA70] from the agent’s call to what reaches the device: %s',
  async (transport) => {
    const tester = await startTester()
    const device = await openDevice({ url: tester.url, user: 'u1', transport })
    const id = await clientOf(tester, 'u1').start()
    await tester.api('POST', '/agents/anna/state', { state: 'ready' })
    await device.until(() => true)
    const brought = await untilRow(
      tester,
      (row) => row.serviceId === id && row.protocol === 'bayeux' && row.kind !== 'push' && row.cause !== null,
    )
    const push = await detailOf(tester, brought.cause ?? 0)
    expect(push).toMatchObject({ kind: 'push', serviceId: id, effects: [brought.number] })
    const agent = await detailOf(tester, push.cause ?? 0)
    expect(agent).toMatchObject({ path: '/gmstester/api/agents/anna/state', cause: null })
    expect(agent.effects).toContain(push.number)
    // In between, in the contact centre: from the agent's state to the notification.
    expect(agent.events[0]).toMatchObject({ type: 'agent-state-changed', traffic: agent.number })
    expect(push.events.map(({ type }) => type)).toEqual([
      'agent-state-changed',
      'agent-available',
      'notification-queued',
    ])
    const { timeline } = (await tester.api('GET', `/callbacks/${id}`)).body as CallbackDetailJson
    expect(timeline.find(({ type }) => type === 'agent-available')?.traffic).toBe(agent.number)
    await device.close()
    await tester.close()
  },
)

test('[TA70] what the clock does is a row that goes back to whoever set the alarm, not to who moves the clock', async () => {
  const tester = await startTester()
  const id = await clientOf(tester, 'u1').start()
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await tester.api('POST', '/clock', { advanceSeconds: 31 })
  const { timeline } = (await tester.api('GET', `/callbacks/${id}`)).body as CallbackDetailJson
  const rows = await rowsOf(tester)
  const ready = rows.find(({ path }) => path.endsWith('/anna/state'))
  const repeated = timeline.filter(({ type }) => type === 'agent-available').at(-1)
  expect(repeated?.text).toContain('announcement 2')
  const missed = rows.find(({ number }) => number === repeated?.traffic)
  expect(missed).toMatchObject({ kind: 'event', path: 'confirmation-missed', cause: ready?.number })
  await tester.close()
})

test('[TA70] a notification that is fetched goes back to the request that left it', async () => {
  const tester = await startTester()
  const { call, start } = clientOf(tester, 'u1')
  const id = await start()
  await call(`${id}/internal-notification`, { _display_message: 'hello' })
  await call(`${id}/retrieve-notifications`)
  const rows = (await rowsOf(tester)).filter(({ kind }) => kind === 'exchange')
  expect(lines(rows)).toEqual([
    '#1 POST chat-delay <- null',
    '#2 POST internal-notification <- null',
    '#4 POST retrieve-notifications <- 2',
  ])
  await tester.close()
})

test('[TA70] after a reset, whose events are numbered anew, nothing goes back to the rows before', async () => {
  const tester = await startTester()
  await clientOf(tester, 'u1').start()
  await tester.api('POST', '/reset', {})
  const { id } = await tester.customer.startCallback()
  const { timeline } = (await tester.api('GET', `/callbacks/${id}`)).body as CallbackDetailJson
  expect(timeline.map(({ traffic }) => traffic)).toEqual(timeline.map(() => null))
  await tester.close()
})

test('[TA70] after an undone reset, whose events have their old numbers, nothing goes back to rows of the time between', async () => {
  const tester = await startTester()
  const id = await clientOf(tester, 'u1').start()
  await tester.api('POST', '/reset', { seed: 2 })
  await clientOf(tester, 'u1').start()
  await tester.api('POST', '/reset/undo')
  const { timeline } = (await tester.api('GET', `/callbacks/${id}`)).body as CallbackDetailJson
  expect(timeline.map(({ traffic }) => traffic)).toEqual([null])
  await tester.close()
})

/** What happens in the property: each step is somebody's request, or time that passes. */
const step = fc.oneof(
  fc.record({
    do: fc.constantFrom('start', 'connect', 'chat', 'say', 'notify', 'fetch'),
    who: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({
    do: fc.constantFrom('ready', 'rest', 'accept', 'answer', 'leave'),
    who: fc.integer({ min: 0, max: 1 }),
  }),
  fc.record({ do: fc.constant('wait'), who: fc.constantFrom(1, 15, 45) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** So that in each run there is somebody to push to, and an agent to push about. */
const opening: readonly Step[] = [
  { do: 'start', who: 0 },
  { do: 'start', who: 1 },
  { do: 'ready', who: 0 },
]

const users = ['on-websocket', 'on-long-polling', 'without-push']
const agents = ['anna', 'ben']

/** A whole tester in which these things happen; its rows, in detail. */
async function play(steps: readonly Step[]): Promise<TrafficDetail[]> {
  const tester = await startTester()
  const { api, url } = tester
  const devices = [
    await openDevice({ url, user: 'on-websocket', transport: 'websocket' }),
    await openDevice({ url, user: 'on-long-polling', transport: 'long-polling' }),
  ]
  const ids: string[] = []
  const act = async ({ do: what, who }: Step) => {
    const client = clientOf(tester, users[who] ?? '')
    const id = ids[who] ?? 'none'
    const agent = `/agents/${agents[who]}`
    switch (what) {
      case 'start':
        ids[who] = await client.start()
        return
      case 'connect':
        return client.call(`${id}/connect`)
      case 'chat':
        return client.call(`${id}/ixn/chat`, { notify_by: 'comet', firstName: 'Bob' })
      case 'say':
        return client.call(`${id}/ixn/chat/send`, { message: 'hello' })
      case 'notify':
        return client.call(`${id}/internal-notification`, { _display_message: 'hello' })
      case 'fetch':
        return client.call(`${id}/retrieve-notifications`)
      case 'ready':
        return api('POST', `${agent}/state`, { state: 'ready' })
      case 'rest':
        return api('POST', `${agent}/state`, { state: 'not-ready' })
      case 'accept':
      case 'leave':
        return Promise.all(ids.map((each) => api('POST', `${agent}/interactions/${each}/${what}`)))
      case 'answer':
        return Promise.all(
          ids.map((each) => api('POST', `${agent}/interactions/${each}/message`, { text: 'hello' })),
        )
      case 'wait':
        return api('POST', '/clock', { advanceSeconds: who })
    }
  }
  for (const one of [...opening, ...steps]) await act(one)
  await Promise.all(devices.map((device) => device.close()))
  const rows = await rowsOf(tester)
  const details = await Promise.all(rows.map(({ number }) => detailOf(tester, number)))
  await tester.close()
  return details
}

test('[TA70] every row that is not somebody’s own request has exactly one cause, and causes end at a request', async () => {
  let pushes = 0
  let made = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const rows = new Map((await play(steps)).map((row) => [row.number, row]))
      for (const row of rows.values()) {
        const cause = row.cause === null ? undefined : rows.get(row.cause)
        const brings = row.note.includes('→ /_genesys')
        if (row.kind === 'push') pushes += 1
        if (row.kind === 'event') made += 1
        if (row.kind === 'push' || row.kind === 'event')
          expect(['exchange rest', 'event centre']).toContain(`${cause?.kind} ${cause?.protocol}`)
        else if (row.method === 'RECEIVE') expect(['push', 'frame']).toContain(cause?.kind)
        else if (row.protocol === 'bayeux') expect(cause?.kind).toBe(brings ? 'push' : undefined)
        else if (row.note !== 'retrieve-notifications') expect(row.cause).toBeNull()
        expect(cause?.effects ?? [row.number]).toContain(row.number)
        for (const effect of row.effects) expect(rows.get(effect)?.cause).not.toBeNull()
        // Back to a request, and not in a circle.
        let root: TrafficDetail | undefined = row
        for (let count = 0; root !== undefined && root.cause !== null; count += 1) {
          expect(count).toBeLessThan(rows.size)
          root = rows.get(root.cause)
        }
        expect(root?.actor).not.toBe('server')
      }
    }),
    { numRuns: 25 },
  )
  // Of chance alone; without any, nothing was shown.
  expect(pushes).toBeGreaterThan(10)
  expect(made).toBeGreaterThan(10)
})

test('[TA42] of each event that comes to stand in a row it is told, those that follow later too', async () => {
  const grown: number[] = []
  const causes = createTrafficCauses({
    limits: { causesMax: 10, eventsPerRowMax: 3 },
    fetched: () => {},
    happened: () => null,
    grown: (row) => grown.push(row),
  })
  const storage = causes.noting(createMemoryStorage({ schema: centreSchema, subjectOf, historyMax: 100 }))
  const append = (cause: number | null) =>
    storage.transaction((tx) => tx.append({ type: 'clock-changed', at: 0 }, cause))
  const events = causes.by(7, async () => void (await append(null)))
  await storage.settled()
  expect(grown).toEqual([7])
  for (let i = 0; i < 3; i += 1) await append(1)
  await append(null)
  await storage.settled()
  // No more than there is room for.
  expect(grown).toEqual([7, 7, 7])
  expect(events).toHaveLength(3)
})

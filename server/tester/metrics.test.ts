import { afterEach, expect, test } from 'vitest'
import { startTester, type Tester } from '../testing.ts'
import { openDevice } from '../testing-device.ts'

let tester: Tester

afterEach(() => tester.close())

/** What the metrics say of push: `name{label}` to its value. */
async function read(): Promise<Record<string, number>> {
  const text = await (await fetch(`${tester.url}/metrics`)).text()
  const lines = [...text.matchAll(/^gmstester_bayeux_(\S+) (\d+)$/gm)]
  return Object.fromEntries(lines.map(([, name, value]) => [name, Number(value)]))
}

test('[TA56] /metrics tells how push stands and what has happened, in the text format of Prometheus', async () => {
  tester = await startTester({ agents: [] })
  expect(await read()).toMatchObject({ 'sessions{transport="websocket"}': 0, handshakes_total: 0 })
  const device = await openDevice({ url: tester.url, user: 'bob', transport: 'websocket' })
  const refused = await fetch(`${tester.url}/genesys/cometd`, {
    method: 'POST',
    body: JSON.stringify([{ channel: '/meta/handshake', version: '1.0' }]),
  })
  expect(refused.status).toBe(200)
  expect(await read()).toMatchObject({
    'sessions{transport="websocket"}': 1,
    'sessions{transport="long-polling"}': 0,
    sockets: 1,
    pending_messages: 0,
    pending_bytes: 0,
    handshakes_total: 1,
    'turned_away_total{reason="no-transport"}': 1,
    messages_requeued_total: 0,
    'turned_away_total{reason="no-session"}': 0,
  })
  await device.close()
  expect(await read()).toMatchObject({
    'sessions{transport="websocket"}': 0,
    held_connects: 0,
    'sessions_closed_total{reason="disconnect"}': 1,
    'sessions_closed_total{reason="expired"}': 0,
  })
})

test('[TA57] metrics are read with GET or HEAD, uncached, and are nobody else’s path', async () => {
  tester = await startTester({ agents: [] })
  const got = await fetch(`${tester.url}/metrics?x=1`)
  expect(got.status).toBe(200)
  expect(got.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(got.headers.get('cache-control')).toBe('no-store')
  expect((await fetch(`${tester.url}/metrics`, { method: 'HEAD' })).status).toBe(200)
  const posted = await fetch(`${tester.url}/metrics`, { method: 'POST', body: 'x' })
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  expect((await fetch(`${tester.url}/metrics/x`)).status).toBe(404)
})

test('[TA65] /metrics tells of each queue who waits, how long, for how long yet, and what became of the others', async () => {
  tester = await startTester({ agents: ['anna'] })
  const queue = async () => {
    const text = await (await fetch(`${tester.url}/metrics`)).text()
    const lines = [...text.matchAll(/^gmstester_queue_(\w+)\{queue="VQ_Chat"\} (\d+)$/gm)]
    return Object.fromEntries(lines.map(([, name, value]) => [name, Number(value)]))
  }
  const nobody = {
    waiting: 0,
    longest_wait_seconds: 0,
    ready_agents: 0,
    answered_total: 0,
    abandoned_total: 0,
  }
  expect(await queue()).toEqual(nobody)
  const { id } = await tester.customer.startCallback('request-chat')
  await tester.customer.createChat(id)
  await tester.agent('anna').ready()
  await tester.agent('anna').accept(id)
  await tester.clock.advance(60_000)
  await tester.agent('anna').leave(id)
  const gone = await tester.customer.startCallback('request-chat')
  await tester.centre.callbacks.cancel(gone.id, 'CANCELLED')
  await tester.agent('anna').notReady()
  await tester.customer.startCallback()
  await tester.clock.advance(7000)
  expect(await queue()).toEqual({
    waiting: 1,
    longest_wait_seconds: 7,
    ready_agents: 0,
    answered_total: 1,
    abandoned_total: 1,
    ewt_seconds: expect.any(Number),
  })
})

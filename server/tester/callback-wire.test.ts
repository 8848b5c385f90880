import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { CallbackId } from '../contact-center/contact-center.ts'
import { startTester, type Tester } from '../testing.ts'
import type { CallbackExport, CallbackWire } from './contract.ts'
import { redactWith } from './redact.ts'

const wire = async ({ api }: Tester, id: string) =>
  (await api('GET', `/callbacks/${id}/wire`)).body as CallbackWire

async function start({ url }: Tester, user: string): Promise<CallbackId> {
  const body = new FormData()
  body.set('_customer_number', '5551')
  const headers = { gms_user: user, cookie: 'JSESSIONID=secret' }
  const answer = await fetch(`${url}/genesys/1/service/callback/chat-delay`, {
    method: 'POST',
    body,
    headers,
  })
  return ((await answer.json()) as { _id: CallbackId })._id
}

test('[TA81] the wire of a callback is what names it, and nothing of another', async () => {
  const tester = await startTester()
  const mine = await start(tester, 'me')
  const other = await start(tester, 'you')
  for (const id of [mine, other, mine])
    await fetch(`${tester.url}/genesys/1/service/${id}/check-queue-position`, { method: 'POST' })
  expect(await wire(tester, mine)).toMatchObject({
    items: [{ note: 'start callback' }, { note: 'check-queue-position' }, { note: 'check-queue-position' }],
    dropped: 0,
  })
  const [queued] = await tester.centre.callbacks.history(mine)
  const [first, second] = (await wire(tester, mine)).items
  expect(first?.afterEvent).toBeLessThan(queued?.number ?? 0)
  expect(second?.afterEvent).toBeGreaterThanOrEqual(queued?.number ?? Infinity)
  expect((await wire(tester, other)).items).toHaveLength(2)
  expect(await tester.api('GET', '/callbacks/369-none/wire')).toMatchObject({ status: 404 })
  await tester.close()
})

test('[TA81] a call of the agent’s desktop that led to an event of a callback is of its wire', async () => {
  const tester = await startTester()
  const id = await start(tester, 'me')
  for (const agent of ['anna', 'ben'])
    await fetch(`${tester.url}/gmstester/api/agents/${agent}/state`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'ready' }),
    })
  expect((await wire(tester, id)).items.map(({ note }) => note)).toEqual([
    'start callback',
    'agents/anna/state',
  ])
  await tester.close()
})

test('[TA81] the handshake of its user is of its wire, a heartbeat is not', async () => {
  const tester = await startTester()
  const id = await start(tester, 'me')
  const send = async (user: string, message: object) => {
    const answer = await fetch(`${tester.url}/genesys/cometd`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', gms_user: user },
      body: JSON.stringify([message]),
    })
    return (await answer.json()) as { clientId: string }[]
  }
  const hello = { channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling'] }
  const [opened] = await send('me', hello)
  await send('you', hello)
  const clientId = opened?.clientId
  await send('me', {
    channel: '/meta/connect',
    clientId,
    connectionType: 'long-polling',
    advice: { timeout: 0 },
  })
  expect((await wire(tester, id)).items.map(({ note }) => note)).toEqual([
    'start callback',
    '/meta/handshake',
  ])
  await tester.close()
})

test('[TA81] the wire of a callback that is older than the log says so', async () => {
  const tester = await startTester()
  const { api } = tester
  const id = await start(tester, 'me')
  expect(await wire(tester, id)).toMatchObject({ items: [{ note: 'start callback' }], isPartial: false })
  await api('POST', '/reset', { seed: 2 })
  const between = await start(tester, 'you')
  const fresh = await wire(tester, between)
  expect(fresh).toMatchObject({ items: [{ note: 'start callback' }], isPartial: false })
  await api('POST', '/reset/undo')

  expect(await wire(tester, id)).toEqual({ items: [], dropped: 0, isPartial: true })
  const { timeline } = (await api('GET', `/callbacks/${id}`)).body as { timeline: { traffic: unknown }[] }
  expect(timeline.map(({ traffic }) => traffic)).toEqual([null])
  const exported = (await api('GET', `/callbacks/${id}/export`)).body
  expect(exported).toMatchObject({ wire: [], wireIsPartial: true })

  await fetch(`${tester.url}/genesys/1/service/${id}/check-queue-position`, { method: 'POST' })
  const last = (await tester.centre.callbacks.history(id)).at(-1)?.number
  expect(await wire(tester, id)).toMatchObject({
    items: [{ note: 'check-queue-position', afterEvent: last }],
    isPartial: true,
  })
  expect(await wire(tester, await start(tester, 'you'))).toMatchObject({ isPartial: false })
  await tester.close()
})

test('[TA81] a callback whose first events are kept no more is older than the log only if it is', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gms-tester-'))
  const options = { storage: { file: path.join(folder, 'data.sqlite') }, limits: { historyMax: 3 } }
  const first = await startTester(options)
  const id = await start(first, 'me')
  await first.clock.advance(1000)
  for (const user of ['a', 'b', 'c']) await start(first, user)
  expect(await first.centre.callbacks.history(id)).toEqual([])
  expect(await wire(first, id)).toMatchObject({ isPartial: false })
  await first.close()
  const second = await startTester(options)
  await fetch(`${second.url}/genesys/1/service/callback/chat-delay/${id}`, { method: 'DELETE' })
  const [event] = await second.centre.callbacks.history(id)
  expect(event?.number).toBeGreaterThan(4)
  expect(await wire(second, id)).toMatchObject({ isPartial: true })
  await second.close()
  rmSync(folder, { recursive: true })
})

test('[TA81] a restart begins the log anew, and a callback from before it is older', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gms-tester-'))
  const storage = { file: path.join(folder, 'data.sqlite') }
  const first = await startTester({ storage })
  const id = await start(first, 'me')
  expect(await wire(first, id)).toMatchObject({ isPartial: false })
  for (const user of ['a', 'b', 'c']) await start(first, user)
  await first.close()
  const second = await startTester({ storage })
  expect(await wire(second, id)).toMatchObject({ items: [], isPartial: true })
  expect(await wire(second, await start(second, 'you'))).toMatchObject({ isPartial: false })
  // Events are numbered anew, and all of them are known.
  await second.api('POST', '/reset')
  expect(await wire(second, await start(second, 'me'))).toMatchObject({ isPartial: false })
  await second.close()
  rmSync(folder, { recursive: true })
})

test('[TA82] a callback is exported as one object, with bodies and without what is secret, unless asked for it', async () => {
  const tester = await startTester()
  const form = new FormData()
  form.set('_customer_number', '+1 (408) 265-2649')
  form.set('usr_said', 'call 408 265 2649, not SECRET-cookie')
  const started = await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, {
    method: 'POST',
    body: form,
    headers: { gms_user: 'me', cookie: 'JSESSIONID=SECRET-cookie', authorization: 'Basic SECRET-basic' },
  })
  const { _id: id } = (await started.json()) as { _id: string }
  const { body } = await tester.api('GET', `/callbacks/${id}/export`)
  const { callback, wire: rows, wireDropped } = body as CallbackExport
  expect(callback).toMatchObject({ id, chat: null })
  expect(callback.timeline[0]).toMatchObject({ type: 'callback-queued' })
  expect(wireDropped).toBe(0)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.requestBody).toContain('_customer_number')
  expect(rows[0]?.requestHeaders).toEqual(
    expect.arrayContaining([
      ['gms_user', 'me'],
      ['cookie', 'redacted=[redacted]'],
    ]),
  )
  const exported = JSON.stringify(body)
  for (const secret of ['SECRET', '265-2649', '2652649', '265 2649']) expect(exported).not.toContain(secret)
  const whole = await tester.api('GET', `/callbacks/${id}/export?redact=false`)
  for (const secret of ['SECRET-cookie', 'SECRET-basic', '265-2649'])
    expect(JSON.stringify(whole.body)).toContain(secret)
  expect(await tester.api('GET', `/callbacks/${id}/export?redact=no`)).toMatchObject({ status: 400 })
  expect(await tester.api('GET', '/callbacks/369-none/export')).toMatchObject({ status: 404 })
  await tester.close()
})

test('[TA82] what events and reasons tell of a secret is left out, and no number of an event hides a date', async () => {
  const tester = await startTester()
  const id = await start(tester, '4085551234')
  const { body } = await tester.api('GET', `/callbacks/${id}/export?redact=false`)
  const { callback, wire: rows } = body as CallbackExport
  const [row] = rows
  if (row === undefined) throw new Error('no row')
  const told = { number: 20261, at: '2026-11-27T09:00:00.000Z', text: 'said: call +1 408 265 2649' }
  const phrase = { key: 'said', values: { nickname: 'Bob', text: 'call +1 408 265 2649' } }
  const events = [{ ...told, phrase, type: 'chat-message', cause: null, traffic: row.number }]
  const requestBody = JSON.stringify({ phone: '4085551234' })
  const shown = redactWith([{ ...row, requestBody, events } as typeof row], { ...callback, timeline: events })
  const text = JSON.stringify(shown)
  expect(text).not.toMatch(/265 ?2649|4085551234/)
  expect(text).toContain(told.at)
  await tester.close()
})

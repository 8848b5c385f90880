import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { startTester } from '../testing.ts'
import type { CallbackDetailJson, CallbackPage } from './contract.ts'
import { eventSamples, sampled } from './event-samples.ts'
import { timelineText } from './timeline.ts'

test('[TA34] callbacks come newest first, in pages', async () => {
  const { api, customer, close } = await startTester()
  const ids: string[] = []
  for (let i = 0; i < 5; i++) ids.unshift((await customer.startCallback()).id)
  const first = (await api('GET', '/callbacks?limit=2')).body as CallbackPage
  expect(first.items.map((item) => item.id)).toEqual(ids.slice(0, 2))
  const second = (await api('GET', `/callbacks?limit=3&after=${first.next}`)).body as CallbackPage
  expect(second.items.map((item) => item.id)).toEqual(ids.slice(2))
  expect(second.next).toBeNull()
  await close()
})

test('[TA34][OP5] callbacks are found by the _customer_lookup_keys of their service', async () => {
  const { api, customer, centre, close } = await startTester()
  await centre.services.patch('chat-delay', {
    _customer_lookup_keys: 'account',
    _mandatory_customer_lookup_keys: '_customer_number',
  })
  const properties = { account: 'k', usr_reason: 'billing' }
  const { id } = await customer.startCallback('chat-delay', { properties })
  await customer.startCallback('chat-delay', { customerNumber: '1', properties: { account: 'l' } })
  await customer.startCallback('request-chat', { customerNumber: '1', properties })
  const found = async (key: string, value: string) =>
    ((await api('GET', `/callbacks?key=${key}&value=${value}`)).body as CallbackPage).items.map(
      (item) => item.id,
    )
  expect(await found('account', 'k')).toEqual([id])
  expect(await found('_customer_number', '4082652649')).toEqual([id])
  expect(await found('usr_reason', 'billing')).toEqual([])
  expect(await found('account', 'm')).toEqual([])
  expect(await api('GET', '/callbacks?key=account')).toMatchObject({
    status: 400,
    body: { error: { code: 'query-invalid', details: [{ field: 'key' }] } },
  })
  await close()
})

test('[TA34] callbacks are found by state and by service', async () => {
  const { api, customer, centre, close } = await startTester()
  const { id } = await customer.startCallback()
  const { id: cancelled } = await customer.startCallback()
  await centre.callbacks.cancel(cancelled, 'CANCELLED')
  const found = async (query: string) =>
    ((await api('GET', `/callbacks?${query}`)).body as CallbackPage).items.map((item) => item.id)
  expect(await found('state=QUEUED')).toEqual([id])
  expect(await found('state=COMPLETED')).toEqual([cancelled])
  expect(await found('service=chat-delay')).toEqual([cancelled, id])
  expect(await found('service=request-chat')).toEqual([])
  await close()
})

test('[TA34] a page goes on after a callback that is gone by then, and not after one that never was', async () => {
  const { api, customer, clock, centre, close } = await startTester()
  await centre.services.patch('chat-delay', { _ttl: '600' })
  const { id: first } = await customer.startCallback('request-chat')
  const { id: gone } = await customer.startCallback()
  expect((await api('GET', '/callbacks?limit=1')).body).toMatchObject({ next: gone })
  await clock.advance(seconds(600))
  expect(await api('GET', `/callbacks/${gone}`)).toMatchObject({ status: 404 })
  expect((await api('GET', `/callbacks?after=${gone}`)).body).toMatchObject({ items: [{ id: first }] })
  expect(await api('GET', '/callbacks?after=369-none')).toMatchObject({
    status: 404,
    body: { error: { code: 'callback-not-found' } },
  })
  await close()
})

test('[TA80] callbacks are found by a text, and counted on all pages', async () => {
  const { api, customer, close } = await startTester()
  const { id } = await customer.startCallback('chat-delay', {
    properties: { _customer_number: '5551', usr_reason: 'Lost card' },
  })
  await customer.startCallback()
  expect((await api('GET', '/callbacks?total=true&text=lost%20c')).body).toMatchObject({
    items: [{ id }],
    total: 1,
  })
  expect((await api('GET', '/callbacks?limit=1&total=true')).body).toMatchObject({ total: 2, items: [{}] })
  expect((await api('GET', '/callbacks?limit=1')).body).not.toHaveProperty('total')
  expect(await api('GET', `/callbacks?text=${'x'.repeat(201)}`)).toMatchObject({
    status: 400,
    body: { error: { code: 'query-invalid', details: [{ field: 'text' }] } },
  })
  await close()
})

test('[TA84] callbacks are found by their desired time', async () => {
  const { api, customer, clock, close } = await startTester()
  const { id: first } = await customer.startCallback()
  await clock.advance(seconds(3600))
  const { id: second, desiredAt } = await customer.startCallback()
  const found = async (query: string) =>
    ((await api('GET', `/callbacks?${query}`)).body as CallbackPage).items.map((item) => item.id)
  const time = new Date(desiredAt).toISOString()
  const before = new Date(desiredAt - 1).toISOString()
  expect(await found(`from=${time}&to=${time}`)).toEqual([second])
  expect(await found(`to=${before}`)).toEqual([first])
  expect(await found(`from=${before}`)).toEqual([second])
  for (const wrong of ['yesterday', '2026-11-27T09:00:00', '']) {
    const answer = await api('GET', `/callbacks?from=${wrong}`)
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'query-invalid', details: [{ field: 'from' }] } },
    })
  }
  await close()
})

test('[TA35] one callback shows what happened, why, and its chat', async () => {
  const { api, customer, agent, close } = await startTester()
  const { id } = await customer.startCallback('chat-delay', {
    properties: { _customer_number: '4082652649', usr_reason: 'billing question' },
  })
  expect((await api('GET', `/callbacks/${id}`)).body).toMatchObject({
    id,
    service: 'chat-delay',
    queue: 'VQ_Chat',
    state: 'QUEUED',
    step: 'waiting',
    reason: null,
    hasPush: false,
    announcement: null,
    snoozedUntil: null,
    properties: { _customer_number: '4082652649', usr_reason: 'billing question' },
    chat: null,
  })
  await agent('anna').ready()
  await customer.connect(id)
  await customer.createChat(id)
  await agent('anna').accept(id)
  await customer.say(id, 'hello')
  const detail = (await api('GET', `/callbacks/${id}`)).body as CallbackDetailJson
  const types = detail.timeline.map((item) => item.type)
  expect(types).toEqual(
    expect.arrayContaining(['callback-queued', 'agent-available', 'callback-confirmed', 'agent-offered']),
  )
  const numbers = detail.timeline.map((item) => item.number)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  const available = detail.timeline.find((item) => item.type === 'agent-available')
  expect(available?.cause).toEqual(expect.any(Number))
  expect(detail.chat).toMatchObject({ state: 'talking', agents: ['anna'] })
  expect(detail.chat?.transcript.at(-1)).toMatchObject({ type: 'text', party: 'CLIENT', text: 'hello' })
  expect(await api('GET', '/callbacks/369-none')).toMatchObject({
    status: 404,
    body: { error: { code: 'callback-not-found' } },
  })
  await close()
})

test.each(eventSamples)('[TA36] %j reads: %s', (event, sentence) => {
  expect(timelineText(sampled(event))).toBe(sentence)
})

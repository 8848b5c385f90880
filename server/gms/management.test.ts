import { afterEach, beforeEach, expect, test } from 'vitest'
import { timeText } from '../runtime/calendar.ts'
import { minutes } from '../runtime/clock.ts'
import { startTester, type Tester } from '../testing.ts'
import { send } from './testing.ts'

let tester: Tester

beforeEach(async () => {
  tester = await startTester({ agents: ['anna'] })
})
afterEach(() => tester.close())

async function ask(method: string, path: string, json?: object) {
  const answer = await send(tester.url, {
    method,
    path: `/genesys/1/${path}`,
    headers: json === undefined ? {} : { 'Content-Type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  return { status: answer.status, body: JSON.parse(answer.text) as Record<string, unknown> }
}

const ahead = (millis: number) => timeText(tester.clock.now() + millis)

async function start(fields: Record<string, string> = {}, service = 'chat-delay') {
  const { body } = await ask('POST', `service/callback/${service}`, { _customer_number: '1', ...fields })
  return String(body._id)
}

const idsOf = (body: unknown) => (body as { _id: string }[]).map(({ _id }) => _id)
const query = async (text: string) => idsOf((await ask('GET', `service/callback?${text}`)).body)

test('[GM79] a query by id answers the record in a list, and an unknown id an empty one', async () => {
  const id = await start({ a: 'b', _desired_time: ahead(minutes(60)) })
  const { status, body } = await ask('GET', `service/callback?_id=${id}`)
  expect(status).toBe(200)
  expect(body).toEqual([
    {
      _customer_number: '1',
      _id: id,
      _desired_time: '2024-01-15T10:00:00.000Z',
      _service_name: 'chat-delay',
      _callback_state: 'SCHEDULED',
      _expiration_time: '2024-01-16T10:00:00.000Z',
      _url: `${tester.url}/genesys/1/service/callback/chat-delay/${id}`,
      desiredTime: '2024-01-15T10:00:00.000Z',
      url: `${tester.url}/genesys/1/service/callback/chat-delay/${id}`,
      _callbackState: 'SCHEDULED',
      _customerNumber: '1',
    },
  ])
  expect(await query('_id=369-nobody')).toEqual([])
})

test('[GM79] under 8.5.2 a record has the documented keys alone', async () => {
  await tester.centre.settings.change({ gmsVersion: '8.5.2' })
  await tester.centre.services.patch('chat-delay', { _disallow_impossible_phone_numbers: 'false' })
  const id = await start()
  const [record] = (await ask('GET', `service/callback?_id=${id}`)).body as unknown as object[]
  expect(Object.keys(record ?? {}).sort()).toEqual([
    '_callback_state',
    '_customer_number',
    '_desired_time',
    '_expiration_time',
    '_id',
    '_ors_session_id',
    '_service_name',
    '_url',
  ])
})

test('[GM80] a query by properties takes AND and OR, and ! negates', async () => {
  await tester.centre.services.patch('chat-delay', { _customer_lookup_keys: '_customer_number,account' })
  const one = await start({ _customer_number: '1', account: 'x' })
  const two = await start({ _customer_number: '2', account: 'x' })
  const three = await start({ _customer_number: '2', account: 'y', secret: 'z' })
  await ask('DELETE', `service/callback/chat-delay/${three}`)
  expect(await query('_customer_number=2')).toEqual([two, three])
  expect(await query('_customer_number=2&account=x')).toEqual([two])
  expect(await query('operand=OR&_customer_number=1&account=y')).toEqual([one, three])
  expect(await query('_callback_state=!COMPLETED')).toEqual([one, two])
  expect(await query('_callback_state=COMPLETED&_callback_reason=CANCELLED')).toEqual([three])
  expect(await query('account=!x')).toEqual([three])
  // What no lookup key names cannot be asked for.
  expect(await query('secret=z')).toEqual([])
  expect(idsOf((await ask('GET', 'service/callback/chat-delay?operand=AND&account=x')).body)).toEqual([
    one,
    two,
  ])
  expect(idsOf((await ask('GET', 'service/callback/request-chat?operand=AND')).body)).toEqual([])
  expect((await ask('GET', 'service/callback?operand=XOR')).status).toBe(400)
})

test('[GM81] [OP106] filter-keys lets a query by queues ask for more, and no other query', async () => {
  const [one] = [await start({ _service_type: 'gold' }), await start({ _service_type: 'plain' })]
  const ids = async (text: string) => {
    const { body } = await ask('GET', `admin/callback/queues?target=chat-delay&${text}`)
    return idsOf(body['chat-delay'])
  }
  expect(await ids('_service_type=gold')).toEqual([])
  await tester.centre.settings.change({ callback: { 'filter-keys': '_callback_state,_service_type' } })
  expect(await ids('_service_type=gold')).toEqual([one])
  expect(await ids('_service_type=gold&_callback_state=SCHEDULED')).toEqual([])
  expect(await query('_service_type=gold')).toEqual([])
})

test('[GM81] [OP106] without filter-keys the documented ones can be asked for', async () => {
  const one = await start({ _request_ewt_service: 'ewt' })
  await start()
  const { body } = await ask('GET', 'admin/callback/queues?_request_ewt_service=ewt&_vq=VQ_Chat')
  expect(idsOf(body['chat-delay'])).toEqual([one])
})

test('[GM80] [OP107] returned-keys adds to what records show', async () => {
  const id = await start({ color: 'blue', secret: 'z' })
  const record = async () => ((await ask('GET', `service/callback?_id=${id}`)).body as unknown as object[])[0]
  expect(await record()).not.toHaveProperty('color')
  const keys = '_desired_time,_callback_state,_callback_state,_callback_reason,_ors_session_id,color'
  await tester.centre.settings.change({ callback: { 'returned-keys': keys } })
  expect(await record()).toMatchObject({ _id: id, _callback_state: 'QUEUED', color: 'blue' })
  expect(await record()).not.toHaveProperty('secret')
})

test('[GM80] GET of a service without an operand starts one, as clients do', async () => {
  const { body } = await ask('GET', 'service/callback/chat-delay?_customer_number=1')
  expect(await query('_customer_number=1')).toEqual([body._id])
})

test('[GM81] a query by queues answers by service, states and desired times', async () => {
  await tester.centre.services.put('other', 'Chat-Delayed', { _target: 'Billing@StatServer.GA' })
  const now = await start()
  const soon = await start({ _desired_time: ahead(minutes(60)) })
  const late = await start({ _desired_time: ahead(minutes(3 * 1440)) })
  const other = await start({}, 'other')
  const queues = async (text: string) => {
    const { body } = await ask('GET', `admin/callback/queues?${text}`)
    return Object.fromEntries(Object.entries(body).map(([name, records]) => [name, idsOf(records)]))
  }
  expect(await queues('')).toEqual({ 'chat-delay': [now, soon], other: [other] })
  expect(await queues('target=chat-delay')).toEqual({ 'chat-delay': [now, soon] })
  expect(await queues('target=nothing')).toEqual({ nothing: [] })
  expect(await queues('target=chat-delay&states=SCHEDULED')).toEqual({ 'chat-delay': [soon] })
  expect(
    await queues(`target=chat-delay&end_time=${ahead(minutes(4 * 1440))}&states=QUEUED,SCHEDULED`),
  ).toEqual({
    'chat-delay': [now, soon, late],
  })
  expect(await queues(`target=chat-delay&start_time=${ahead(minutes(1))}&max=1`)).toEqual({
    'chat-delay': [soon],
  })
  await tester.clock.advance(minutes(16))
  expect(await queues('target=chat-delay')).toEqual({ 'chat-delay': [soon] })
})

test.each(['states=WAITING', 'start_time=noon', 'end_time=1', 'max=0', 'max=all'])(
  '[GM81] it cannot be asked for with %s',
  async (text) => {
    const { status, body } = await ask('GET', `admin/callback/queues?${text}`)
    expect([status, body.exception]).toEqual([400, 'gmstester.MalformedRequest'])
  },
)

test('[GM82] watermarks count what is queued and what is being served', async () => {
  await tester.centre.services.put('other', 'Chat-Delayed', { _target: 'Billing@StatServer.GA' })
  await start()
  await start()
  await start({}, 'other')
  await start({ _desired_time: ahead(minutes(60)) })
  await ask('DELETE', `service/callback/chat-delay/${await start()}`)
  const watermarks = async (text = '') => (await ask('GET', `admin/callback/watermarks${text}`)).body
  expect(await watermarks()).toEqual({ services: { 'chat-delay': 2, other: 1 }, total: 3 })
  expect(await watermarks('?service_name=other')).toEqual({ services: { other: 1 }, total: 1 })
  expect(await watermarks('?service_name=other&service_name=none')).toEqual({
    services: { other: 1, none: 0 },
    total: 1,
  })
})

test('[GM83] an administrator cancels many, and hears of those that cannot be', async () => {
  const [one, two] = [await start(), await start({ _desired_time: ahead(minutes(60)) })]
  const { status, body } = await ask('POST', 'admin/callback/cancel', {
    reason: 'closed',
    ids: [one, two, one, 'nobody'],
  })
  expect(status).toBe(200)
  expect(body).toEqual({
    cancelled: [one, two],
    failed: [
      {
        _id: 'nobody',
        exception: 'gmstester.ServiceInstanceNotFound',
        message: 'There is no service instance of this id. (nobody)',
      },
    ],
  })
  expect(await query('_callback_reason=CANCELLED_BY_ADMIN')).toEqual([one, two])
})

test.each([{}, { ids: 'x' }, { ids: [1] }, { ids: { a: 1 } }])('[GM83] ids cannot be %j', async (json) => {
  const { status, body } = await ask('POST', 'admin/callback/cancel', json)
  expect([status, body.exception]).toEqual([400, 'gmstester.MalformedRequest'])
})

async function report(json: object) {
  const { status, headers, text } = await send(tester.url, {
    method: 'POST',
    path: '/genesys/1/admin/callback/reportcancelled',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  })
  return { status, type: new Map(headers.map(([name, value]) => [name, value])).get('Content-Type'), text }
}

test('[GM93] the report of cancelled callbacks has a title line, and a line for each that ended so', async () => {
  await tester.centre.services.patch('chat-delay', { _customer_lookup_keys: '_customer_number,account' })
  const one = await start({ account: 'x, "y"', secret: 'z' })
  const two = await start({ _customer_number: '2' })
  await ask('DELETE', `service/callback/chat-delay/${await start()}`)
  await start()
  await ask('POST', 'admin/callback/cancel', { reason: 'closed', ids: [one, two] })
  const exported_properties = ['_service_id', '_customer_number', 'account', 'secret', '_callback_reason']
  expect(await report({ callback_reason: 'CANCELLED_BY_ADMIN', exported_properties })).toEqual({
    status: 200,
    type: 'text/csv;charset=UTF-8',
    text: [
      '_service_id,_customer_number,account,secret,_callback_reason',
      `${one},1,"x, ""y""",,CANCELLED_BY_ADMIN`,
      `${two},2,,,CANCELLED_BY_ADMIN`,
      '',
    ].join('\r\n'),
  })
  const { text } = await report({ callback_reason: 'FAIL_TIMEOUT_TTL', exported_properties: ['_service_id'] })
  expect(text).toBe('_service_id\r\n')
})

test.each([
  [{ exported_properties: ['_service_id'] }, 'callback_reason says which callbacks are wanted.'],
  [{ callback_reason: 'CANCELLED' }, 'exported_properties is not a list of 1 to 100 names.'],
  [
    { callback_reason: 'CANCELLED', exported_properties: [1] },
    'exported_properties is not a list of 1 to 100 names.',
  ],
])('[GM93] it cannot be asked for with %j', async (json, message) => {
  const { status, type, text } = await report(json)
  expect([status, type]).toEqual([400, 'application/json;charset=UTF-8'])
  expect(JSON.parse(text)).toEqual({ exception: 'gmstester.MalformedRequest', message })
})

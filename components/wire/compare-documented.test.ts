import { expect, test } from 'vitest'
import { compareDocumented, deviations } from './compare-documented.ts'
import { detailOf } from './traffic-samples.ts'

const connected = {
  _dialog_id: '1',
  _action: 'StartChat',
  _label: 'Start Chat',
  _start_chat_url: 'http://localhost:8080/genesys/1/service/369-a/ixn/chat',
  _comet_url: 'http://localhost:8080/genesys/cometd',
  _user_header: 'user-a',
  _id_to_jump_before: 'exit://',
  _chat_parameters: { subject: 'None' },
  _id: '369-a',
}
const connect = (body: object) => detailOf({ note: 'connect', responseBody: JSON.stringify(body) })
const verdicts = (body: object) =>
  Object.fromEntries(
    (compareDocumented(connect(body))?.body ?? []).map(({ path, verdict }) => [path, verdict]),
  )

test('an answer as documented: ids and addresses vary, all else is the same', () => {
  expect(verdicts(connected)).toEqual({
    _dialog_id: 'same',
    _action: 'same',
    _label: 'same',
    _start_chat_url: 'varies',
    _comet_url: 'varies',
    _user_header: 'varies',
    _id_to_jump_before: 'same',
    '_chat_parameters.subject': 'same',
    _id: 'varies',
  })
})

test('asked to, ids, addresses and times count as other values, beside the same example', () => {
  const { body, example } = compareDocumented(connect(connected), true) ?? {}
  expect(example).toBe(compareDocumented(connect(connected))?.example)
  expect((body ?? []).filter(({ verdict }) => verdict === 'value').map(({ path }) => path)).toEqual([
    '_start_chat_url',
    '_comet_url',
    '_user_header',
    '_id',
  ])
  expect((body ?? []).map(({ verdict }) => verdict)).not.toContain('varies')
  const headers: [string, string][] = [['Set-Cookie', 'JSESSIONID=1;Path=/genesys']]
  const cookie = (withIds: boolean) =>
    compareDocumented({ ...connect(connected), responseHeaders: headers }, withIds)?.headers.find(
      ({ path }) => path === 'Set-Cookie',
    )?.verdict
  expect([cookie(false), cookie(true)]).toEqual(['varies', 'value'])
})

test('a missing _label is named', () => {
  const { _label: _, ...broken } = connected
  const { body } = compareDocumented(connect(broken)) ?? {}
  expect(deviations(body ?? [])).toEqual([
    { path: '_label', verdict: 'missing', documented: '"Start Chat"', got: null },
  ])
})

test('another type, another value, and what is not documented are told apart', () => {
  expect(verdicts({ ...connected, _dialog_id: 1, _label: 'Chat', more: true })).toMatchObject({
    _dialog_id: 'type',
    _label: 'value',
    more: 'extra',
  })
})

test('of several examples the nearest is taken', () => {
  const position = (eta: unknown) =>
    detailOf({
      note: 'check-queue-position',
      responseBody: JSON.stringify({
        _position: 1,
        _eta: eta,
        _total_waiting: 1,
        _agent_ready_threshold_passed: true,
        _agent_ready_threshold_passed_reason: 'position 1',
      }),
    })
  expect(compareDocumented(position(12))?.example).toBe('estimate')
  expect(compareDocumented(position('n/a'))?.example).toBe('noEstimate')
})

test('a list without parts is compared as JSON', () => {
  const fetched = (body: unknown) =>
    compareDocumented(detailOf({ note: 'retrieve-notifications', responseBody: JSON.stringify(body) }))
  expect(fetched([])).toMatchObject({
    example: 'fetchNone',
    body: [{ path: '', verdict: 'same', documented: '[]', got: '[]' }],
  })
})

test('the fields of the request and the headers of the answer are compared too', () => {
  const start = compareDocumented(
    detailOf({
      note: 'start callback',
      requestHeaders: [['Content-Type', 'application/x-www-form-urlencoded']],
      requestBody: '_customer_number=1&_device_os=comet&usr_more=x',
      responseHeaders: [
        ['Cache-Control', 'no-cache'],
        ['Content-Type', 'application/json;charset=utf-8'],
        ['Server', 'GMS-Tester'],
      ],
      responseBody: '{"_id":"369-a"}',
    }),
  )
  expect(start?.fields?.map(({ path, verdict }) => `${path} ${verdict}`)).toEqual([
    '_customer_number value',
    'usr_customer_name missing',
    'usr_reason missing',
    '_device_notification_id missing',
    '_device_os same',
    'usr_more extra',
  ])
  expect(start?.headers.map(({ path, verdict }) => `${path} ${verdict}`)).toEqual([
    'Cache-Control same',
    'Cache-Control (2) missing',
    'Content-Type value',
    'Expires missing',
    'Pragma missing',
    'Set-Cookie missing',
  ])
})

test('a push is compared by its data; what is not documented, and what has no answer yet, is not', () => {
  const push = detailOf({
    kind: 'push',
    note: 'service.agentavailable.369-a to 1 session',
    responseBody: JSON.stringify({
      id: '0f',
      message: { _id: '369-a' },
      tag: 'service.agentavailable.369-a',
    }),
  })
  expect(deviations(compareDocumented(push)?.body ?? []).map(({ path }) => path)).toEqual(['message._action'])
  expect(compareDocumented(detailOf({ note: 'snooze' }))).toBeNull()
  expect(compareDocumented(detailOf({ note: 'connect', status: null }))).toBeNull()
  expect(compareDocumented(detailOf({ note: 'connect', responseBody: 'no' }))?.body).toBeNull()
})

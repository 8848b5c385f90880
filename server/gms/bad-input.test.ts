import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTester, type Tester } from '../testing.ts'
import { paths, type ServiceOperation } from './contract.ts'
import { multipartBody, multipartType, rawRequest, send, type RawRequest } from './testing.ts'

let tester: Tester
let id: string

beforeAll(async () => {
  tester = await startTester({ agents: ['anna'] })
  await tester.agent('anna').ready()
  id = (await tester.customer.startCallback()).id
})
afterAll(() => tester.close())

/** Everything that could have changed. */
async function whole() {
  const { callbacks, agents, queues, services, settings, notifications } = tester.centre
  const { items } = await callbacks.list({ limit: 1000 })
  const mailboxes = await Promise.all(items.map((callback) => notifications.countForAgent(callback.id)))
  // That it was asked in vain may be remembered.
  const history = await tester.storage.transaction((tx) =>
    tx.history({}).filter(({ type }) => type !== 'start-refused'),
  )
  const rest = [await agents.list(), await queues.list(), await services.list(), await settings.get()]
  return JSON.stringify([items, mailboxes, history, rest])
}

const start = paths.start('chat-delay')
const number: [string, string] = ['_customer_number', '4082652649']
const form = (...fields: [string, string][]): Partial<RawRequest> => ({
  headers: { 'Content-Type': multipartType },
  body: multipartBody(fields),
})
const typed = (type: string, body: string | Buffer): Partial<RawRequest> => ({
  headers: { 'Content-Type': type },
  body,
})
const on = (operation: Parameters<typeof paths.operation>[1]) => paths.operation(id, operation)

const cases: [what: string, request: () => Partial<RawRequest>, status: number, exception: string][] = [
  ['no customer number', () => form(['usr_reason', 'x']), 400, 'InvalidOption'],
  ['an empty customer number', () => form(['_customer_number', '']), 400, 'InvalidOption'],
  ['an unknown service', () => ({ path: paths.start('nothing'), ...form(number) }), 404, 'ServiceNotFound'],
  [
    'an unknown service, short path',
    () => ({ path: '/genesys/1/service/nothing', ...form(number) }),
    404,
    'ServiceNotFound',
  ],
  ['an unknown path', () => ({ path: '/genesys/1/nothing/at/all', ...form(number) }), 404, 'NotFound'],
  [
    'a path that is no text',
    () => ({ path: '/genesys/1/service/%FF', ...form(number) }),
    400,
    'MalformedRequest',
  ],
  ['an unknown id', () => ({ path: paths.operation('369-x', 'connect') }), 404, 'ServiceInstanceNotFound'],
  ['a wrong method', () => ({ method: 'PUT', ...form(number) }), 405, 'MethodNotAllowed'],
  [
    'a wrong method on an instance',
    () => ({ method: 'DELETE', path: on('connect') }),
    405,
    'MethodNotAllowed',
  ],
  ['no boundary', () => typed('multipart/form-data', multipartBody([number])), 400, 'MalformedRequest'],
  [
    'a cut-off multipart',
    () => typed(multipartType, multipartBody([number]).subarray(0, 90)),
    400,
    'MalformedRequest',
  ],
  [
    'a cut-off multipart on connect',
    () => ({ path: on('connect'), ...typed(multipartType, 'x') }),
    400,
    'MalformedRequest',
  ],
  [
    'a file',
    () =>
      typed(
        multipartType,
        Buffer.from(multipartBody([number]).toString().replace('name=', 'filename="x"; name=')),
      ),
    400,
    'MalformedRequest',
  ],
  [
    'a value that is too long',
    () => form(number, ['usr_reason', 'x'.repeat(65_537)]),
    400,
    'MalformedRequest',
  ],
  [
    'too many fields',
    () => form(...Array.from({ length: 201 }, (_, n): [string, string] => [`f${n}`, ''])),
    400,
    'MalformedRequest',
  ],
  [
    'invalid UTF-8',
    () => typed('application/x-www-form-urlencoded', '_customer_number=%C3%28'),
    400,
    'MalformedRequest',
  ],
  ['invalid UTF-8 in the query', () => ({ path: `${start}?_customer_number=%FF` }), 400, 'MalformedRequest'],
  [
    'JSON that is no object',
    () => typed('application/json', '["_customer_number"]'),
    400,
    'MalformedRequest',
  ],
  ['JSON cut off', () => typed('application/json', '{"_customer_number":"1"'), 400, 'MalformedRequest'],
  ['another media type', () => typed('text/xml', '<a/>'), 415, 'UnsupportedMediaType'],
  [
    'a body that is too large',
    () => typed('application/json', ' '.repeat(1024 * 1024 + 1)),
    413,
    'RequestTooLarge',
  ],
  ['another medium', () => form(number, ['_media_type', 'fax']), 400, 'OptionInvalid'],
  [
    'a chat before the confirmation',
    () => ({ path: on('ixn/chat'), ...form(['notify_by', 'comet']) }),
    503,
    'AgentNotAnnounced',
  ],
  [
    'a message without a chat',
    () => ({ path: on('ixn/chat/send'), ...form(['message', 'x']) }),
    404,
    'ChatNotFound',
  ],
  [
    'a refresh from nowhere',
    () => ({ path: `${on('ixn/chat/refresh')}?transcriptPosition=-1` }),
    400,
    'MalformedRequest',
  ],
  [
    'a notification without a message',
    () => ({ path: on('internal-notification'), ...form() }),
    400,
    'MalformedRequest',
  ],
  [
    'a notification without a message, to the agent',
    () => ({ path: on('agent-notification') }),
    400,
    'MalformedRequest',
  ],
]

test.each(cases)(
  '[GM21] %s is refused in the documented shape and changes nothing',
  async (_, request, status, exception) => {
    const before = await whole()
    const answer = await send(tester.url, { method: 'POST', path: start, ...request() })
    expect(answer.status).toBe(status)
    const body = JSON.parse(answer.text) as { exception: string; message: string }
    expect(Object.keys(body)).toEqual(['exception', 'message'])
    expect(body.exception).toBe(`gmstester.${exception}`)
    expect(body.message.length).toBeGreaterThan(10)
    expect(await whole()).toBe(before)
  },
)

const operations: readonly ServiceOperation[] = [
  'connect',
  'check-queue-position',
  'ixn/chat',
  'ixn/chat/send',
  'ixn/chat/refresh',
  'ixn/chat/startTyping',
  'ixn/chat/stopTyping',
  'ixn/chat/disconnect',
  'internal-notification',
  'retrieve-notifications',
  'agent-notification',
  'retrieve-agent-notifications',
  'snooze',
  'cancel',
  'get-dialog-user-confirmation-provide_code-false',
  'get-dialog-user-confirmation-provide_code-true',
]
// What is wrong with these requests has nothing to do with what they ask for.
const unreadable = cases.filter(([, request]) => request().path === undefined && request().body !== undefined)
const ofAnyOperation = unreadable.filter(([, , , exception]) =>
  ['MalformedRequest', 'UnsupportedMediaType', 'RequestTooLarge', 'MethodNotAllowed'].includes(exception),
)

test.each(operations)('[GM21] %s refuses what cannot be read, and changes nothing', async (operation) => {
  const before = await whole()
  expect(ofAnyOperation.length).toBeGreaterThan(8)
  for (const [what, request, status, exception] of ofAnyOperation) {
    const answer = await send(tester.url, { method: 'POST', ...request(), path: on(operation) })
    expect(answer.status, what).toBe(status)
    expect(JSON.parse(answer.text), what).toMatchObject({ exception: `gmstester.${exception}` })
  }
  expect(await whole()).toBe(before)
})

test('[GM20] what is missing or cannot be read is named', async () => {
  const ask = async (path: string) => (await send(tester.url, { method: 'POST', path })).text
  expect(await ask(start)).toContain('_customer_number')
  expect(await ask(`${on('ixn/chat/refresh')}?transcriptPosition=x`)).toContain('transcriptPosition')
  expect(await ask(on('internal-notification'))).toContain('_display_message')
})

/** A start whose body announces more than it has. */
const cutOff = () => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '500' }
  return rawRequest(tester.url, { method: 'POST', path: start, headers, body: '_customer_number=1' })
}

test('[GM18] a request that ends too early changes nothing, and is answered 400', async () => {
  const before = await whole()
  const { hostname, port } = new URL(tester.url)
  const socket = connect(Number(port), hostname, () => socket.end(cutOff()))
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  expect(chunk.toString()).toMatch(/^HTTP\/1\.1 400 /)
  expect(await whole()).toBe(before)
})

test('[GM18] a request that is cut off changes nothing', async () => {
  const before = await whole()
  const { hostname, port } = new URL(tester.url)
  const bytes = cutOff()
  const socket = connect(Number(port), hostname, () => socket.write(bytes, () => socket.destroy()))
  await once(socket, 'close')
  // The next answer comes after whatever the cut-off request could have done.
  await send(tester.url, { method: 'POST', path: paths.operation(id, 'check-queue-position') })
  expect(await whole()).toBe(before)
})

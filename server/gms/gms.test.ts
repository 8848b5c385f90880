import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cometDevice, startTester, type Tester } from '../testing.ts'
import type { Log } from '../runtime/log.ts'
import { paths, type ServiceOperation } from './contract.ts'
import { originOf } from './origin.ts'
import { headerValues, multipartBody, multipartType, post, send } from './testing.ts'

const page = 'http://pages.example:3000'
let tester: Tester
const logged: string[] = []
const log: Log = { info: () => {}, warn: () => {}, error: (message) => void logged.push(message) }

beforeEach(async () => {
  logged.length = 0
  tester = await startTester({ agents: ['anna'], log, config: { allowedOrigins: [page] } })
})
afterEach(() => tester.close())

const start = paths.start('chat-delay')
const operations: ServiceOperation[] = [
  'check-queue-position',
  'connect',
  'get-dialog-user-confirmation-provide_code-false',
  'ixn/chat',
  'ixn/chat/send',
  'ixn/chat/refresh',
  'ixn/chat/startTyping',
  'ixn/chat/stopTyping',
  'internal-notification',
  'retrieve-notifications',
  'agent-notification',
  'retrieve-agent-notifications',
  'ixn/chat/disconnect',
]

test.each(['GET', 'POST'])(
  '[GM2] every operation answers %s, with a slash at the end too',
  async (method) => {
    const ask = async (path: string) => {
      const answer = await send(tester.url, {
        method,
        path: `${path}/?message=hello&_display_message=x&_customer_number=1`,
      })
      expect(answer.status, path).toBe(200)
      return JSON.parse(answer.text) as { _id: string }
    }
    await tester.agent('anna').ready()
    const { _id } = await ask(start)
    for (const operation of operations) await ask(paths.operation(_id, operation))
    const second = await ask('/genesys/1/service/chat-delay')
    await tester.agent('anna').ready()
    await ask(paths.operation(second._id, 'get-dialog-user-confirmation-provide_code-true'))
    await ask(paths.operation(second._id, 'connect'))
    await ask(paths.operation(second._id, 'snooze'))
    await ask(paths.operation(second._id, 'cancel'))
  },
)

test.each(['PUT', 'DELETE', 'PATCH', 'HEAD'])(
  '[GM19] %s is answered 405 with what is possible',
  async (method) => {
    const answer = await send(tester.url, { method, path: start })
    expect(answer.status).toBe(405)
    expect(headerValues(answer, 'Allow')).toEqual(['GET, POST, OPTIONS'])
  },
)

test.each([
  '/genesys',
  '/genesys/',
  '/genesys/1',
  '/genesys/1/service',
  '/genesys/2/chat/x',
  '/genesys/1/service/x/y',
])('[GM19] there is nothing at %s', async (path) => {
  const answer = await send(tester.url, { method: 'POST', path })
  expect(answer.status).toBe(404)
  expect(answer.text).toMatch(/^\{"exception":"gmstester\.NotFound","message":"/)
})

test('[GM23] headers come in the page\u2019s order, doubled where it doubles them', async () => {
  const names = async (path: string) =>
    (
      await send(tester.url, { method: 'POST', path, headers: { 'Content-Type': multipartType } })
    ).headers.map(([name]) => name)
  const head = ['Cache-Control', 'Cache-Control', 'Content-Length', 'Content-Type', 'Date']
  const service = [...head, 'Expires', 'Pragma', 'Server', 'Set-Cookie', 'Connection']
  // Refusals have the headers of their kind.
  expect(await names(start)).toEqual(service)
  expect(await names('/genesys/nothing')).toEqual(service)
  const chat = [...head, 'Pragma', 'Server', 'Connection']
  expect(await names(paths.operation('x', 'ixn/chat'))).toEqual(chat)
  expect(await names(paths.operation('x', 'ixn/chat/refresh'))).toEqual(chat)
})

test('[GM23] each answer has a session cookie of its own', async () => {
  const cookie = async () =>
    headerValues(await send(tester.url, { method: 'GET', path: start }), 'Set-Cookie').join()
  expect(await cookie()).not.toBe(await cookie())
})

test('[GM24] the charset is spelled as the generation spells it, from the next answer on', async () => {
  const type = async () =>
    headerValues(await send(tester.url, { method: 'GET', path: start }), 'Content-Type').join()
  expect(await type()).toBe('application/json;charset=UTF-8')
  await tester.centre.settings.change({ gmsVersion: '8.5.2' })
  expect(await type()).toBe('application/json;charset=utf-8')
})

test('[GM25] absolute URLs begin with what the client calls us', async () => {
  await tester.agent('anna').ready()
  const { id } = await tester.customer.startCallback()
  const path = paths.operation(id, 'connect')
  const answer = await send(tester.url, { method: 'POST', path, host: 'gms.example:9999' })
  expect(JSON.parse(answer.text)).toMatchObject({
    _start_chat_url: `http://gms.example:9999${paths.operation(id, 'ixn/chat')}`,
    _comet_url: 'http://gms.example:9999/genesys/cometd',
  })
})

test.each([
  [undefined, 'http://localhost:8080'],
  ['"><script>', 'http://localhost:8080'],
  ['[::1]:8080', 'http://[::1]:8080'],
  [':8080', 'http://localhost:8080'],
  ['a:b:c', 'http://localhost:8080'],
  ['a:99999', 'http://localhost:8080'],
])('[GM25] the host %s makes the origin %s', (host, origin) => {
  const headers = host === undefined ? {} : { host }
  expect(originOf({ headers } as IncomingMessage)).toBe(origin)
})

test('[GM26] any origin is served; a listed one may read the answer', async () => {
  const ask = (origin: string) =>
    send(tester.url, { method: 'GET', path: `${start}?_customer_number=1`, headers: { Origin: origin } })
  const foreign = await ask('http://evil.example')
  expect(foreign.status).toBe(200)
  expect(headerValues(foreign, 'Access-Control-Allow-Origin')).toEqual([])
  const listed = await ask(page)
  expect(headerValues(listed, 'Access-Control-Allow-Origin')).toEqual([page])
  expect(headerValues(listed, 'Access-Control-Allow-Credentials')).toEqual(['true'])
  expect(headerValues(listed, 'Vary')).toEqual(['Origin'])
})

test('[GM26] a listed origin\u2019s preflight is answered, another\u2019s allows nothing', async () => {
  const headers = {
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'gms_user,content-type',
  }
  const ask = (origin: string) =>
    send(tester.url, { method: 'OPTIONS', path: start, headers: { ...headers, Origin: origin } })
  const listed = await ask(page)
  expect(listed.status).toBe(204)
  expect(listed.text).toBe('')
  expect(headerValues(listed, 'Access-Control-Allow-Methods')).toEqual(['GET, POST, OPTIONS'])
  expect(headerValues(listed, 'Access-Control-Allow-Headers')).toEqual(['gms_user,content-type'])
  const foreign = await ask('http://evil.example')
  expect(foreign.headers.filter(([name]) => name.startsWith('Access-Control'))).toEqual([])
})

test('[GM22] a failure of our own is answered 500, logged, and says no more', async () => {
  const { id } = await tester.customer.startCallback('chat-delay', cometDevice('u'))
  await tester.storage.close()
  const answer = await post(tester.url, paths.operation(id, 'connect'))
  expect(answer).toEqual({
    status: 500,
    body: {
      exception: 'gmstester.InternalError',
      message: 'Something went wrong in the tester; its log says what.',
    },
  })
  expect(logged).toContain('a GMS request failed')
})

test('[GM21] a refusal is written with its exception first', async () => {
  const body = multipartBody([['usr_reason', 'x']])
  const headers = { 'Content-Type': multipartType }
  const answer = await send(tester.url, { method: 'POST', path: start, headers, body })
  expect(answer.status).toBe(400)
  expect(answer.text).toMatch(/^\{"exception":"gmstester\.InvalidOption","message":"[^"]+"\}$/)
})

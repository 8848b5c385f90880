import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTester, type Tester } from '../testing.ts'
import { send } from './testing.ts'

let tester: Tester

beforeEach(async () => {
  tester = await startTester({ agents: ['anna'] })
})
afterEach(() => tester.close())

const basic = (words: string) => `Basic ${Buffer.from(words).toString('base64')}`

async function ask(path: string, authorization?: string, method = 'POST') {
  const answer = await send(tester.url, {
    method,
    path: `/genesys/1/${path}`,
    headers: authorization === undefined ? {} : { Authorization: authorization },
  })
  const body = JSON.parse(answer.text || '{}') as Record<string, unknown>
  return {
    status: answer.status,
    body,
    headers: new Map(answer.headers.map(([name, value]) => [name, value])),
  }
}

const start = 'service/callback/chat-delay?_customer_number=1'
const statusOf = async (...request: Parameters<typeof ask>) => (await ask(...request)).status
const ofService = (options: Record<string, string | null>) =>
  tester.centre.services.patch('chat-delay', options)
const ofServer = (server: Record<string, string | null>) => tester.centre.settings.change({ server })

test('[GM92] [OP136] [OP137] a service with credentials answers 401 to whoever does not show them', async () => {
  await ofService({ username: 'gms', password: 'secret' })
  const { status, body, headers } = await ask(start)
  expect([status, body.exception]).toEqual([401, 'gmstester.Unauthorized'])
  expect(headers.get('WWW-Authenticate')).toBe('Basic realm="GMS", charset="UTF-8"')
  for (const wrong of [basic('gms:other'), basic('other:secret'), 'Bearer secret', 'Basic', 'Basic %%'])
    expect(await statusOf(start, wrong), wrong).toBe(401)
  expect((await tester.centre.callbacks.list({ limit: 5 })).items).toEqual([])
  expect(await statusOf(start, basic('gms:secret'))).toBe(200)
  expect(await statusOf(start, basic('gms:secret').replace('Basic', 'basic'))).toBe(200)
})

test('[GM92] whatever is asked of a callback needs the credentials of its service', async () => {
  const id = String((await ask(start)).body._id)
  await ofService({ username: 'gms', password: 'sécret' })
  const paths = ['check-queue-position', 'connect', 'ixn/chat', 'ixn/chat/refresh', 'retrieve-notifications']
  for (const path of paths) expect(await statusOf(`service/${id}/${path}`), path).toBe(401)
  expect(await statusOf(`service/callback/chat-delay/${id}`, undefined, 'DELETE')).toBe(401)
  expect(await statusOf('service/callback/chat-delay/availability', undefined, 'GET')).toBe(401)
  expect(await statusOf(`service/${id}/check-queue-position`, basic('gms:sécret'))).toBe(200)
  // Others have none.
  expect(await statusOf('service/request-chat')).not.toBe(401)
  expect(await statusOf('service/callback?_customer_number=1', undefined, 'GET')).toBe(200)
})

test('[GM92] [OP138] [OP139] credentials of section server protect everything, and give way to a service’s own', async () => {
  await ofServer({ username: 'server', password: 'all' })
  for (const path of ['service/callback?_id=x', 'admin/callback/watermarks', 'phonenumber?number=1'])
    expect(await statusOf(path, undefined, 'GET'), path).toBe(401)
  expect(await statusOf('admin/callback/watermarks', basic('server:all'), 'GET')).toBe(200)
  expect(await statusOf('service/callback/none', basic('server:all'))).toBe(404)
  expect(await statusOf(start, basic('server:all'))).toBe(200)
  await ofService({ username: 'gms', password: 'secret' })
  expect(await statusOf(start, basic('server:all'))).toBe(401)
  expect(await statusOf(start, basic('gms:secret'))).toBe(200)
})

test('[GM92] each option stands in for that of the server by itself', async () => {
  await ofServer({ username: 'server', password: 'all' })
  await ofService({ password: 'own' })
  expect(await statusOf(start, basic('server:own'))).toBe(200)
  await ofService({ password: null, username: 'me' })
  expect(await statusOf(start, basic('me:all'))).toBe(200)
  expect(await statusOf(start, basic('server:all'))).toBe(401)
})

test('[GM92] a user name alone asks for nothing, a password alone lets nobody in', async () => {
  await ofService({ username: 'me' })
  expect(await statusOf(start)).toBe(200)
  await ofService({ username: null, password: 'secret' })
  expect(await statusOf(start)).toBe(401)
  expect(await statusOf(start, basic(':secret'))).toBe(401)
  expect(await statusOf(start, undefined, 'OPTIONS')).toBe(204)
})

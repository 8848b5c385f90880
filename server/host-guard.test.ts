import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { send, sendBytes } from './gms/testing.ts'
import { createHostGuard } from './host-guard.ts'

const closing: { close(): unknown }[] = []
afterEach(() => closing.splice(0).forEach((server) => server.close()))

/** A server behind the guard; everything that passes is answered `passed`. */
async function guarded(host: string, allowedOrigins: readonly string[] = []) {
  const guard = createHostGuard(host, allowedOrigins)
  const server = createServer((request, response) => {
    if (!guard.handle(request, response)) response.end('passed')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(server)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = (called: string, path = '/') => send(url, { method: 'GET', path, host: called })
  return { url, ask }
}

const own = [
  'localhost',
  'localhost:8080',
  'LOCALHOST:8080',
  '127.0.0.1:8080',
  '127.0.0.2',
  '[::1]:8080',
  'a.localhost',
]

test.each(own)('[HS9] %s is this machine', async (called) => {
  const { ask } = await guarded('localhost')
  expect((await ask(called)).text).toBe('passed')
})

const foreign = [
  'evil.example',
  'evil.example:8080',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'xlocalhost',
  '10.0.0.1',
  '[::2]',
]

test.each(foreign)('[HS9] %s is another, for pages and for the tester\u2019s API', async (called) => {
  const { ask } = await guarded('127.0.0.1')
  expect(await ask(called)).toMatchObject({ status: 403, text: expect.stringContaining('ALLOWED_ORIGINS') })
  const answer = await ask(called, '/gmstester/api/agents')
  expect(answer.status).toBe(403)
  expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'host-not-allowed', details: [] } })
})

test('[HS9] GMS and its push answer to any name', async () => {
  const { ask } = await guarded('localhost')
  for (const path of ['/genesys/1/service/x/connect', '/genesys/cometd'])
    expect((await ask('evil.example', path)).text).toBe('passed')
})

test('[HS9] the host of a listed origin is a name of ours', async () => {
  const { ask } = await guarded('localhost', ['https://tester.example'])
  expect((await ask('tester.example')).text).toBe('passed')
  expect((await ask('other.example')).status).toBe(403)
})

test('[HS9] a tester that other machines reach answers to any name', async () => {
  const { ask } = await guarded('0.0.0.0')
  expect((await ask('my-laptop.lan:8080')).text).toBe('passed')
})

test('[HS9] who gives no name is no browser', async () => {
  const { url } = await guarded('localhost')
  expect((await sendBytes(url, Buffer.from('GET / HTTP/1.0\r\n\r\n'))).text).toBe('passed')
})

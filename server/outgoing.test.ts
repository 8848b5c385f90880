/** The tester calls nobody: what is meant for a phone or another host is a row of the wire, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import type { TrafficPage } from './tester/contract.ts'
import { startTester } from './testing.ts'

const calls =
  /\bfetch\(|\bnew WebSocket\(|\b(?:https?|net|tls|dgram|dns)\.(?:request|get|connect|createConnection|createSocket|lookup)\(|import \{[^}]*\b(?:request|get|connect|createConnection|createSocket|lookup)\b[^}]*\} from 'node:(?:https?|net|tls|dgram|dns)|from '(?:undici|cometd|faye|axios)/

const callsOut = (source: string) => calls.test(source)

test('no file of the server opens a connection to another host', () => {
  const root = new URL('./', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.test\.ts$|testing|scripts\/|clients\/|soak\//.test(file),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => callsOut(readFileSync(new URL(file, root), 'utf8')))).toEqual([])
})

test.each([
  "await fetch('https://example.com')",
  "import { request } from 'node:http'",
  'net.connect(80)',
  "new WebSocket('ws://example.com')",
])('%s would be found', (source) => {
  expect(callsOut(source)).toBe(true)
})

test('whatever device a callback names, nobody is connected to but this machine', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  const kinds = ['gcm', 'fcm', 'ios', 'httpcb', 'customhttp']
  const tester = await startTester({ agents: kinds })
  for (const kind of kinds) {
    const form = new FormData()
    form.set('_customer_number', '5551')
    form.set('_device_os', kind)
    form.set('_device_notification_id', `https://${kind}.example.com/hook`)
    await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, { method: 'POST', body: form })
    await tester.agent(kind).ready()
  }
  await tester.storage.settled()
  const { items } = (await tester.api('GET', '/traffic?limit=100')).body as TrafficPage
  await tester.close()
  expect(items.filter(({ kind }) => kind === 'unsent')).toHaveLength(kinds.length)
  // Node hands the options over in a list.
  const hosts = connect.mock.calls.flat(2).map((options) => Reflect.get(Object(options), 'host'))
  expect(new Set(hosts.filter(Boolean))).toEqual(new Set(['127.0.0.1']))
  connect.mockRestore()
})

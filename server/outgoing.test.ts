/** The tester calls nobody: what is meant for a phone or another host is a row of the wire, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

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

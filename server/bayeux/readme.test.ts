import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Server } from 'node:http'
import { AckExtension, CometD, type Message } from 'cometd'
import { adapt } from 'cometd-nodejs-client'
import { expect, test } from 'vitest'
import * as http from 'node:http'
import * as hub from './hub.ts'

const modules: Record<string, unknown> = { 'node:http': http, './hub.ts': hub }

/** Runs the example as it is printed, on a free port; answers its HTTP server and what ends it. */
function runExample(): { server: unknown; stop: () => void } {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  const code = /```ts\n([^`]*)```/.exec(readme)?.[1] ?? ''
  const body = code
    .replaceAll(/^import (\{.*\}) from '(.*)'$/gm, "const $1 = modules['$2']")
    .replace('listen(9000)', "listen(0, '127.0.0.1')")
  let stop = () => {}
  const process = { on: (_: string, listener: () => void) => (stop = listener) }
  // Nothing else would prove that it runs as it stands.
  const run = new Function('modules', 'process', `${body}; return server`)
  const server: unknown = run(modules, process)
  return { server, stop: () => stop() }
}

async function openClient(url: string): Promise<CometD> {
  adapt()
  const client = new CometD()
  client.configure({ url })
  client.registerExtension('ack', new AckExtension())
  await new Promise<Message>((resolve) => client.handshake(resolve))
  return client
}

test('[BX93] on the example of the README anybody may subscribe and publish, over WebSocket', async () => {
  const { server, stop } = runExample()
  if (!(server instanceof Server)) throw new Error('The example makes no server.')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('It listens nowhere.')
  const url = `http://127.0.0.1:${address.port}/cometd`
  const [ann, ben] = [await openClient(url), await openClient(url)]
  expect(ann.getTransport()?.type).toBe('websocket')
  const heard = new Promise((resolve) => {
    ben.subscribe(
      '/room/*',
      ({ data }: Message) => resolve(data),
      () => ann.publish('/room/1', 'hello'),
    )
  })
  expect(await heard).toBe('hello')
  await Promise.all([ann, ben].map((client) => new Promise((resolve) => client.disconnect(resolve))))
  stop()
  await once(server, 'close')
})

import { CometD, type Message } from 'cometd'
import { adapt } from 'cometd-nodejs-client'
import { afterEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from './testing.ts'

let server: TestServer | undefined

afterEach(async () => {
  await server?.close()
  server = undefined
})

/** The official client, on one transport, as an app sets it up. */
function createClient(url: string, transport: 'long-polling' | 'websocket', user?: string): CometD {
  adapt()
  const client = new CometD()
  client.configure({
    url,
    maxNetworkDelay: 5000,
    ...(user === undefined || transport === 'websocket' ? {} : { requestHeaders: { user } }),
  })
  const other = transport === 'websocket' ? 'long-polling' : 'websocket'
  client.unregisterTransport(other)
  client.unregisterTransport('callback-polling')
  return client
}

const handshaken = (client: CometD, fields: object) =>
  new Promise<Message>((resolve) => client.handshake(fields, resolve))
const disconnected = (client: CometD) => new Promise<Message>((resolve) => client.disconnect({}, resolve))

describe.each(['long-polling', 'websocket'] as const)('the official client over %s', (transport) => {
  test('[BX1] it handshakes, subscribes, connects, receives in order, and disconnects', async () => {
    server = await startServer()
    const { bayeux, outcomes, heard } = server
    const client = createClient(server.url, transport, 'ann')
    const reply = await handshaken(client, { ext: { user: 'ann' } })
    expect(reply.successful).toBe(true)
    const received: unknown[] = []
    await new Promise<Message>((resolve) =>
      client.subscribe('/news', (message: Message) => received.push(message.data), resolve),
    )
    expect(bayeux.isListening('ann', '/news')).toBe(true)
    for (let number = 0; number < 20; number += 1) {
      server.deliver('ann', { number })
      await server.until(() => received.length === number + 1)
    }
    server.deliver('ann', 'one')
    server.deliver('ann', 'two')
    await server.until(() => received.length === 22)
    expect(received.slice(-3)).toEqual([{ number: 19 }, 'one', 'two'])
    await server.until(() => outcomes.length === 22)
    expect(outcomes.every((outcome) => outcome.endsWith(':delivered'))).toBe(true)
    const farewell = await disconnected(client)
    expect(farewell.successful).toBe(true)
    expect(bayeux.sessions()).toEqual([])
    expect(heard).toContain('closed ann disconnect')
  })
})

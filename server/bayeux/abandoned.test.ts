import { Agent } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, test } from 'vitest'
import { connect, handshake, startServer, type TestServer } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

const clients = 10_000
const atOnce = 100
/** Less than a session, a queue entry or a subscription of each client would keep. */
const bytesPerClientMax = 100

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

/** What is still reachable, once the sockets of both ends are forgotten: on a busy machine that takes some turns. */
async function heapUsed(): Promise<number> {
  let least = Infinity
  for (let stillFor = 0; stillFor < 3;) {
    await new Promise((resolve) => setImmediate(resolve))
    if (typeof collect === 'function') collect()
    const { heapUsed: used } = process.memoryUsage()
    stillFor = used < least * 0.999 ? 0 : stillFor + 1
    least = Math.min(least, used)
  }
  return least
}

const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

/** Opens a session, listens, waits, is cut off; every other one before its connect is held. */
const abandonments = {
  async 'long-polling'(index: number) {
    const user = `u${index}`
    const { messages } = await server.post([handshake({ user, ack: index % 3 === 0 })], { agent })
    const clientId = String(messages[0]?.['clientId'])
    await server.post(
      [
        { channel: '/meta/subscribe', clientId, subscription: ['/news', `/of/${user}/**`] },
        connect(clientId),
      ],
      { agent },
    )
    const { cut } = server.begin([connect(clientId)])
    const { heldConnects } = server.bayeux.stats()
    if (index % 2 === 0) await server.until(() => server.bayeux.stats().heldConnects !== heldConnects)
    cut()
    server.deliver(user, 'too late')
  },
  async websocket(index: number) {
    const client = await server.openSocket()
    const clientId = await client.join(`u${index}`, { ack: index % 3 === 0 })
    if (index % 2 === 0) client.send(connect(clientId))
    client.socket.terminate()
    await client.closed
    server.deliver(`u${index}`, 'too late')
  },
}

test.each(['long-polling', 'websocket'] as const)(
  '[BX42] ten thousand clients that are cut off over %s leave the heap as it was',
  async (transport) => {
    server = await startServer({
      limits: { handshakesPerSecondMax: clients * 2 },
      // The observer of the kit remembers everything.
      observer: {},
    })
    const abandon = async (count: number) => {
      for (let index = 0; index < count; index += atOnce) {
        await Promise.all(
          Array.from({ length: atOnce }, (_, offset) => abandonments[transport](index + offset)),
        )
      }
      await server.until(() => server.bayeux.stats().heldConnects === 0)
    }
    const forget = async () => {
      await server.clock.advance(200_000)
      expect(server.bayeux.sessions()).toEqual([])
      server.outcomes.length = 0
    }
    await abandon(atOnce * 10)
    await forget()
    const before = await heapUsed()
    await abandon(clients)
    expect(server.bayeux.sessions()).toHaveLength(clients)
    expect(await heapUsed()).toBeGreaterThan(before + clients * bytesPerClientMax)
    await forget()
    expect(await heapUsed()).toBeLessThan(before + clients * bytesPerClientMax)
    agent.destroy()
  },
  180_000,
)

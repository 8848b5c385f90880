import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, test } from 'vitest'
import { browserOf } from './browser-cookie.ts'
import { startServer, type TestServer } from './testing.ts'

let server: TestServer | undefined

afterEach(() => server?.close())

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

/** What is still reachable when some turns have passed. */
async function heapUsed(): Promise<number> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    if (typeof collect === 'function') collect()
  }
  return process.memoryUsage().heapUsed
}

test('[BX97] of a header with a cookie nothing is kept but the name of the browser', async () => {
  const before = await heapUsed()
  const names = Array.from({ length: 200 }, (_, index) =>
    browserOf(`a=${String(index).padEnd(100_000, 'x')}; BAYEUX_BROWSER=${'0123456789abcdef'.repeat(2)}`),
  )
  const after = await heapUsed()
  expect(names.every((name) => name?.length === 32)).toBe(true)
  // 20 MB have been read.
  expect(after - before).toBeLessThan(2_000_000)
})

test('[BX97] of publishes that may be sent again nothing is kept but prints', async () => {
  server = await startServer({
    observer: {
      answered(request) {
        if (request.headers['cut'] !== undefined) request.socket.destroy()
      },
    },
  })
  const clientId = await server.join('ann')
  const publish = async (index: number) => {
    const message = { channel: '/open/chat', clientId, data: String(index).padEnd(200_000, 'x'), id: index }
    await server?.post([message], { headers: { user: 'ann', cut: '1' } }).catch(() => {})
  }
  for (let index = 0; index < 10; index += 1) await publish(index)
  const before = await heapUsed()
  for (let index = 10; index < 90; index += 1) await publish(index)
  // 16 MB have been published.
  expect((await heapUsed()) - before).toBeLessThan(2_000_000)
})

import { connect as dial } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startServer, type TestServer } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

/** A server to which the connection of every request with the header `cut` breaks while it is handled. */
const startCutting = (limits = {}) =>
  startServer({
    limits,
    observer: {
      answered(request) {
        if (request.headers['cut'] !== undefined) request.socket.destroy()
      },
    },
  })

/** Publishes, and gets no reply. */
async function publishAndBreak(clientId: string, data: unknown, id: string | number) {
  const message = { channel: '/open/chat', clientId, data, id }
  await expect(server.post([message], { headers: { user: 'ann', cut: '1' } })).rejects.toThrow()
}

async function listen() {
  const listener = await server.openSocket({ headers: { user: 'ben' } })
  const clientId = await listener.join('ben')
  await listener.ask({ channel: '/meta/subscribe', clientId, subscription: '/open/chat' })
  return () => listener.messages.filter(({ channel }) => channel === '/open/chat').map(({ data }) => data)
}

test('[BX37] a publish whose reply was cut off counts once, though its client sends it again', async () => {
  server = await startCutting()
  const heard = await listen()
  const clientId = await server.join('ann')
  await publishAndBreak(clientId, 'one', 'x1')
  const again = { channel: '/open/chat', clientId, data: 'one', id: 'x1' }
  expect(await server.ask(again, { user: 'ann' })).toMatchObject({ id: 'x1', successful: true })
  await server.ask({ ...again, data: 'two' }, { user: 'ann' })
  await server.until(() => heard().includes('two'))
  expect(heard()).toEqual(['one', 'two'])
})

test('[BX37] a publish whose reply was written and not read counts once', async () => {
  server = await startServer()
  const heard = await listen()
  const clientId = await server.join('ann')
  const again = { channel: '/open/chat', clientId, data: 'one', id: 'x1' }
  const body = JSON.stringify([again])
  const socket = dial(server.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.pause()
  const before = server.bayeux.stats().delivered
  socket.write(
    `POST /cometd HTTP/1.1\r\nHost: x\r\nuser: ann\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  await server.until(() => server.bayeux.stats().delivered > before)
  socket.resetAndDestroy()
  expect(await server.ask(again, { user: 'ann' })).toMatchObject({ id: 'x1', successful: true })
  await server.ask({ ...again, data: 'two' }, { user: 'ann' })
  await server.until(() => heard().includes('two'))
  expect(heard()).toEqual(['one', 'two'])
})

test('[BX37] a publish without an id counts each time it is sent', async () => {
  server = await startServer()
  const heard = await listen()
  const clientId = await server.join('ann')
  for (let times = 0; times < 2; times += 1)
    await server.ask({ channel: '/open/chat', clientId, data: 'same' }, { user: 'ann' })
  await server.until(() => heard().length === 2)
})

test('[BX37] as many are remembered as a request may hold, the youngest', async () => {
  server = await startCutting({ messagesPerRequestMax: 3 })
  const heard = await listen()
  const clientId = await server.join('ann')
  for (const data of ['a', 'b', 'c', 'd']) await publishAndBreak(clientId, data, data)
  for (const data of ['d', 'c', 'b', 'a', 'end']) {
    await server.ask({ channel: '/open/chat', clientId, data, id: data }, { user: 'ann' })
  }
  await server.until(() => heard().includes('end'))
  expect(heard()).toEqual(['a', 'b', 'c', 'd', 'a', 'end'])
})

test('[BX37] ids that have become the same number are not taken for one', async () => {
  server = await startCutting()
  const heard = await listen()
  const clientId = await server.join('ann')
  const body = (id: string) => `[{"channel":"/open/chat","clientId":"${clientId}","data":"x","id":${id}}]`
  const cut = { headers: { user: 'ann', cut: '1' } }
  await expect(server.post(body('9007199254740992'), cut)).rejects.toThrow()
  await server.post(body('9007199254740993'), { headers: { user: 'ann' } })
  await server.until(() => heard().length === 2)
})

test('[BX37] after a while, the same id and data are a new publish', async () => {
  server = await startCutting({ repeatWindow: 1000 })
  const heard = await listen()
  const clientId = await server.join('ann')
  await publishAndBreak(clientId, 'one', 'x1')
  await server.clock.advance(1001)
  await server.ask({ channel: '/open/chat', clientId, data: 'one', id: 'x1' }, { user: 'ann' })
  await server.until(() => heard().length === 2)
})

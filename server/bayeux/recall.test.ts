import { afterEach, expect, test } from 'vitest'
import { connect, startServer, type TestServer } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

const dataIn = (messages: readonly object[]) =>
  messages.flatMap((message) => ('data' in message ? [message.data] : []))

test('[BX96] what waits on a channel that the host recalls is lost, on others and for one session it is not', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  await server.ask({ channel: '/meta/subscribe', clientId, subscription: '/other' })
  server.deliver('ann', 'old')
  server.deliver('ann', 'else', '/other')
  const [session] = server.bayeux.sessions()
  if (session !== undefined) server.bayeux.send(session, '/news', 'sent')
  server.bayeux.broadcast('/news', 'to all')
  server.bayeux.recall('/news')
  await server.until(() => server.outcomes.length === 1)
  expect(server.outcomes).toEqual(['"old":lost'])
  server.deliver('ann', 'new')
  expect(dataIn((await server.post([connect(clientId)])).messages)).toEqual(['else', 'sent', 'new'])
  await server.until(() => server.outcomes.length === 3)
  expect(server.bayeux.stats()).toMatchObject({ pendingMessages: 0, pendingBytes: 0, lost: 2, delivered: 3 })
})

test('[BX96] what was not acknowledged when it was recalled is not sent again', async () => {
  server = await startServer()
  const clientId = await server.join('ann', { ack: true })
  const poll = async (ack: number) => {
    const advice = { timeout: 0 }
    return dataIn((await server.post([connect(clientId, { ext: { ack }, advice })])).messages)
  }
  server.deliver('ann', 'old')
  expect(await poll(1)).toEqual(['old'])
  server.bayeux.recall('/news')
  server.deliver('ann', 'new')
  // Nobody knows whether the first answer has arrived.
  expect(await poll(1)).toEqual(['new'])
  expect(server.outcomes).toEqual(['"old":lost'])
  expect(await poll(3)).toEqual([])
  expect(server.outcomes).toEqual(['"old":lost', '"new":delivered'])
})

test('[BX96] what was recalled while it was under way is not sent again', async () => {
  server = await startServer({ limits: { queuedBytesMax: 100 * 1024 * 1024 } })
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  client.socket.pause()
  const big = 'x'.repeat(24 * 1024 * 1024)
  server.deliver('ann', big)
  await server.until(() => server.heard.filter((entry) => entry === 'frame sent ann').length === 4)
  server.deliver('ann', 'behind it')
  server.bayeux.recall('/news')
  server.deliver('ann', 'new')
  client.socket.terminate()
  const next = await server.openSocket()
  next.send(connect(clientId, { advice: { timeout: 0 } }))
  await next.waitFor(({ data }) => data === 'new')
  expect(dataIn(next.messages)).toEqual(['new'])
  await server.until(() => server.outcomes.length === 3)
  const outcomes = server.outcomes.map((outcome) => outcome.replace(big, 'big'))
  expect(outcomes).toEqual(['"behind it":lost', '"big":lost', '"new":delivered'])
})

import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Evidence, SessionView } from '../bayeux/bayeux.ts'
import { openDevice } from '../testing-device.ts'
import { cometDevice, startTester } from '../testing.ts'
import type { PushData } from './contract.ts'
import { gmsLimits } from './limits.ts'
import { createBayeuxPolicy } from './policy.ts'

const request = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage
const evidence = (given: Partial<Evidence>): Evidence => ({
  headers: {},
  transport: 'websocket',
  ext: undefined,
  browser: undefined,
  isHandshake: true,
  ...given,
})
const session: SessionView = {
  clientId: 'c',
  user: 'bob',
  transport: 'websocket',
  ext: undefined,
  subscriptions: [],
}
const createPolicy = () => createBayeuxPolicy({ allowedOrigins: ['http://pages.example'] })

test('[GM54] the header goes before ext, ext before the cookie', () => {
  const policy = createPolicy()
  const ext = { gms_user: 'ext' }
  expect(policy.identify(evidence({ headers: { gms_user: 'header' }, ext, browser: 'b' }))).toBe('header')
  expect(policy.identify(evidence({ ext, browser: 'b' }))).toBe('ext')
  expect(policy.identify(evidence({ browser: 'b' }))).toBe('header')
  expect(policy.identify(evidence({ ext: { gms_user: 7 }, browser: 'other' }))).toBeNull()
})

test('[GM54] a REST request binds its browser too; one that has shown two users binds nobody', () => {
  const policy = createPolicy()
  const cookie = 'JSESSIONID=x; BAYEUX_BROWSER=b1; theme=dark'
  policy.noteBrowser(request({ gms_user: 'bob', cookie }))
  policy.noteBrowser(request({ cookie }))
  policy.noteBrowser(request({ gms_user: 'bob', cookie }))
  expect(policy.identify(evidence({ browser: 'b1' }))).toBe('bob')
  policy.noteBrowser(request({ gms_user: 'eve', cookie }))
  expect(policy.identify(evidence({ browser: 'b1' }))).toBeNull()
  policy.noteBrowser(request({ gms_user: 'eve', cookie }))
  expect(policy.identify(evidence({ browser: 'b1' }))).toBeNull()
  expect(policy.identify(evidence({ browser: 'b1', headers: { gms_user: 'eve' } }))).toBe('eve')
})

test("[GM54] a page of one user does not hear another's messages because they share a browser", async () => {
  const tester = await startTester({ agents: ['anna'] })
  const socketUrl = `${tester.url.replace(/^http/, 'ws')}/genesys/cometd`
  const headers = { cookie: 'BAYEUX_BROWSER=shared' }
  for (const gms_user of ['ben', 'ann'])
    await fetch(`${tester.url}/genesys/1/service/none/check-queue-position`, {
      method: 'POST',
      headers: { ...headers, gms_user },
    })
  // Ben's page: its header cannot go with the upgrade.
  const socket = new WebSocket(socketUrl, { headers })
  await once(socket, 'open')
  const handshake = { channel: '/meta/handshake', version: '1.0' }
  socket.send(JSON.stringify([{ ...handshake, supportedConnectionTypes: ['websocket', 'long-polling'] }]))
  const [reply] = await once(socket, 'message')
  expect(JSON.parse(String(reply))).toMatchObject([
    { successful: true, supportedConnectionTypes: ['long-polling'] },
  ])
  socket.terminate()
  await tester.close()
})

test('[GM55] after the handshake header and ext claim, the cookie does not', () => {
  const policy = createPolicy()
  policy.noteBrowser(request({ gms_user: 'bob', cookie: 'BAYEUX_BROWSER=b1' }))
  const later = { browser: 'b1', isHandshake: false }
  expect(policy.identify(evidence(later))).toBeNull()
  expect(policy.identify(evidence({ ...later, ext: { gms_user: 'eve' } }))).toBe('eve')
  expect(policy.identify(evidence({ ...later, headers: { gms_user: 'eve' } }))).toBe('eve')
})

test('[GM56] the cookies longest unused are forgotten', () => {
  const policy = createBayeuxPolicy({ allowedOrigins: [], limits: { browsersMax: 2 } })
  const note = (browser: string) =>
    policy.noteBrowser(request({ gms_user: `user of ${browser}`, cookie: `BAYEUX_BROWSER=${browser}` }))
  note('a')
  note('b')
  note('a')
  note('c')
  expect(['a', 'b', 'c'].map((browser) => policy.identify(evidence({ browser })))).toEqual([
    'user of a',
    null,
    'user of c',
  ])
  expect(gmsLimits.browsersMax).toBe(10_000)
})

test('[GM57] what may be listened to and published on', () => {
  const policy = createPolicy()
  const may = (channel: string) => policy.maySubscribe(session, channel)
  expect(['/_genesys', '/service/chatV2/x', '/gmstester/changes'].map(may)).toEqual([true, true, true])
  expect(['/**', '/_genesys/x', '/other', '/gmstester/**'].map(may)).toEqual([false, false, false, false])
  expect(policy.mayPublish(session, '/service/x', {})).toBe('swallow')
  expect(policy.mayPublish(session, '/_genesys', {})).toBe('refuse')
})

test('[GM58] pages come from here or from the list', () => {
  const policy = createPolicy()
  const from = (origin: string) => policy.mayComeFrom(origin, request({ host: 'localhost:8080' }))
  expect(from('http://localhost:8080')).toBe(true)
  expect(from('http://pages.example')).toBe(true)
  expect(['http://localhost:9090', 'http://evil.example', 'null'].map(from)).toEqual([false, false, false])
})

test('[GM54] a session of somebody else hears nothing', async () => {
  const tester = await startTester({ agents: ['anna'] })
  const [bob, eve] = await Promise.all(
    ['bob', 'eve'].map((user) => openDevice({ url: tester.url, user, transport: 'long-polling' })),
  )
  await tester.agent('anna').ready()
  const { id } = await tester.customer.startCallback('chat-delay', cometDevice('bob'))
  await bob?.until((push: PushData) => push.tag.endsWith(id))
  expect(eve?.received).toEqual([])
  await Promise.all([bob?.close(), eve?.close()])
  await tester.close()
})

import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { cometDevice, startTester, type Tester } from '../testing.ts'
import { openDevice } from '../testing-device.ts'
import type { PushData } from '../gms/contract.ts'
import type { TrafficDetail, TrafficPage, TrafficSummary } from './contract.ts'

const itemsOf = async ({ api }: Tester, after = 0) =>
  ((await api('GET', `/traffic?after=${after}&limit=1000`)).body as TrafficPage).items

const detailOf = async ({ api }: Tester, item: TrafficSummary | undefined) =>
  (await api('GET', `/traffic/${item?.number}`)).body as TrafficDetail

/** Waits until a row fits: rows are written when their answer has gone out. */
async function untilRow(tester: Tester, fits: (item: TrafficSummary) => boolean): Promise<TrafficSummary> {
  for (;;) {
    const found = (await itemsOf(tester)).find(fits)
    if (found !== undefined) return found
  }
}

/** Sends bytes over a socket; answers what came back until the server closed. */
const sendRaw = (url: string, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })

const start = (url: string, fields: Record<string, string>, user = 'u1') =>
  fetch(`${url}/genesys/1/service/callback/chat-delay?x=1`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { gms_user: user },
  })

/** One Bayeux request by long-polling. */
async function bayeux(url: string, message: object, user = 'u1') {
  const headers = { 'Content-Type': 'application/json', gms_user: user }
  const body = JSON.stringify([message])
  const response = await fetch(`${url}/genesys/cometd`, { method: 'POST', body, headers })
  return (await response.json()) as { channel: string; clientId: string; data?: unknown }[]
}

async function handshake(url: string, ext = {}): Promise<string> {
  const message = { channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling'] }
  const [reply] = await bayeux(url, { ...message, ext })
  return reply?.clientId ?? ''
}

const connectOf = (clientId: string) => ({
  channel: '/meta/connect',
  clientId,
  connectionType: 'long-polling',
})

/** A WebSocket that speaks Bayeux by hand. */
async function openSocket(url: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/genesys/cometd`)
  await once(socket, 'open')
  const send = (message: object) => socket.send(JSON.stringify([message]))
  return {
    send,
    connect: (clientId: string, id: string) =>
      send({ channel: '/meta/connect', clientId, connectionType: 'websocket', id }),
    close: () => socket.close(),
    async handshake(): Promise<string> {
      const supportedConnectionTypes = ['websocket']
      const ext = { gms_user: 'u1' }
      send({ channel: '/meta/handshake', version: '1.0', supportedConnectionTypes, ext, id: 'first' })
      const [data] = (await once(socket, 'message')) as [Buffer]
      const [reply] = JSON.parse(data.toString()) as [{ clientId: string }]
      return reply.clientId
    },
  }
}

test('[TA45] headers stand in their order and case, and bodies as they crossed the wire', async () => {
  const tester = await startTester()
  const body = '_customer_number=1&usr_reason=Gr%C3%BC%C3%9Fe'
  const head = [
    'POST /genesys/1/service/callback/chat-delay?x=1 HTTP/1.1',
    'HOST: localhost',
    'x-Odd-CASE: 1',
    'gms_user: u1',
    'X-Twice: a',
    'X-Twice: b',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ]
  const answer = await sendRaw(tester.url, `${head.join('\r\n')}\r\n\r\n${body}`)
  const row = await untilRow(tester, (item) => item.status === 200)
  const detail = await detailOf(tester, row)
  expect(detail.requestHeaders.map(([name, value]) => `${name}: ${value}`)).toEqual(head.slice(1))
  expect(detail.requestBody).toBe(body)
  const [answerHead, answerBody] = answer.split('\r\n\r\n')
  expect([detail.statusLine, ...detail.responseHeaders.map(([name, value]) => `${name}: ${value}`)]).toEqual(
    answerHead?.split('\r\n'),
  )
  expect(detail.statusLine).toBe('HTTP/1.1 200 OK')
  expect(detail.responseHeaders.filter(([name]) => name === 'Cache-Control')).toEqual([
    ['Cache-Control', 'no-cache'],
    ['Cache-Control', 'no-store'],
  ])
  expect(detail.responseBody).toBe(answerBody)
  expect(detail).toMatchObject({
    httpVersion: '1.1',
    requestBytes: body.length,
    responseBytes: answerBody?.length,
    isTruncated: false,
  })
  await tester.close()
})

test('[TA46] what may change something is logged; watching is not', async () => {
  const tester = await startTester()
  const { api, url } = tester
  await api('GET', '/agents')
  await api('GET', '/callbacks/none')
  await api('POST', '/agents/anna/state', { state: 'ready' })
  await api('PATCH', '/settings', { gmsVersion: '9' })
  await fetch(`${url}/somewhere/else`)
  await fetch(`${url}/genesys/nothing`)
  await start(url, { _customer_number: '1' })
  const items = await itemsOf(tester)
  expect(items.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
    'POST /gmstester/api/agents/anna/state 200',
    'PATCH /gmstester/api/settings 400',
    'GET /genesys/nothing 404',
    'POST /genesys/1/service/callback/chat-delay?x=1 200',
  ])
  expect(items.every((item) => item.durationMillis !== null && item.durationMillis >= 0)).toBe(true)
  await tester.close()
})

test('[TA47] what is asked of a booking names it, and what administrators ask is theirs', async () => {
  const { url, api, close } = await startTester()
  const base = `${url}/genesys/1`
  await fetch(`${base}/service/callback/chat-delay/369-x`, { method: 'DELETE' })
  await fetch(`${base}/service/callback/chat-delay/availability`)
  await fetch(`${base}/admin/callback/cancel`, { method: 'POST', body: new URLSearchParams({ ids: '[]' }) })
  await fetch(`${base}/phonenumber?number=1`)
  expect((await api('GET', '/traffic')).body).toMatchObject({
    items: [
      { actor: 'customer', serviceId: '369-x', note: 'callback' },
      { actor: 'customer', serviceId: null, note: 'availability' },
      { actor: 'tester', serviceId: null, note: 'admin/callback/cancel' },
      { actor: 'customer', serviceId: null, note: 'phonenumber' },
    ],
  })
  await close()
})

test('[TA47] a row says who speaks, for whom, and what is done', async () => {
  const tester = await startTester()
  const { api, url, agent, customer } = tester
  const { _id: id } = (await (await start(url, { _customer_number: '1' })).json()) as { _id: string }
  const post = (path: string) => fetch(`${url}${path}`, { method: 'POST', headers: { gms_user: 'u1' } })
  await agent('anna').ready()
  await post(`/genesys/1/service/${id}/connect`)
  await post(`/genesys/1/service/${id}/retrieve-agent-notifications`)
  await post(`/genesys/1/service/${id}/ixn/chat`)
  await api('POST', `/agents/anna/interactions/${id}/accept`)
  await api('POST', '/clock', { advanceSeconds: 1 })
  expect(await customer.callback(id as never)).toMatchObject({ step: 'talking' })
  const rows = (await itemsOf(tester)).filter((item) => item.kind === 'exchange')
  expect(rows.map(({ actor, user, serviceId, note }) => ({ actor, user, serviceId, note }))).toEqual([
    { actor: 'customer', user: 'u1', serviceId: id, note: 'start callback' },
    { actor: 'customer', user: 'u1', serviceId: id, note: 'connect' },
    { actor: 'agent', user: 'u1', serviceId: id, note: 'retrieve-agent-notifications' },
    { actor: 'customer', user: 'u1', serviceId: id, note: 'ixn/chat' },
    { actor: 'agent', user: null, serviceId: id, note: `agents/anna/interactions/${id}/accept` },
    { actor: 'tester', user: null, serviceId: null, note: 'clock' },
  ])
  await tester.close()
})

test('[TA118] a row has the time of the network and that of the contact centre', async () => {
  const tester = await startTester()
  await tester.clock.advance(3_600_000)
  await tester.agent('anna').ready()
  await fetch(`${tester.url}/genesys/1/service/none/connect`, { method: 'POST' })
  const row = await untilRow(tester, (item) => item.note === 'connect')
  expect(Date.parse(row.centreAt)).toBe(tester.clock.now())
  expect(Math.abs(Date.now() - Date.parse(row.at))).toBeLessThan(60_000)
  expect(row.at).not.toBe(row.centreAt)
  await tester.close()
})

test('[TA48] a held poll is a row while it is held', async () => {
  const tester = await startTester()
  const { url, customer, agent } = tester
  const clientId = await handshake(url)
  await bayeux(url, { channel: '/meta/subscribe', clientId, subscription: '/_genesys' })
  await bayeux(url, connectOf(clientId))
  const held = bayeux(url, connectOf(clientId))
  const row = await untilRow(tester, (item) => item.isHeld)
  expect(row).toMatchObject({ status: null, durationMillis: null, user: 'u1', note: '/meta/connect' })

  const { id } = await customer.startCallback('chat-delay', cometDevice('u1'))
  await agent('anna').ready()
  expect(await held).toContainEqual(expect.objectContaining({ channel: '/_genesys' }))
  const answered = await untilRow(tester, (item) => item.number === row.number && !item.isHeld)
  expect(answered).toMatchObject({
    status: 200,
    durationMillis: expect.any(Number),
    isHeartbeat: false,
    serviceId: id,
    note: '/meta/connect → /_genesys',
  })
  await tester.close()
})

test('[TA48] a poll that comes back with nothing is a heartbeat', async () => {
  const tester = await startTester()
  const clientId = await handshake(tester.url)
  await bayeux(tester.url, connectOf(clientId))
  const rows = await itemsOf(tester)
  expect(rows.map((item) => [item.note, item.isHeartbeat])).toEqual([
    ['/meta/handshake', false],
    ['/meta/connect', true],
  ])
  await tester.close()
})

test('[TA120] a connect of a client that is gone is refused and no heartbeat, though HTTP says 200', async () => {
  const tester = await startTester()
  const clientId = await handshake(tester.url)
  await bayeux(tester.url, { channel: '/meta/disconnect', clientId })
  await bayeux(tester.url, connectOf(clientId))
  expect((await itemsOf(tester)).at(-1)).toMatchObject({
    status: 200,
    isRefused: true,
    isHeartbeat: false,
    note: '/meta/connect: 402::Unknown client',
  })
  await tester.close()
})

test('[TA120] over a WebSocket the frame that refuses is no heartbeat either', async () => {
  const tester = await startTester()
  const socket = await openSocket(tester.url)
  const clientId = await socket.handshake()
  socket.send({ channel: '/meta/disconnect', clientId })
  socket.connect(clientId, 'late')
  const refused = await untilRow(tester, (item) => item.isRefused)
  expect(refused).toMatchObject({
    kind: 'frame',
    method: 'RECEIVE',
    path: '/meta/connect',
    isHeartbeat: false,
    note: '/meta/connect: 402::Unknown client',
  })
  socket.close()
  await tester.close()
})

test('[TA121] a poll that says something else has another print, be it as long as the one before', async () => {
  const tester = await startTester()
  const { url, customer } = tester
  const ids = [await customer.startCallback(), await customer.startCallback(), await customer.startCallback()]
  const last = ids[2]?.id ?? ''
  const poll = (id: string, operation: string) =>
    fetch(`${url}/genesys/1/service/${id}/${operation}`, { method: 'POST', headers: { gms_user: 'u1' } })
  for (const gone of [undefined, undefined, ids[0]?.id, ids[1]?.id]) {
    if (gone !== undefined) await poll(gone, 'cancel')
    await poll(last, 'check-queue-position')
  }
  const polls = (await itemsOf(tester)).filter((item) => item.note === 'check-queue-position')
  const [third, again, second, first] = polls.map(({ answerPrint }) => answerPrint)
  expect(again).toBe(third)
  expect(new Set([third, second, first]).size).toBe(3)
  expect(new Set(polls.map(({ responseBytes }) => responseBytes)).size).toBeLessThan(3)
  const others = (await itemsOf(tester)).filter((item) => item.note !== 'check-queue-position')
  expect(others.map(({ answerPrint }) => answerPrint)).toEqual([null, null])
  await tester.close()
})

test('[TA122] a connect over a WebSocket is held until its answer, and has its length then', async () => {
  const tester = await startTester()
  const socket = await openSocket(tester.url)
  const clientId = await socket.handshake()
  socket.connect(clientId, 'at once')
  const first = await untilRow(tester, (item) => item.path === '/meta/connect' && item.method === 'SEND')
  const answered = await untilRow(tester, (item) => item.number === first.number && !item.isHeld)
  expect(answered).toMatchObject({ isHeartbeat: true, durationMillis: expect.any(Number) })

  socket.connect(clientId, 'held')
  const held = await untilRow(tester, (item) => item.isHeld)
  expect(held).toMatchObject({ kind: 'frame', method: 'SEND', durationMillis: null, isHeartbeat: false })
  const over = async () =>
    (await tester.api('GET', `/traffic?over=${first.number},${held.number},0,99999`)).body as TrafficPage
  expect((await over()).items.map(({ number }) => number)).toEqual([first.number])

  socket.send({ channel: '/meta/disconnect', clientId, id: 'bye' })
  await untilRow(tester, (item) => item.note.includes('/meta/disconnect') && item.method === 'RECEIVE')
  const after = (await over()).items.at(-1)
  expect(after).toMatchObject({ number: held.number, isHeld: false, isHeartbeat: true })
  expect(after?.durationMillis).toBeGreaterThanOrEqual(0)
  socket.close()
  await tester.close()
})

test('[TA122] a connect whose socket closes is held no longer, and no heartbeat', async () => {
  const tester = await startTester()
  const socket = await openSocket(tester.url)
  const clientId = await socket.handshake()
  socket.connect(clientId, 'first')
  socket.connect(clientId, 'held')
  const held = await untilRow(tester, (item) => item.isHeld)
  socket.close()
  const gone = await untilRow(tester, (item) => item.number === held.number && !item.isHeld)
  expect(gone).toMatchObject({ durationMillis: expect.any(Number), isHeartbeat: false })
  await tester.close()
})

test('[TA122] a connect that is refused is no heartbeat', async () => {
  const tester = await startTester()
  const socket = await openSocket(tester.url)
  const clientId = await socket.handshake()
  socket.connect(clientId, 'first')
  for (const id of ['older', 'newer']) socket.connect(clientId, id)
  const refused = await untilRow(tester, (item) => item.isRefused)
  const rows = await itemsOf(tester)
  expect(rows.find(({ number }) => number === refused.cause)).toMatchObject({
    method: 'SEND',
    isHeld: false,
    isHeartbeat: false,
  })
  expect(rows.filter(({ isHeld }) => isHeld)).toHaveLength(1)
  socket.close()
  await tester.close()
})

test('[TA123] so many rows may be asked for whether they are over, and no more', async () => {
  const { api, close } = await startTester({ limits: { tester: { trafficOverMax: 2 } } })
  for (const state of ['ready', 'not-ready']) await api('POST', '/agents/anna/state', { state })
  expect((await api('GET', '/traffic?over=2,1')).body).toMatchObject({
    items: [{ number: 2 }, { number: 1 }],
    gone: [],
  })
  expect((await api('GET', '/traffic?over=2,999')).body).toMatchObject({
    items: [{ number: 2 }],
    gone: [999],
  })
  for (const over of ['1,2,3', '', 'x', '1,', '-1'])
    expect(await api('GET', `/traffic?over=${over}`), over).toMatchObject({ status: 400 })
  await close()
})

test('[TA50] a push that has arrived says how long it took', async () => {
  const tester = await startTester()
  const device = await openDevice({ url: tester.url, user: 'u1', transport: 'websocket' })
  await tester.customer.startCallback('chat-delay', cometDevice('u1'))
  await tester.agent('anna').ready()
  await device.until(() => true)
  const row = await untilRow(tester, (item) => item.kind === 'push' && item.durationMillis !== null)
  expect(row.durationMillis).toBeGreaterThanOrEqual(0)
  expect(row.note).toMatch(/ to 1 session$/)
  await device.close()
  await tester.close()
})

test('[TA50] a push whose session ended before it had it says in its note that it is lost', async () => {
  const tester = await startTester()
  const post = async (message: object) => {
    const headers = { 'Content-Type': 'application/json', gms_user: 'u1' }
    const body = JSON.stringify([message])
    const response = await fetch(`${tester.url}/genesys/cometd`, { method: 'POST', headers, body })
    return ((await response.json()) as { clientId?: string }[])[0]
  }
  const { clientId } =
    (await post({
      channel: '/meta/handshake',
      version: '1.0',
      supportedConnectionTypes: ['long-polling'],
    })) ?? {}
  await post({ channel: '/meta/subscribe', clientId, subscription: '/_genesys' })
  await tester.customer.startCallback('chat-delay', cometDevice('u1'))
  await tester.agent('anna').ready()
  await untilRow(tester, (item) => item.kind === 'push')
  await post({ channel: '/meta/disconnect', clientId })
  const row = await untilRow(tester, (item) => item.kind === 'push' && item.durationMillis !== null)
  // The pages read it: components/wire/push-outcome.ts.
  expect(row.note).toMatch(/ to 1 session, lost$/)
  await tester.close()
})

test('[TA49] a WebSocket shows as its upgrade and its frames', async () => {
  const tester = await startTester()
  const { url, customer, agent } = tester
  const device = await openDevice({ url, user: 'u1', transport: 'websocket' })
  const { id } = await customer.startCallback('chat-delay', cometDevice('u1'))
  await agent('anna').ready()
  await device.until(() => true)
  const pushed = await untilRow(tester, (item) => item.kind === 'frame' && item.path === '/_genesys')
  expect(pushed).toMatchObject({
    actor: 'server',
    method: 'RECEIVE',
    user: 'u1',
    serviceId: id,
    status: null,
  })
  const rows = await itemsOf(tester)
  const [upgrade] = rows
  expect(upgrade).toMatchObject({ kind: 'exchange', method: 'GET', status: 101, path: '/genesys/cometd' })
  const { statusLine, responseHeaders } = await detailOf(tester, upgrade)
  expect(statusLine).toBe('HTTP/1.1 101 Switching Protocols')
  expect(responseHeaders).toContainEqual(['Upgrade', 'websocket'])
  const sent = rows.find((item) => item.method === 'SEND' && item.note === '/meta/handshake')
  expect(JSON.parse((await detailOf(tester, sent)).requestBody)).toMatchObject([
    { channel: '/meta/handshake', ext: { gms_user: 'u1' } },
  ])
  await device.close()
  await tester.close()
})

test('[TA50] each push is a row, also when nobody takes it', async () => {
  const tester = await startTester()
  const { id } = await tester.customer.startCallback('chat-delay', cometDevice('u1'))
  await tester.agent('anna').ready()
  const row = await untilRow(tester, (item) => item.kind === 'push')
  expect(row).toMatchObject({
    actor: 'server',
    method: 'PUSH',
    path: '/_genesys',
    user: 'u1',
    serviceId: id,
    note: expect.stringContaining(`service.agentavailable.${id}`),
  })
  const data = JSON.parse((await detailOf(tester, row)).responseBody) as PushData
  expect(data).toMatchObject({ tag: `service.agentavailable.${id}`, message: { _id: id } })
  expect(row.durationMillis).toBeNull()
  await tester.close()
})

test('[TA117] a push for another device is a row as its provider would be asked, sent nowhere', async () => {
  const tester = await startTester()
  const device = { os: 'gcm', notificationId: 'token-of-the-phone' }
  const { id } = await tester.customer.startCallback('chat-delay', { device, user: cometDevice('u1').user })
  await tester.agent('anna').ready()
  const row = await untilRow(tester, (item) => item.kind === 'unsent')
  expect(row).toMatchObject({
    method: 'FCM',
    path: '/v1/projects/gms-tester/messages:send',
    user: 'u1',
    serviceId: id,
    status: null,
    note: `service.agentavailable.${id}, rendered, not sent`,
  })
  const { requestBody, requestHeaders, responseBody } = await detailOf(tester, row)
  expect(requestHeaders).toEqual([['Content-Type', 'application/json']])
  expect(JSON.parse(requestBody)).toMatchObject({ message: { token: 'token-of-the-phone' } })
  expect(responseBody).toBe('')
  await tester.close()
})

test.each(['long-polling', 'websocket'] as const)(
  '[TA51] watching leaves no traffic: %s',
  async (transport) => {
    const tester = await startTester()
    const { url, agent } = tester
    const workbench = await openDevice({
      url,
      user: 'workbench',
      transport,
      channel: '/gmstester/changes',
      ext: { gmstester: 'workbench' },
    })
    const other = await openDevice({ url, user: 'other', transport, channel: '/gmstester/changes' })
    await agent('anna').ready()
    for (const watcher of [workbench, other])
      await watcher.until<{ kind: string }>((hint) => hint.kind === 'agent')
    const rows = await itemsOf(tester)
    expect(rows.filter((item) => item.user === 'workbench')).toEqual([])
    // Before it began to listen for changes, it was a session as any other.
    const notes = rows.filter((item) => item.user === 'other').map((item) => item.note)
    expect(notes.some((note) => note.includes('/gmstester/changes'))).toBe(false)
    const newest = rows.at(-1)?.number ?? 0
    await agent('ben').ready()
    for (const watcher of [workbench, other])
      await watcher.until<{ kind: string; id: string }>((hint) => hint.kind === 'agent' && hint.id === 'ben')
    expect(await itemsOf(tester, newest)).toEqual([])
    await Promise.all([workbench.close(), other.close()])
    await tester.close()
  },
)

test('[TA51] whoever may not listen for changes, or does no longer, is in the log', async () => {
  const tester = await startTester()
  const { url } = tester
  const post = async (message: object) => {
    const response = await fetch(`${url}/genesys/cometd`, { method: 'POST', body: JSON.stringify([message]) })
    return (await response.json()) as [{ clientId: string; successful: boolean }]
  }
  const supportedConnectionTypes = ['long-polling']
  const [{ clientId }] = await post({ channel: '/meta/handshake', version: '1.0', supportedConnectionTypes })
  const channel = '/gmstester/changes'
  const rowsOf = async (message: object) => {
    const before = (await itemsOf(tester)).length
    await post({ clientId, ...message })
    return (await itemsOf(tester)).length - before
  }
  const subscribe = (...subscription: string[]) => rowsOf({ channel: '/meta/subscribe', subscription })
  expect(await subscribe(channel, '/not/allowed')).toBe(1)
  expect(await subscribe('/_genesys')).toBe(1)
  expect(await subscribe(channel)).toBe(0)
  expect(await subscribe('/_genesys')).toBe(0)
  expect(await rowsOf({ channel: '/meta/unsubscribe', subscription: channel })).toBe(1)
  expect(await subscribe('/_genesys')).toBe(1)
  await tester.close()
})

test('[TA52] a caller that goes away leaves a row without a status', async () => {
  const tester = await startTester()
  const head = ['POST /genesys/1/service/callback/chat-delay HTTP/1.1', 'Host: x', 'Content-Length: 10']
  const socket = connect(Number(new URL(tester.url).port), '127.0.0.1')
  socket.write(`${head.join('\r\n')}\r\n\r\nabc`)
  await untilRow(tester, (item) => item.requestBytes === 3)
  socket.destroy()
  const row = await untilRow(tester, (item) => item.durationMillis !== null)
  expect(row).toMatchObject({ status: null, requestBytes: 3, responseBytes: 0 })
  await tester.close()
})

test('[TA53] a number that is not there is answered 404', async () => {
  const { api, close } = await startTester()
  for (const number of ['1', '0', '-1', 'x', '1.5', '99999999999999999999'])
    expect(await api('GET', `/traffic/${number}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'traffic-not-found' } },
    })
  await close()
})

test('[TA71] a row is pinned and unpinned, which leaves no row itself', async () => {
  const { api, close } = await startTester({ limits: { tester: { pinsMax: 1 } } })
  for (const state of ['ready', 'not-ready']) await api('POST', '/agents/anna/state', { state })
  expect(await api('PUT', '/traffic/1/pin')).toMatchObject({ status: 204 })
  expect(await api('PUT', '/traffic/2/pin')).toMatchObject({
    status: 409,
    body: { error: { code: 'pins-full' } },
  })
  expect(await api('PUT', '/traffic/9/pin')).toMatchObject({ status: 404 })
  const pins = async () =>
    ((await api('GET', '/traffic')).body as TrafficPage).items.map((row) => row.isPinned)
  expect(await pins()).toEqual([true, false])
  expect(await api('DELETE', '/traffic/1/pin')).toMatchObject({ status: 204 })
  expect(await pins()).toEqual([false, false])
  await close()
})

test('[TA130] a comment is written on a row and taken off, which leaves no row itself', async () => {
  const { api, close } = await startTester({ limits: { tester: { pinsMax: 1 } } })
  for (const state of ['ready', 'not-ready']) await api('POST', '/agents/anna/state', { state })
  expect(await api('PUT', '/traffic/1/comment', { text: '  Look at <this>\n' })).toMatchObject({
    status: 204,
  })
  const rows = async () =>
    ((await api('GET', '/traffic')).body as TrafficPage).items.map((row) => [row.comment, row.isPinned])
  expect(await rows()).toEqual([
    ['Look at <this>', true],
    [null, false],
  ])
  expect((await api('GET', '/traffic/1')).body).toMatchObject({ comment: 'Look at <this>' })
  expect(await api('PUT', '/traffic/2/comment', { text: 'x' })).toMatchObject({
    status: 409,
    body: { error: { code: 'pins-full' } },
  })
  expect(await api('PUT', '/traffic/9/comment', { text: 'x' })).toMatchObject({ status: 404 })
  expect(await api('DELETE', '/traffic/9/comment')).toMatchObject({ status: 404 })
  expect(await api('DELETE', '/traffic/1/comment')).toMatchObject({ status: 204 })
  expect(await rows()).toEqual([
    [null, true],
    [null, false],
  ])
  await close()
})

test('[TA130] a comment of 500 characters is kept; one of more, or of none, is refused by name', async () => {
  const { api, close } = await startTester()
  await api('POST', '/agents/anna/state', { state: 'ready' })
  const longest = 'x'.repeat(500)
  expect(await api('PUT', '/traffic/1/comment', { text: longest })).toMatchObject({ status: 204 })
  for (const body of [{ text: `${longest}x` }, { text: ' \n' }, { text: 5 }, { text: 'x', more: 1 }, {}])
    expect(await api('PUT', '/traffic/1/comment', body)).toMatchObject({
      status: 400,
      body: { error: { code: 'body-invalid', details: [{ field: expect.any(String) as string }] } },
    })
  expect((await api('GET', '/traffic/1')).body).toMatchObject({ comment: longest })
  await api('POST', '/reset')
  expect(((await api('GET', '/traffic')).body as TrafficPage).items.map(({ comment }) => comment)).toEqual([
    null,
  ])
  await close()
})

test('[TA72] a request that repeats another one says which', async () => {
  const { api, url, close } = await startTester()
  const ask = (header: string) =>
    fetch(`${url}/genesys/1/service/none/connect`, {
      method: 'POST',
      headers: { 'X-GMS-Test-Replay': header },
    })
  for (const header of ['41', '0', 'x', '1, 2']) await ask(header)
  const { items } = (await api('GET', '/traffic')).body as TrafficPage
  expect(items.map((row) => row.replayOf)).toEqual([41, null, null, null])
  expect(items.map((row) => row.status)).toEqual([404, 404, 404, 404])
  await close()
})

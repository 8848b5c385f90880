import { afterEach, expect, test } from 'vitest'
import { connect, handshake, startServer, type TestServer, type Wire } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

const script: Wire = { ...handshake(), supportedConnectionTypes: ['callback-polling'] }

const pathOf = (message: unknown, jsonp = 'cometd.cb_1') =>
  `/cometd/?jsonp=${encodeURIComponent(jsonp)}&message=${encodeURIComponent(JSON.stringify(message))}`

const get = (message: unknown, headers = {}, jsonp?: string) =>
  server.post('', { method: 'GET', path: pathOf(message, jsonp), headers })

async function join(user = 'ann'): Promise<string> {
  const { messages } = await get([{ ...script, ext: { user } }])
  const clientId = String(messages[0]?.['clientId'])
  await get([{ channel: '/meta/subscribe', clientId, subscription: '/news' }])
  await get([connect(clientId)])
  return clientId
}

function hold(clientId: string) {
  const before = server.heard.filter((entry) => entry === 'held ann').length
  const begun = server.begin('', { method: 'GET', path: pathOf([connect(clientId)]) })
  return server
    .until(() => server.heard.filter((entry) => entry === 'held ann').length > before)
    .then(() => begun)
}

test('[BX67] a script handshakes, subscribes, connects and receives, in answers that call its function', async () => {
  server = await startServer({ callbackPolling: true })
  const clientId = await join()
  const { answer } = await hold(clientId)
  expect(server.bayeux.sessions()[0]?.transport).toBe('callback-polling')
  server.deliver('ann', 'a\u2028b\u2029c')
  const { status, headers, text, messages } = await answer
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('text/javascript;charset=UTF-8')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cache-control']).toBe('no-store')
  expect(text).toMatch(/^\/\*\*\/cometd\.cb_1\(\[.*\]\);$/)
  expect(text).not.toMatch(/[\u2028\u2029]/)
  expect(messages[0]).toEqual({ channel: '/news', data: 'a\u2028b\u2029c' })
  await server.until(() => server.outcomes.length === 1)
  expect(server.outcomes[0]).toMatch(/delivered$/)
})

test('[BX67] a script that names no function calls the one of the specification', async () => {
  server = await startServer({ callbackPolling: true })
  const path = `/cometd?message=${encodeURIComponent(JSON.stringify(script))}`
  const { text } = await server.post('', { method: 'GET', path })
  expect(text).toMatch(/^\/\*\*\/jsonpcallback\(\[\{/)
})

test('[BX67] callback-polling is offered to who asks for it where it is wanted, else a GET is refused', async () => {
  server = await startServer({ callbackPolling: true })
  expect(await server.ask(handshake())).toMatchObject({
    supportedConnectionTypes: ['websocket', 'long-polling'],
  })
  expect((await get([script])).messages[0]).toMatchObject({
    supportedConnectionTypes: ['websocket', 'long-polling', 'callback-polling'],
  })
  await server.close()
  server = await startServer()
  const { status, headers } = await get([script])
  expect([status, headers['allow']]).toEqual([405, 'POST, OPTIONS'])
  expect(await server.ask(script)).toMatchObject({ successful: false, error: /^403::/ })
  expect(server.bayeux.sessions()).toEqual([])
})

test.each(['alert(1)//', 'a b', '', 'a..b', '1a', 'a[0]', '<script>', 'x'.repeat(65)])(
  '[BX68] the function name %j is refused and not repeated',
  async (name) => {
    server = await startServer({ callbackPolling: true })
    const { status, text } = await get([script], {}, name)
    expect(status).toBe(400)
    expect(text).toBe('That is no name of a function.\n')
    expect(server.bayeux.sessions()).toEqual([])
  },
)

test('[BX68] a function with the longest name there may be is called, one with a longer name is not', async () => {
  server = await startServer({ callbackPolling: true, limits: { callbackLengthMax: 12 } })
  expect((await get([script], {}, 'cb.a67890_12')).text).toMatch(/^\/\*\*\/cb\.a67890_12\(\[/)
  expect((await get([script], {}, 'cb.a67890_123')).status).toBe(400)
})

test.each([
  ['another page', { Referer: 'http://enemy.example/x' }, 403],
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['a sister site', { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['a known page', { Referer: 'http://friend.example/x', 'Sec-Fetch-Site': 'cross-site' }, 200],
  ['the same page', { 'Sec-Fetch-Site': 'same-origin' }, 200],
  ['nobody knows where', {}, 200],
])('[BX68] a script in %s is answered accordingly', async (_, headers, status) => {
  server = await startServer({ callbackPolling: true })
  expect((await get([script], headers)).status).toBe(status)
  expect(server.bayeux.sessions()).toHaveLength(status === 200 ? 1 : 0)
})

test('[BX68] a cookie that the browser sends along with a script makes nobody a user', async () => {
  const shown: unknown[] = []
  server = await startServer({
    callbackPolling: true,
    policy: {
      identify({ browser }) {
        shown.push(browser)
        return browser ?? null
      },
    },
  })
  const { messages } = await get([script], { Cookie: 'BAYEUX_BROWSER=eve' })
  await get([connect(String(messages[0]?.['clientId']))], { Cookie: 'BAYEUX_BROWSER=eve' })
  expect(shown).toEqual([undefined, undefined])
  expect(server.bayeux.sessions()[0]?.user).toBeNull()
})

test.each(['', 'message=', 'message=%5B7%5D', 'message=%5B%5D'])(
  '[BX68] the query %j is answered with 400',
  async (query) => {
    server = await startServer({ callbackPolling: true })
    const { status } = await server.post('', { method: 'GET', path: `/cometd?jsonp=f&${query}` })
    expect(status).toBe(400)
  },
)

test('[BX69] any other message of its client ends a held script, whose answer would block the next', async () => {
  server = await startServer({ callbackPolling: true })
  const clientId = await join()
  const { answer } = await hold(clientId)
  const { messages } = await get([{ channel: '/meta/subscribe', clientId, subscription: '/more' }])
  expect(messages[0]).toMatchObject({ channel: '/meta/subscribe', successful: true })
  expect((await answer).messages[0]).toMatchObject({ channel: '/meta/connect', successful: true })
})

test('[BX26] a newer connect ends the script that is held with an unsuccessful reply', async () => {
  server = await startServer({ callbackPolling: true })
  const clientId = await join()
  const first = await hold(clientId)
  const second = await hold(clientId)
  const { status, messages } = await first.answer
  expect(status).toBe(200)
  expect(messages).toEqual([{ channel: '/meta/connect', successful: false, error: expect.any(String) }])
  server.deliver('ann', 1)
  expect((await second.answer).messages[0]).toMatchObject({ data: 1 })
})

test('[BX31] an answer to a script that was cut off is delivered again', async () => {
  server = await startServer({ callbackPolling: true })
  const clientId = await join()
  const held = await hold(clientId)
  held.cut()
  await server.until(() => server.bayeux.stats().heldConnects === 0)
  server.deliver('ann', 1)
  const { messages } = await get([connect(clientId)])
  expect(messages[0]).toEqual({ channel: '/news', data: 1 })
})

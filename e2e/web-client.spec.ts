import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { expect, test, type Page, type Request } from '@playwright/test'
import { startTester, type Tester } from './tester.ts'

const scripts = path.resolve('node_modules/cometd')

/** Serves an empty page and the official client, as a web server of somebody else's. */
async function servePage(): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const name = /^\/cometd\/(\w+\.js)$/.exec(request.url ?? '')?.[1]
    if (name === undefined) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Client</title>')
      return
    }
    const answer = (text: string) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(text)
    readFile(path.join(scripts, name), 'utf8').then(answer, () => response.writeHead(404).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens nowhere.')
  return { server, origin: `http://127.0.0.1:${address.port}` }
}

let servers: Server[]
let tester: Tester
let listed: string
let unlisted: string

test.beforeEach(async () => {
  const [known, unknown] = [await servePage(), await servePage()]
  servers = [known.server, unknown.server]
  ;({ origin: listed } = known)
  ;({ origin: unlisted } = unknown)
  tester = await startTester({ ALLOWED_ORIGINS: listed })
})

test.afterEach(async () => {
  await tester.stop()
  for (const server of servers) server.close()
})

/** Runs the official client in the page, over one transport; what it hears is kept in the page as `heard`. */
const connect = (page: Page, url: string, user: string, transport: string) =>
  page.evaluate(
    async ([url, user, transport]) => {
      const { CometD } = await import(`${location.origin}/cometd/cometd.js`)
      const client = new CometD()
      for (const type of client.getTransportTypes()) if (type !== transport) client.unregisterTransport(type)
      client.configure({
        url: `${url}/genesys/cometd`,
        requestHeaders: { gms_user: user },
        maxNetworkDelay: 3000,
        maxBackoff: 0,
        logLevel: 'error',
      })
      const heard: unknown[] = []
      Object.assign(window, { heard })
      type Reply = { successful: boolean }
      const answered = new Promise<boolean>((resolve) => {
        client.handshake({ ext: { gms_user: user } }, ({ successful }: Reply) => {
          if (!successful) return resolve(false)
          const hear = ({ data }: { data: unknown }) => heard.push(data)
          client.subscribe('/_genesys', hear, {}, (reply: Reply) => resolve(reply.successful))
        })
      })
      return answered
    },
    [url, user, transport] as const,
  )

/** Starts a callback as the page's own code would, with credentials; answers its id, or why that did not go. */
const start = (page: Page, url: string, user: string) =>
  page.evaluate(
    async ([url, user]) => {
      try {
        const response = await fetch(`${url}/genesys/1/service/callback/chat-delay`, {
          method: 'POST',
          credentials: 'include',
          headers: { gms_user: user, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({
            _customer_number: '4082652649',
            _device_os: 'comet',
            _device_notification_id: user,
          }),
        })
        return String(((await response.json()) as { _id?: string })._id)
      } catch (error) {
        return String(error)
      }
    },
    [url, user] as const,
  )

for (const transport of ['long-polling', 'websocket'] as const) {
  test(`a real web client served from a listed origin works with gms_user and credentials: ${transport}`, async ({
    page,
    context,
  }) => {
    const connects: Request[] = []
    page.on('request', (sent) => {
      if (sent.method() === 'POST' && sent.url().endsWith('/connect')) connects.push(sent)
    })
    await page.goto(listed)
    expect(await connect(page, tester.url, 'ann', transport)).toBe(true)
    const id = await start(page, tester.url, 'ann')
    await tester.api('POST', '/agents/anna/state', { state: 'ready' })
    const tags = () =>
      page.evaluate(() => (window as unknown as { heard: { tag: string }[] }).heard.map(({ tag }) => tag))
    await expect.poll(tags).toEqual([`service.agentavailable.${id}`])
    if (transport === 'websocket') return
    const headers = await connects[0]?.allHeaders()
    expect(headers).toMatchObject({ gms_user: 'ann' })
    const [cookie] = (await context.cookies(tester.url)).filter(({ name }) => name === 'BAYEUX_BROWSER')
    expect(headers?.['cookie']).toContain(`BAYEUX_BROWSER=${cookie?.value}`)
  })

  test(`a page of any other origin gets nothing: ${transport}`, async ({ page }) => {
    await page.goto(unlisted)
    expect(await connect(page, tester.url, 'ann', transport)).toBe(false)
    expect(await start(page, tester.url, 'ann')).toContain('TypeError')
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([])
  })
}

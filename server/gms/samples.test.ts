import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openDevice } from '../testing-device.ts'
import { startTester } from '../testing.ts'
import { multipartBody, multipartType, send } from './testing.ts'

interface Exchange {
  readonly name: string
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly multipart?: readonly [string, string][]
  readonly status?: number
  readonly body?: unknown
  readonly push?: { readonly channel: string; readonly data: unknown }
  readonly pushedMessage?: unknown
}

interface Samples {
  readonly user: string
  readonly exchanges: readonly Exchange[]
}

const serviceHeaders = [
  ['Cache-Control', 'no-cache'],
  ['Cache-Control', 'no-store'],
  ['Content-Length', expect.stringMatching(/^\d+$/)],
  ['Content-Type', 'application/json;charset=UTF-8'],
  ['Date', expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/)],
  ['Expires', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Pragma', 'no-cache'],
  ['Server', 'GMS-Tester'],
  ['Set-Cookie', expect.stringMatching(/^JSESSIONID=\w{20,};Path=\/genesys$/)],
  ['Connection', 'close'],
]
const chatHeaders = serviceHeaders.filter(([name]) => name !== 'Expires' && name !== 'Set-Cookie')

test('[GM1] every exchange of the scenario, as bytes on a socket, is answered header for header and key for key', async () => {
  const text = await readFile(new URL('fixtures/samples.json', import.meta.url), 'utf8')
  const { user, exchanges } = JSON.parse(text) as Samples
  await using tester = await startDisposable()
  const { url, centre } = tester
  const device = await openDevice({ url, user, transport: 'long-polling' })
  let id = ''
  const fill = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replaceAll('{id}', id).replaceAll('{user}', user).replaceAll('{origin}', url),
    ) as T
  const exchange = async ({ method = '', path = '', headers = {}, multipart = [] }: Exchange) =>
    send(url, {
      method,
      path: fill(path),
      headers: {
        'Content-Type': multipartType,
        Cookie: 'JSESSIONID=mjjvtphwb8lpce7io23ggxcu',
        Origin: 'http://localhost:8080',
        ...fill(headers),
      },
      body: multipartBody(fill(multipart)),
    })

  // What the page's server had been through before each of its samples.
  const before: Record<string, () => Promise<unknown>> = {
    // Somebody else is first in line.
    start: () => tester.customer.startCallback(),
    'agent-available push': async () => {
      await tester.agent('anna').ready()
      await tester.agent('ben').ready()
    },
    'check-queue-position, URS estimates 30 seconds': () =>
      centre.queues.setEwt('VQ_Chat', { model: 'fixed', seconds: 30 }),
    'retrieve-notifications, push not configured': async () => {
      const { path = '' } = exchanges[0] ?? {}
      const answer = await exchange({
        name: '',
        method: 'POST',
        path,
        multipart: [['_customer_number', '1']],
      })
      id = (JSON.parse(answer.text) as { _id: string })._id
      // An app without push would have polled, and so taken, the news of the agent before.
      await exchange({ name: '', method: 'POST', path: '/genesys/1/service/{id}/connect' })
      const sent = exchanges.find(({ name }) => name.startsWith('internal-notification'))
      if (sent !== undefined) await exchange(sent)
    },
  }

  for (const sample of exchanges) {
    await before[sample.name]?.()
    if (sample.push !== undefined) {
      const pushed = await device.until((data: { id: string }) => data.id !== '')
      expect(pushed.id, sample.name).toMatch(/^[0-9a-f]{32}$/)
      const wanted = fill(sample.push.data) as object
      expect(JSON.stringify(pushed), sample.name).toBe(JSON.stringify({ ...wanted, id: pushed.id }))
      continue
    }
    const answer = await exchange(sample)
    if (sample.name === 'start') id = (JSON.parse(answer.text) as { _id: string })._id
    expect(answer.status, sample.name).toBe(sample.status)
    // Compared as text: the keys' order and the values' types are part of the sample.
    expect(answer.text, sample.name).toBe(JSON.stringify(fill(sample.body)))
    const isChat = sample.path?.endsWith('/ixn/chat') === true
    expect(answer.headers, sample.name).toEqual(isChat ? chatHeaders : serviceHeaders)
    if (sample.pushedMessage !== undefined) {
      const { message } = await device.until((data: { tag: string; message: unknown }) =>
        data.tag.startsWith('service.message.'),
      )
      expect(JSON.stringify(message), sample.name).toBe(JSON.stringify(fill(sample.pushedMessage)))
    }
  }
  expect(id).toMatch(/^369-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  await device.close()
})

async function startDisposable() {
  const tester = await startTester({ agents: ['anna', 'ben'] })
  return { ...tester, [Symbol.asyncDispose]: () => tester.close() }
}

import { CometD } from 'cometd'
import { AckExtension } from 'cometd/AckExtension.js'
import { BinaryExtension } from 'cometd/BinaryExtension.js'
import { ReloadExtension } from 'cometd/ReloadExtension.js'
import { TimeSyncExtension } from 'cometd/TimeSyncExtension.js'
import { adapt } from 'cometd-nodejs-client'
import { afterEach, expect, test } from 'vitest'
import { news, type Rig, startRig, user } from './rig.ts'

adapt()

const transports = ['long-polling', 'websocket'] as const
type Transport = (typeof transports)[number]

let rig: Rig
const pages: CometD[] = []

afterEach(async () => {
  for (const page of pages.splice(0)) {
    if (!page.isDisconnected()) await new Promise<void>((resolve) => page.disconnect(() => resolve()))
  }
  await rig.close()
})

/** A page with these extensions that listens to the news; `received` is where its events go. */
async function openPage(
  transport: Transport,
  extensions: Readonly<Record<string, object>>,
  received: unknown[] = [],
): Promise<CometD> {
  const page = new CometD()
  pages.push(page)
  for (const type of page.getTransportTypes()) if (type !== transport) page.unregisterTransport(type)
  for (const [name, extension] of Object.entries(extensions)) page.registerExtension(name, extension)
  page.configure({ url: `http://127.0.0.1:${rig.relay.port}/cometd`, logLevel: 'warn', backoffIncrement: 20 })
  let isSubscribed = false
  const listen = ({ data }: { data?: unknown }) => {
    received.push(data)
    rig.signal.changed()
  }
  const subscribed = () => {
    isSubscribed = true
    rig.signal.changed()
  }
  page.addListener('/meta/handshake', () => {
    page.subscribe(news, listen, subscribed)
    page.subscribe('/open/binary', listen)
  })
  page.handshake({ ext: { user } })
  await rig.signal.until('a subscription', () => isSubscribed)
  return page
}

test.each(transports)(
  '[BC13] over %s the timesync extension learns what time it is here',
  async (transport) => {
    rig = await startRig()
    const clock = new TimeSyncExtension()
    const answers: unknown[] = []
    const spy = {
      incoming(message: { readonly ext?: Readonly<Record<string, unknown>> }) {
        if (message.ext?.['timesync'] !== undefined) answers.push(message.ext['timesync'])
        return message
      },
    }
    await openPage(transport, { timesync: clock, spy })
    const number: unknown = expect.any(Number)
    expect(answers[0]).toEqual({ tc: number, ts: number, p: number, a: number })
    // Both clocks are the same one: what the way there and back takes is all that it can be wrong by.
    expect(Math.abs(clock.getTimeOffset())).toBeLessThan(1000)
    expect(Math.abs(clock.getServerTime() - Date.now())).toBeLessThan(1000)
  },
)

test.each(transports)('[BC14] over %s binary data arrives as it was published', async (transport) => {
  rig = await startRig()
  const received: unknown[] = []
  const page = await openPage(transport, { binary: new BinaryExtension() }, received)
  const bytes = Uint8Array.from([0, 1, 127, 128, 255, 13, 10, 92])
  const isTaken = await new Promise((resolve) =>
    page.publishBinary('/open/binary', bytes.buffer, true, { name: 'x' }, ({ successful }) =>
      resolve(successful),
    ),
  )
  expect(isTaken).toBe(true)
  await rig.signal.until('the data', () => received.length === 1)
  const [{ data, ...rest }] = received as [{ data: ArrayBuffer }]
  expect([...new Uint8Array(data)]).toEqual([...bytes])
  expect(rest).toEqual({ last: true, meta: { name: 'x' } })
})

test.each(transports)('[BC15] over %s a page that is loaded again goes on with its session', async (type) => {
  rig = await startRig()
  const kept = new Map<string, string>()
  const sessionStorage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
  Object.assign(Reflect.get(globalThis, 'window') as object, { sessionStorage })
  const extensions = () => ({ ack: new AckExtension(), reload: new ReloadExtension() })
  const page = await openPage(type, extensions())
  rig.deliver(1)
  await rig.signal.until('the first', () => rig.outcomes.includes('1:delivered'))
  const reload: unknown = Reflect.get(page, 'reload')
  if (typeof reload === 'function') Reflect.apply(reload, page, [])
  for (const number of [2, 3]) rig.deliver(number)
  // What still reaches the page that goes, nobody sees any more.
  const received: unknown[] = []
  const again = await openPage(type, extensions(), received)
  pages.splice(pages.indexOf(page), 1)
  rig.deliver(4)
  await rig.signal.until('the last', () => received.includes(4))
  expect(received).toEqual([2, 3, 4])
  expect(again.getClientId()).toBe(page.getClientId())
  expect(rig.heard.filter((entry) => entry === `opened ${user}`)).toHaveLength(1)
})

import { expect } from '@playwright/test'
import { test, type Tester } from './tester.ts'

test.use({ storage: 'sqlite' })

interface Message {
  readonly channel: string
  readonly successful?: boolean
  readonly clientId?: string
  readonly ext?: { readonly ack?: number }
  readonly data?: { readonly message?: { readonly _internal_message?: string } }
}

/** What the server has heard as acknowledged is written down within this time; a kill in it may repeat it. */
const recordedWithin = 100

/** A device that polls with the acknowledgement extension, and comes back by itself. */
function openDevice(tester: Tester, user: string) {
  /** Each message as often as it came; `at`: when the connect that acknowledged it was sent. */
  const received: { readonly number: number; at: number }[] = []
  const end = new AbortController()
  const post = async (message: object): Promise<Message[]> => {
    const response = await fetch(`${tester.url}/genesys/cometd`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', gms_user: user },
      body: JSON.stringify([message]),
    })
    return (await response.json()) as Message[]
  }
  const session = async () => {
    const [opened] = await post({
      channel: '/meta/handshake',
      version: '1.0',
      supportedConnectionTypes: ['long-polling'],
      ext: { ack: true },
    })
    const clientId = opened?.clientId
    if (clientId === undefined) return
    await post({ channel: '/meta/subscribe', subscription: '/_genesys', clientId })
    let ack = 0
    let unacknowledged: typeof received = []
    while (!end.signal.aborted) {
      for (const row of unacknowledged) row.at = Date.now()
      const answer = await post({
        channel: '/meta/connect',
        connectionType: 'long-polling',
        clientId,
        advice: { timeout: 2000 },
        ext: { ack },
      })
      unacknowledged = answer.flatMap(({ data }) => {
        const text = data?.message?._internal_message
        return text === undefined ? [] : [{ number: Number(text), at: Infinity }]
      })
      received.push(...unacknowledged)
      const reply = answer.find(({ channel }) => channel === '/meta/connect')
      if (reply?.successful !== true) return
      ack = reply.ext?.ack ?? ack
    }
  }
  const life = (async () => {
    while (!end.signal.aborted) {
      // The server is away: it comes back.
      await session().catch(() => new Promise((resolve) => setTimeout(resolve, 30)))
    }
  })()
  return {
    received,
    close: () => {
      end.abort()
      return life
    },
  }
}

test('whenever the server is killed, what it accepted arrives, in order, and what was acknowledged never again', async ({
  tester,
}) => {
  const devices = await Promise.all(
    ['ann', 'bob', 'cy'].map(async (user) => {
      const body = new URLSearchParams({
        _customer_number: '4082652649',
        _device_os: 'comet',
        _device_notification_id: user,
      })
      const started = await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, {
        method: 'POST',
        headers: { gms_user: user },
        body,
      })
      const { _id: id } = (await started.json()) as { _id: string }
      return { id, ...openDevice(tester, user), accepted: [] as number[] }
    }),
  )
  const outages: { readonly from: number; readonly to: number }[] = []
  const end = new AbortController()
  const send = async () => {
    for (let number = 1; !end.signal.aborted; number += 1) {
      for (const { id, accepted } of devices) {
        const body = new URLSearchParams({ _display_message: 'news', _application_message: String(number) })
        const url = `${tester.url}/genesys/1/service/${id}/internal-notification`
        // Whatever was not answered may have been accepted or not.
        const response = await fetch(url, { method: 'POST', body }).catch(() => null)
        if (response?.ok === true) accepted.push(number)
      }
    }
  }
  const sending = send()
  /** So many messages more have been accepted. */
  const untilAccepted = async (count: number) => {
    const total = () => devices.reduce((sum, { accepted }) => sum + accepted.length, 0)
    const wanted = total() + count
    await expect.poll(total, { intervals: [10] }).toBeGreaterThanOrEqual(wanted)
  }
  for (let kill = 0; kill < 6; kill += 1) {
    await untilAccepted(20 + kill * 15)
    const from = Date.now()
    await tester.crashAndRestart()
    outages.push({ from, to: Date.now() })
  }
  await untilAccepted(60)
  end.abort()
  await sending
  for (const { received, accepted } of devices) {
    expect(accepted.length).toBeGreaterThan(50)
    await expect
      .poll(() => {
        const seen = new Set(received.map(({ number }) => number))
        return accepted.filter((number) => !seen.has(number))
      })
      .toEqual([])
    const firsts = [...new Set(received.map(({ number }) => number))]
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
    const repeated = received.filter(({ number }, index) =>
      received.slice(0, index).some((earlier) => {
        if (earlier.number !== number) return false
        const next = outages.find(({ to }) => to > earlier.at)
        return next === undefined || next.from - earlier.at > recordedWithin
      }),
    )
    expect(repeated).toEqual([])
  }
  await Promise.all(devices.map(({ close }) => close()))
})

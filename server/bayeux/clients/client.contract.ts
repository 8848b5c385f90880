import { describe, expect, test } from 'vitest'
import { createRandom } from '../../runtime/random.ts'
import type { Client, ClientKind } from './client.ts'
import { news, type Rig, type RigOptions, startRig, user } from './rig.ts'

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Ends the current turn of the event loop. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Runs `body` with a server of its own. */
async function withRig(options: RigOptions, body: (rig: Rig) => Promise<void>): Promise<void> {
  const rig = await startRig(options)
  try {
    await body(rig)
  } finally {
    await rig.close()
  }
}

/** Declares the tests of one client. Each has a server of its own, so they run side by side. */
export function describeClient(kind: ClientKind): void {
  describe.concurrent(kind.name, () => {
    for (const transport of kind.transports) {
      const name = (rule: string, text: string) => `[${rule}] ${kind.name} over ${transport} ${text}`

      test(name('BC1', 'shakes hands, subscribes and hears everything once, in order'), () =>
        withRig({ limits: { timeout: 3000 } }, async (rig) => {
          const client = rig.open(kind, transport)
          await rig.listening()
          for (const number of numbers(1, 20)) {
            rig.deliver(number)
            await nextTurn()
          }
          for (const number of numbers(21, 60)) rig.deliver(number)
          rig.deliver('ünïcödé \u{1f600} \u2028')
          await hasReceived(rig, client.received, 61)
          expect(client.received).toEqual([...numbers(1, 60), 'ünïcödé \u{1f600} \u2028'])
          expect(rig.sessions()[0]).toMatchObject({ transport, clientId: client.clientId() })
          await rig.signal.until('every outcome', () => rig.outcomes.length === 61)
          expect(rig.outcomes.every((outcome) => outcome.endsWith(':delivered'))).toBe(true)
        }),
      )

      test(name('BC2', 'publishes where the policy lets it, and hears that it may not elsewhere'), () =>
        withRig({}, async (rig) => {
          const client = rig.open(kind, transport)
          await rig.listening()
          expect(await client.subscribe('/open/**')).toBe(true)
          expect(await client.subscribe('/private/x')).toBe(false)
          expect(await client.publish('/open/x', 'carried')).toBe(true)
          expect(await client.publish('/closed', 'refused')).toBe(false)
          expect(await client.publish('/service/x', 'swallowed')).toBe(true)
          rig.deliver('last')
          await hasReceived(rig, client.received, 2)
          expect(client.received.toSorted()).toEqual(['carried', 'last'])
        }),
      )

      test(name('BC3', 'disconnects, and nothing of it is left'), () =>
        withRig({}, async (rig) => {
          const client = rig.open(kind, transport)
          await rig.listening()
          await rig.signal.until('a held connect or frame', () => rig.heard.some(isFrom('held', 'received')))
          await client.disconnect()
          expect(rig.heard).toContain(`closed ${user} disconnect`)
          expect(rig.bayeux.sessions()).toEqual([])
          expect(rig.deliver('late')).toBe(0)
          expect(client.received).toEqual([])
        }),
      )

      test(
        name('BC4', 'with acknowledgements hears everything once, in order, however often it is cut'),
        () =>
          withRig({}, async (rig) => {
            const draw = createRandom(kind.name).for('cuts', transport)
            const client = rig.open(kind, transport, { isAcknowledging: true })
            await rig.listening()
            let sent = 0
            for (const round of numbers(1, 15)) {
              if (round % 3 === 0) rig.relay.cutAfter(draw.integer(0, 400))
              for (const _ of numbers(1, draw.integer(1, 5))) {
                rig.deliver((sent += 1))
                if (draw.integer(0, 1) === 1) await nextTurn()
              }
              if (round % 3 !== 0) rig.relay.cut(round % 3 === 1 ? 'rst' : 'fin')
              // These wait while the others have to be sent again.
              for (const _ of numbers(1, draw.integer(1, 3))) rig.deliver((sent += 1))
              await hasReceived(rig, client.received, sent)
            }
            expect(client.received).toEqual(numbers(1, sent))
            await rig.signal.until('every acknowledgement', () => rig.outcomes.length === sent)
            expect(rig.outcomes).toEqual(numbers(1, sent).map((number) => `${number}:delivered`))
            expect(rig.heard.filter((entry) => entry === `opened ${user}`)).toHaveLength(1)
          }),
      )

      test(name('BC5', 'without acknowledgements misses nothing that is sent while it is away'), () =>
        withRig({ limits: { timeout: 3000 } }, async (rig) => {
          const client = rig.open(kind, transport)
          await rig.listening()
          let sent = 0
          for (const round of numbers(1, 6)) {
            await rig.cut(round % 2 === 0 ? 'rst' : 'fin')
            for (const _ of numbers(1, 3)) rig.deliver((sent += 1))
            await hasReceived(rig, client.received, sent)
          }
          expect(client.received).toEqual(numbers(1, sent))
        }),
      )

      test(
        name('BC6', 'without acknowledgements misses at most what was under way, and never its order'),
        () =>
          withRig({ limits: { timeout: 3000 } }, async (rig) => {
            const client = rig.open(kind, transport)
            await rig.listening()
            let sent = 0
            for (const round of numbers(1, 6)) {
              for (const _ of numbers(1, 3)) rig.deliver((sent += 1))
              await rig.cut(round % 2 === 0 ? 'rst' : 'fin')
              const sentAfterwards = (sent += 1)
              rig.deliver(sentAfterwards)
              await rig.signal.until(
                `${sentAfterwards}`,
                () => client.received.includes(sentAfterwards),
                () => client.received,
              )
            }
            const got = new Set(client.received)
            expect(client.received).toEqual(numbers(1, sent).filter((number) => got.has(number)))
            await rig.signal.until('every outcome', () => rig.outcomes.length === sent)
            expect(rig.outcomes.filter((outcome) => outcome.endsWith(':lost'))).toEqual([])
          }),
      )

      test(
        name('BC7', 'goes on with its session after a silence that is short enough, and misses nothing'),
        () =>
          withRig({ limits: { timeout: 300 } }, async (rig) => {
            const client = rig.open(kind, transport, { isAcknowledging: true, patience: 1000 })
            await rig.listening()
            await deliverFirst(rig, client)
            const clientId = client.clientId()
            rig.relay.swallow()
            const before = rig.heard.length
            for (const number of [2, 3, 4]) rig.deliver(number)
            const hasWritten = () => rig.heard.slice(before).some(isFrom('sent'))
            await rig.signal.until('the server to write', hasWritten, () => rig.heard)
            rig.relay.revive()
            if (!kind.noticesSilence.includes(transport)) rig.relay.cut('rst')
            await hasReceived(rig, client.received, 4)
            rig.deliver(5)
            await hasReceived(rig, client.received, 5)
            expect(client.received).toEqual(numbers(1, 5))
            expect(client.clientId()).toBe(clientId)
          }),
      )

      test(name('BC8', 'begins a new session after a silence that is too long, and subscribes again'), () =>
        withRig({ limits: { timeout: 300, maxInterval: 2000 } }, async (rig) => {
          const client = rig.open(kind, transport, { isAcknowledging: true, patience: 1000 })
          await rig.listening()
          await deliverFirst(rig, client)
          const clientId = client.clientId()
          rig.relay.swallow()
          await rig.signal.until('the session to expire', () => rig.heard.includes(`closed ${user} expired`))
          expect(rig.deliver(0)).toBe(0)
          rig.heard.length = 0
          rig.relay.revive()
          if (!kind.noticesSilence.includes(transport)) rig.relay.cut('rst')
          await rig.listening()
          rig.deliver(2)
          await hasReceived(rig, client.received, 2)
          expect(client.received).toEqual([1, 2])
          expect(client.clientId()).not.toBe(clientId)
        }),
      )

      test.each(['orderly', 'crash'] as const)(
        name('BC9', 'finds a server that has been restarted (%s), and subscribes again'),
        (how) =>
          withRig({}, async (rig) => {
            const client = rig.open(kind, transport)
            await rig.listening()
            rig.deliver(1)
            await hasReceived(rig, client.received, 1)
            await rig.restart(how)
            await rig.listening()
            rig.deliver(2)
            await hasReceived(rig, client.received, 2)
            expect(client.received).toEqual([1, 2])
          }),
      )

      test(name('BC10', 'hears everything in order over a slow line'), () =>
        withRig({ limits: { timeout: 3000, unsentBytesMax: 4096 } }, async (rig) => {
          const client = rig.open(kind, transport)
          await rig.listening()
          rig.relay.throttle(1_000_000)
          const texts = numbers(1, 150).map((number) => `${number} ${'x'.repeat(2000)}`)
          for (const text of texts) rig.deliver(text)
          await hasReceived(rig, client.received, texts.length)
          expect(client.received).toEqual(texts)
        }),
      )
    }

    test(`[BC11] ${kind.name} takes to long-polling where WebSockets do not come through`, () =>
      withRig({ takesUpgrades: false }, async (rig) => {
        const client = rig.open(kind, 'any')
        await rig.listening()
        rig.deliver(1)
        await hasReceived(rig, client.received, 1)
        expect(rig.sessions()[0]?.transport).toBe('long-polling')
      }))

    test(`[BC12] two sessions of one user, one on each transport, both hear everything (${kind.name})`, () =>
      withRig({ limits: { timeout: 3000 } }, async (rig) => {
        const clients = (['long-polling', 'websocket'] as const).map((transport) => rig.open(kind, transport))
        await rig.listening()
        for (const number of numbers(1, 10)) expect(rig.deliver(number)).toBe(2)
        for (const { received } of clients) {
          await hasReceived(rig, received, 10)
          expect(received).toEqual(numbers(1, 10))
        }
        expect(rig.bayeux.isListening(news, user)).toBe(true)
      }))
  })
}

const isFrom =
  (...words: string[]) =>
  (entry: string) =>
    words.some((word) => entry === `${word} ${user}`)

function hasReceived(rig: Rig, received: readonly unknown[], count: number): Promise<void> {
  return rig.signal.until(
    `${count} messages`,
    () => received.length >= count,
    () => ({ received: received.slice(-20), heard: rig.heard.slice(-20), outcomes: rig.outcomes.slice(-10) }),
  )
}

/** Delivers 1; when it has been acknowledged, the client waits for more in a held connect. */
async function deliverFirst(rig: Rig, client: Client): Promise<void> {
  rig.deliver(1)
  await hasReceived(rig, client.received, 1)
  await rig.signal.until('the acknowledgement', () => rig.outcomes.includes('1:delivered'))
}

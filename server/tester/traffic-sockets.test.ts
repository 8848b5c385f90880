import { IncomingMessage } from 'node:http'
import { Duplex } from 'node:stream'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import type { SessionView } from '../bayeux/bayeux.ts'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import { testerLimits, type TesterLimits } from './limits.ts'
import { createTrafficLinks } from './traffic-links.ts'
import { createTrafficLog, type TrafficLog } from './traffic-log.ts'
import { beginRow, noBody } from './traffic-record.ts'
import { createSocketTap } from './traffic-sockets.ts'

const session = (ext?: SessionView['ext']): SessionView => ({
  clientId: 'c1',
  user: 'u1',
  transport: 'websocket',
  ext,
  subscriptions: [],
})

function tapped(more: Partial<TesterLimits> = {}) {
  const limits = { ...testerLimits, unattributedFramesMax: 3, ...more }
  const log = createTrafficLog({ limits, rules: new Map(), changed: () => {}, marked: () => {} })
  const links = createTrafficLinks(log, testerLimits.trafficItemsMax)
  const tap = createSocketTap({
    log,
    links,
    clock: createVirtualClock(),
    centreClock: createVirtualClock(),
    limits,
    isWatcher: (seen) => seen.ext?.gmstester === 'workbench',
  })
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.url = '/genesys/cometd'
  const connection = new Socket()
  const frame = (channel: string, of: SessionView | null) =>
    tap.frame({ direction: 'received', text: JSON.stringify([{ channel }]), connection, session: of })
  const notes = () => log.page({ after: 0, limit: 100 }).items.map((item) => item.note)
  const say = (direction: 'received' | 'sent', messages: object[]) =>
    tap.frame({ direction, text: JSON.stringify(messages), connection, session: session() })
  return { log, links, tap, request, frame, say, notes }
}

test('[TA49] frames wait until it is known whose they are, and then stand in their order', () => {
  const { frame, notes } = tapped()
  frame('/meta/handshake', null)
  frame('/meta/connect', null)
  expect(notes()).toEqual([])
  frame('/a', session())
  frame('/b', null)
  expect(notes()).toEqual(['/meta/handshake', '/meta/connect', '/a', '/b'])
})

test('[TA49] no more than so many frames wait', () => {
  const { frame, notes } = tapped()
  for (const channel of ['/1', '/2', '/3']) frame(channel, null)
  expect(notes()).toEqual([])
  frame('/4', null)
  expect(notes()).toEqual(['/1', '/2', '/3', '/4'])
})

test('[TA49] no more than so many bytes of frames wait', () => {
  const { frame, notes } = tapped({ unattributedBytesMax: 20 })
  frame('/1', null)
  expect(notes()).toEqual([])
  frame('/2', null)
  expect(notes()).toEqual(['/1', '/2'])
})

test('[TA49] an upgrade that comes to nothing shows when its socket closes', async () => {
  const { tap, request, notes } = tapped()
  const socket = new Duplex({ read() {} })
  tap.upgraded(request, socket, 'HTTP/1.1 403 Forbidden\r\nConnection: close')
  expect(notes()).toEqual([])
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.destroy()
  await closed
  expect(notes()).toEqual(['upgrade to WebSocket'])
})

test.each<[string, (log: TrafficLog) => string]>([
  ['pinned', (log) => log.pin(1, true)],
  ['commented', (log) => log.comment(1, 'look')],
])(
  '[TA122] a %s frame that is answered is held no longer, though its answer goes before anybody looks',
  (_, keep) => {
    const { log, say } = tapped({ trafficItemsMax: 3 })
    say('received', [{ channel: '/meta/connect', id: '1' }])
    expect(keep(log)).toBe('done')
    say('sent', [{ channel: '/meta/connect', id: '1', successful: true }])
    for (let i = 0; i < 5; i++) say('sent', [{ channel: '/a', data: i }])
    expect(log.page({ after: 0, limit: 100 }).items).toMatchObject([
      { number: 1, isHeld: false, durationMillis: 0, isHeartbeat: true },
      { number: 5 },
      { number: 6 },
      { number: 7 },
    ])
    expect(log.get(1)?.effects).toEqual([2])
  },
)

test('[TA70] a frame that refuses goes back to what it refuses, though it brings a push as well', () => {
  const { log, links, say } = tapped()
  say('received', [{ channel: '/meta/subscribe', id: '1', subscription: '/chat' }])
  const push = beginRow({
    at: 0,
    centreAt: 0,
    kind: 'push',
    actor: 'server',
    protocol: 'bayeux',
    method: 'PUSH',
    path: '/_genesys',
    user: 'u1',
    serviceId: null,
    note: '',
    httpVersion: null,
    requestHeaders: [],
    requestBody: noBody,
    responseBody: noBody,
  })
  log.add(push)
  links.pushed('n1', push)
  const error = '403:/chat:Subscription denied'
  say('sent', [
    { channel: '/_genesys', data: { id: 'n1' } },
    { channel: '/meta/subscribe', id: '1', successful: false, error },
  ])
  expect(log.page({ after: 0, limit: 100 }).items[2]).toMatchObject({ isRefused: true, cause: 1 })
  expect(log.get(1)?.effects).toEqual([3])
  expect(log.get(push.number)?.effects).toEqual([3])
})

test("[TA51] the workbench's frames are forgotten, those that waited too", () => {
  const { frame, notes } = tapped()
  frame('/meta/connect', null)
  frame('/meta/connect', session({ gmstester: 'workbench' }))
  frame('/meta/connect', null)
  expect(notes()).toEqual([])
})

import type { Draw } from '../../runtime/random.ts'
import type { Wire } from '../testing.ts'

/** Values that code which reads JSON stumbles over. */
const oddities: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  '/',
  '/**',
  '/meta/connect',
  '__proto__',
  'constructor',
  '\ud800',
  '\u0000',
  'x'.repeat(3000),
  [],
  {},
  [[]],
  [null],
  { toString: 1 },
  { ack: -1, timeout: 'x', interval: {} },
]

const fields = [
  'channel',
  'id',
  'clientId',
  'subscription',
  'data',
  'ext',
  'advice',
  'connectionType',
  'supportedConnectionTypes',
  'version',
  '__proto__',
  'hasOwnProperty',
]

export const pick = <T>(draw: Draw, list: readonly T[]): T => {
  const item = list[draw.integer(0, list.length - 1)]
  if (item === undefined && list.length === 0) throw new Error('There is nothing to pick from.')
  return item as T
}

/** A message as a client of this session might send it. */
function wellFormed(draw: Draw, clientId: string): Wire {
  return pick<Wire>(draw, [
    { channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling', 'websocket'] },
    { channel: '/meta/connect', clientId, connectionType: 'websocket', advice: { timeout: 0 } },
    { channel: '/meta/connect', clientId, connectionType: 'long-polling', ext: { ack: draw.integer(-2, 9) } },
    { channel: '/meta/subscribe', clientId, subscription: '/open/x' },
    { channel: '/meta/subscribe', clientId, subscription: ['/a', '/b/*', '/c/**'] },
    { channel: '/meta/unsubscribe', clientId, subscription: '/open/x' },
    { channel: '/meta/disconnect', clientId },
    { channel: '/meta/unknown', clientId },
    { channel: '/open/y', clientId, data: { text: 'hello', list: [1, 2, 3] } },
    { channel: '/service/x', clientId, data: 'x', ext: { binary: {} } },
  ])
}

/** The same message with a field that is gone, odd, or somebody else's. */
function bent(draw: Draw, message: Wire): Wire {
  const copy: Record<string, unknown> = { ...message, id: `${draw.integer(0, 99)}` }
  for (let times = draw.integer(0, 2); times > 0; times -= 1) {
    const field = pick(draw, fields)
    if (draw.integer(0, 2) === 0) delete copy[field]
    else
      Object.defineProperty(copy, field, {
        value: pick(draw, oddities),
        enumerable: true,
        configurable: true,
      })
  }
  return copy
}

/** A body or frame: well-formed, nearly so, or rubbish. */
export function fuzz(draw: Draw, clientId: string): Buffer {
  const kind = draw.integer(0, 9)
  if (kind === 0) return Buffer.from(draw.hex(2 * draw.integer(0, 60)), 'hex')
  if (kind === 1) return Buffer.from(nested(draw))
  const messages: unknown[] = []
  for (let count = draw.integer(1, 4); count > 0; count -= 1) {
    messages.push(draw.integer(0, 15) === 0 ? pick(draw, oddities) : bent(draw, wellFormed(draw, clientId)))
  }
  const bytes = Buffer.from(JSON.stringify(kind === 2 ? messages[0] : messages))
  return kind < 7 ? bytes : broken(draw, bytes)
}

function nested(draw: Draw): string {
  const depth = draw.integer(1, 20_000)
  const inner = '[{"channel":"/open/x","data":'
  return `${inner}${'['.repeat(depth)}${']'.repeat(draw.integer(0, 1) === 0 ? depth : depth - 1)}}]`
}

/** Cuts, doubles, or changes some of the bytes. */
function broken(draw: Draw, bytes: Buffer): Buffer {
  const at = draw.integer(0, bytes.length)
  const end = draw.integer(at, bytes.length)
  const copy = Buffer.from(bytes)
  switch (draw.integer(0, 3)) {
    case 0:
      return copy.subarray(0, at)
    case 1:
      return Buffer.concat([copy.subarray(0, end), copy.subarray(at)])
    case 2:
      return Buffer.concat([copy.subarray(0, at), Buffer.from(draw.hex(6), 'hex'), copy.subarray(at)])
    default:
      if (at < copy.length) copy[at] = draw.integer(0, 255)
      return copy
  }
}

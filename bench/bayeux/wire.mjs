/** Connections of the load generator: sockets, prebuilt bytes, and no parsing beyond what ends an answer. */
import { connect } from 'node:net'

const headEnd = Buffer.from('\r\n\r\n')

export const post = (path, headers, body) =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

/** A server that goes cuts its connections; one that goes too early leaves its row without a result. */
const ignore = () => {}

/** A keep-alive connection with one request at a time; `answered` gets head and body of each answer. */
export function openHttp(port, answered) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true }).on('error', ignore)
  let pending = null
  let length = -1
  let bodyAt = 0
  socket.on('data', (chunk) => {
    pending = pending === null ? chunk : Buffer.concat([pending, chunk])
    if (length < 0) {
      const end = pending.indexOf(headEnd)
      if (end < 0) return
      const head = pending.latin1Slice(0, end)
      if (!head.startsWith('HTTP/1.1 200')) throw new Error(`An answer was not 200: ${pending}`)
      bodyAt = end + 4
      length = Number(/content-length: *(\d+)/i.exec(head)?.[1])
      if (Number.isNaN(length)) throw new Error(`An answer has no length: ${head}`)
    }
    if (pending.length < bodyAt + length) return
    const bytes = pending
    const at = bodyAt
    pending = null
    length = -1
    answered(bytes, at)
  })
  return socket
}

/** A text frame as a client sends it, masked with zeros. */
export function frame(text) {
  const payload = Buffer.from(text)
  const head =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0])
      : Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 255, 0, 0, 0, 0])
  return Buffer.concat([head, payload])
}

const engineIoPing = 0x32
const engineIoPong = frame('3')
const pong = Buffer.from([0x8a, 0x80, 0, 0, 0, 0])

/**
 * A WebSocket. `received` gets the bytes as they come, frame heads and all, after `opened`. A short frame that comes
 * alone, as pings do, is answered here.
 */
export function openWebSocket(port, path, headers, opened, received) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true }).on('error', ignore)
  let isOpen = false
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${headers}` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  socket.on('data', (chunk) => {
    if (!isOpen) {
      const end = chunk.indexOf(headEnd)
      if (end < 0 || !chunk.latin1Slice(0, 12).startsWith('HTTP/1.1 101'))
        throw new Error(`No WebSocket: ${chunk}`)
      isOpen = true
      opened(socket)
      const rest = chunk.subarray(end + 4)
      if (rest.length > 0) received(rest, socket)
      return
    }
    if (chunk.length === 2 && chunk[0] === 0x89) socket.write(pong)
    else if (chunk.length === 3 && chunk[0] === 0x81 && chunk[2] === engineIoPing) socket.write(engineIoPong)
    else received(chunk, socket)
  })
  return socket
}

/** Clients of the load generator: each walks to where messages can reach it, and then only counts. */
import { createScanner } from './mark.mjs'
import { frame, openHttp, openWebSocket, post } from './wire.mjs'

const path = '/genesys/cometd'
const supportedConnectionTypes = ['websocket', 'long-polling']

/** `at`: port and server; `at.channelOf(user)` is what the user subscribes to. */
const handshakeOf = (user) =>
  JSON.stringify([
    {
      id: '1',
      version: '1.0',
      channel: '/meta/handshake',
      supportedConnectionTypes,
      ext: { gms_user: user },
    },
  ])
const subscribeOf = (clientId, subscription) =>
  JSON.stringify([{ id: '2', channel: '/meta/subscribe', clientId, subscription }])
const connectOf = (clientId, connectionType, advice) =>
  JSON.stringify([{ id: '3', channel: '/meta/connect', clientId, connectionType, advice }])

export function clientIdIn(text) {
  const clientId = /"clientId":"([^"]+)"/.exec(text)?.[1]
  if (clientId === undefined) throw new Error(`There is no client id: ${text}`)
  return clientId
}

const cookieIn = (head) => {
  const cookie = /set-cookie: *([^;\r\n]+)/i.exec(head)?.[1]
  return cookie === undefined ? '' : `Cookie: ${cookie}\r\n`
}

/** The bytes of one HTTP handshake of this user. */
export const handshakeRequest = (user) => post(path, `gms_user: ${user}\r\n`, handshakeOf(user))
export const engineIoRequest = 'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'

/**
 * A long-polling client. Resolves when it polls. `seen` is called with the time in each message, `polled` before each
 * poll; `advice` goes with every poll.
 */
export function openPolling({ port, channelOf }, user, { seen, polled, advice }) {
  return new Promise((resolve) => {
    const scan = createScanner(seen)
    let step = 0
    let headers = `gms_user: ${user}\r\n`
    let connect = ''
    const socket = openHttp(port, (bytes, bodyAt) => {
      step += 1
      if (step === 1) {
        const clientId = clientIdIn(bytes.toString())
        headers += cookieIn(bytes.latin1Slice(0, bodyAt))
        connect = post(path, headers, connectOf(clientId, 'long-polling', advice))
        socket.write(post(path, headers, subscribeOf(clientId, channelOf(user))))
        return
      }
      if (step === 2) resolve(socket)
      else scan(bytes.subarray(bodyAt))
      polled?.()
      socket.write(connect)
    })
    socket.write(handshakeRequest(user))
  })
}

/** A Bayeux client on a WebSocket. Resolves when its connect is held. */
export function openBayeuxSocket({ port, channelOf }, user, { seen }) {
  return new Promise((resolve) => {
    const scan = createScanner(seen)
    let step = 0
    let connect = null
    openWebSocket(
      port,
      path,
      `gms_user: ${user}\r\n`,
      (socket) => socket.write(frame(handshakeOf(user))),
      (bytes, socket) => {
        step += 1
        if (step === 1) {
          const clientId = clientIdIn(bytes.toString())
          connect = frame(connectOf(clientId, 'websocket'))
          socket.write(frame(subscribeOf(clientId, channelOf(user))))
        } else if (step === 2) {
          socket.write(connect)
          resolve(socket)
        } else {
          // The first connect may be answered at once: the next one is held. Messages leave it where it is.
          if (step === 3 && bytes.includes('/meta/connect')) socket.write(connect)
          scan(bytes)
        }
      },
    )
  })
}

/** A Socket.IO client on a WebSocket. Resolves when it is connected to the namespace. */
export function openSocketIo({ port }, user, { seen }) {
  return new Promise((resolve) => {
    const scan = createScanner(seen)
    let step = 0
    openWebSocket(
      port,
      '/socket.io/?EIO=4&transport=websocket',
      `gms_user: ${user}\r\n`,
      () => {},
      (bytes, socket) => {
        step += 1
        if (step === 1) socket.write(frame('40'))
        else if (step === 2) resolve(socket)
        else scan(bytes)
      },
    )
  })
}

/** Opens a WebSocket, shakes hands, connects, hears the answer, and is gone. */
export function visitBayeux({ port }, user) {
  return new Promise((resolve) => {
    let step = 0
    openWebSocket(
      port,
      path,
      `gms_user: ${user}\r\n`,
      (socket) => socket.write(frame(handshakeOf(user))),
      (bytes, socket) => {
        step += 1
        if (step === 1)
          socket.write(frame(connectOf(clientIdIn(bytes.toString()), 'websocket', { timeout: 0 })))
        else leave(socket, resolve)
      },
    )
  })
}

export function visitSocketIo({ port }, user) {
  return openSocketIo({ port }, user, { seen: () => {} }).then(
    (socket) => new Promise((resolve) => leave(socket, resolve)),
  )
}

/** Reset, not closed: thousands of closed connections would keep their ports for a minute. */
function leave(socket, resolve) {
  socket.on('close', resolve)
  socket.resetAndDestroy()
}

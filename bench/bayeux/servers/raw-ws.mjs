/** The ceiling for WebSocket: `ws` and a Map. It promises nothing else. */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

export async function start() {
  const byUser = new Map()
  const server = createServer()
  const sockets = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false })
  sockets.on('connection', (socket) => {
    let user
    socket.on('error', () => {})
    socket.on('close', () => byUser.delete(user))
    socket.on('message', (text) => {
      const [{ channel, id, ext, advice }] = JSON.parse(text.toString())
      const reply = { channel, id, successful: true }
      if (channel === '/meta/handshake') {
        user = ext.gms_user
        byUser.set(user, socket)
        reply.clientId = randomBytes(16).toString('hex')
      }
      // A connect is held as elsewhere, unless it asks for its answer at once.
      if (channel !== '/meta/connect' || advice?.timeout === 0) socket.send(`[${JSON.stringify(reply)}]`)
    })
  })
  return {
    server,
    push: (user, data) => byUser.get(user).send(`[${JSON.stringify({ channel: '/_genesys', data })}]`),
  }
}

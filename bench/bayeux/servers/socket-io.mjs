import { createServer } from 'node:http'
import { Server } from 'socket.io'

export async function start() {
  const server = createServer()
  const io = new Server(server, { serveClient: false })
  const byUser = new Map()
  io.on('connection', (socket) => {
    const user = socket.handshake.headers.gms_user
    byUser.set(user, socket)
    socket.on('disconnect', () => byUser.delete(user))
  })
  return { server, push: (user, data) => byUser.get(user).emit('/_genesys', data) }
}

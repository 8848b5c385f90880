import { createRequire } from 'node:module'
import { createServer } from 'node:http'

const cometd = createRequire(import.meta.url)('cometd-nodejs-server')

export async function start() {
  const bayeux = cometd.createCometDServer({ timeout: 60_000, maxSessionsPerBrowser: -1 })
  const byUser = new Map()
  // The session is known in the handshake's listeners, where its message says whose it is.
  bayeux.policy = {
    canHandshake(session, message, callback) {
      byUser.set(message.ext.gms_user, session)
      callback(null, true)
    },
  }
  return {
    server: createServer(bayeux.handle),
    push: (user, data) => byUser.get(user).deliver(null, '/_genesys', data),
  }
}

import { createRequire } from 'node:module'
import { createServer } from 'node:http'

const faye = createRequire(import.meta.url)('faye')

/** faye has no targeted messages: each user has a channel of its own, and the server's own client publishes there. */
export async function start() {
  const bayeux = new faye.NodeAdapter({ mount: '/genesys/cometd', timeout: 60 })
  const server = createServer()
  bayeux.attach(server)
  const client = bayeux.getClient()
  return { server, push: (user, data) => client.publish(`/user/${user}`, data) }
}

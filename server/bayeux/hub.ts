import type { BayeuxOptions, BayeuxServer } from './bayeux.ts'
import { createDelivery } from './delivery.ts'
import { createHost } from './host.ts'
import { createLongPolling } from './long-polling.ts'
import { createProtocol } from './protocol.ts'
import { createRegistry } from './registry.ts'
import { createWebSockets } from './web-socket.ts'

/**
 * A Bayeux server for a host that owns the HTTP server: it opens nothing, and all its timers run on
 * `options.clock`. Limits that are not given are those of `limits.ts`.
 */
export function createBayeux(options: BayeuxOptions): BayeuxServer {
  const host = createHost(options)
  const { clock, limits } = host
  const registry = createRegistry()
  const delivery = createDelivery(host, registry)
  const protocol = createProtocol(host, registry, delivery)
  const polling = createLongPolling(host, protocol, delivery)
  const sockets = createWebSockets(host, protocol, registry, delivery)
  let closing: Promise<void> | null = null

  async function close(): Promise<void> {
    // Before the first client is told to come back.
    host.isClosing = true
    delivery.dismiss()
    sockets.close()
    await new Promise<void>((resolve) => {
      const callOff = clock.at(clock.now() + limits.closeGrace, resolve)
      host.left = () => {
        if (polling.size() + sockets.size() > 0) return
        callOff()
        resolve()
      }
      host.left()
    })
    sockets.terminate()
    for (const session of registry.all()) delivery.remove(session, 'shutdown')
  }

  return {
    handle: polling.handle,
    upgrade: sockets.upgrade,
    deliver(user, channel, data, settle, only) {
      const listeners = registry.listeners(channel, user)
      const sessions = only === undefined ? listeners : listeners.filter((session) => session === only)
      return delivery.enqueue(sessions, { channel, data }, settle)
    },
    broadcast: (channel, data) => delivery.enqueue(registry.listeners(channel), { channel, data }),
    send({ clientId }, channel, data, id) {
      const session = registry.get(clientId)
      return session !== undefined && delivery.enqueue([session], { channel, data, id }, null, true) > 0
    },
    recall: delivery.recall,
    kick({ clientId }) {
      const session = registry.get(clientId)
      if (session !== undefined) delivery.remove(session, 'kicked')
      return session !== undefined
    },
    isListening: (channel, user) => registry.listeners(channel, user).length > 0,
    sessions: () => [...registry.all()],
    stats() {
      const sessions = { websocket: 0, 'long-polling': 0, 'callback-polling': 0 }
      const now = { sockets: sockets.size(), heldConnects: 0, pendingMessages: 0, pendingBytes: 0 }
      for (const session of registry.all()) {
        sessions[session.transport] += 1
        if (session.held !== null) now.heldConnects += 1
        now.pendingMessages += session.pendingMessages
        now.pendingBytes += session.pendingBytes
      }
      return { ...host.counters, ...now, sessions }
    },
    close: () => (closing ??= close()),
  }
}

/**
 * The whole application as it ships: its HTTP server and policy, the traffic log, and each push a notification of the
 * contact centre that goes through the outbox and is recorded as delivered.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApplication } from '../../../.build/bench/application.js'
import { readConfig } from '../../../.build/bench/config.js'
import { centreSchema, subjectOf } from '../../../.build/bench/contact-center/records.js'
import { createHttpServer } from '../../../.build/bench/http-server.js'
import { createLog } from '../../../.build/bench/runtime/log.js'
import { createRandom } from '../../../.build/bench/runtime/random.js'
import { createSteerableClock } from '../../../.build/bench/runtime/steerable-clock.js'
import { createSystemClock } from '../../../.build/bench/runtime/system-clock.js'
import { createMemoryStorage } from '../../../.build/bench/storage/memory.js'
import { openSqliteStorage } from '../../../.build/bench/storage/sqlite.js'
import { roomy } from '../limits.mjs'
import { frame, openHttp, openWebSocket, post } from '../wire.mjs'

const cometPath = '/genesys/cometd'
const subscribe = JSON.stringify([
  { channel: '/meta/subscribe', subscription: '/_genesys', clientId: '0'.repeat(32), id: '1' },
])
/** Refused, so that it leaves nothing but its row. */
const unknown = {
  'long-polling': post(cometPath, 'gms_user: nobody\r\n', subscribe),
  websocket: frame(subscribe),
}

export async function start({ storage: engine }) {
  const defaults = readConfig({})
  const limits = { ...defaults.limits, bayeux: { ...defaults.limits.bayeux, ...roomy } }
  const config = { ...defaults, storage: engine, seed: 1, limits }
  const options = { schema: centreSchema, subjectOf, historyMax: limits.historyMax }
  const folder = engine === 'sqlite' ? mkdtempSync(path.join(tmpdir(), 'gms-tester-bench-')) : null
  if (folder !== null) process.on('exit', () => rmSync(folder, { recursive: true }))
  const storage =
    folder === null
      ? createMemoryStorage(options)
      : openSqliteStorage({ ...options, file: path.join(folder, 'bench.sqlite') })
  const wire = createSystemClock()
  const application = createApplication({
    storage,
    clock: createSteerableClock({ base: wire, quiet: () => storage.settled() }),
    wire,
    random: createRandom,
    newSeed: () => 1,
    log: createLog(config.logLevel),
    config,
    version: '0.0.0-bench',
    build: 'bench',
    rules: new Map(),
  })
  await application.open()
  const { centre } = application
  const callbacks = new Map()

  return {
    server: createHttpServer({ owners: [application], limits: limits.http }),
    /**
     * Fills the traffic log to its bound with rows of this transport, as it is after the first minutes: what it keeps
     * belongs to no session.
     */
    async fill(port, transport) {
      const connections = 20
      const isPolling = transport === 'long-polling'
      // A polling request is one row, a frame and its answer are two.
      const each = limits.tester.trafficItemsMax / connections / (isPolling ? 1 : 2)
      const fillOver = () =>
        new Promise((resolve) => {
          let left = each
          const heard = (socket) => {
            left -= 1
            if (left > 0) return socket.write(unknown[transport])
            socket.resetAndDestroy()
            resolve()
          }
          if (isPolling) {
            const socket = openHttp(port, () => heard(socket))
            socket.write(unknown[transport])
          } else {
            const opened = (socket) => socket.write(unknown[transport])
            openWebSocket(port, cometPath, 'gms_user: nobody\r\n', opened, (_, socket) => heard(socket))
          }
        })
      await Promise.all(Array.from({ length: connections }, fillOver))
    },
    /** Each user waits for an agent, who may send notifications meanwhile. */
    async prepare(users) {
      for (const user of users) {
        const { id } = await centre.callbacks.start({
          service: 'chat-delay',
          customerNumber: '4082652649',
          device: { os: 'comet', notificationId: user },
          user,
          properties: { _customer_number: '4082652649' },
        })
        callbacks.set(user, id)
      }
    },
    push: (user, { text }) => centre.notifications.toCustomer(callbacks.get(user), text, ''),
  }
}

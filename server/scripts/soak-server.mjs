/** The server of `npm run soak`: a Bayeux server in a process of its own, told over IPC what to deliver. */
import http from 'node:http'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'

/** Long enough that no outage of the soak ends a session. */
const limits = { timeout: 5000, maxInterval: 60_000, pingEvery: 4000 }

const compiled = (file) => import(pathToFileURL(path.join(process.argv[2], file)).href)

async function main() {
  const { createBayeux } = await compiled('bayeux/hub.js')
  const { createSystemClock } = await compiled('runtime/system-clock.js')
  const failures = []
  const closed = {}
  const settled = {}
  const bayeux = createBayeux({
    clock: createSystemClock(),
    limits,
    policy: {
      identify: ({ ext }) => (typeof ext?.user === 'string' ? ext.user : null),
      maySubscribe: () => true,
      mayPublish: () => 'refuse',
      mayComeFrom: () => false,
    },
    observer: {
      listening: (user) => process.send({ listening: user }),
      sessionClosed: (_, reason) => (closed[reason] = (closed[reason] ?? 0) + 1),
      failed: (error) => failures.push(String(error?.stack ?? error)),
    },
  })
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()

  function deliver({ user, from, count }) {
    settled[user] ??= { delivered: 0, lost: 0, unheard: 0 }
    const tally = settled[user]
    for (let number = from; number < from + count; number += 1) {
      const sessions = bayeux.deliver(user, '/news', number, (outcome) => (tally[outcome] += 1))
      if (sessions !== 1) tally.unheard += 1
    }
  }

  function report() {
    global.gc()
    return {
      failures,
      closed,
      settled,
      sessions: bayeux.sessions().length,
      heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20,
      delayMilliseconds: delay.percentile(99) / 1e6,
    }
  }

  process.on('message', (message) => {
    if (message.deliver) deliver(message.deliver)
    else if (message.report) process.send({ report: report() })
  })
  process.on('disconnect', () => process.exit(0))
  const server = http.createServer(bayeux.handle).on('upgrade', bayeux.upgrade)
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
}

await main()

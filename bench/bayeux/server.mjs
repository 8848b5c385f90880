/** One server in a process of its own. It obeys its parent, and ends with it. */
import { createData, now } from './mark.mjs'

const [name, options] = process.argv.slice(2)
const { start } = await import(`./servers/${name}.mjs`)
const { server, push, prepare, fill } = await start(JSON.parse(options))
let outstanding = 0
let goOn = null

const commands = {
  listen: ({ transport }) =>
    new Promise((resolve) => {
      server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, async () => {
        const { port } = server.address()
        await fill?.(port, transport)
        resolve({ port })
      })
    }),
  prepare: async ({ users }) => prepare?.(users),
  /** Bytes on the heap that are still in use. */
  memory() {
    for (let i = 0; i < 4; i += 1) globalThis.gc()
    return process.memoryUsage()
  },
  /** Pushes at a steady rate, to one user after another; answers what that took of the processor. */
  async pace({ rate, millis, users }) {
    const cpu = process.cpuUsage()
    const began = now()
    let sent = 0
    await new Promise((resolve) => {
      const tick = () => {
        const elapsed = Math.min((now() - began) / 1000, millis)
        // Each in a turn of its own, as what independent requests cause: a batch is another row.
        if (sent < Math.floor((elapsed * rate) / 1000)) {
          push(users[sent % users.length], createData(sent))
          sent += 1
          setImmediate(tick)
        } else if (elapsed < millis) setTimeout(tick, 1)
        else resolve()
      }
      tick()
    })
    const { user, system } = process.cpuUsage(cpu)
    return { sent, cpuMicros: user + system }
  },
  /** Pushes as fast as it can, with at most `window` messages that the clients have not counted yet. */
  async flood({ millis, users, window, perTurn }) {
    const end = now() + millis * 1000
    let sent = 0
    while (now() < end) {
      for (let i = 0; i < perTurn && outstanding < window; i += 1) {
        push(users[sent % users.length], createData(sent))
        sent += 1
        outstanding += 1
      }
      await new Promise((resolve) => {
        if (outstanding < window) setImmediate(resolve)
        else {
          goOn = resolve
          // Should the clients have lost count, the flood ends all the same.
          setTimeout(resolve, 1000).unref()
        }
      })
    }
    return { sent }
  },
  cpu: () => process.cpuUsage(),
  stop: () => process.exit(0),
}

process.on('disconnect', () => process.exit(1))
process.on('message', async ({ command, received, ...rest }) => {
  if (received !== undefined) {
    outstanding -= received
    goOn?.()
    goOn = null
    return
  }
  process.send({ command, answer: await commands[command](rest) })
})
process.send({ command: 'started' })

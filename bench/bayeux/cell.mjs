/**
 * The load generator: measures one server on one row, in a process of its own, and says what it found. The server is
 * its child.
 */
import { fork } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import {
  engineIoRequest,
  handshakeRequest,
  openBayeuxSocket,
  openPolling,
  openSocketIo,
  visitBayeux,
  visitSocketIo,
} from './clients.mjs'
import { now } from './mark.mjs'
import { servers } from './servers.mjs'
import { openHttp } from './wire.mjs'

const { row, name, transport, quick, profile } = JSON.parse(process.argv[2])
const { module, options = {}, dialect = 'bayeux', channelOf = () => '/_genesys' } = servers[name]
const scale = quick ? 0.25 : 1
const here = import.meta.dirname

const child = fork(`${here}/server.mjs`, [module, JSON.stringify(options)], {
  execArgv: ['--expose-gc', ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])],
})
child.on('exit', (code) => {
  if (code !== 0) throw new Error(`The server of ${name} ended with ${code}.`)
})
const heard = (command) =>
  new Promise((resolve) => {
    const listen = (message) => {
      if (message.command !== command) return
      child.off('message', listen)
      resolve(message.answer)
    }
    child.on('message', listen)
  })
const tell = (command, rest = {}) => {
  const answer = heard(command)
  child.send({ command, ...rest })
  return answer
}

await heard('started')
const at = { ...(await tell('listen', { transport })), channelOf }
const usersOf = (count, from = 0) => Array.from({ length: count }, (_, i) => `user${from + i}`)

function open(user, handlers) {
  if (transport === 'long-polling') return openPolling(at, user, handlers)
  return dialect === 'socket.io' ? openSocketIo(at, user, handlers) : openBayeuxSocket(at, user, handlers)
}

/** Opens clients, a few at a time. */
async function openAll(users, handlers, atOnce = 32) {
  const waiting = [...users]
  const sockets = []
  const next = async () => {
    for (let user = waiting.pop(); user !== undefined; user = waiting.pop())
      sockets.push(await open(user, handlers))
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return sockets
}

/** Repeats `visit` until it was done `count` times, some at once; answers how many. */
async function repeat(count, atOnce, visit) {
  let left = count
  const next = async () => {
    for (left -= 1; left >= 0; left -= 1) await visit(left)
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return count
}

const microsOf = ({ user, system }) => user + system

/**
 * What happened while `work` ran, of whatever it answers the count of: a second of the clock, and a second of the
 * server's processor time, which says the same where the machine has nothing else to do. `load` is the share of a
 * processor that this process used: near 1, it was the limit and not the server.
 */
async function counting(work) {
  const serverBefore = microsOf(await tell('cpu'))
  const cpu = process.cpuUsage()
  const began = now()
  const count = await work()
  const micros = now() - began
  const load = microsOf(process.cpuUsage(cpu)) / micros
  const serverMicros = microsOf(await tell('cpu')) - serverBefore
  return {
    rate: (count / micros) * 1e6,
    perCpu: (count / serverMicros) * 1e6,
    busyServer: serverMicros / micros,
    load,
  }
}

/** Counts what `read` reads more, after a second's warming up. */
async function countingFor(millis, read) {
  await pause(1000)
  return counting(async () => {
    const before = read()
    await pause(millis)
    return read() - before
  })
}

/** A request and its answer on each of some connections, again and again. */
function exchange(connections, requestOf) {
  const callbacks = []
  const sockets = Array.from({ length: connections }, (_, i) => openHttp(at.port, () => callbacks[i]()))
  let number = 0
  return {
    /** As `repeat`, on these connections. */
    run: (count) => {
      const free = sockets.map((_, i) => i)
      return repeat(
        count,
        connections,
        () =>
          new Promise((resolve) => {
            const i = free.pop()
            callbacks[i] = () => {
              free.push(i)
              resolve()
            }
            sockets[i].write(requestOf((number += 1)))
          }),
      )
    },
  }
}

const rows = {
  /** Heap of the server per client that is connected and waits. */
  async heap() {
    const ignore = { seen: () => {} }
    const heapUsed = async () => {
      await pause(700)
      return (await tell('memory')).heapUsed
    }
    await openAll(usersOf(100), ignore)
    const before = await heapUsed()
    const counts = quick ? [1000, 2000] : [5000, 10_000]
    await openAll(usersOf(counts[0], 100), ignore)
    const first = await heapUsed()
    await openAll(usersOf(counts[1] - counts[0], 100 + counts[0]), ignore)
    const second = await heapUsed()
    return { heap5000: (first - before) / counts[0], heap10000: (second - before) / counts[1] }
  },

  /** 1,000 messages a second, each to one of a hundred users. */
  latency: () => latency(100),

  /** The same to a single user. */
  'latency-one': () => latency(1),

  /** As many messages as go through, each to one of a hundred users, a thousand on their way. */
  async flood() {
    let count = 0
    let told = 0
    const window = 1000
    const tellReceived = () => {
      if (count > told) child.send({ received: count - told })
      told = count
    }
    const seen = () => {
      count += 1
      if (count - told >= window / 8) tellReceived()
    }
    const users = usersOf(100)
    let polls = 0
    await openAll(users, { seen, polled: () => (polls += 1) })
    await tell('prepare', { users })
    await pause(300)
    polls = 0
    const timer = setInterval(tellReceived, 5)
    // Over long-polling what waits for a poll shares its answer everywhere. On a WebSocket ours alone would put what is
    // pushed in one turn into one frame: there a turn has fewer messages than there are users.
    const perTurn = transport === 'long-polling' ? window : 64
    const flood = tell('flood', { users, window, perTurn, millis: 1000 + 4000 * scale + 300 })
    const result = await countingFor(4000 * scale, () => count)
    await flood
    clearInterval(timer)
    // How many messages shared an answer: a server that lets more of them wait for each other writes less.
    return polls === 0 ? result : { ...result, perAnswer: count / polls }
  },

  /** Sessions begun a second; on a WebSocket with the socket and the first connect. */
  async handshakes() {
    if (transport === 'long-polling') {
      const { run } = exchange(64, (i) =>
        dialect === 'socket.io' ? engineIoRequest : handshakeRequest(`user${i}`),
      )
      await run(4000 * scale)
      return counting(() => run(20_000 * scale))
    }
    const visit = dialect === 'socket.io' ? visitSocketIo : visitBayeux
    await repeat(1000 * scale, 32, (i) => visit(at, `early${i}`))
    return counting(() => repeat(4000 * scale, 32, (i) => visit(at, `user${i}`)))
  },

  /** Polls a second that are answered at once, as they ask. */
  async cycles() {
    let count = 0
    await openAll(usersOf(64), { seen: () => {}, polled: () => (count += 1), advice: { timeout: 0 } })
    return countingFor(4000 * scale, () => count)
  },
}

async function latency(userCount) {
  let latencies = []
  const users = usersOf(userCount)
  await openAll(users, { seen: (time) => latencies.push(now() - time) })
  await tell('prepare', { users })
  await pause(300)
  // Faster than what is measured, so that the code is warm.
  await tell('pace', { users, rate: 4000, millis: 2000 * scale })
  await pause(200)
  latencies = []
  const { sent, cpuMicros } = await tell('pace', { users, rate: 1000, millis: 5000 * scale })
  await pause(200)
  if (latencies.length !== sent) throw new Error(`${sent} messages were sent, ${latencies.length} came.`)
  latencies.sort((a, b) => a - b)
  const percentile = (part) => latencies[Math.min(Math.floor(latencies.length * part), latencies.length - 1)]
  return { p50: percentile(0.5), p99: percentile(0.99), cpu: cpuMicros / sent }
}

const result = await rows[row]()
process.send(result)
child.removeAllListeners('exit')
const ended = new Promise((resolve) => child.on('exit', resolve))
child.send({ command: 'stop' })
await ended
process.exit(0)

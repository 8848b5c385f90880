/**
 * `npm run soak`: many clients of the official library on the compiled Bayeux server, behind relays that fail all the
 * time; at the end every message is accounted for. `--minutes 1`, `--clients 80`, `--seed x`.
 */
import { fork } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { compileServer } from './build.mjs'
import { ensureInstalled } from './install.mjs'

const kinds = [
  { transport: 'long-polling', isAcknowledging: true },
  { transport: 'websocket', isAcknowledging: true },
  { transport: 'long-polling', isAcknowledging: false },
  { transport: 'websocket', isAcknowledging: false },
]

/** Nothing fails between these and the server: they may miss nothing, with or without acknowledgements. */
const calmKinds = kinds.map((kind) => ({ ...kind, isCalm: true }))

const nameOf = ({ transport, isAcknowledging, isCalm = false }) =>
  `${transport}${isAcknowledging ? ' with ack' : ''}${isCalm ? ', no faults' : ''}`

/** How much more heap than at the beginning may be taken when all clients are gone: what the compiler keeps, mostly. */
const heapGrowthMax = 4

/** Starts the server; answers its port and how to speak with it. */
function startServer(folder) {
  const child = fork(path.join(import.meta.dirname, 'soak-server.mjs'), [folder], {
    execArgv: ['--expose-gc'],
  })
  const listening = new Set()
  const waiting = { port: [], report: [] }
  child.on('message', (message) => {
    if (message.listening) listening.add(message.listening)
    for (const word of ['port', 'report']) if (word in message) waiting[word].shift()?.(message[word])
  })
  child.on('exit', (code, signal) => {
    if (code === 0 || signal === 'SIGTERM') return
    process.stderr.write(`The server ended with ${code ?? signal}.\n`)
    process.exit(1)
  })
  const next = (word) => new Promise((resolve) => waiting[word].push(resolve))
  return {
    child,
    listening,
    port: next('port'),
    deliver: (user, from, count) => child.send({ deliver: { user, from, count } }),
    report() {
      child.send({ report: true })
      return next('report')
    },
  }
}

function startClient({ CometD, AckExtension }, kind, user, port) {
  const client = { kind, user, received: [], sent: 0, cometd: new CometD() }
  const { cometd, received } = client
  for (const type of cometd.getTransportTypes()) {
    if (type !== kind.transport) cometd.unregisterTransport(type)
  }
  if (kind.isAcknowledging) cometd.registerExtension('ack', new AckExtension())
  cometd.addListener('/meta/handshake', ({ successful }) => {
    if (successful) cometd.subscribe('/news', ({ data }) => received.push(data))
  })
  cometd.configure({
    url: `http://127.0.0.1:${port}/cometd`,
    logLevel: 'warn',
    maxNetworkDelay: 3000,
    // Without it, a socket whose upgrade was swallowed is waited for until the end of time.
    connectTimeout: 3000,
    backoffIncrement: 50,
    maxBackoff: 1000,
  })
  cometd.handshake({ ext: { user } })
  return client
}

/** One fault of a network, over when it resolves. */
async function fail(relay, draw) {
  const fault = draw.integer(0, 6)
  if (fault === 0) relay.cut('rst')
  else if (fault === 1) relay.cut('fin')
  else if (fault <= 3) relay.cutAfter(draw.integer(0, 2000))
  else if (fault === 4) {
    relay.throttle(draw.integer(2000, 50_000))
    await pause(draw.integer(500, 3000))
    relay.throttle(null)
  } else if (fault === 5) {
    relay.swallow()
    await pause(draw.integer(100, 4000))
    relay.revive()
    if (draw.integer(0, 1) === 1) relay.cut('rst')
  } else {
    const { target } = relay
    relay.aim(null)
    relay.cut('rst')
    await pause(draw.integer(50, 1500))
    relay.aim(target)
  }
}

async function failUntil(end, relay, draw, count) {
  while (Date.now() < end) {
    await pause(draw.integer(50, 2500))
    await fail(relay, draw)
    count()
  }
}

async function deliverUntil(end, server, clients, draw) {
  while (Date.now() < end) {
    for (let times = draw.integer(1, 6); times > 0; times -= 1) {
      deliver(server, clients[draw.integer(0, clients.length - 1)], draw.integer(1, 4))
    }
    await pause(10)
  }
}

function deliver(server, client, count) {
  server.deliver(client.user, client.sent + 1, count)
  client.sent += count
}

async function waitFor(what, isSo) {
  for (const end = Date.now() + 60_000; !isSo(); await pause(50)) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`)
  }
}

/** What became of one client's messages. */
function account(client, settled) {
  let twice = 0
  let early = 0
  const seen = new Set()
  let last = 0
  for (const number of client.received) {
    if (seen.has(number)) twice += 1
    else if (number < last) early += 1
    seen.add(number)
    last = Math.max(last, number)
  }
  const tally = settled[client.user] ?? { delivered: 0, lost: 0, unheard: 0 }
  return {
    sent: client.sent,
    received: client.received.length,
    missed: client.sent - seen.size,
    twice,
    disordered: early,
    unsettled: client.sent - tally.delivered - tally.lost - tally.unheard,
    lost: tally.lost + tally.unheard,
  }
}

/** Adds up by kind, prints the table, and answers what is wrong. */
function judge(clients, settled) {
  const problems = []
  const columns = ['sent', 'received', 'missed', 'twice', 'disordered', 'unsettled', 'lost']
  const rows = [...kinds, ...calmKinds].map((kind) => {
    const total = Object.fromEntries(columns.map((column) => [column, 0]))
    const own = clients.filter((client) => client.kind === kind)
    for (const client of own) {
      const account_ = account(client, settled)
      for (const column of columns) total[column] += account_[column]
    }
    const forbidden = [
      'twice',
      'disordered',
      'unsettled',
      'lost',
      ...(kind.isAcknowledging || kind.isCalm ? ['missed'] : []),
    ]
    for (const column of forbidden) {
      if (total[column] !== 0) problems.push(`${nameOf(kind)}: ${total[column]} ${column}`)
    }
    return [nameOf(kind), own.length, ...columns.map((column) => total[column])]
  })
  const lines = [['', 'clients', ...columns], ...rows].map((row) =>
    row.map((cell, index) => (index === 0 ? String(cell).padEnd(36) : String(cell).padStart(11))).join(''),
  )
  process.stdout.write(`${lines.join('\n')}\n`)
  return problems
}

async function soak(root, { minutes, clients: count, seed }) {
  const folder = path.join(root, '.build/soak')
  process.stdout.write('Compiling …\n')
  await compileServer(root, folder)
  const load = (file) => import(pathToFileURL(path.join(folder, file)).href)
  const { openRelay } = await load('bayeux/clients/relay.js')
  const { createRandom } = await load('runtime/random.js')
  const { adapt } = await import('cometd-nodejs-client')
  const { CometD } = await import('cometd')
  const { AckExtension } = await import('cometd/AckExtension.js')
  // Without cookies: with a common jar they would all be tabs of one browser.
  adapt({
    cookies: {
      storeCookie: (_uri, _header, done) => done(),
      retrieveCookies: (_x, _uri, done) => done(null, []),
    },
  })

  const random = createRandom(seed)
  const server = startServer(folder)
  const target = await server.port
  const relays = await Promise.all(Array.from({ length: 8 }, () => openRelay(target)))
  const calm = await openRelay(target)
  const clients = Array.from({ length: count }, (_, index) => {
    // One group in nine.
    const group = (index >> 2) % 9
    const kind = (group === 8 ? calmKinds : kinds)[index % kinds.length]
    return startClient({ CometD, AckExtension }, kind, `user ${index}`, (relays[group] ?? calm).port)
  })
  await waitFor('every client to listen', () => server.listening.size === count)
  const before = await server.report()

  process.stdout.write(`${count} clients, ${minutes} minutes, seed ${seed}\n`)
  let faults = 0
  const end = Date.now() + minutes * 60_000
  const progress = setInterval(() => {
    const left = Math.ceil((end - Date.now()) / 60_000)
    process.stdout.write(
      `${left} min left: ${clients.reduce((sum, { sent }) => sum + sent, 0)} sent, ${faults} faults\n`,
    )
  }, 60_000)
  await Promise.all([
    deliverUntil(end, server, clients, random.for('messages', 0)),
    ...relays.map((relay, index) =>
      failUntil(end, { ...relay, target }, random.for('faults', index), () => (faults += 1)),
    ),
  ])
  clearInterval(progress)

  // When all is calm again, everybody has to be there.
  for (const relay of relays) relay.cutAfter(Number.MAX_SAFE_INTEGER)
  await pause(12_000)
  const lasts = clients.map((client) => {
    deliver(server, client, 5)
    return client.sent
  })
  const problems = []
  await waitFor('the last messages', () =>
    clients.every(({ received }, index) => received.includes(lasts[index])),
  ).catch((error) => problems.push(error.message))
  await pause(6000)
  const after = await server.report()
  problems.push(...judge(clients, after.settled), ...after.failures)
  if (Object.keys(after.closed).length > 0) problems.push(`sessions ended: ${JSON.stringify(after.closed)}`)

  await Promise.all(clients.map(({ cometd }) => new Promise((resolve) => cometd.disconnect(resolve))))
  const last = await server.report()
  if (last.sessions !== 0) problems.push(`${last.sessions} sessions are left`)
  const growth = last.heapMegabytes - before.heapMegabytes
  if (growth > heapGrowthMax) problems.push(`${growth.toFixed(1)} MiB more heap than at the beginning`)
  const heaps = [before, after, last].map(({ heapMegabytes }) => heapMegabytes.toFixed(1))
  process.stdout.write(
    `${faults} faults; heap ${heaps.join(' → ')} MiB (begin, end, all gone); event loop p99 ${last.delayMilliseconds.toFixed(0)} ms\n`,
  )
  for (const relay of [...relays, calm]) await relay.close()
  server.child.kill()
  return problems
}

if (fileURLToPath(import.meta.url) === process.argv[1]) {
  const root = path.resolve(import.meta.dirname, '../..')
  ensureInstalled(root)
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      clients: { type: 'string', default: '200' },
      seed: { type: 'string', default: 'soak' },
    },
  })
  const options = { minutes: Number(values.minutes), clients: Number(values.clients), seed: values.seed }
  const problems = await soak(root, options)
  for (const problem of problems) process.stdout.write(`WRONG ${problem}\n`)
  process.stdout.write(
    problems.length === 0 ? 'Everything is as it has to be.\n' : `${problems.length} problems\n`,
  )
  process.exit(problems.length === 0 ? 0 : 1)
}

/**
 * `npm run bench:soak`: the whole product for two hours at sixty times the speed, with customers and agents of its own,
 * with clients of the official library, and with somebody who reads along. Nothing may grow.
 *
 *   node bench/soak/run.mjs [--minutes 120]     a quick look is --minutes 5, and takes nine
 *
 * Prints a table, and ends with 1 when something grows or is left over.
 */
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../server/scripts/build.mjs'
import { ensureInstalled } from '../../server/scripts/install.mjs'
import { startTester } from '../../server/scripts/tester.mjs'
import { slopeOf } from './slope.mjs'

const root = path.join(import.meta.dirname, '../..')
const rate = 60
const hour = 3600
/** How long callbacks that are over are kept, by the contact centre's clock: two minutes of this machine's. */
const ttlSeconds = 2 * hour
/**
 * More than this in an hour, for sure, is a leak. What fails is the least that the slope may be, with 95 %: a short run
 * knows it less well and accuses nobody for its own noise; how much could hide from it stands in the table.
 */
const leakMegabytes = 0.5

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '120' } } })
const minutes = Number(values.minutes)
if (!(minutes >= 5)) throw new Error('A soak takes five minutes at least: --minutes 5')
const everySeconds = minutes > 30 ? 60 : 10

ensureInstalled(root)
await ensureBuilt(root)
const { limits } = await import('./limits.mjs')
const { openRelay } = await import('../../.build/server/bayeux/clients/relay.js')
const { openDevice, visit } = await import('./customers.mjs')

// V8's own lists of what its optimised code depends on grow for hours; without that code what grows is the product's.
const flags = ['--expose-gc', '--no-opt', '--no-maglev']
const tester = await startTester(root, 'bench/soak/server.mjs', flags)
const { url, child } = tester
child.once('exit', (code, signal) => {
  console.log(`The tester ended with ${code ?? signal}.`)
  process.exit(1)
})

const heap = () =>
  new Promise((resolve) => {
    child.once('message', resolve)
    child.send('heap')
  })

async function api(method, call, body) {
  const response = await fetch(`${url}/gmstester/api${call}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${call} answers ${response.status}: ${text}`)
  return text === '' ? null : JSON.parse(text)
}

/** By the contact centre's clock. */
const customersPerHour = 120
/** Of them come at once. */
const crowd = 20
const exponential = (meanSeconds) => ({ distribution: 'exponential', meanSeconds })

/** Agents who work by themselves, and customers who come evenly, in crowds, and too late. */
async function employ() {
  await api('PATCH', '/services/chat-delay', { options: { _ttl: String(ttlSeconds) } })
  for (let number = 1; number <= 10; number += 1) {
    const id = `soak-${number}`
    const breaks = number === 1 ? { everySeconds: hour, forSeconds: 600 } : null
    await api('PUT', `/agents/${id}`, {
      groups: ['Billing'],
      skills: { English: 20, Loans: 2 },
      capacity: 2,
      auto: { talk: exponential(150), breaks },
    })
    await api('POST', `/agents/${id}/state`, { state: 'ready' })
  }
  const customers = {
    service: 'chat-delay',
    patience: exponential(300),
    handle: exponential(150),
    confirmation: { late: 0.1, never: 0.05 },
    lines: ['Hello', 'I have a question about my invoice.', 'Thank you!'],
    running: true,
  }
  await api('POST', '/generators', {
    ...customers,
    arrivals: { law: 'poisson', perHour: customersPerHour - crowd },
  })
  await api('POST', '/generators', {
    ...customers,
    seed: 2,
    arrivals: { law: 'burst', count: crowd, everySeconds: hour },
  })
}

/** The number of the newest event of the newest callback. */
async function newestEvent() {
  const { items } = await api('GET', '/callbacks?limit=1')
  if (items.length === 0) return 0
  const { timeline } = await api('GET', `/callbacks/${items[0].id}`)
  return timeline.at(-1).number
}

/** How many rows the log has had, and how many it keeps. */
async function rows() {
  const { next, dropped } = await api('GET', '/traffic?after=999999999999999')
  return { all: next, kept: next - dropped }
}

async function sessions() {
  const text = await (await fetch(`${url}/metrics`)).text()
  return [...text.matchAll(/^gmstester_bayeux_sessions\{.*\} (\d+)/gm)].reduce(
    (total, [, count]) => total + Number(count),
    0,
  )
}

/** What the pages of one reader ask for, who also hears of every change. */
async function read(isOver, counts) {
  const device = await openDevice({
    url,
    user: 'reader',
    transport: 'websocket',
    channel: '/gmstester/changes',
  })
  let after = 0
  while (!isOver()) {
    for (const call of ['/queues', '/agents', '/statistics', '/generators', '/callbacks?limit=50'])
      await api('GET', call)
    const page = await api('GET', `/traffic?after=${after}&limit=1000`)
    after = page.next
    if (page.items.length > 0) await fetch(`${url}/gmstester/api/traffic/${after}`)
    counts.hints += device.received.splice(0).length
    await pause(1000)
  }
  await device.close()
}

async function sampleUntil(end, samples) {
  const startedAt = performance.now()
  while (performance.now() < end) {
    const sample = { hours: (performance.now() - startedAt) / 3_600_000, megabytes: await heap() }
    samples.push(sample)
    console.log(`${(sample.hours * 60).toFixed(1)} min: ${sample.megabytes.toFixed(2)} MB`)
    await pause(everySeconds * 1000)
  }
}

/**
 * At least a fifth of the time and four minutes, until callbacks have come to their end and all that is bounded is full:
 * after two minutes the last lists, and what the compiler keeps, still grew by more than any leak that is looked for.
 */
async function warmUp() {
  const least = performance.now() + Math.max(minutes * 12, (2 * ttlSeconds) / rate) * 1000
  const most = least + 600_000
  const isFull = async () =>
    (await rows()).kept >= limits.tester.trafficItemsMax && (await newestEvent()) > 1.2 * limits.historyMax
  while (performance.now() < least || !(await isFull())) {
    if (performance.now() > most) throw new Error('What is bounded does not fill.')
    await pause(1000)
  }
}

console.log(`Node ${process.version}, ${minutes} minutes`)
await employ()
await api('POST', '/clock', { rate })

const counts = { visits: 0, chats: 0, unserved: 0, dropped: 0, hints: 0 }
const cameAt = performance.now()
let isOver = false
const relays = await Promise.all(Array.from({ length: 6 }, () => openRelay(Number(new URL(url).port))))
const company = Promise.all([
  read(() => isOver, counts),
  ...relays.map((relay, place) =>
    visit({
      url,
      relay,
      name: `soak-${place}`,
      transport: place % 2 === 0 ? 'long-polling' : 'websocket',
      isOver: () => isOver,
      counts,
    }),
  ),
])
// One of them fails: the whole of it has.
const orFail = (work) => Promise.race([work, company.then(() => work)])

console.log('Warming up …')
await orFail(warmUp())
console.log(`Measuring, every ${everySeconds} s …`)
const samples = []
await orFail(sampleUntil(performance.now() + minutes * 48_000, samples))
const log = await rows()
const ended = (await api('GET', '/callbacks?state=COMPLETED&limit=1&total=true')).total
const visitsPerTtl = (counts.visits / (performance.now() - cameAt)) * 1000 * (ttlSeconds / rate)
const open = await sessions()
isOver = true
await company
for (const relay of relays) await relay.close()
// Whoever was dropped has not said goodbye.
const patience = performance.now() + limits.bayeux.maxInterval + 15_000
while ((await sessions()) > 0 && performance.now() < patience) await pause(1000)
const left = await sessions()
// What a reset could bring back is what there was.
await api('POST', '/reset')
const { undo } = await api('GET', '/reset')
child.removeAllListeners('exit')
tester.stop()

const { slope, error, least, most } = slopeOf(samples)
// Half as many again: customers come by chance.
const endedMost = Math.ceil(1.5 * (customersPerHour * (ttlSeconds / hour) + visitsPerTtl))
const lines = [
  ['memory at the warm-up’s end', samples[0].megabytes, 'MB'],
  ['memory at the end', samples.at(-1).megabytes, 'MB'],
  [
    `slope of ${samples.length} samples, ± standard error ${error.toFixed(2)}`,
    slope,
    'MB/h',
    least <= leakMegabytes,
  ],
  ['… at least, 95 %', least, `MB/h, ≤ ${leakMegabytes}`, least <= leakMegabytes],
  ['… at most, 95 %: what could hide', most, 'MB/h'],
  [
    'rows kept by the traffic log',
    log.kept,
    `of ${log.all}, ≤ ${limits.tester.trafficItemsMax}`,
    log.kept <= limits.tester.trafficItemsMax,
  ],
  ['events kept', undo?.events ?? NaN, `≤ ${limits.historyMax}`, undo?.events <= limits.historyMax],
  ['callbacks kept that are over', ended, `≤ ${endedMost}`, ended <= endedMost],
  ['records kept in all', undo?.records ?? NaN, ''],
  ['sessions while they were there', open, '> 0', open > 0],
  ['sessions when all have gone', left, '0', left === 0],
  ['visits of real clients', counts.visits, '', counts.visits > 0],
  ['… with a chat', counts.chats, '≥ half', counts.chats >= counts.visits / 2],
  ['… without an agent', counts.unserved, ''],
  ['… cut off', counts.dropped, ''],
  ['changes told to the reader', counts.hints, '', counts.hints > 0],
]
console.log('\n| what | measured | | |\n| --- | --- | --- | --- |')
for (const [what, measured, goal, isKept] of lines) {
  const number = Number.isInteger(measured) ? measured : measured.toFixed(2)
  console.log(
    `| ${what} | ${number} | ${goal} | ${isKept === undefined ? '' : isKept ? 'kept' : '**over**'} |`,
  )
}
process.exit(lines.some(([, , , isKept]) => isKept === false) ? 1 : 0)

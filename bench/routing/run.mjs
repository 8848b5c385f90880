/**
 * Measures what a turn of the contact centre costs while many wait, and how that grows with the queue.
 *
 *   node bench/routing/run.mjs [--waiting 10,100,1000,10000] [--agents 500] [--samples 300] [--kinds 1,20]
 *
 * Everything runs in memory through the services that the edges call; a turn is measured whole, with its routing and
 * the view it answers.
 */
import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const root = path.join(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    waiting: { type: 'string', default: '10,100,1000,10000' },
    agents: { type: 'string', default: '500' },
    samples: { type: 'string', default: '300' },
    kinds: { type: 'string', default: '1,20' },
  },
})
const numbers = (text) => text.split(',').map(Number)
const lengths = numbers(values.waiting)
const [agents, samples] = [Number(values.agents), Number(values.samples)]

execFileSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.json', '--noCheck', '--outDir', '.build/bench'],
  { cwd: root, stdio: 'inherit' },
)
const { chatInput, openScene, start } = await import('./scene.mjs')

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
const heapMegabytes = async () => {
  for (let times = 0; times < 3; times += 1) {
    await setTimeout(10)
    collect()
  }
  return process.memoryUsage().heapUsed / 1024 ** 2
}

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`)
for (const kinds of numbers(values.kinds)) {
  const columns = []
  for (const waiting of lengths) columns.push(await open(waiting, kinds))
  // The first rounds warm the engine up. All lengths take part in each: what else the machine does hits all of them.
  for (let round = -Math.ceil(samples / 3); round < samples; round += 1) {
    for (const { scene, times } of columns) await play(scene, round, times)
  }
  print(kinds, columns)
}

async function open(waiting, kinds) {
  const before = await heapMegabytes()
  const scene = await openScene({ agents, waiting, kinds })
  return { waiting, scene, times: new Map(), megabytes: (await heapMegabytes()) - before }
}

/** One of each kind of turn, in microseconds; the queue keeps its length. */
async function play({ centre, talks, line, kinds, lastTold }, round, times) {
  const timed = async (name, work) => {
    const begun = process.hrtime.bigint()
    const result = await work()
    const micros = Number(process.hrtime.bigint() - begun) / 1000
    if (!times.has(name)) times.set(name, [])
    if (round >= 0) times.get(name).push(micros)
    return result
  }
  const index = Math.abs(round * 7919)
  await centre.control.advance(100)
  const talk = talks[index % talks.length]
  const last = line.length - 1
  const added = await timed('start', () => start(centre, index % kinds))
  await timed('position', () => centre.callbacks.position(line[index % line.length]))
  // Somebody in the middle has had enough.
  const gone = Math.floor(last / 2)
  await timed('abandon', () => centre.callbacks.cancel(line[gone], 'CANCELLED'))
  line.splice(gone, 1)
  line.push(added)
  await timed('agent leaves', () => centre.agents.leave(talk.agent, talk.id))
  const told = lastTold()
  await timed('confirm', () => centre.callbacks.connect(told))
  await timed('create chat', () => centre.chats.create(told, chatInput))
  await timed('accept', () => centre.agents.accept(talk.agent, told))
  talk.id = told
  line.splice(line.indexOf(told), 1)
  line.push(await timed('start', () => start(centre, index % kinds)))
  await timed('not ready', () => centre.agents.setState(talk.agent, 'not-ready', null))
  await timed('ready', () => centre.agents.setState(talk.agent, 'ready', null))
}

function print(kinds, columns) {
  const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  const cell = (text) => String(text).padStart(16)
  const shown = (times) => {
    const sorted = times.toSorted((a, b) => a - b)
    return `${at(sorted, 0.5).toFixed(0)} / ${at(sorted, 0.9).toFixed(0)}`
  }
  console.log(
    `\n${agents} agents, ${kinds === 1 ? 'one kind' : `${kinds} kinds`} of customers; microseconds a turn, median / 90 %`,
  )
  console.log(['waiting'.padEnd(14), ...columns.map(({ waiting }) => cell(waiting)), cell('growth')].join(''))
  for (const name of columns[0].times.keys()) {
    const medians = columns.map(({ times }) =>
      at(
        times.get(name).toSorted((a, b) => a - b),
        0.5,
      ),
    )
    const growth = `${(medians.at(-1) / medians[0]).toFixed(1)} x`
    console.log(
      [name.padEnd(14), ...columns.map(({ times }) => cell(shown(times.get(name)))), cell(growth)].join(''),
    )
  }
  const memory = columns.map(({ megabytes }) => cell(`${megabytes.toFixed(1)} MB`))
  console.log(['memory'.padEnd(14), ...memory].join(''))
}

/**
 * Measures our Bayeux server beside its peers and the bare ceilings, on this machine's loopback.
 *
 *   node bench/bayeux/run.mjs [--rows heap,flood] [--servers raw-ws,bayeux] [--rounds 3] [--quick] [--profile folder]
 *
 * Prints every measurement as it comes, then the tables, and keeps both in `.build/bench/results.json`.
 */
import { execFileSync, fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { cellsOf, rows as allRows } from './servers.mjs'
import { tables } from './tables.mjs'

const root = path.join(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: allRows.join(',') },
    servers: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    profile: { type: 'string' },
    out: { type: 'string', default: '.build/bench/results.json' },
  },
})
/** Nothing here takes longer; what does is stuck. */
const cellMillisMax = 120_000

execFileSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.json', '--noCheck', '--outDir', '.build/bench'],
  { cwd: root, stdio: 'inherit' },
)
console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`)

const wanted = values.servers?.split(',')
const cells = values.rows
  .split(',')
  .flatMap(cellsOf)
  .filter(({ name }) => wanted === undefined || wanted.includes(name))
const results = []
for (let round = 1; round <= Number(values.rounds); round += 1) {
  console.log(
    `Round ${round}, load average ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  )
  for (const cell of cells) {
    const result = await measure(cell)
    results.push({ round, ...cell, ...result, busy: loadavg()[0] })
    console.log([round, cell.row, cell.transport, cell.name, describe(result)].join('\t'))
  }
}
const out = path.resolve(root, values.out)
mkdirSync(path.dirname(out), { recursive: true })
writeFileSync(out, JSON.stringify(results, null, 1))
console.log(`\n${tables(results)}`)

function measure(cell) {
  return new Promise((resolve) => {
    const options = { ...cell, quick: values.quick, profile: values.profile && path.resolve(values.profile) }
    const child = fork(path.join(import.meta.dirname, 'cell.mjs'), [JSON.stringify(options)])
    const timer = setTimeout(() => child.kill('SIGKILL'), cellMillisMax)
    let result = { failed: true }
    child.on('message', (message) => (result = message))
    child.on('exit', () => {
      clearTimeout(timer)
      resolve(result)
    })
  })
}

function describe(result) {
  return Object.entries(result)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`)
    .join('  ')
}

/**
 * Simulates queues through the real contact centre, in memory, and holds what happened against queueing theory.
 *
 *   node bench/queueing/run.mjs [--family erlang-c] [--points 1-4] [--seed 1] [--share 0.1] [--built]
 *
 * Prints one line per figure of every load, and ends with 1 when one of them agrees with theory neither by its 99 %
 * confidence interval nor within 2 %. `--share` simulates that share of the customers; `--built` takes the server as it
 * was compiled last.
 */
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const root = path.join(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    family: { type: 'string' },
    points: { type: 'string', default: '1-99' },
    seed: { type: 'string', default: '1' },
    share: { type: 'string', default: '1' },
    built: { type: 'boolean', default: false },
  },
})

const compiler = 'node_modules/typescript/bin/tsc'
const project = ['-p', 'server/tsconfig.json', '--noCheck', '--outDir', '.build/bench']
if (!values.built) execFileSync(process.execPath, [compiler, ...project], { cwd: root, stdio: 'inherit' })
const load = (name) => import(pathToFileURL(path.join(root, '.build/bench/queueing', name)).href)
const [{ families }, { simulate }, { compareWithTheory }] = await Promise.all(
  ['families.js', 'simulation.js', 'agreement.js'].map(load),
)

const [first, last] = values.points.split('-').map(Number)
const names = values.family === undefined ? Object.keys(families) : [values.family]
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown'}, seed ${values.seed}`)
let customersAll = 0
let secondsAll = 0
let disagreements = 0
for (const name of names) {
  console.log(
    `\n| ${name} | customers | a second | figure | theory | seen | ± 99 % | off | agrees |\n|${' --- |'.repeat(9)}`,
  )
  for (const point of families[name].slice(first - 1, last ?? first)) await measure(point)
}
console.log(
  `\n${customersAll} customers in ${secondsAll.toFixed(1)} s of processor time, ${Math.round(customersAll / secondsAll)} a second; ${disagreements} disagree`,
)
process.exitCode = disagreements === 0 ? 0 : 1

async function measure({ name, simulation, theory }) {
  const customers = Math.round(simulation.customers * Number(values.share))
  const begun = process.cpuUsage()
  const observation = await simulate({ ...simulation, customers, seed: Number(values.seed) })
  // Of processor time: the machine may have other things to do.
  const { user, system } = process.cpuUsage(begun)
  const seconds = (user + system) / 1e6
  customersAll += customers
  secondsAll += seconds
  const about = [name, customers, Math.round(customers / seconds)]
  for (const each of compareWithTheory(theory, observation)) {
    const agrees = each.isInside ? 'inside' : each.isClose ? 'within 2 %' : 'NO'
    if (agrees === 'NO') disagreements += 1
    const off = `${((each.seen / each.theory - 1) * 100).toFixed(2)} %`
    const numbers = [each.theory, each.seen, each.halfWidth].map((number) => number.toPrecision(4))
    console.log(`| ${[...about, each.figure, ...numbers, off, agrees].join(' | ')} |`)
    about.fill('')
  }
}

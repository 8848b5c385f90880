/**
 * Judges the models of the estimated wait by the waits that then happened, on the same seeded traffic through the real
 * contact centre.
 *
 *   node bench/estimates/run.mjs [--customers 3000] [--seeds 1,2,3] [--scenarios stationary|surging|part of a name]
 *
 * Prints mean squared and mean absolute errors, and how far each model is from the best of its scenario.
 */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { errorsOf, ranking, table } from './tables.mjs'
import { scenarios } from './scenarios.mjs'

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '3000' },
    seeds: { type: 'string', default: '1,2,3' },
    scenarios: { type: 'string', default: '' },
  },
})
const customers = wholeNumber('--customers', values.customers, 100, 1_000_000)
const seeds = values.seeds.split(',').map((seed) => wholeNumber('--seeds', seed, 0, 2 ** 31))
const wanted = scenarios.filter(
  ({ name, kind }) => kind === values.scenarios || name.includes(values.scenarios),
)
if (wanted.length === 0)
  fail(
    `--scenarios is stationary, surging or part of one of these: ${scenarios.map(({ name }) => name).join('; ')}.`,
  )

execFileSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.json', '--noCheck', '--outDir', '.build/bench'],
  { cwd: path.join(import.meta.dirname, '../..'), stdio: 'inherit' },
)
const { play } = await import('./traffic.mjs')

const results = []
const begun = performance.now()
for (const scenario of wanted) {
  const runs = []
  for (const seed of seeds) runs.push(await play(scenario, { customers, seed }))
  const seen = runs.flatMap((run) => run.seen)
  const { answered, abandoned } = runs
    .map(({ statistics }) => statistics)
    .reduce((sum, each) => ({
      answered: sum.answered + each.answered,
      abandoned: sum.abandoned + each.abandoned,
    }))
  results.push({ scenario, errors: errorsOf(seen), waits: seen.length, answered, abandoned })
  console.log(table(results.at(-1)))
}
const total = wanted.length * seeds.length * customers
console.log(ranking(results))
console.log(
  `${total} customers in ${((performance.now() - begun) / 1000).toFixed(1)} s, seeds ${seeds.join(', ')}.`,
)

function wholeNumber(name, text, min, max) {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < min || value > max) {
    fail(`${name} takes whole numbers from ${min} to ${max}, not ${text}.`)
  }
  return value
}

function fail(sentence) {
  console.error(sentence)
  process.exit(2)
}

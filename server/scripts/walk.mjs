/**
 * `npm run walk`: customers, agents, options, clocks and restarts by chance, for as many steps as wanted, on the
 * compiled contact centre. Ends with 1 and prints the shortest reproduction when a rule is broken.
 * `--steps 1000000`, `--seed 1`, `--length 250` (steps of one walk), `--every 10` (steps between two looks at
 * everything), `--storage memory` or `sqlite`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { compileServer } from './build.mjs'
import { ensureInstalled } from './install.mjs'

const progressEvery = 5000

/** A whole number from 1 that was asked for; anything else ends the program. */
function wholeNumber(name, text) {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  process.stderr.write(`--${name} is a whole number from 1, not “${text}”.\n`)
  process.exit(2)
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      steps: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      length: { type: 'string', default: '250' },
      every: { type: 'string', default: '10' },
      storage: { type: 'string', default: 'memory' },
    },
  })
  const { storage, ...numbers } = values
  if (storage !== 'memory' && storage !== 'sqlite') {
    process.stderr.write(`--storage is memory or sqlite, not “${storage}”.\n`)
    process.exit(2)
  }
  const whole = Object.entries(numbers).map(([name, text]) => [name, wholeNumber(name, text)])
  return { storage, ...Object.fromEntries(whole) }
}

/** Takes all steps; answers what was found, as text, or null. */
async function walkOn(root, { steps, seed, length, every, storage }) {
  const built = path.join(root, '.build/walk')
  process.stdout.write('Compiling …\n')
  await compileServer(root, built)
  const load = (file) => import(pathToFileURL(path.join(built, file)).href)
  const { searchWalks, printFinding } = await load('walk/search.js')
  const { inMemory, inFile } = await load('walk/places.js')
  const { invariants } = await load('contact-center/invariants.js')

  const folder = mkdtempSync(path.join(tmpdir(), 'walk-'))
  let files = 0
  let taken = 0
  let reported = Date.now()
  const begun = Date.now()
  const report = () => {
    const rate = Math.round(taken / Math.max(0.001, (Date.now() - begun) / 1000))
    process.stdout.write(`${taken} of ${steps} steps, ${rate} a second\n`)
    reported = Date.now()
  }
  try {
    process.stdout.write(`Seed ${seed}, walks of ${length} steps, ${storage}\n`)
    while (taken < steps) {
      const place =
        storage === 'memory' ? inMemory(false) : inFile(path.join(folder, `${(files += 1)}.sqlite`))
      const found = await searchWalks({ seed, walks: 1, stepsOfAWalk: length, place, invariants, every })
      taken += length
      if (found !== null) return `In the walk of seed ${seed}.\n${printFinding(found)}`
      seed += 1
      if (Date.now() - reported > progressEvery) report()
    }
    report()
    return null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (fileURLToPath(import.meta.url) === process.argv[1]) {
  const root = path.resolve(import.meta.dirname, '../..')
  ensureInstalled(root)
  const found = await walkOn(root, readOptions())
  process.stdout.write(found === null ? 'Everything is as it has to be.\n' : `${found}\n`)
  process.exit(found === null ? 0 : 1)
}

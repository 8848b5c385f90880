/** Builds the pages and the server, when what they are built from has changed since the last time. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'

const sources = ['app', 'components', 'public', 'server']
const files = ['package-lock.json', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json']

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(place)
    else if (!/\.test\.tsx?$/.test(entry.name)) yield place
  }
}

/** One hash over everything that goes into the build. */
function fingerprint(root) {
  const hash = createHash('sha256').update(process.versions.node)
  const below = sources.map((folder) => path.join(root, folder)).filter((folder) => existsSync(folder))
  const all = [
    ...files.map((file) => path.join(root, file)).filter(existsSync),
    ...below.flatMap((f) => [...filesBelow(f)]),
  ]
  for (const file of all)
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Runs one Node program of a package; rejects when it fails. */
function run(root, program, words, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', program), ...words], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NEXT_IGNORE_INCORRECT_LOCKFILE: '1', ...env },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} failed:\n${output}`))))
  })
}

/** Compiles the server to plain JavaScript in `folder`. Types are checked by `npm test`, not here. */
export const compileServer = (root, folder, ...words) =>
  run(root, 'typescript/bin/tsc', ['-p', 'server/tsconfig.json', '--noCheck', '--outDir', folder, ...words])

/** From this size on Chromium compiles a script while it loads, beside the page's own work. */
const hintedFrom = 30_000

/**
 * Asks the browser to compile the large scripts whole while they load (V8's explicit compile hints). Without it each
 * function is compiled when it is first called, on the page's own thread, and a page calls most of them as it opens.
 * Browsers that do not know the comment pass over it.
 */
function hintCompilation(root) {
  const folder = path.join(root, '.next/static/chunks')
  for (const name of readdirSync(folder)) {
    const place = path.join(folder, name)
    if (!name.endsWith('.js') || statSync(place).size < hintedFrom) continue
    writeFileSync(place, `//# allFunctionsCalledOnLoad\n${readFileSync(place, 'utf8')}`)
  }
}

/** Builds what is stale. Resolves when `.build/server` and `.next` fit the sources. */
export async function ensureBuilt(root) {
  const stamp = path.join(root, '.build/stamp')
  const wanted = fingerprint(root)
  const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (
    isFresh &&
    existsSync(path.join(root, '.next/BUILD_ID')) &&
    existsSync(path.join(root, '.build/server/main.js'))
  )
    return
  process.stdout.write('Building …\n')
  rmSync(stamp, { force: true })
  rmSync(path.join(root, '.build/server'), { recursive: true, force: true })
  await compileServer(root, '.build/server')
  await run(root, 'next/dist/bin/next', ['build'], { NODE_ENV: 'production' })
  hintCompilation(root)
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** What `npm run build` does. */
async function main() {
  const root = process.cwd()
  ensureInstalled(root)
  await ensureBuilt(root)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  main().catch((error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })

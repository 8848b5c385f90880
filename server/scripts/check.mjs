/** `npm run check`: everything but the browser. `npm test` runs it first. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'

const steps = [
  { name: 'format', program: 'prettier/bin/prettier.cjs', words: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', program: 'oxlint/bin/oxlint', words: ['--deny-warnings'] },
  { name: 'types', program: 'typescript/bin/tsc', words: ['-p', 'tsconfig.json'] },
  { name: 'dead code', program: 'knip/bin/knip.js', words: [] },
]

/** Runs one Node program of a package in the open; true when it went well. */
export function runProgram(root, program, words, env = {}) {
  const run = spawnSync(process.execPath, [path.join(root, 'node_modules', program), ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return run.status === 0
}

/** Runs format, lint, types, dead code and the unit and contract tests; answers the number of tests passed and failed. */
export function check(root) {
  let passed = 0
  let failed = 0
  for (const { name, program, words } of steps) {
    process.stdout.write(`— ${name}\n`)
    if (runProgram(root, program, words)) passed += 1
    else failed += 1
  }
  process.stdout.write('— unit and contract tests\n')
  const report = path.join(root, '.build/vitest.json')
  mkdirSync(path.dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const went = runProgram(root, 'vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests
  // A file that cannot even be loaded fails without a failed test.
  if (!went && result.numFailedTests === 0) failed += 1
  return { passed, failed }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureInstalled(process.cwd())
  const { passed, failed } = check(process.cwd())
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}

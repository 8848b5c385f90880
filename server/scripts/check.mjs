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

/** The tests of Vitest's report that failed, each with its file and the first line of why. */
const failedTests = (root, { testResults }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name)
    const failures = assertionResults.filter((test) => test.status === 'failed')
    if (failures.length === 0 && status === 'failed') return [`${file}: ${firstLine(message)}`]
    return failures.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`,
    )
  })

const firstLine = (text = '') => text.split('\n', 1)[0]

/**
 * Runs format, lint, types, dead code and the unit and contract tests. Answers the number passed and failed, and a line
 * for each failure, for the end of a long output is often all that is kept of it.
 */
export function check(root) {
  let passed = 0
  const failures = []
  for (const { name, program, words } of steps) {
    process.stdout.write(`— ${name}\n`)
    if (runProgram(root, program, words)) passed += 1
    else failures.push(name)
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
  const tests = failedTests(root, result)
  failures.push(...tests)
  if (!went && tests.length === 0)
    failures.push('unit and contract tests: something failed outside of every test')
  return { passed, failed: failures.length, failures }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureInstalled(process.cwd())
  const { passed, failed, failures } = check(process.cwd())
  for (const failure of failures) process.stdout.write(`failed: ${failure}\n`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}

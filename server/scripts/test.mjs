/** `npm test`: installs what it needs and runs everything. */
import { check } from './check.mjs'
import { e2e } from './e2e.mjs'
import { ensureInstalled } from './install.mjs'

const root = process.cwd()
ensureInstalled(root)
const first = check(root)
const second = await e2e(root)
const failed = first.failed + second.failed
for (const failure of first.failures) process.stdout.write(`failed: ${failure}\n`)
process.stdout.write(`${first.passed + second.passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

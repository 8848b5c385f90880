/** `npm run e2e`: builds the product and drives it in a real browser. */
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { runProgram } from './check.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'

/** Runs the Playwright tests, with these further words; answers how many passed and failed. */
export async function e2e(root, words = []) {
  const browser = await ensureChromium()
  await ensureBuilt(root)
  const report = path.join(root, '.build/playwright.json')
  rmSync(report, { force: true })
  process.stdout.write('— end-to-end tests\n')
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const went = runProgram(root, '@playwright/test/cli.js', ['test', '--reporter=list,json', ...words], env)
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  const { unexpected, flaky, expected } = stats
  if (flaky > 0)
    process.stdout.write(`${flaky} of the tests that passed did so the second time only: see “flaky” above\n`)
  return { passed: expected + flaky, failed: went || unexpected > 0 ? unexpected : 1 }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureInstalled(process.cwd())
  const { passed, failed } = await e2e(process.cwd(), process.argv.slice(2))
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}

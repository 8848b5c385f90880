/** `npm run screenshots`: draws `docs/workbench.png`, the workbench in the middle of a chat, from the product itself. */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'

const root = process.cwd()
ensureInstalled(root)
await ensureBuilt(root)
const { chromium } = await import('@playwright/test')

/** Starts a tester that keeps nothing, on any free port; answers its address and how to end it. */
async function startTester() {
  const child = spawn(process.execPath, [path.join(root, '.build/server/main.js')], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', STORAGE: 'memory' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const port = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The tester ended with ${code}.`)))
    child.stdout.on('data', (chunk) => {
      said += chunk
      const found = /Workbench\s+http:\/\/[^\s:]+:(\d+)/.exec(said)
      if (found) resolve(found[1])
    })
  })
  const url = `http://localhost:${port}`
  await fetch(`${url}/gmstester/api/health?waitSeconds=30`)
  return { url, stop: () => child.kill() }
}

/** Presses what the page says comes next, or types the line there; waits until something else is next. */
async function takeNextStep(page, line) {
  const control = page.locator('[data-next-step]')
  await control.waitFor()
  const before = await control.getAttribute('data-next-step')
  if (line === undefined) await control.click()
  else {
    await control.fill(line)
    await control.press('Enter')
  }
  await page.waitForFunction((was) => {
    const now = document.querySelector('[data-next-step]')?.getAttribute('data-next-step')
    return now !== undefined && now !== was
  }, before)
}

async function drawWorkbench(page, url) {
  await page.goto(url)
  for (let presses = 0; presses < 5; presses += 1) await takeNextStep(page)
  await takeNextStep(page, 'Hello, I was charged twice this month.')
  await takeNextStep(page, 'Good morning Bob. I can see both charges, one moment please.')
  // A second customer, who waits while Anna talks.
  await page.getByRole('button', { name: 'Add customer' }).click()
  await takeNextStep(page)
  await page.getByRole('tab', { name: 'A Bob Markel' }).click()
  const wire = page.getByRole('region', { name: 'Wire' })
  // More of the wire than at first, by the keyboard as a reader may.
  await page.getByRole('separator', { name: 'Height of the wire' }).focus()
  await page.keyboard.press('ArrowUp')
  const pushed = wire.getByRole('row').filter({ hasText: 'PUSH' }).filter({ hasText: 'chat.refresh' })
  await pushed.last().scrollIntoViewIfNeeded()
  await pushed.last().click()
  await wire.getByRole('heading', { name: 'Caused by' }).waitFor()
  await page.mouse.move(900, 20)
  await page.evaluate(() => document.activeElement?.blur())
  await page.evaluate(() => document.fonts.ready)
  mkdirSync(path.join(root, 'docs'), { recursive: true })
  await page.screenshot({ path: path.join(root, 'docs/workbench.png'), animations: 'disabled' })
}

const tester = await startTester()
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  await drawWorkbench(page, tester.url)
  process.stdout.write('docs/workbench.png\n')
} finally {
  await browser.close()
  tester.stop()
}

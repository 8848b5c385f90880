/** `npm run screenshots`: draws the pictures of the README from the product itself, in the middle of a chat. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { startTester } from './tester.mjs'

const root = process.cwd()
ensureInstalled(root)
await ensureBuilt(root)
const { chromium } = await import('@playwright/test')

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

const pictures = path.join(root, 'docs')

/** Takes the picture without a pointer, a caret or a moving part in it. */
async function keep(shot, page, name) {
  await page.mouse.move(900, 20)
  await page.evaluate(() => document.activeElement?.blur())
  await page.evaluate(() => document.fonts.ready)
  mkdirSync(pictures, { recursive: true })
  await shot.screenshot({ path: path.join(pictures, name), animations: 'disabled' })
  process.stdout.write(`docs/${name}\n`)
}

/** A chat under way, and a second customer who waits while Anna talks. */
async function play(page, url) {
  await page.goto(url)
  for (let presses = 0; presses < 5; presses += 1) await takeNextStep(page)
  await takeNextStep(page, 'Hello, I was charged twice this month.')
  await takeNextStep(page, 'Good morning Bob. I can see both charges, one moment please.')
  await page.getByRole('button', { name: 'Add customer' }).click()
  await takeNextStep(page)
  await page.getByRole('tab', { name: 'A Bob Markel' }).click()
}

async function drawWorkbench(page) {
  const wire = page.getByRole('region', { name: 'Wire' })
  // More of the wire than at first, by the keyboard as a reader may.
  await page.getByRole('separator', { name: 'Height of the wire' }).focus()
  await page.keyboard.press('ArrowUp')
  const rows = wire.getByRole('row')
  const pushed = rows.filter({ hasText: 'PUSH' }).filter({ hasText: 'chat.refresh' })
  // By its number: what is drawn in a row of the page may be another row of the wire by the time it is pressed.
  const number = await pushed.last().locator('td').first().innerText()
  await rows.filter({ has: page.locator('td:first-child', { hasText: new RegExp(`^${number}$`) }) }).click()
  const opened = new RegExp(`^#${number}(?!\\d).*PUSH`)
  await wire.getByRole('heading').filter({ hasText: opened }).waitFor()
  await wire.getByRole('heading', { name: 'Caused by' }).waitFor()
  await keep(page, page, 'workbench.png')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keep(page, page, 'workbench-dark.png')
  await page.emulateMedia({ colorScheme: 'light' })
}

/** The push that tells of the agent, opened. */
async function drawWire(page, url) {
  await page.goto(`${url}/wire?q=is:push`)
  const announced = page.getByRole('row').filter({ hasText: 'agentavailable' }).first()
  await announced.click()
  await page.getByRole('heading', { name: 'Caused by' }).waitFor()
  await keep(page, page, 'wire.png')
}

async function drawSequence(page, url) {
  const { items } = await (await fetch(`${url}/gmstester/api/callbacks?limit=10`)).json()
  const chat = items.find(({ step }) => step === 'talking')
  await page.setViewportSize({ width: 1440, height: 1400 })
  await page.goto(`${url}/callbacks/${chat.id}`)
  const section = page
    .locator('section', { has: page.getByRole('heading', { name: 'Sequence diagram' }) })
    .last()
  await section.getByRole('button', { name: 'Save SVG' }).waitFor()
  await section.scrollIntoViewIfNeeded()
  await keep(section, page, 'sequence.png')
}

const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
let tester = null
try {
  tester = await startTester(root)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  await play(page, tester.url)
  await drawWorkbench(page)
  await drawWire(page, tester.url)
  await drawSequence(page, tester.url)
} finally {
  tester?.stop()
  await browser.close()
}

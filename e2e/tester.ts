import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'

/** A built GMS Tester in a process of its own, on a port of its own. */
export interface Tester {
  readonly url: string
  /** What it said when it had started. */
  readonly banner: string
  /** Calls the tester's own API; answers the JSON, undefined when there is none. */
  api(method: string, call: string, body?: unknown): Promise<unknown>
  /** Ends the process without a word, as a crash does. */
  crash(): Promise<void>
  /** Starts it again, on the same data and port. */
  restart(): Promise<void>
  crashAndRestart(): Promise<void>
  stop(): Promise<void>
}

const ready = /http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/

/** Starts the server and waits for its banner. */
async function serve(
  port: number,
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; url: string; banner: string }> {
  const child = spawn(process.execPath, [path.resolve('.build/server/main.js')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const bound = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = ready.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)))
  })
  const url = `http://127.0.0.1:${bound}`
  await fetch(`${url}/gmstester/api/health?waitSeconds=30`)
  return { child, url, banner: said }
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  )

/** Starts a tester whose data are thrown away afterwards, with these settings of its environment. */
export async function startTester(more: Readonly<Record<string, string>> = {}): Promise<Tester> {
  const settings = { STORAGE: 'memory', ...more }
  const folder = mkdtempSync(path.join(tmpdir(), 'gms-tester-'))
  let { child, url, banner } = await serve(0, folder, settings)
  const crash = async () => {
    child.kill('SIGKILL')
    await gone(child)
  }
  const restart = async () => {
    ;({ child, url, banner } = await serve(Number(new URL(url).port), folder, settings))
  }
  return {
    url,
    get banner() {
      return banner
    },
    crash,
    restart,
    async api(method, call, body) {
      const response = await fetch(`${url}/gmstester/api${call}`, {
        method,
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${call}: ${response.status} ${text}`)
      return text === '' ? undefined : JSON.parse(text)
    },
    async crashAndRestart() {
      await crash()
      await restart()
    },
    async stop() {
      child.kill('SIGTERM')
      await gone(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What the browser may complain of without the product being at fault: the network that a test cuts on purpose. */
const expected =
  /ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|Failed to load resource|WebSocket connection to|WebSocket is already in CLOSING/

/** A test with a tester of its own; anything the page writes to its error console fails it. */
export const test = base.extend<{ tester: Tester; storage: 'memory' | 'sqlite'; mayComplain: boolean }>({
  storage: ['memory', { option: true }],
  // For a test that breaks the page on purpose.
  mayComplain: [false, { option: true }],
  tester: async ({ page, storage, mayComplain }, use) => {
    const tester = await startTester({ STORAGE: storage })
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await use(tester)
    // The page goes on asking up to the end; what a test stands in for must not ask a tester that is gone.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await tester.stop()
    if (!mayComplain) expect(complaints).toEqual([])
  },
})

/** The one control that the page says comes next. */
export const nextStep = (page: Page) => page.locator('[data-next-step]')

/** Does what the page says comes next, as a novice would: presses it, or types a line and Enter. */
export async function takeNextStep(page: Page, line = 'Hello'): Promise<void> {
  const control = nextStep(page)
  await expect(control).toHaveCount(1)
  const before = await control.getAttribute('data-next-step')
  const isText = await control.evaluate((element) =>
    element.matches('textarea, input:not([type=button]):not([type=submit])'),
  )
  if (isText) {
    await control.fill(line)
    await control.press('Enter')
  } else await control.click()
  await expect(async () => expect(await control.getAttribute('data-next-step')).not.toBe(before)).toPass()
}

/** The journey strip's node that is current. */
export const currentNode = (page: Page) =>
  page.getByRole('list', { name: 'Journey' }).locator('[aria-current="step"]')

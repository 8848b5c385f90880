import { expect, type Page } from '@playwright/test'
import { fill, open } from './screens.ts'
import { startChat } from './start-chat.ts'
import { nextStep, test, type Tester } from './tester.ts'

/** Success criteria of WCAG 2.2 that only show while the page is used; docs/accessibility.yaml names them. */

test('[1.4.13] a tooltip stays while the pointer is on it, and Escape closes it where the pointer stands', async ({
  page,
  tester,
}) => {
  await page.clock.install()
  await open(page, tester.url)
  const control = page.getByRole('button', { name: 'Pause the clock' })
  const tip = page.locator('[data-tooltip]')
  const away = () => page.getByRole('heading', { name: 'Ask for a callback' }).hover()
  const pass = () => page.clock.fastForward(10_000)
  const point = () =>
    expect(async () => {
      await away()
      await control.hover()
      await pass()
      await expect(tip).toBeVisible({ timeout: 500 })
    }).toPass()

  await point()
  await expect(tip).toHaveText('Pause the clockPOST /gmstester/api/clock')
  await pass()
  await expect(tip).toBeVisible()
  const box = await tip.boundingBox()
  if (box === null) throw new Error('the tooltip has no box')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 })
  await pass()
  await expect(tip).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)
  await pass()
  await expect(tip).toHaveCount(0)

  await point()
  await page.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)
  await point()
  await away()
  await pass()
  await expect(tip).toHaveCount(0)

  await page.locator('#content').focus()
  await page.keyboard.press('Tab')
  await control.focus()
  await pass()
  await expect(tip).toBeVisible()
  await pass()
  await page.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)
  await expect(control).toBeFocused()
  // What a button with words sends is told the same way, on focus too, and goes when it is pressed.
  await page.getByRole('button', { name: '+10 s' }).focus()
  await pass()
  await expect(tip).toHaveText('POST /gmstester/api/clock')
  await page.keyboard.press('Enter')
  await expect(tip).toHaveCount(0)
})

/** What has the focus; null at the end of the round: it left the page, or came back to where it has been. */
const stopOf = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    if (element.dataset['visited'] !== undefined) return null
    element.dataset['visited'] = ''
    const words = element.getAttribute('aria-label') ?? element.innerText
    return `${element.tagName.toLowerCase()} ${words.slice(0, 40).trim()}`
  })

/** Whether anything is to be seen of what has the focus: of its box, 25 points within the window are looked at. */
const isFocusSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null) return true
    // A control that is drawn by its label alone is where its label is.
    const owner = (element instanceof HTMLInputElement ? element.closest('label') : null) ?? element
    const box = owner.getBoundingClientRect()
    const [inX, inY] = [Math.min(1, box.width / 4), Math.min(1, box.height / 4)]
    const [left, right] = [Math.max(box.left, 0) + inX, Math.min(box.right, window.innerWidth) - inX]
    const [top, bottom] = [Math.max(box.top, 0) + inY, Math.min(box.bottom, window.innerHeight) - inY]
    const parts = [0, 0.25, 0.5, 0.75, 1]
    return (
      right >= left &&
      bottom >= top &&
      parts.some((x) =>
        parts.some((y) => {
          const there = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
          return there !== null && owner.contains(there)
        }),
      )
    )
  })

const roundMax = 400

/** Goes once round the page by Tab; nothing that gets the focus is wholly covered. */
async function tabAround(page: Page, where: string): Promise<void> {
  await page.evaluate(() => {
    for (const visited of document.querySelectorAll<HTMLElement>('[data-visited]'))
      delete visited.dataset['visited']
    document.querySelector<HTMLElement>('a[href]')?.focus()
  })
  const hidden: string[] = []
  let stops = 0
  for (; stops < roundMax; stops += 1) {
    const stop = await stopOf(page)
    if (stop === null) break
    // A notice makes way in the frames that follow.
    await expect(async () => expect(await isFocusSeen(page)).toBe(true))
      .toPass({ timeout: 3_000 })
      .catch(() => hidden.push(stop))
    await page.keyboard.press('Tab')
  }
  expect.soft(hidden, where).toEqual([])
  expect(stops, `stops of ${where}`).toBeGreaterThan(10)
  expect(stops, `stops of ${where}`).toBeLessThan(roundMax)
}

/** The row of the wire in which the callback was started. */
async function startedAt(tester: Tester): Promise<number> {
  const { items } = (await tester.api('GET', '/traffic?limit=1000')) as {
    items: { number: number; path: string }[]
  }
  return items.find(({ path }) => path.endsWith('/callback/chat-delay'))?.number ?? 0
}

for (const width of [1440, 390])
  test(`[2.4.11] whatever has the focus is to be seen, ${width} pixels wide`, async ({ page, tester }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await fill(page, tester)
    await page.setViewportSize({ width, height: 900 })
    await open(page, tester.url)
    if (width === 1440) await tabAround(page, 'the workbench')
    else
      for (const panel of ['Customer', 'Queue', 'Agent', 'Wire']) {
        await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: panel }).click()
        await tabAround(page, `the workbench, ${panel}`)
      }
    await open(page, `${tester.url}/wire/${await startedAt(tester)}`)
    await expect(page.getByRole('region', { name: /^Detail of/ })).toBeVisible()
    await tabAround(page, 'the wire with a row opened')
    await open(page, `${tester.url}/agent?agent=anna`)
    if (width < 960) await page.getByRole('tab', { name: 'Chat', exact: true }).first().click()
    await expect(page.getByRole('log', { name: 'Chat of Anna with Bob Markel' })).toBeVisible()
    await tabAround(page, 'the agent desktop with a chat')
  })

test('[2.4.11] a notice makes way for what gets the focus beneath it', async ({ page, tester }) => {
  await fill(page, tester)
  await open(page, `${tester.url}/wire/${await startedAt(tester)}`)
  await page.route('**/genesys/1/**', (route) => route.abort())
  await page.getByRole('button', { name: 'Replay', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Dismiss', includeHidden: true })).toBeVisible()
  await page.evaluate(() => {
    const beneath = document.createElement('button')
    Object.assign(beneath.style, { position: 'fixed', right: '60px', bottom: '40px' })
    beneath.textContent = 'x'
    document.body.append(beneath)
    beneath.focus()
  })
  await expect.poll(() => isFocusSeen(page)).toBe(true)
})

test('[2.2.2] the wire stands still once the reader has scrolled, and the ring once the clock is paused', async ({
  page,
  tester,
}) => {
  const call = (times: number) =>
    Promise.all(
      Array.from({ length: times }, () =>
        fetch(`${tester.url}/genesys/1/phonenumber?number=4082652649&country=US`),
      ),
    )
  await call(80)
  await page.clock.install()
  await open(page, `${tester.url}/wire`)
  const grid = page.getByRole('grid')
  const scrolled = () => grid.evaluate((table) => table.parentElement?.scrollTop ?? 0)
  await expect.poll(scrolled).toBeGreaterThan(500)
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, -400)
  await expect(page.getByRole('button', { name: 'To the newest' })).toBeVisible()
  const stood = await scrolled()
  await call(20)
  await expect(page.getByRole('button', { name: /^\d+ new/ })).toBeVisible()
  expect(await scrolled()).toBe(stood)

  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await startChat(tester, 'Mia')
  await open(page, `${tester.url}/agent?agent=anna`)
  const timer = page.getByRole('region', { name: 'Incoming chat from Mia' }).getByRole('timer')
  const before = (await timer.textContent()) ?? ''
  await page.clock.fastForward(3_000)
  await expect(timer).not.toHaveText(before)
  await page.getByRole('button', { name: 'Pause the clock' }).click()
  await expect(page.getByRole('button', { name: 'Let the clock run' })).toBeVisible()
  await page.clock.fastForward(1_000)
  const paused = (await timer.textContent()) ?? ''
  await page.clock.fastForward(3_000)
  await expect(timer).toHaveText(paused)
})

test('[2.2.2] nothing moves under reduced motion', async ({ page, tester }) => {
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)
  // A button that waits for its answer turns until it comes.
  await page.route('**/genesys/1/service/callback/**', () => new Promise(() => undefined))
  await open(page, tester.url)
  await nextStep(page).click()
  await expect.poll(moving).toBe(1)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(moving).toBe(0)
})

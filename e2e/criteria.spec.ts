import { expect, type Page } from '@playwright/test'
import { fill, open } from './screens.ts'
import { startChat } from './start-chat.ts'
import { nextStep, test } from './tester.ts'

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

for (const width of [1440, 390])
  test(`[2.4.11] whatever has the focus is to be seen, ${width} pixels wide`, async ({ page, tester }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const { row } = await fill(page, tester)
    await page.setViewportSize({ width, height: 900 })
    await open(page, tester.url)
    if (width === 1440) await tabAround(page, 'the workbench')
    else
      for (const panel of ['Customer', 'Queue', 'Agent', 'Wire']) {
        await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: panel }).click()
        await tabAround(page, `the workbench, ${panel}`)
      }
    await open(page, `${tester.url}/wire/${row}`)
    await expect(page.getByRole('region', { name: /^Detail of/ })).toBeVisible()
    await tabAround(page, 'the wire with a row opened')
    await open(page, `${tester.url}/agent?agent=anna`)
    if (width < 960) await page.getByRole('tab', { name: 'Chat', exact: true }).first().click()
    await expect(page.getByRole('log', { name: 'Chat of Anna with Bob Markel' })).toBeVisible()
    await tabAround(page, 'the agent desktop with a chat')
  })

test('[2.4.11] a notice makes way for what gets the focus beneath it', async ({ page, tester }) => {
  const { row } = await fill(page, tester)
  await open(page, `${tester.url}/wire/${row}`)
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

test('[1.3.2] the panels stand in the document as they stand on the page', async ({ page, tester }) => {
  await open(page, tester.url)
  const boxes = await page.locator('section:is(#customer, #queue, #agent, #wire)').evaluateAll((panels) =>
    panels.map((panel) => {
      const { left, top } = panel.getBoundingClientRect()
      return { panel: panel.id, left, top }
    }),
  )
  expect(boxes.map(({ panel }) => panel)).toEqual(['customer', 'queue', 'agent', 'wire'])
  const asRead = boxes.toSorted((one, other) => one.top - other.top || one.left - other.left)
  expect(asRead).toEqual(boxes)
})

test('[2.4.1] skip links lead to the content and to each panel', async ({ page, tester }) => {
  await open(page, `${tester.url}/help`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#content')).toBeFocused()
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await open(page, tester.url)
    for (const panel of ['customer', 'queue', 'agent', 'wire']) {
      const link = page.getByRole('link', { name: `Skip to ${panel}` })
      await link.focus()
      await expect(link).toBeInViewport()
      await page.keyboard.press('Enter')
      await expect(page.locator(`section#${panel}`)).toBeFocused()
    }
  }
})

test('[2.1.4] single letters can be switched off, and then do nothing', async ({ page, tester }) => {
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await open(page, `${tester.url}/settings`)
  const letters = page.getByRole('switch', { name: 'Single letters are shortcuts' })
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  // Of the page and of a region: each says what it did, or is seen not to have done it.
  const pressed = async () => {
    const follow = page.getByRole('button', { name: 'Follow' })
    const followed = await follow.getAttribute('aria-pressed')
    await page.getByRole('grid').focus()
    await page.keyboard.press('f')
    await page.keyboard.press('?')
    return { follow, followed }
  }
  await letters.uncheck()
  await open(page, `${tester.url}/wire`)
  const off = await pressed()
  // What is no letter goes on.
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search or run' })).toBeVisible()
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(off.follow).toHaveAttribute('aria-pressed', off.followed ?? '')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/\/wire/)

  await open(page, `${tester.url}/settings`)
  await letters.check()
  await open(page, `${tester.url}/wire`)
  const on = await pressed()
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(on.follow).not.toHaveAttribute('aria-pressed', on.followed ?? '')
})

test('[3.2.1] the focus alone changes nothing', async ({ page, tester }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 3 })
  await open(page, tester.url)
  /** What is chosen, open or pressed, what stands in the fields, and where the page is. */
  const state = () =>
    page.evaluate(() => {
      const names = ['aria-selected', 'aria-expanded', 'aria-pressed', 'aria-checked']
      const on = document.querySelectorAll(
        [...names.map((name) => `[${name}=true]`), '[role=dialog]', '[role=menu]'].join(),
      )
      const said = [...on].map((element) => element.textContent?.slice(0, 40) ?? '')
      const fields = [...document.querySelectorAll<HTMLInputElement>('input')].map(({ value }) => value)
      return [location.href, ...said, ...fields].join('\n')
    })
  const commands: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET' && !request.url().includes('/cometd')) commands.push(request.url())
  })
  const before = await state()
  await page.getByRole('link', { name: 'GMS Tester' }).focus()
  let stops = 0
  for (; stops < roundMax && (await stopOf(page)) !== null; stops += 1) await page.keyboard.press('Tab')
  expect(stops).toBeGreaterThan(30)
  expect(await state()).toBe(before)
  expect(commands).toEqual([])
})

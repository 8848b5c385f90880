import { expect, type Page } from '@playwright/test'
import { test } from './tester.ts'

const spark = (page: Page, name: string) =>
  page.locator('section#queue').getByRole('img', { name: new RegExp(`^${name}: `) })

test('the workbench says how the line and its estimate went, and leads to their charts', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  const waiting = spark(page, 'Waiting')
  await expect(waiting).toHaveAccessibleName(/^Waiting: 0 now, unchanged in the last \d+ s$/)
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 3 })
  await expect(waiting).toHaveAccessibleName(/^Waiting: 3 now, between 0 and 3 in the last /)
  await tester.api('PUT', '/queues/VQ_Chat/ewt', { model: 'fixed', seconds: 90 })
  const estimate = spark(page, 'Estimated wait')
  await expect(estimate).toHaveAccessibleName(/^Estimated wait: 1 min 30 s now, /)
  await tester.api('POST', '/clock', { advanceSeconds: 600 })
  await tester.api('DELETE', '/queues/VQ_Chat/callers')
  await expect(waiting).toHaveAccessibleName(/^Waiting: 0 now, between 0 and [123] in the last 5 min$/)
  await page.getByRole('link', { name: 'Open the charts' }).click()
  await expect(page).toHaveURL(/\/queue\?.*queue=VQ_Chat.*#charts$/)
  const charts = page.getByRole('region', { name: 'Over time', exact: true })
  await expect(charts).toBeInViewport()
  await charts
    .getByRole('region', { name: 'Waiting over time' })
    .getByRole('button', { name: 'Show as table' })
    .click()
  await expect(charts.getByRole('cell', { name: '3', exact: true }).first()).toBeVisible()
})

test('the sparks keep their place while there is nothing to draw, and ask for no figures of their own', async ({
  page,
  tester,
}) => {
  let asked = 0
  await page.clock.install()
  await page.route(/\/gmstester\/api\/statistics$/, (route) => {
    asked += 1
    return asked === 1 ? route.abort() : route.continue()
  })
  await tester.api('POST', '/clock', { pause: true })
  await page.goto(tester.url)
  const waiting = spark(page, 'Waiting')
  await expect(waiting).toHaveAccessibleName('Waiting: 0 now, no history yet')
  const awaited = await waiting.boundingBox()
  await expect(page.getByRole('banner').getByText('Live', { exact: true })).toBeVisible()
  const read = page.waitForResponse(/\/gmstester\/api\/statistics$/)
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 1 })
  await read
  await expect(waiting).toHaveAccessibleName('Waiting: 1 now, no history yet')
  await tester.api('POST', '/clock', { advanceSeconds: 20 })
  await tester.api('DELETE', '/queues/VQ_Chat/callers')
  await expect(waiting).toHaveAccessibleName('Waiting: 0 now, between 0 and 1 in the last 20 s')
  const drawn = await waiting.boundingBox()
  expect([drawn?.height, drawn?.width]).toEqual([awaited?.height, awaited?.width])
  const before = asked
  await page.clock.fastForward(20_000)
  // Whatever was asked by the clock was asked before this.
  const readAgain = page.waitForResponse(/\/gmstester\/api\/statistics$/)
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 2 })
  await readAgain
  await expect(waiting).toHaveAccessibleName(/^Waiting: 2 now, /)
  expect(asked).toBe(before + 1)
})

test('what went on while nobody looked is not drawn', async ({ page, tester }) => {
  await page.clock.install()
  await page.goto(tester.url)
  const waiting = spark(page, 'Waiting')
  await expect(waiting).toHaveAccessibleName(/^Waiting: 0 now, unchanged/)
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 3 })
  await page.clock.fastForward(11_000)
  await page.goBack()
  await expect(waiting).toHaveAccessibleName(/^Waiting: 3 now, unchanged in the last \d+ s$/)
})

test.describe('in the reader’s own colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('the line of a spark is drawn in them', async ({ page, tester }) => {
    await page.goto(tester.url)
    const line = spark(page, 'Waiting').locator('path')
    await expect(line).toBeAttached()
    const title = page.locator('#sparks-title')
    const stroke = await line.evaluate((element) => getComputedStyle(element).stroke)
    expect(stroke).toBe(await title.evaluate((element) => getComputedStyle(element).color))
  })
})

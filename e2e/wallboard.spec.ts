import { expect } from '@playwright/test'
import { expectClean } from './axe.ts'
import { test } from './tester.ts'

test('the wallboard shows six figures that are read from three metres, from the statistics', async ({
  page,
  tester,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 10 })
  await page.goto(`${tester.url}/wallboard?queue=VQ_Chat&theme=contrast&waiting=5`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('VQ_Chat')
  const tiles = page.getByRole('listitem')
  await expect(tiles).toHaveCount(6)
  const waiting = tiles.filter({ has: page.getByRole('heading', { name: 'Waiting', exact: true }) })
  await expect(waiting).toContainText('10')
  await expect(waiting).toContainText('Off target')
  await expect(waiting).toContainText('Target: at most 5')
  const sizes = await tiles.evaluateAll((all) =>
    all.map((tile) => Number.parseFloat(getComputedStyle(tile.querySelector('h2 + p') ?? tile).fontSize)),
  )
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(64)
  await expect(tiles.filter({ hasText: 'Ready agents' })).toContainText('0')
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await expect(tiles.filter({ hasText: 'Ready agents' })).toContainText('On target')
  await expectClean(page, 'wallboard')
  expect(await page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight)).toBe(false)
})

test('a queue that is not there is said, with those that are', async ({ page, tester }) => {
  await page.goto(`${tester.url}/wallboard?queue=VQ_None`)
  await expect(page.getByRole('alert').filter({ hasText: 'VQ_None' })).toContainText('VQ_Chat')
})

test('the screen of a wall at 200 % shows all of each tile, by scrolling', async ({ page, tester }) => {
  await page.setViewportSize({ width: 960, height: 540 })
  await page.goto(`${tester.url}/wallboard`)
  const tiles = page.getByRole('listitem')
  await expect(tiles).toHaveCount(6)
  const cut = await tiles.evaluateAll((all) =>
    all
      .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)
      .map((tile) => tile.textContent),
  )
  expect(cut).toEqual([])
  await page.keyboard.press('End')
  await expect(tiles.last()).toBeInViewport({ ratio: 0.99 })
})

test('a back end that is down is said beside the queue, and so is another build', async ({
  page,
  tester,
}) => {
  // The page must know the build it came from before another one answers.
  const told = page.waitForResponse('**/gmstester/api/health')
  await page.goto(`${tester.url}/wallboard`)
  await (await told).finished()
  await expect(page.getByRole('listitem')).toHaveCount(6)
  await page.route('**/gmstester/api/health', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ json: { ...(await answer.json()), build: 'another', version: '9.9.9' } })
  })
  await tester.api('PATCH', '/back-ends', { urs: 'down' })
  const header = page.locator('header')
  await expect(header).toContainText('Down: URS.')
  await expect(header).toContainText('(version 9.9.9): reload this one.')
  await expect(page.getByRole('listitem').filter({ hasText: 'Estimated wait' })).toContainText('No estimate')
})

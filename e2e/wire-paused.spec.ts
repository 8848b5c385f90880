import { expect, type Page } from '@playwright/test'
import { test } from './tester.ts'

/** As many rows as a browser keeps. */
const full = 10_000

const row = (number: number) => ({
  number,
  at: new Date(Date.UTC(2026, 0, 1) + number).toISOString(),
  centreAt: new Date(Date.UTC(2026, 0, 1) + number).toISOString(),
  kind: 'exchange',
  actor: 'customer',
  protocol: 'rest',
  user: 'u1',
  serviceId: null,
  method: 'POST',
  path: `/genesys/1/service/made-${number}/connect`,
  status: number % 2 === 0 ? 200 : 404,
  durationMillis: 5,
  isHeld: false,
  isHeartbeat: false,
  isRefused: false,
  requestBytes: 44,
  responseBytes: 100,
  answerPrint: null,
  note: 'connect',
  cause: null,
  replayOf: null,
  isPinned: false,
  comment: null,
})

/** A wire of so many rows as nobody waits for; answers a way to add some. */
async function longLog(page: Page) {
  let newest = full
  await page.route(/\/gmstester\/api\/traffic\?after=/, (route) => {
    const { searchParams } = new URL(route.request().url())
    const after = Number(searchParams.get('after'))
    const count = Math.max(0, Math.min(Number(searchParams.get('limit')), newest - after))
    const items = Array.from({ length: count }, (_, index) => row(after + index + 1))
    return route.fulfill({ json: { items, next: after + count, dropped: 0 } })
  })
  return (count: number) => {
    newest += count
  }
}

test('a paused wire stands still while the oldest rows make room, and counts what was looked for', async ({
  page,
  tester,
}) => {
  const add = await longLog(page)
  await page.goto(`${tester.url}/wire?q=status:404`)
  await expect(page.getByText('5,000 of 10,000')).toBeVisible()
  await page.getByRole('grid').focus()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect(page.getByRole('button', { name: 'To the newest' })).toBeVisible()
  const [name = ''] = /made-\d+/.exec(await page.getByRole('row').nth(12).innerText()) ?? []
  const seen = page.getByRole('row', { name })
  await expect(seen).toBeInViewport()
  const before = await seen.boundingBox()
  add(40)
  // Anything that happens has the list read.
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await expect(page.getByRole('button', { name: '20 new' })).toBeVisible()
  await expect(seen).toBeInViewport()
  expect((await seen.boundingBox())?.y).toBe(before?.y)
  // By its button it is paused as well, and all that is there has been seen.
  await page.getByRole('button', { name: '20 new' }).click()
  await page.getByRole('button', { name: 'Follow' }).click()
  await expect(page.getByRole('button', { name: 'To the newest' })).toBeVisible()
  // The workbench has the button too.
  await page.goto(tester.url)
  const wire = page.getByRole('region', { name: 'Wire', exact: true })
  await expect(wire.getByRole('button', { name: 'Follow' })).toHaveAttribute('aria-pressed', 'true')
})

import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test, type Tester } from './tester.ts'

const headers = { gms_user: 'u1' }
const number = '4082652649'

/** A start whose JSON breaks, one by a form, and five polls that are answered alike. */
async function play({ url }: Tester): Promise<void> {
  const starts = `${url}/genesys/1/service/callback/chat-delay`
  const json = { ...headers, 'content-type': 'application/json' }
  await fetch(starts, { method: 'POST', headers: json, body: `{"_customer_number":"${number}",}` })
  const form = new FormData()
  form.set('_customer_number', number)
  form.set('usr_customer_name', 'Bob Markel')
  const started = await fetch(starts, { method: 'POST', headers, body: form })
  const { _id } = (await started.json()) as { _id: string }
  for (let poll = 0; poll < 5; poll += 1)
    await fetch(`${url}/genesys/1/service/${_id}/check-queue-position`, { method: 'POST', headers })
}

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const detail = (page: Page) => page.getByRole('region', { name: /^Detail of/ })
const tab = (page: Page, name: string) => detail(page).getByRole('tab', { name }).click()

test('a broken start is understood, mended and sent again; a whole one is read part by part', async ({
  page,
  tester,
}) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  await rowOf(page, '✕400').click()
  await tab(page, 'Raw')
  await expect(detail(page)).toContainText(/The JSON breaks in line 1, column 34 of the body/)
  await expect(detail(page).locator('mark')).toHaveText('}')
  await detail(page).getByRole('button', { name: 'Edit & replay' }).click()
  await page.getByRole('textbox', { name: 'Body' }).fill(`{"_customer_number":"${number}"}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Sent again: 200')).toBeVisible()
  await page.getByRole('button', { name: /^Open #/ }).click()
  await tab(page, 'Overview')
  await expect(detail(page).getByRole('heading', { name: 'Repeats' })).toBeVisible()

  await rowOf(page, 'start callback').filter({ hasNotText: '✕' }).first().click()
  await tab(page, 'Parts')
  await expect(detail(page).getByRole('row').filter({ hasText: 'usr_customer_name' })).toContainText(
    'Bob Markel',
  )
  await tab(page, 'vs. documented')
  await expect(detail(page)).toContainText('Beside the documented example')
  await expect(detail(page)).toContainText('Every documented field is there')
})

test('an edited request that cannot be sent stays in its window, says so, and is sent once it can', async ({
  page,
  tester,
}) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  await rowOf(page, '✕400').click()
  await detail(page).getByRole('button', { name: 'Edit & replay' }).click()
  const body = page.getByRole('textbox', { name: 'Body' })
  const mended = `{"_customer_number":"${number}"}`
  await body.fill(mended)
  await page.route('**/genesys/1/service/**', (route) => route.abort())
  const dialog = page.getByRole('dialog', { name: /^Edit and replay/ })
  await dialog.getByRole('button', { name: 'Send' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Send did not work')
  await expect(body).toHaveValue(mended)
  await page.unroute('**/genesys/1/service/**')
  await dialog.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Sent again: 200')).toBeVisible()
  await expect(dialog).toHaveCount(0)
})

test('polls that say nothing new are one line, and open', async ({ page, tester }) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  const fold = rowOf(page, '4 × check-queue-position')
  await expect(fold).toContainText('folded')
  await expect(rowOf(page, '/check-queue-position')).toHaveCount(1)
  await fold.click()
  await expect(rowOf(page, '/check-queue-position')).toHaveCount(5)
  await expect(page.locator('[role="grid"] tr[data-index="0"]')).toBeVisible()
})

test('what is looked for in a body is opened, marked and counted, and Enter goes on', async ({
  page,
  tester,
}) => {
  const parts = Array.from({ length: 300 }, (_, index) => ({ name: `part ${index}`, value: 'none' }))
  parts[250] = { name: 'needle', value: 'NEEDLE of part 250' }
  const long = { ...headers, 'content-type': 'application/json' }
  const body = JSON.stringify({ parts, last: { needle: 1 } })
  await fetch(`${tester.url}/genesys/1/service/none/connect`, { method: 'POST', headers: long, body })
  await page.goto(`${tester.url}/wire`)
  await rowOf(page, 'none/connect').click()
  await tab(page, 'Request')
  const tree = detail(page).getByRole('tree')
  await expect(tree).toBeVisible()
  await expect(tree).not.toContainText('needle')
  const box = detail(page).getByRole('textbox', { name: 'Find in the JSON' })
  await box.fill('needle')
  await expect(detail(page).getByText('1 of 3')).toBeVisible()
  await expect(tree).toContainText('NEEDLE of part 250')
  const marked = () =>
    page.evaluate(() =>
      ['json-current', 'json-found'].map((name) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
      ),
    )
  await expect.poll(marked).toEqual([['needle'], ['NEEDLE', 'needle']])
  await box.press('Enter')
  await expect(detail(page).getByText('2 of 3')).toBeVisible()
  await expect(tree.getByText('NEEDLE of part 250')).toBeInViewport()
  await tree.getByRole('button', { name: 'Close this part' }).first().click()
  await expect(tree).not.toContainText('NEEDLE')
  await box.press('Enter')
  await expect.poll(marked).toEqual([['needle'], ['needle', 'NEEDLE']])
  await box.fill('nowhere')
  await expect(detail(page).getByText('Not in it')).toBeVisible()
  await expect.poll(marked).toEqual([[], []])
})

test('what comes in carries nobody away who reads further up, and is counted', async ({ page, tester }) => {
  await play(tester)
  const call = () => fetch(`${tester.url}/genesys/1/service/none/connect`, { method: 'POST', headers })
  for (let more = 0; more < 40; more += 1) await call()
  await page.goto(`${tester.url}/wire`)
  await expect(rowOf(page, '✕').last()).toBeVisible()
  await page.getByRole('grid').hover()
  await page.mouse.wheel(0, -2_000)
  await expect(page.getByRole('button', { name: 'To the newest' })).toBeVisible()
  await call()
  await call()
  await page.getByRole('button', { name: '2 new' }).click()
  await expect(page.getByRole('button', { name: /new/ })).toHaveCount(0)
})

test('a followed wire that becomes lower shows the newest rows, and no gap', async ({ page, tester }) => {
  const call = () => fetch(`${tester.url}/genesys/1/service/none/connect`, { method: 'POST', headers })
  for (let more = 0; more < 60; more += 1) await call()
  await page.goto(`${tester.url}/wire`)
  await expect(rowOf(page, '✕').last()).toBeInViewport()
  await page.setViewportSize({ width: 1440, height: 450 })
  await expect(rowOf(page, '✕').last()).toBeInViewport()
  const grid = await page.getByRole('grid').locator('..').boundingBox()
  if (!grid) throw new Error('the grid has no box')
  for (let y = grid.y + 40; y < grid.y + grid.height; y += 28) {
    const isRow = ([x, at]: [number, number]) => Boolean(document.elementFromPoint(x, at)?.closest('tr'))
    expect(await page.evaluate(isRow, [grid.x + 200, y] as [number, number]), `at ${y}`).toBe(true)
  }
})

test('the archive that is saved has the rows, and no phone number', async ({ page, tester }) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  await page.getByRole('button', { name: 'Export' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /HAR 1.2, redacted/ }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('gms-tester.har')
  const text = readFileSync(await saved.path(), 'utf8')
  const { log } = JSON.parse(text) as { log: { version: string; entries: object[] } }
  expect(log.version).toBe('1.2')
  expect(log.entries.length).toBeGreaterThanOrEqual(7)
  expect(text).not.toContain(number)
})

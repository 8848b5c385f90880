import { expect, type Page } from '@playwright/test'
import { fill } from './screens.ts'
import { takeNextStep, test } from './tester.ts'

test('a link names the panel in front, the agent’s tab, and how a sequence is shown', async ({
  page,
  tester,
}) => {
  const { serviceId } = await fill(page, tester)
  await page.goto(`${tester.url}/agent?agent=anna&side=mailbox`)
  await expect(page.getByRole('tab', { name: /^Mailbox/ })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('tab', { name: 'To the device' }).click()
  await expect(page).toHaveURL(/side=device/)
  await page.goto(`${tester.url}/callbacks/${serviceId}?view=list`)
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked()

  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(`${tester.url}/?panel=wire`)
  const panels = page.getByRole('navigation', { name: 'Panels' })
  await expect(panels.getByRole('button', { name: 'Wire' })).toHaveAttribute('aria-current', 'page')
  await panels.getByRole('button', { name: 'Queue' }).click()
  await expect(page).toHaveURL(/panel=queue/)
})

test('a link to a place leads there with the keyboard, on a page that is drawn after its data', async ({
  page,
  tester,
}) => {
  // Too low for the page, so that its end is out of sight at first.
  await page.setViewportSize({ width: 1280, height: 400 })
  for (const [address, place, role] of [
    ['/settings#server', 'server', 'combobox'],
    ['/queue?queue=VQ_Chat#generators', 'generators', 'button'],
  ] as const) {
    await page.goto(tester.url + address)
    await expect(page.locator(`#${place}`).getByRole(role).first()).toBeInViewport()
    await expect(page.locator(`#${place}`)).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.locator(`#${place} :focus`)).toHaveCount(1)
  }
})

test('on the workbench the agent’s tab and the wire’s stay as they are beside each other', async ({
  page,
  tester,
}) => {
  await fill(page, tester)
  const { items } = (await tester.api('GET', '/traffic?limit=100')) as {
    items: { number: number; note: string }[]
  }
  const row = items.find(({ note }) => note === 'start callback')?.number
  await page.goto(`${tester.url}/?agent=anna&side=device&wire=${row}&tab=request`)
  const toDevice = page.locator('#agent').getByRole('tab', { name: 'To the device' })
  const wire = page.getByRole('region', { name: /^Detail of/ })
  await expect(wire.getByRole('tab', { name: 'Request' })).toHaveAttribute('aria-selected', 'true')
  await expect(toDevice).toHaveAttribute('aria-selected', 'true')
  await wire.getByRole('tab', { name: 'Raw' }).click()
  await expect(page).toHaveURL(/tab=raw/)
  await expect(toDevice).toHaveAttribute('aria-selected', 'true')
  await page.locator('#agent').getByRole('tab', { name: 'Mailbox' }).click()
  await expect(page).toHaveURL(/side=mailbox/)
  await expect(wire.getByRole('tab', { name: 'Raw' })).toHaveAttribute('aria-selected', 'true')
})

test('“Only A” writes the callback’s id, which finds the same rows in another browser', async ({
  page,
  tester,
  browser,
}) => {
  const body = new URLSearchParams({ _customer_number: '5551' })
  await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, { method: 'POST', body })
  await page.goto(tester.url)
  await takeNextStep(page)
  await page.goto(`${tester.url}/wire`)
  await expect(page.getByRole('row').filter({ hasText: '/chat-delay' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Only A' }).click()
  await expect(page).toHaveURL(/q=session:[0-9a-f]{6}$/)
  await expect(page.getByRole('row').filter({ hasText: '/chat-delay' })).toHaveCount(1)
  const other = await browser.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('row').filter({ hasText: '/chat-delay' })).toHaveCount(1)
  await other.close()
})

test('how a row is read is in its address: bytes, language, and what of the comparison is shown', async ({
  page,
  tester,
  browser,
}) => {
  await fill(page, tester)
  await page.goto(`${tester.url}/wire?q=${encodeURIComponent('"start callback"')}`)
  await page.getByRole('row').filter({ hasText: 'start callback' }).first().click()
  const detail = page.getByRole('region', { name: /^Detail of/ })
  const inAnother = async (check: (other: Page) => Promise<void>) => {
    const other = await browser.newPage()
    await other.goto(page.url())
    await check(other)
    await other.close()
  }
  await detail.getByRole('tab', { name: 'Raw' }).click()
  await expect(page).toHaveURL(/tab=raw/)
  expect(page.url()).not.toContain('raw=')
  await detail.getByText('Hex', { exact: true }).click()
  await expect(page).toHaveURL(/raw=hex/)
  await inAnother((other) => expect(other.getByText('50 4f 53 54').first()).toBeVisible())
  await detail.getByText('Text', { exact: true }).click()
  await expect(page).not.toHaveURL(/raw=/)

  await detail.getByRole('tab', { name: 'Code' }).click()
  await detail.getByText(/^Kotlin/).click()
  await expect(page).toHaveURL(/code=kotlin/)
  await inAnother((other) => expect(other.getByText('Request.Builder()')).toBeVisible())

  await detail.getByRole('tab', { name: 'vs. documented' }).click()
  const id = (of: Page) =>
    of.getByRole('row').filter({ has: of.getByRole('rowheader', { name: '_id', exact: true }) })
  await expect(id(page)).toContainText('another each time')
  await detail.getByRole('switch', { name: 'Only what differs' }).click()
  await expect(id(page)).toHaveCount(0)
  await detail.getByRole('switch', { name: 'Compare ids and times too' }).click()
  await expect(id(page)).toContainText('another value')
  await expect(page).toHaveURL(/differing=true/)
  await expect(page).toHaveURL(/ids=true/)
  await inAnother(async (other) => {
    await expect(id(other)).toContainText('another value')
    await expect(other.getByRole('switch', { name: 'Only what differs' })).toBeChecked()
  })
})

test('a link to the callbacks has the columns that were chosen, and none when they are the usual ones', async ({
  page,
  tester,
  browser,
}) => {
  await fill(page, tester)
  await page.goto(`${tester.url}/callbacks`)
  const head = (of: Page, name: string) => of.getByRole('columnheader', { name })
  await expect(head(page, 'State')).toBeVisible()
  await expect(page).toHaveURL(/\/callbacks$/)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Queue' }).click()
  await expect(page).toHaveURL(/columns=[^&]*queue/)
  const other = await browser.newPage()
  await other.goto(page.url())
  await expect(head(other, 'Queue')).toBeVisible()
  // Only looked at: the next visit has the reader's own.
  await other.goto(`${tester.url}/callbacks`)
  await expect(head(other, 'State')).toBeVisible()
  await expect(head(other, 'Queue')).toHaveCount(0)
  await other.close()
  // Whose choice it is finds it in the address again.
  await page.goto(`${tester.url}/callbacks`)
  await expect(page).toHaveURL(/columns=[^&]*queue/)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Queue' }).click()
  await expect(page).toHaveURL(/\/callbacks$/)
})

import { expect } from '@playwright/test'
import { fill } from './screens.ts'
import { takeNextStep, test } from './tester.ts'

test('a link names the panel in front, the agent’s tab, and how a sequence is shown', async ({
  page,
  tester,
}) => {
  const { serviceId } = await fill(page, tester)
  await page.goto(`${tester.url}/agent?agent=anna&tab=mailbox`)
  await expect(page.getByRole('tab', { name: /^Mailbox/ })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('tab', { name: 'To the device' }).click()
  await expect(page).toHaveURL(/tab=device/)
  await page.goto(`${tester.url}/callbacks/${serviceId}?view=list`)
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked()

  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(`${tester.url}/?panel=wire`)
  const panels = page.getByRole('navigation', { name: 'Panels' })
  await expect(panels.getByRole('button', { name: 'Wire' })).toHaveAttribute('aria-current', 'page')
  await panels.getByRole('button', { name: 'Queue' }).click()
  await expect(page).toHaveURL(/panel=queue/)
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

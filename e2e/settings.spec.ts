import { expect } from '@playwright/test'
import { test } from './tester.ts'

test('language and theme stay in the browser, version and section callback with the tester', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/settings`)
  await page.getByRole('radio', { name: 'High contrast' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await page.getByRole('radio', { name: '8.5.2' }).click()
  await expect(page.getByText('Saved: GMS version')).toBeVisible()
  expect(await tester.api('GET', '/settings')).toMatchObject({ gmsVersion: '8.5.2' })

  await page.getByLabel('Set an option').selectOption('_throttle_ttl_1')
  await page.getByRole('textbox', { name: '_throttle_ttl_1' }).fill('long')
  await expect(page.getByText('“long” is not a whole number.').first()).toBeVisible()
  await page.getByRole('textbox', { name: '_throttle_ttl_1' }).fill('60')
  await page.getByRole('button', { name: 'Save the option' }).click()
  await expect(page.getByRole('list', { name: 'Set options' })).toContainText('_throttle_ttl_1 = 60')

  await page.getByRole('switch', { name: 'chat-delay' }).click()
  await expect(page.getByRole('switch', { name: 'chat-delay' })).toBeChecked()
  expect(await tester.api('GET', '/paused-services')).toEqual({ services: ['chat-delay'] })

  await page.getByRole('radio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
})

test('density is that of every list', async ({ page, tester }) => {
  await page.goto(`${tester.url}/services`)
  const row = page.getByRole('list', { name: 'Configured services' }).getByRole('listitem').first()
  const height = async () => (await row.boundingBox())?.height ?? 0
  const compact = await height()
  await page.goto(`${tester.url}/settings`)
  await page.getByRole('radio', { name: 'Comfortable' }).check()
  await page.goto(`${tester.url}/services`)
  await expect.poll(height).toBeCloseTo(compact + 8, 0)
})

import { expect } from '@playwright/test'
import { test } from './tester.ts'

test('a word of the trade explains itself, and leads to the glossary', async ({ page, tester }) => {
  await page.goto(`${tester.url}/services`)
  await page.getByRole('button', { name: 'Virtual queue' }).click()
  await expect(page.getByText('The line that customers of one or more services wait in.')).toBeVisible()
  await page.getByRole('link', { name: 'More in the glossary' }).click()
  await expect(page).toHaveURL(/\/help#term-virtualQueue$/)
  await expect(page.locator('#term-virtualQueue')).toBeInViewport()
  await expect(page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible()
})

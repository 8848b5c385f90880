import { expect } from '@playwright/test'
import { nextStep, takeNextStep, test } from './tester.ts'

test('[3.3.4] a reset asks once, and then everything is as in a new installation', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  for (let interaction = 0; interaction < 6; interaction += 1) await takeNextStep(page, `line ${interaction}`)

  const reset = page.getByRole('button', { name: 'Reset…' })
  await reset.click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep everything' }).click()
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'agent-says-anna')
  await expect(reset).toBeFocused()

  await reset.click()
  await page.getByRole('button', { name: 'Reset everything' }).click()
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'start-callback')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(page.getByRole('alert').filter({ hasText: 'did not work' })).toHaveCount(0)
  await expect(page.getByText(/no longer knows the callback/)).toHaveCount(0)
  await expect(tester.api('GET', '/callbacks')).resolves.toMatchObject({ items: [] })

  // And the flow goes on from there.
  await takeNextStep(page)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'make-ready-anna')
})

test('a reset by another client leaves the open page clean', async ({ page, tester }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  await tester.api('POST', '/reset', {})
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'start-callback')
  await expect(page.getByText(/no longer knows the callback/)).toHaveCount(0)
})

test('a reset is two clicks, and one more takes it back: the talk goes on', async ({ page, tester }) => {
  await page.goto(tester.url)
  for (let interaction = 0; interaction < 6; interaction += 1) await takeNextStep(page, `line ${interaction}`)
  const before = await tester.api('GET', '/callbacks')

  await page.getByRole('button', { name: 'Reset…' }).click()
  await page.getByRole('button', { name: 'Reset everything' }).click()
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'start-callback')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Everything is as it was before the reset.')).toBeVisible()
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'agent-says-anna')
  await expect(tester.api('GET', '/callbacks')).resolves.toEqual(before)
  await takeNextStep(page, 'Are you still there?')
  await expect(page.getByText('Are you still there?').first()).toBeVisible()
})

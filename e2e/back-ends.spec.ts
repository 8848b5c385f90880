import { expect } from '@playwright/test'
import { test } from './tester.ts'

test('URS is switched off in the top bar: every panel says so, and estimates are n/a', async ({
  page,
  tester,
}) => {
  await tester.api('PUT', '/queues/VQ_Chat/ewt', { model: 'fixed', seconds: 30 })
  await page.goto(tester.url)
  const queue = page.getByRole('region', { name: 'Queue' })
  await expect(queue.getByText('30 s', { exact: true }).first()).toBeVisible()
  await expect(queue.getByText('n/a')).toHaveCount(0)
  await page.getByRole('button', { name: 'Back ends: all up' }).click()
  await page.getByRole('switch', { name: 'URS' }).click()
  await expect(page.getByRole('button', { name: 'URS down' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(
    page.getByText('Nobody is told of an agent, nothing is offered, and _eta is n/a.'),
  ).toHaveCount(4)
  await expect(queue.getByText('n/a', { exact: true }).first()).toBeVisible()
  // Whoever reads of it can switch it on again, there.
  await page.getByRole('button', { name: 'Bring it up' }).nth(1).click()
  await expect(page.getByRole('button', { name: 'Back ends: all up' })).toBeVisible()
  await tester.api('PATCH', '/back-ends', { urs: 'down' })
  await page.goto(`${tester.url}/queue`)
  await page.getByRole('button', { name: 'Bring it up' }).click()
  await expect(page.getByRole('button', { name: 'Back ends: all up' })).toBeVisible()
  await expect(page.getByText('Fixed at 30 s').first()).toBeVisible()
})

test('back ends and a clock that cannot be read are not known, and are read again when asked to', async ({
  page,
  tester,
}) => {
  const reads = /\/gmstester\/api\/(back-ends|clock)$/
  const error = { code: 'storage-failed', message: 'Nothing can be read.', details: [] }
  await page.route(reads, (route) =>
    route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ error }) }),
  )
  await page.goto(tester.url)
  const clock = page.getByText('The clock cannot be read.')
  await expect(clock).toBeVisible()
  await page.getByRole('button', { name: 'Back ends: not known' }).click()
  const urs = page.getByRole('switch', { name: 'URS' })
  await expect(urs).toHaveAttribute('aria-disabled', 'true')
  await expect(urs).toHaveAccessibleDescription(/What is up cannot be read, so nothing can be switched/)
  await page.unroute(reads)
  await page.getByRole('dialog', { name: 'Back ends' }).getByRole('button', { name: 'Try again' }).click()
  await expect(urs).toBeChecked()
  await expect(urs).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Back ends: all up' })).toBeVisible()
  await clock.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: 'Pause the clock' })).toBeVisible()
})

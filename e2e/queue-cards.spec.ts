import { expect } from '@playwright/test'
import { test } from './tester.ts'

test('another theme gives the charts its colours', async ({ page, tester }) => {
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 5 })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${tester.url}/queue`)
  const chart = page.getByRole('img', { name: 'Waiting over time' })
  await expect(chart).toBeVisible()
  /** Whether a pixel of the chart has the colour that the theme gives its line. */
  const isOfTheTheme = () =>
    chart.evaluate((box) => {
      const canvas = box.querySelector('canvas')
      const picture = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      const easel = new OffscreenCanvas(1, 1).getContext('2d')
      if (!easel) throw new Error('there is no canvas')
      easel.fillStyle = getComputedStyle(box).getPropertyValue('--lane-queue').trim()
      easel.fillRect(0, 0, 1, 1)
      const wanted = easel.getImageData(0, 0, 1, 1).data
      const isNear = (at: number) =>
        [0, 1, 2, 3].every((part) => Math.abs((picture[at + part] ?? 0) - (wanted[part] ?? 0)) < 12)
      return Array.from({ length: picture.length / 4 }, (_, index) => index * 4).some(isNear)
    })
  await expect.poll(isOfTheTheme).toBe(true)
  await page.getByRole('button', { name: /^Theme:/ }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(isOfTheTheme).toBe(true)
})

test('the keyboard stays near what it has set, used, made ready or removed', async ({ page, tester }) => {
  await tester.api('PUT', '/queues/VQ_Chat/ewt', { model: 'fixed', seconds: 30 })
  for (let count = 0; count < 2; count += 1)
    await tester.api('POST', '/generators', {
      service: 'chat-delay',
      arrivals: { law: 'poisson', perHour: 1 },
      running: false,
    })
  await page.goto(`${tester.url}/queue`)
  const rule = page.getByRole('region', { name: 'Threshold', exact: true })
  const table = rule.getByRole('textbox', { name: 'chat-delay' })
  await table.fill('0:6')
  await table.press('Enter')
  await expect(rule.getByText('This is what is set.')).toBeVisible()
  await expect(table).toBeFocused()

  const estimate = page.getByRole('region', { name: 'Estimated wait', exact: true })
  await estimate.getByRole('textbox', { name: /^Seconds/ }).fill('45')
  await estimate.getByRole('button', { name: 'Set', exact: true }).press('Enter')
  await expect(estimate.getByText('Fixed at 45 s').first()).toBeVisible()
  await expect(estimate.getByRole('button', { name: 'Set', exact: true })).toBeFocused()
  await estimate.getByRole('button', { name: 'Use queue-length', exact: true }).press('Enter')
  await expect(estimate.getByRole('button', { name: 'Use fixed' })).toBeVisible()
  await expect(estimate.getByRole('button', { name: /^Use / }).and(page.locator(':focus'))).toHaveCount(1)

  const generators = page.getByRole('region', { name: 'Load generators' })
  const remove = (id: string) => generators.getByRole('button', { name: `Remove ${id} and its customers` })
  await remove('generator-1').press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Remove generator-1?' })
  await expect(question).toContainText('None of its customers is here.')
  await question.getByRole('button', { name: 'Keep it' }).press('Enter')
  await expect(remove('generator-1')).toBeFocused()
  await remove('generator-1').press('Enter')
  await question.getByRole('button', { name: 'Remove generator-1' }).press('Enter')
  await expect(remove('generator-1')).toHaveCount(0)
  await expect(remove('generator-2')).toBeFocused()

  await tester.api('PUT', '/queues/VQ_Chat/ewt', { model: 'fixed', seconds: 45 })
  await page.goto(tester.url)
  const panel = page.locator('section#queue')
  const seconds = panel.getByRole('textbox', { name: /^Seconds/ })
  await seconds.fill('50')
  await seconds.press('Enter')
  await expect(panel.getByText('Fixed at 50 s').first()).toBeVisible()
  await expect(seconds).toBeFocused()
  await panel.getByRole('button', { name: 'Make ready Anna' }).press('Enter')
  await expect(panel.getByRole('button', { name: 'Make ready Anna' })).toHaveCount(0)
  await expect(panel.getByRole('button', { name: 'Make ready Ben' })).toBeFocused()
})

test('what a generator refuses is said by its verb, and can be tried again', async ({ page, tester }) => {
  await tester.api('POST', '/generators', {
    service: 'chat-delay',
    arrivals: { law: 'poisson', perHour: 1 },
    running: true,
  })
  await page.route(/\/gmstester\/api\/generators\/generator-1/, (route) => route.abort())
  await page.goto(`${tester.url}/queue`)
  const card = page.getByRole('region', { name: 'Load generators' })
  await card.getByRole('button', { name: 'Remove generator-1 and its customers' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove generator-1' }).click()
  await expect(card.getByRole('alert')).toContainText('Removing generator-1 did not work')
  await card.getByRole('button', { name: 'Stop generator-1' }).click()
  await expect(card.getByRole('alert')).toContainText('Stopping generator-1 did not work')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await card.getByRole('button', { name: 'Try again' }).click()
  await expect(card.getByText('stopped')).toBeVisible()
})

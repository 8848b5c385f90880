import { expect } from '@playwright/test'
import { expectClean } from './axe.ts'
import { widths } from './states.ts'
import { takeNextStep, test } from './tester.ts'

for (const width of widths)
  test(`[2.5.3] axe finds nothing at any step of the workbench in any theme, ${width} pixels wide`, async ({
    page,
    tester,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    await page.goto(tester.url)
    await expectClean(page, 'at the start')
    for (let interaction = 0; interaction < 8; interaction += 1) {
      await takeNextStep(page, `line ${interaction}`)
      await expectClean(page, `after interaction ${interaction + 1}`)
    }
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(isWider).toBe(false)
  })

test('axe finds nothing in what is opened beside the flow, in any theme', async ({ page, tester }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(tester.url)
  const body = new FormData()
  body.set('_customer_number', '5551')
  await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, { method: 'POST', body })
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 10 })
  const queue = page.getByRole('region', { name: 'Queue' })
  await queue.getByRole('button', { name: 'Your client', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Timeline' })).toBeVisible()
  await expectClean(page, 'another client’s callback')
  const why = queue.getByRole('button', { name: /^Why\?/ }).first()
  await why.press('Enter')
  await expect(why).toHaveAttribute('aria-expanded', 'true')
  await expect(queue.getByText('Anna is logged out RT13')).toBeVisible()
  const agent = page.getByRole('region', { name: 'Agent' })
  await agent.getByRole('button', { name: 'Why no chat? Anna' }).press('Enter')
  await expect(agent.getByRole('heading', { name: 'Customers in line' })).toBeVisible()
  await expectClean(page, 'why a customer waits and an agent has no chat')
  const wire = page.getByRole('region', { name: 'Wire' })
  await wire.getByRole('row').filter({ hasText: '/chat-delay' }).click()
  for (const tab of ['Request', 'Response', 'Parts', 'Raw', 'vs. documented', 'Code', 'Overview']) {
    await wire.getByRole('tab', { name: tab }).click()
    await expect(wire.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true')
    await expectClean(page, `a row of the wire, ${tab}`)
  }
})

for (const width of widths)
  test(`axe finds nothing on the classic page, empty, filled and failed, ${width} pixels wide`, async ({
    page,
    tester,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${tester.url}/gmstester/chat.html`)
    const responses = page.getByRole('log', { name: 'Response log' })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await press('start')
    await expect(responses).toContainText('We will notify you when agent is available')
    await expectClean(page, 'filled')
    await page.route('**/genesys/1/**', (route) => route.abort())
    await press('check-queue-position')
    await expect(responses).toContainText('The server does not answer.')
    await expectClean(page, 'failed')
  })

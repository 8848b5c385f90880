import { expect } from '@playwright/test'
import { nextStep, takeNextStep, test } from './tester.ts'

test('behind callers whom nobody plays, the next step removes them', async ({ page, tester }) => {
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 10 })
  for (const agent of ['anna', 'ben']) await tester.api('POST', `/agents/${agent}/state`, { state: 'ready' })
  await page.goto(tester.url)
  await takeNextStep(page)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'remove-callers')
  await takeNextStep(page)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'connect')
})

test('a customer whose agents are taken by another one sends the reader there', async ({ page, tester }) => {
  await tester.api('DELETE', '/agents/ben')
  await page.goto(tester.url)
  for (let interaction = 0; interaction < 4; interaction += 1) await takeNextStep(page)
  await page.getByRole('button', { name: 'Add customer' }).click()
  await takeNextStep(page)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'go-to-customer-A')
  // A's chat rings, is accepted, talked through and ended; then the agent is B's.
  for (let interaction = 0; interaction < 5; interaction += 1) await takeNextStep(page, `line ${interaction}`)
  await page.getByRole('tab', { name: /^B/ }).click()
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'connect')
})

test('the clock is not moved past the end of a callback without asking', async ({ page, tester }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  const id = ((await tester.api('GET', '/callbacks')) as { items: { id: string }[] }).items[0]?.id
  const jump = page.getByRole('button', { name: /a callback is given up/ })
  await jump.click()
  await page.getByRole('button', { name: 'Stay here' }).click()
  await expect(tester.api('GET', `/callbacks/${id}`)).resolves.toMatchObject({ step: 'waiting' })
  await jump.click()
  await page.getByRole('button', { name: 'Jump', exact: true }).click()
  const end = page.getByRole('button', { name: /the time to live of a callback ends/ })
  await expect(end).toBeVisible()
  await expect(tester.api('GET', `/callbacks/${id}`)).resolves.toMatchObject({ state: 'COMPLETED' })
  await end.click()
  await page.getByRole('button', { name: 'Jump', exact: true }).click()
  await expect(page.getByText(/The time to live was over at .+no longer knows the callback/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start again' })).toBeVisible()
})

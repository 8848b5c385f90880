import { expect } from '@playwright/test'
import { currentNode, nextStep, takeNextStep, test } from './tester.ts'

test('a callback that another client started is followed from the queue to its end', async ({
  page,
  tester,
}) => {
  const send = async (path: string, fields: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const response = await fetch(`${tester.url}/genesys/1/service/${path}`, {
      method: 'POST',
      headers: { gms_user: 'me' },
      body,
    })
    return (await response.json()) as { _id: string }
  }
  await page.goto(tester.url)
  const { _id: id } = await send('callback/chat-delay', {
    _customer_number: '5551',
    usr_customer_name: 'Mia',
  })
  await page.getByRole('region', { name: 'Queue' }).getByRole('button', { name: 'Mia', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Journey of Mia' })).toBeVisible()
  await expect(currentNode(page)).toContainText('Waiting')

  await takeNextStep(page)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'client-acts')
  await expect(page.getByLabel('curl command for connect')).toContainText(`${id}/connect`)
  await page.reload()
  await expect(currentNode(page)).toContainText('Agent available')
  await send(`${id}/connect`)
  await expect(page.getByLabel('curl command for ixn/chat')).toBeVisible()
  await send(`${id}/ixn/chat`, { notify_by: 'comet' })
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'accept-anna')
  await takeNextStep(page)
  await takeNextStep(page, 'Hello Mia')
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'leave-chat-anna')
  await takeNextStep(page)
  await expect(currentNode(page)).toContainText('Done')
  await takeNextStep(page)
  await expect(page.getByRole('region', { name: 'Journey of customer A' })).toBeVisible()
})

test('opening a row of the wire makes the page about its callback', async ({ page, tester }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  await page.getByRole('button', { name: 'Add customer' }).click()
  await takeNextStep(page)
  await expect(page.getByRole('region', { name: 'Journey of customer B' })).toBeVisible()
  const wire = page.getByRole('region', { name: 'Wire' })
  const journey = page.getByRole('region', { name: 'Journey of customer A' })
  // Rows move up while others come in.
  await expect(async () => {
    await wire.getByRole('row').filter({ hasText: '/chat-delay' }).first().click()
    await expect(journey).toBeVisible({ timeout: 1_000 })
  }).toPass()
})

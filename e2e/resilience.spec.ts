import { expect, type Page } from '@playwright/test'
import { keep } from './states.ts'
import { nextStep, takeNextStep, test } from './tester.ts'

const customerPanel = (page: Page) => page.locator('#customer')

/** Types a line as the customer and does not send it. */
async function leaveDraft(page: Page, text: string) {
  for (let interaction = 0; interaction < 5; interaction += 1) await takeNextStep(page)
  await nextStep(page).fill(text)
}

test.describe('a server that comes back with its data', () => {
  test.use({ storage: 'sqlite' })

  test('what is typed survives a reload and a restart, and the page says that it is cut off', async ({
    page,
    tester,
  }, info) => {
    await page.goto(tester.url)
    await leaveDraft(page, 'not sent yet')
    await page.getByLabel('Message of Anna').fill('half an answer')
    await page.reload()
    await expect(nextStep(page)).toHaveValue('not sent yet')
    await expect(page.getByLabel('Message of Anna')).toHaveValue('half an answer')

    const beside = page.getByRole('banner').getByRole('button', { name: 'Back ends: all up' })
    const place = await beside.boundingBox()
    await tester.crash()
    await expect(customerPanel(page).getByText(/CometD lost \d+ s ago, retry/)).toBeVisible()
    await expect(page.getByRole('banner').getByText(/Lost \d+ s ago, retry/)).toBeVisible()
    expect(await beside.boundingBox()).toEqual(place)
    await expect(nextStep(page)).toHaveValue('not sent yet')
    const lost = () => customerPanel(page).getByText(/CometD lost \d+ s ago, retry/)
    await keep(page, info, { name: 'customer panel, reconnecting', shown: lost, width: 1440 })

    await tester.restart()
    await expect(customerPanel(page).getByText(/CometD connected/)).toBeVisible({ timeout: 30_000 })
    await expect(nextStep(page)).toHaveValue('not sent yet')
    await takeNextStep(page, 'sent after all')
    await expect(customerPanel(page).getByText('sent after all')).toHaveCount(1)
    await expect(page.getByRole('button', { name: 'Reload' })).toHaveCount(0)
  })

  test('a tester of another build asks to reload', async ({ page, tester }) => {
    // The page must know the build it came from before another one answers.
    const told = page.waitForResponse('**/gmstester/api/health')
    await page.goto(tester.url)
    await (await told).finished()
    await expect(nextStep(page)).toHaveCount(1)
    await page.route('**/gmstester/api/health', async (route) => {
      // While the server is away there is nothing to change.
      const answer = await route.fetch().catch(() => null)
      if (answer === null) return route.abort()
      await route.fulfill({ json: { ...(await answer.json()), build: 'another', version: '9.9.9' } })
    })
    await tester.crashAndRestart()
    await expect(page.getByText(/restarted with another build of its pages \(version 9\.9\.9\)/)).toBeVisible(
      {
        timeout: 30_000,
      },
    )
    await page.getByRole('button', { name: 'Not now' }).click()
    await expect(page.getByRole('button', { name: 'Reload' })).toHaveCount(0)
  })
})

test('a lost network is told at once, and the page goes on when it is back', async ({ page, tester }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  await expect(customerPanel(page).getByText(/CometD connected/)).toBeVisible()
  await page.context().setOffline(true)
  await expect(customerPanel(page).getByText(/CometD lost \d+ s ago, retry/)).toBeVisible()
  // What happens meanwhile arrives when the network is back, once.
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await page.context().setOffline(false)
  await expect(customerPanel(page).getByText('An agent is available')).toBeVisible({ timeout: 30_000 })
  await expect(customerPanel(page).getByText(/Pushed on/)).toHaveCount(1)
})

test('a tester that comes back with other data asks to reload, and keeps what was typed', async ({
  page,
  tester,
}, info) => {
  await page.goto(tester.url)
  await leaveDraft(page, 'not sent yet')
  await page.getByLabel('Message of Anna').fill('half an answer')
  await customerPanel(page).getByText('Notify the agent').click()
  await customerPanel(page)
    .getByLabel(/Shown to the agent/)
    .fill('half a note')
  await tester.crashAndRestart()
  const restarted = () => page.getByText(/restarted on other data/)
  await expect(restarted()).toBeVisible({ timeout: 30_000 })
  await keep(page, info, { name: 'restarted on other data', shown: restarted })
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByText(/no longer knows the callback/)).toBeVisible()
  await expect(page.getByText(/restarted on other data/)).toHaveCount(0)
  await expect(customerPanel(page).getByLabel('Not sent')).toHaveValue('not sent yet')
  await expect(customerPanel(page).getByLabel('Shown to the agent')).toHaveValue('half a note')
  const agentPanel = page.locator('#agent')
  await expect(agentPanel.getByLabel('Not sent')).toHaveValue('half an answer')
  await agentPanel.getByRole('button', { name: 'Discard the text' }).click()
  await expect(page.locator('#content')).toBeFocused()
  await expect(agentPanel.getByLabel('Not sent')).toHaveCount(0)
})

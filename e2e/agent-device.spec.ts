import { expect, type Page } from '@playwright/test'
import { keep } from './states.ts'
import { nextStep, takeNextStep, test } from './tester.ts'

const customer = (page: Page) => page.locator('#customer')
const agent = (page: Page) => page.locator('#agent')
const notices = (page: Page) =>
  customer(page).getByRole('region', { name: 'Notifications from the agent' }).getByRole('listitem')

/** The flow up to the chat. */
async function goToChat(page: Page): Promise<void> {
  for (let presses = 0; presses < 4; presses += 1) await takeNextStep(page)
  await takeNextStep(page)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', /says/)
}

test('what the agent sends to the device is pushed by CometD; with push off, polled, and once', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  await goToChat(page)
  await agent(page).getByRole('tab', { name: 'To the device' }).click()
  const send = async (text: string) => {
    await agent(page)
      .getByRole('textbox', { name: /^Shown to the customer/ })
      .fill(text)
    await agent(page).getByRole('button', { name: 'Send to the device' }).click()
    await expect(agent(page).getByText(/^Sent\. It is pushed/)).toBeVisible()
  }

  await expect(customer(page).getByText(/CometD connected/)).toBeVisible()
  await send('Your invoice is ready')
  await expect(notices(page)).toHaveCount(1)
  await expect(notices(page)).toContainText('Your invoice is ready')
  await expect(notices(page)).toContainText('pushed')

  await customer(page).getByText('Off', { exact: true }).click()
  await expect(customer(page).getByText('Push and polling off')).toBeVisible()
  await send('It is paid')
  await customer(page).getByText('Polling', { exact: true }).click()
  await expect(customer(page).getByText(/Polled at .+, again in \d s/)).toBeVisible()
  await expect(notices(page)).toHaveCount(2)
  await expect(notices(page).filter({ hasText: 'It is paid' })).toContainText('polled')

  // Pushed to again, the phone gets what is new, and nothing a second time.
  await customer(page).getByText('CometD', { exact: true }).click()
  await expect(customer(page).getByText(/CometD connected/)).toBeVisible()
  await send('Goodbye')
  await expect(notices(page).filter({ hasText: 'Goodbye' })).toContainText('pushed')
  await expect(notices(page)).toHaveCount(3)
})

test('what the device sends to the agent is counted, decoded and shown raw, in every tab; each poll is seen', async ({
  page,
  tester,
}, info) => {
  await page.goto(tester.url)
  await goToChat(page)
  const other = await page.context().newPage()
  await other.goto(`${tester.url}/agent?agent=anna`)
  await expect(other.getByRole('tab', { name: 'Mailbox 0' })).toBeVisible()
  await customer(page).getByText('Notify the agent').click()
  await customer(page)
    .getByRole('textbox', { name: /^Shown to the agent/ })
    .fill('I am at “Gate 4”')
  await customer(page)
    .getByRole('textbox', { name: /^For the agent’s application/ })
    .fill('GATE')
  await customer(page).getByRole('button', { name: 'Send to the agent' }).click()
  await expect(page.locator('[aria-live="polite"][aria-atomic]')).toHaveText(
    'From the device: I am at “Gate 4”',
  )
  await expect(other.getByRole('tab', { name: 'Mailbox 1' })).toBeVisible()
  await agent(page).getByRole('tab', { name: 'Mailbox 1' }).click()
  await expect(other.getByRole('tab', { name: 'Mailbox 0' })).toBeVisible()
  await other.close()

  const item = agent(page).getByRole('list', { name: 'From the device' }).getByRole('listitem')
  await expect(item).toHaveCount(1)
  await expect(item.getByText('I am at “Gate 4”', { exact: true })).toBeVisible()
  await expect(item.getByText('GATE', { exact: true })).toBeVisible()
  // JSON inside JSON, as it came.
  await expect(item.getByLabel('The item, as fetched')).toContainText('\\"_internal_message\\":\\"GATE\\"')
  await expect(agent(page).getByRole('tab', { name: 'Mailbox 0' })).toBeVisible()

  const polls = agent(page).getByText(/· \d+ polls?/)
  const count = async () => Number(/(\d+) polls?/.exec((await polls.textContent()) ?? '')?.[1])
  const before = await count()
  await expect(agent(page).locator('.poll-tick')).toBeVisible()
  await expect.poll(count).toBeGreaterThan(before)
  await expect(item).toHaveCount(1)
  await page.route('**/retrieve-agent-notifications', (route) => route.fulfill({ status: 503, body: '' }))
  const vain = () => agent(page).getByText(/tries in vain.* The next one is in 3 s at the latest\.$/)
  await expect(vain()).toBeVisible()
  await keep(page, info, { name: 'agent panel, mailbox that cannot be polled', shown: vain, panel: 'Agent' })
  await agent(page)
    .getByRole('switch', { name: /^Poll every 3 s/ })
    .click()
  await expect(agent(page).getByText(/stopped after/)).toBeVisible()
  await expect(agent(page).getByText(/tries in vain.* “Fetch now” tries again\.$/)).toBeVisible()
  await expect(agent(page).locator('.poll-tick')).toHaveCount(0)
})

import { expect, type Page } from '@playwright/test'
import { notifyDevice } from './notify-device.ts'
import { currentNode, nextStep, takeNextStep, test } from './tester.ts'

test('two customers in one window stand at positions 1 and 2', async ({ page, tester }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  const customer = page.getByRole('region', { name: 'Customer' })
  await expect(customer.getByTestId('position')).toHaveText('1')
  await customer.getByRole('button', { name: 'Add customer' }).click()
  await takeNextStep(page)
  await expect(customer.getByTestId('position')).toHaveText('2')

  const queue = page.getByRole('region', { name: 'Queue' })
  await expect(queue.getByRole('row')).toHaveCount(3)

  // Each customer has a user and a push session of its own: what reaches A does not reach B.
  await takeNextStep(page)
  await customer.getByRole('tab', { name: /^A/ }).click()
  await expect(customer.getByText('An agent is available')).toBeVisible()
  await customer.getByRole('tab', { name: /^B/ }).click()
  await expect(customer.getByTestId('position')).toHaveText('2')
  await page.waitForResponse(/check-queue-position/)
  await expect(customer.getByText('An agent is available')).toHaveCount(0)
})

test('there is a customer for each letter, and then the reason why there is no other', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  const customers = page.getByRole('tablist', { name: 'Customers' })
  const add = page.getByRole('button', { name: 'Add customer' })
  await add.focus()
  for (let count = 2; count <= 26; count += 1) {
    await page.keyboard.press('Enter')
    await expect(customers.getByRole('tab')).toHaveCount(count)
  }
  await expect(customers.getByRole('tab', { name: /^Z/ })).toHaveAttribute('aria-selected', 'true')
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(customers.getByRole('tab', { name: /^Z/ })).toBeInViewport({ ratio: 0.9 })
    await expect(add).toBeInViewport()
  }
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await expect(add).toHaveAccessibleDescription('26 at most')
  await expect(page.getByText('26 at most').last()).toBeVisible()
  await add.focus()
  await page.keyboard.press('Enter')
  await expect(customers.getByRole('tab')).toHaveCount(26)

  await page.getByRole('button', { name: 'Remove customer Z' }).click()
  await expect(customers.getByRole('tab')).toHaveCount(25)
  await expect(customers.getByRole('tab', { name: /^Y/ })).toHaveAttribute('aria-selected', 'true')
  await expect(add).not.toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(customers.getByRole('tab', { name: /^Z/ })).toHaveAttribute('aria-selected', 'true')
})

test('a reload at every step goes on where it was, and repeats nothing', async ({ page, tester }) => {
  await page.goto(tester.url)
  const customer = page.getByRole('region', { name: 'Customer' })
  const said: string[] = []
  for (let interaction = 0; interaction < 8; interaction += 1) {
    if (interaction === 5 || interaction === 6) said.push(`line ${interaction}`)
    await takeNextStep(page, `line ${interaction}`)
    const step = await nextStep(page).getAttribute('data-next-step')
    const node = await currentNode(page).innerText()
    await page.reload()
    await expect(nextStep(page)).toHaveAttribute('data-next-step', step ?? '')
    await expect(currentNode(page)).toContainText(node.split('\n')[0] ?? '')
    if (interaction > 3 && interaction < 7)
      // What was said is there once, and nothing beside it.
      await expect(customer.getByRole('log').getByText(/^line \d$/)).toHaveText(said)
    if (interaction === 6) {
      await expect(customer.getByText(/CometD connected/)).toBeVisible()
      await notifyDevice(tester, 'Your invoice is ready')
      const notices = customer.getByRole('region', { name: 'Notifications from the agent' })
      await expect(notices.getByRole('listitem')).toHaveText([/^Your invoice is ready\s*pushed/])
    }
  }
  const { items } = (await tester.api('GET', '/callbacks')) as { items: { id: string }[] }
  expect(items).toHaveLength(1)
  const detail = (await tester.api('GET', `/callbacks/${items[0]?.id}`)) as {
    chat: { transcript: { type: string; text: string }[] }
  }
  const texts = detail.chat.transcript.filter(({ type }) => type === 'text').map(({ text }) => text)
  expect(texts).toEqual(['line 5', 'line 6'])
})

test('with push off the agent and the notifications arrive through polling, once', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  const customer = page.getByRole('region', { name: 'Customer' })
  await customer.getByRole('radio', { name: /Polling/ }).click()
  for (let interaction = 0; interaction < 7; interaction += 1) await takeNextStep(page, `line ${interaction}`)
  await expect(customer.getByText('line 6')).toHaveCount(1)

  const { items } = (await tester.api('GET', '/callbacks')) as { items: { id: string; hasPush: boolean }[] }
  expect(items).toMatchObject([{ hasPush: false }])
  await notifyDevice(tester, 'Your invoice is ready')
  await expect(customer.getByText('Your invoice is ready')).toHaveCount(1)
  const { items: traffic } = (await tester.api('GET', '/traffic?limit=1000')) as { items: { kind: string }[] }
  expect(traffic.filter(({ kind }) => kind === 'push')).toEqual([])
})

test('a customer who polls asks and hears also while another one, or another page, is in front', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  const customer = page.getByRole('region', { name: 'Customer' })
  await customer.getByRole('radio', { name: /Polling/ }).click()
  await takeNextStep(page)
  await customer.getByRole('button', { name: 'Add customer' }).click()
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await expect(customer.getByRole('tab', { name: /^A.*is called/ })).toBeVisible()

  await page.getByRole('link', { name: 'Wire', exact: true }).click()
  await page.waitForURL(/wire/)
  await page.waitForRequest(/retrieve-notifications/)
})

test('tabs of one browser have the same customers, and each its own words', async ({ page, tester }) => {
  const nameIn = (tab: Page) => tab.getByRole('textbox', { name: /^Name/ })
  await page.goto(tester.url)
  await nameIn(page).fill('Ann Here')
  const looker = await page.context().newPage()
  await looker.goto(`${tester.url}/wire`)
  const other = await page.context().newPage()
  await other.goto(tester.url)
  await nameIn(other).fill('Otto There')
  await other.getByRole('button', { name: 'Add customer' }).click()
  const customers = page.getByRole('tablist', { name: 'Customers' }).getByRole('tab')
  await expect(customers).toHaveText([/Ann Here/, /Alice/])
  await expect(nameIn(page)).toHaveValue('Ann Here')

  // Who only looks on forgets the sessions as well, of the customers there are by now.
  const looksAnew = looker.waitForResponse(/api\/clock/)
  await tester.api('POST', '/reset', {})
  await looksAnew
  await page.reload()
  await expect(customers).toHaveText([/Ann Here/, /Alice/])
})

import { expect, type Page } from '@playwright/test'
import { startChat } from './start-chat.ts'
import { nextStep, takeNextStep, test, type Tester } from './tester.ts'

const refused = async (tester: Tester) => {
  const { items } = (await tester.api('GET', '/traffic?limit=1000')) as {
    items: { path: string; status: number | null }[]
  }
  return items.filter(({ status }) => status !== null && status >= 400).map(({ path }) => path)
}

/** Goes so many steps of the flow, five to where customer and agent talk; the customer's panel, and where he types. */
const walk = async (page: Page, tester: Tester, steps: number) => {
  await page.goto(tester.url)
  for (let step = 0; step < steps; step += 1) await takeNextStep(page)
  const customer = page.locator('#customer')
  return { customer, field: customer.getByRole('textbox', { name: 'Message of the customer' }) }
}

test('a line that is not taken comes back before what was typed since, and the keyboard stays', async ({
  page,
  tester,
}) => {
  const { customer, field } = await walk(page, tester, 5)
  const sends = '**/ixn/chat/send'
  let goOn = () => undefined as void
  const hasTyped = new Promise<void>((resolve) => (goOn = resolve))
  await page.route(sends, async (route) => {
    await hasTyped
    await route.fulfill({
      status: 503,
      contentType: 'application/json',
      body: '{"message":"Chat Server is down"}',
    })
  })
  await field.press('F')
  await field.pressSequentially('irst')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('')
  await page.keyboard.type('second')
  const log = customer.getByRole('log')
  await expect(log).toContainText(/sending…\s*First$/, { useInnerText: true })
  goOn()
  const failure = customer.getByRole('alert')
  await expect(failure).toContainText('Chat Server is down')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('First\nsecond')
  await page.unroute(sends)
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(log).toContainText(/delivered\s*First\s*second$/, { useInnerText: true })
  await expect(field).toHaveValue('')
  await expect(failure).toHaveCount(0)
})

test('a line whose answer is not here when the page is reloaded stands in its field again, unless it arrived', async ({
  page,
  tester,
}) => {
  const { customer, field } = await walk(page, tester, 5)
  const answer = page.getByRole('textbox', { name: 'Message of Anna' })
  // The customer's gets lost on its way, the agent's answer on its way back.
  let isTaken = () => undefined as void
  const hasTaken = new Promise<void>((resolve) => (isTaken = resolve))
  await page.route('**/ixn/chat/send', () => undefined)
  await page.route('**/interactions/*/message', async (route) => {
    await route.fetch()
    isTaken()
  })
  await field.fill('First')
  await field.press('Enter')
  await field.fill('second')
  await answer.fill('Hello')
  await answer.press('Enter')
  await answer.fill('and more')
  await hasTaken
  await page.reload()
  await expect(field).toHaveValue('First\nsecond')
  await expect(answer).toHaveValue('and more')
  await expect(customer.getByRole('log')).toContainText('Hello')
  await page.unroute('**/ixn/chat/send')
  await field.press('Enter')
  await expect(customer.getByRole('log')).toContainText(/First\s*second/, { useInnerText: true })
  await page.reload()
  await expect(field).toHaveValue('')
  await expect(answer).toHaveValue('and more')

  // Taken, and its answer lost on the way: it is not offered again either.
  await page.route('**/ixn/chat/send', async (route) => {
    await route.fetch()
    await route.abort()
  })
  const isLost = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/ixn/chat/send'))
  await field.fill('Third')
  await field.press('Enter')
  await isLost
  await expect(customer.getByRole('log')).toContainText(/delivered\s*Third/, { useInnerText: true })
  await expect(field).toHaveValue('')
  await expect(customer.getByText('did not work')).toHaveCount(0)
  await page.reload()
  await expect(customer.getByRole('log')).toContainText('Third')
  await expect(field).toHaveValue('')
})

test('an agent whose composer goes is not said to type, and what the end leaves unsent can be copied', async ({
  page,
  tester,
}) => {
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await page.goto(`${tester.url}/agent?agent=anna`)
  const composer = page.getByRole('textbox', { name: 'Message of Anna' })
  const isTyping = async (id: string) => {
    const { chat } = (await tester.api('GET', `/callbacks/${id}`)) as {
      chat: { transcript: { type: string }[] }
    }
    return chat.transcript.findLast(({ type }) => type.startsWith('typing'))?.type === 'typing-started'
  }
  const mia = await startChat(tester, 'Mia')
  await expect(page.getByRole('region', { name: 'Incoming chat from Mia' })).toBeVisible()
  await page.keyboard.press('Alt+a')
  await expect(composer).toBeFocused()
  await page.keyboard.type('half a')
  await expect.poll(() => isTyping(mia.id)).toBe(true)
  await page.getByRole('tab', { name: 'To the device' }).click()
  await expect.poll(() => isTyping(mia.id)).toBe(false)

  await page.getByRole('tab', { name: 'Chat', exact: true }).click()
  await composer.focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' word')
  await expect.poll(() => isTyping(mia.id)).toBe(true)
  await mia.send('ixn/chat/disconnect')
  const unsent = page.getByRole('textbox', { name: 'Not sent' })
  await expect(unsent).toHaveValue('half a word')
  await expect(unsent).toBeFocused()
  await expect(page.getByRole('button', { name: 'Copy text' })).toBeVisible()

  const zoe = await startChat(tester, 'Zoe', 'zoe')
  await expect(page.getByRole('region', { name: 'Incoming chat from Zoe' })).toBeVisible()
  await page.keyboard.press('Alt+a')
  await expect(composer).toBeFocused()
  await zoe.send('ixn/chat/disconnect')
  await expect(page.getByLabel('Code')).toBeFocused()
  expect(await refused(tester)).toEqual([])
})

test('a customer types on when the agent comes, and what was not sent when he left stands where the chat was', async ({
  page,
  tester,
}) => {
  const { customer, field } = await walk(page, tester, 4)
  await field.focus()
  await page.keyboard.type('Hello?')
  await page.keyboard.press('Enter')
  const log = customer.getByRole('log')
  await expect(log).toContainText(/sent\s*Hello\?/, { useInnerText: true })
  await page.keyboard.type('half')
  const { items } = (await tester.api('GET', '/callbacks')) as { items: { id: string }[] }
  const chat = `/agents/anna/interactions/${items[0]?.id}`
  await tester.api('POST', `${chat}/accept`)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'agent-says-anna')
  await expect(log).toContainText(/delivered\s*Hello\?/, { useInnerText: true })
  await expect(field).toBeFocused()
  await page.keyboard.type(' a word')
  await tester.api('POST', `${chat}/leave`)
  const unsent = customer.getByRole('textbox', { name: 'Not sent' })
  await expect(unsent).toHaveValue('half a word')
  await expect(unsent).toBeFocused()
})

import { expect } from '@playwright/test'
import { startChat } from './start-chat.ts'
import { nextStep, takeNextStep, test } from './tester.ts'

test('behind callers whom nobody plays, the next step removes them', async ({ page, tester }) => {
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 10 })
  for (const agent of ['anna', 'ben']) await tester.api('POST', `/agents/${agent}/state`, { state: 'ready' })
  await page.goto(tester.url)
  await takeNextStep(page)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'remove-callers-VQ_Chat')
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

test('what is next is found again after looking at another agent, and Next leads there', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  for (let step = 0; step < 4; step += 1) await takeNextStep(page)
  await page.getByRole('tab', { name: /^Ben/ }).click()
  await expect(page.getByRole('tab', { name: /^Anna/ })).toHaveAttribute('data-next-step', 'accept-anna')
  await page.getByRole('button', { name: 'Next: Anna accepts the chat' }).click()
  await expect(page.getByRole('button', { name: 'Accept', exact: true })).toBeFocused()
  await expect(nextStep(page)).toHaveCount(1)
})

test('where all who could come owe a disposition, the next step is to give it', async ({ page, tester }) => {
  await tester.api('DELETE', '/agents/ben')
  await tester.api('PUT', '/agents/anna', { groups: ['Billing'], dispositionMandatory: true })
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  const { id, send } = await startChat(tester, 'Mia')
  await tester.api('POST', `/agents/anna/interactions/${id}/accept`)
  await send('ixn/chat/disconnect')
  await page.goto(tester.url)
  for (let step = 0; step < 3; step += 1) await takeNextStep(page)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'dispose-anna')
  const desktop = page.getByRole('region', { name: 'Agent' })
  await expect(desktop.getByRole('button', { name: 'Ready', exact: true })).toHaveAccessibleDescription(
    'A chat has no disposition yet, and it is mandatory.',
  )
  await nextStep(page).selectOption('resolved')
  await nextStep(page).click()
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'accept-anna')
})

test('callers in another queue than the one in view are found there', async ({ page, tester }) => {
  await tester.api('PUT', '/services/other', {
    template: 'Chat-Delayed',
    options: { _urs_virtual_queue: 'VQ_Another', _target: 'Billing@StatServer.GA' },
  })
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 10 })
  for (const agent of ['anna', 'ben']) await tester.api('POST', `/agents/${agent}/state`, { state: 'ready' })
  await page.goto(`${tester.url}/?queue=VQ_Another`)
  await takeNextStep(page)
  await expect(page.getByRole('combobox', { name: 'Queue' })).toHaveAttribute(
    'data-next-step',
    'remove-callers-VQ_Chat',
  )
  await page.getByRole('button', { name: 'Next: Remove synthetic callers' }).click()
  await expect(page.getByRole('button', { name: /^Remove 10 synthetic/ })).toBeFocused()
})

test('a panel makes way for the next step, but not under whoever is typing', async ({ page, tester }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(tester.url)
  await takeNextStep(page)
  const panels = page.getByRole('navigation', { name: 'Panels' })
  await panels.getByRole('button', { name: 'Wire' }).click()
  const query = page.getByRole('combobox', { name: 'Search the wire' })
  await query.fill('status:4xx')
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await expect(page.getByRole('button', { name: 'Next: I’m here: connect' })).toBeVisible()
  await expect(query).toBeFocused()
  await panels.getByRole('button', { name: /Customer.+next step is here/ }).click()
  await takeNextStep(page)
  // What the reader does leads on, and the keyboard with it.
  await takeNextStep(page)
  await expect(page.getByRole('button', { name: 'Accept', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Message of the customer' })).toBeFocused()
})

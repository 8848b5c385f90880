import { expect, type Page } from '@playwright/test'
import { test } from './tester.ts'

const open = async (page: Page, url: string) => {
  await page.goto(`${url}/gmstester/chat.html`)
  return {
    press: (name: string) => page.getByRole('button', { name, exact: true }).click(),
    pushes: page.getByRole('log', { name: 'Push log' }),
    responses: page.getByRole('log', { name: 'Response log' }),
  }
}

test('with an agent who works by himself, the classic page alone carries the whole flow', async ({
  page,
  tester,
}) => {
  await tester.api('PUT', '/agents/anna', {
    groups: ['Billing'],
    auto: {
      answerDelay: { distribution: 'fixed', seconds: 1 },
      lines: ['Hello from Anna'],
      lineInterval: { distribution: 'fixed', seconds: 1 },
    },
  })
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  const { press, pushes, responses } = await open(page, tester.url)
  await press('Connect push')
  await expect(pushes).toContainText('/_genesys')
  await press('start')
  await expect(responses).toContainText('We will notify you when agent is available')
  await expect(pushes).toContainText('service.agentavailable.')
  await press('connect')
  await expect(responses).toContainText('StartChat')
  await press('create chat')
  await expect(responses).toContainText('comet_channel')
  await expect(pushes).toContainText('Hello from Anna')
  await press('send')
  await expect(pushes).toContainText('Message.Text')
  await press('disconnect')
  await expect(pushes).toContainText('DISCONNECTED')
})

test('the classic page has one plain button per operation, and needs no workbench', async ({
  page,
  tester,
}) => {
  const { press, responses } = await open(page, tester.url)
  await expect(page.getByRole('button', { name: 'connect', exact: true })).toHaveAccessibleDescription(
    /need a service id/,
  )
  await press('start')
  await expect(responses).toContainText('We will notify you when agent is available')
  await press('check-queue-position')
  await expect(responses).toContainText('_agent_ready_threshold_passed_reason')
  await press('agent-notification')
  await press('retrieve-agent-notifications')
  await expect(responses).toContainText('agent.message.')
  await press('internal-notification')
  await press('retrieve-notifications')
  await expect(responses).toContainText('"_internal_message"')
  for (const width of [1440, 768, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(isWider).toBe(false)
  }
})

test('a user whom no header can carry is told in words, and nothing is sent', async ({ page, tester }) => {
  await open(page, tester.url)
  const user = page.getByRole('textbox', { name: /^User/ })
  await user.fill('Zoë€')
  await expect(user).toHaveAccessibleDescription(/No header can carry this user/)
  for (const name of ['Connect push', 'start', 'send']) {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(/Give another user first/)
  }
  await user.fill('Zoë')
  await expect(page.getByRole('button', { name: 'start', exact: true })).not.toHaveAttribute('aria-disabled')
})

test('a reload opens push again and says that the logs are gone, and another tab has fields of its own', async ({
  page,
  tester,
  context,
}) => {
  const { press, pushes } = await open(page, tester.url)
  const user = page.getByRole('textbox', { name: /^User/ })
  const id = page.getByRole('textbox', { name: /^Service id/ })
  await user.fill('one')
  await id.fill('369-1')
  await press('Connect push')
  await expect(pushes).toContainText('subscribed')
  const other = await context.newPage()
  await open(other, tester.url)
  await other.getByRole('textbox', { name: /^Service id/ }).fill('369-2')
  await page.reload()
  await expect(pushes).toContainText('Push was on and is opened again')
  await expect(pushes).toContainText('subscribed')
  await expect(id).toHaveValue('369-1')
  await press('Disconnect push')
  await page.reload()
  await expect(user).toHaveValue('one')
  await expect(pushes).toContainText('Nothing yet')
})

test('push that is open for another user than the one in the field says so', async ({ page, tester }) => {
  const { press, pushes } = await open(page, tester.url)
  const user = page.getByRole('textbox', { name: /^User/ })
  await user.fill('one')
  await press('Connect push')
  await expect(pushes).toContainText('subscribed')
  await user.fill('other')
  await expect(page.getByText('Push is still open for one')).toBeVisible()
  await press('Disconnect push')
  await expect(page.getByText('Push is still open')).toHaveCount(0)
})

import { expect } from '@playwright/test'
import { test } from './tester.ts'

test('the classic page carries the flow with one plain button per operation', async ({ page, tester }) => {
  await tester.api('PUT', '/agents/anna', { groups: ['Billing'], autoAnswer: true })
  await page.goto(`${tester.url}/gmstester/chat.html`)
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
  const pushes = page.getByRole('log', { name: 'Push log' })
  const responses = page.getByRole('log', { name: 'Response log' })

  await press('Connect push')
  await expect(pushes).toContainText('/_genesys')
  await press('start')
  await expect(responses).toContainText('We will notify you when agent is available')
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await expect(pushes).toContainText('service.agentavailable.')
  await press('connect')
  await expect(responses).toContainText('StartChat')
  await press('create chat')
  await expect(responses).toContainText('comet_channel')
  await expect(pushes).toContainText('Notice.Joined')
  await press('check-queue-position')
  await press('agent-notification')
  await press('retrieve-agent-notifications')
  await expect(responses).toContainText('agent.message.')
  await press('disconnect')
  await expect(pushes).toContainText('DISCONNECTED')
})

import { expect } from '@playwright/test'
import { nextStep, takeNextStep, test } from './tester.ts'

test.use({ storage: 'sqlite' })

test('a server that is killed at any step comes back where it stood, and the open page goes on', async ({
  page,
  tester,
}) => {
  test.setTimeout(180_000)
  await page.goto(tester.url)
  for (let interaction = 0; interaction < 8; interaction += 1) {
    await takeNextStep(page, `line ${interaction}`)
    const step = await nextStep(page).getAttribute('data-next-step')
    await tester.crashAndRestart()
    await expect(nextStep(page)).toHaveAttribute('data-next-step', step ?? '')
  }
  const { items } = (await tester.api('GET', '/callbacks')) as { items: { id: string; reason: string }[] }
  expect(items).toMatchObject([{ reason: 'AGENT_CONNECTED' }])
  const detail = (await tester.api('GET', `/callbacks/${items[0]?.id}`)) as {
    chat: { transcript: { type: string; text: string }[] }
  }
  expect(detail.chat.transcript.filter(({ type }) => type === 'text').map(({ text }) => text)).toEqual([
    'line 5',
    'line 6',
  ])
})

import { expect } from '@playwright/test'
import { currentNode, takeNextStep, test } from './tester.ts'

test('a novice who only ever uses the next step finishes the flow in eight interactions', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  const seen: string[] = []
  for (let interaction = 0; interaction < 8; interaction += 1) {
    await takeNextStep(page, `line ${interaction}`)
    seen.push((await currentNode(page).innerText()).split('\n')[0] ?? '')
  }
  await expect(currentNode(page)).toContainText('Done')
  // Start, connect, create, say, leave: what is counted is the wire, where typing and polls stand apart.
  await expect(page.getByText(/You made 5 requests and received \d+ pushes/)).toBeVisible()
  await expect(page.getByRole('img', { name: /steps between customer app, GMS/ })).toBeVisible()
  await page.getByRole('button', { name: 'Do it with curl' }).click()
  await expect(page.getByRole('region', { name: 'The script' })).toContainText(
    '/genesys/1/service/$ID/ixn/chat',
  )
  await page.keyboard.press('Escape')
  expect(seen.at(-1)).toContain('Done')

  const { items } = (await tester.api('GET', '/callbacks')) as { items: { state: string; reason: string }[] }
  expect(items).toMatchObject([{ state: 'COMPLETED', reason: 'AGENT_CONNECTED' }])
})

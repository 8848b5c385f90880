import { expect } from '@playwright/test'
import { currentNode, nextStep, takeNextStep, test } from './tester.ts'

test('[3.3.7] a novice who only ever uses the next step finishes the flow in eight interactions, asked for nothing twice', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  const seen: string[] = []
  let typed = 0
  const fields = page.locator('#customer').getByRole('textbox', { name: /^(?:Name|Number|Reason)/ })
  await expect(fields.first()).toBeVisible()
  const given = await Promise.all((await fields.all()).map((field) => field.inputValue()))
  for (let interaction = 0; interaction < 8; interaction += 1) {
    if (await nextStep(page).evaluate((control) => control.matches('textarea'))) typed += 1
    await takeNextStep(page, `line ${interaction}`)
    // No id, name or number is asked for again on the way.
    if (interaction < 7) await expect(fields).toHaveCount(0)
    seen.push((await currentNode(page).innerText()).split('\n')[0] ?? '')
  }
  await expect(currentNode(page)).toContainText('Done')
  // A line of each side of the chat.
  expect(typed).toBe(2)
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

  // Who starts another one finds the form as it was.
  await takeNextStep(page)
  await expect(fields.first()).toBeVisible()
  expect(given.every((value) => value !== '')).toBe(true)
  expect(await Promise.all((await fields.all()).map((field) => field.inputValue()))).toEqual(given)
})

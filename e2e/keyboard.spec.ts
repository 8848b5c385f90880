import { expect, type Page } from '@playwright/test'
import { currentNode, nextStep, test } from './tester.ts'

/** Presses Tab until the next step has the focus; fails when a whole round does not reach it. */
async function tabToNextStep(page: Page): Promise<void> {
  const isThere = () => nextStep(page).evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 150; presses += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never reaches the next step')
}

test('the whole flow by keyboard alone', async ({ page, tester }) => {
  await page.goto(tester.url)
  for (let interaction = 0; interaction < 8; interaction += 1) {
    await expect(nextStep(page)).toHaveCount(1)
    const before = await nextStep(page).getAttribute('data-next-step')
    await tabToNextStep(page)
    const isText = await nextStep(page).evaluate((element) => element.matches('textarea, input'))
    if (isText) await page.keyboard.type(`line ${interaction}`)
    await page.keyboard.press('Enter')
    await expect(async () =>
      expect(await nextStep(page).getAttribute('data-next-step')).not.toBe(before),
    ).toPass()
  }
  await expect(currentNode(page)).toContainText('Done')
})

import { expect, type Page } from '@playwright/test'
import { currentNode, nextStep, takeNextStep, test } from './tester.ts'

/** Presses Tab until the next step has the focus; fails when a whole round does not reach it. */
async function tabToNextStep(page: Page): Promise<void> {
  const isThere = () => nextStep(page).evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 150; presses += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never reaches the next step')
}

test('[2.1.1] the whole flow by keyboard alone', async ({ page, tester }) => {
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

test('the clock is one stop of the Tab key, and arrow keys go from one of its controls to the next', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  const clock = page.getByRole('toolbar', { name: 'The contact centre’s clock' })
  const control = (name: string | RegExp) => clock.getByRole('button', { name })
  const pause = control('Pause the clock')
  const rate = clock.getByRole('combobox', { name: 'Rate of the clock' })
  await expect(clock.locator('[tabindex="0"]')).toHaveCount(1)
  await page.getByRole('link', { name: 'GMS Tester' }).focus()
  await page.keyboard.press('Tab')
  await expect(pause).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(rate).toBeFocused()
  await expect(rate).toHaveValue('1')
  await page.keyboard.press('ArrowRight')
  await expect(control('+10 s')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(pause).toBeFocused()
  await page.keyboard.press('End')
  await expect(control('+10 s')).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  // Up and down are the list's own.
  await page.keyboard.press('ArrowDown')
  await expect(rate).not.toHaveValue('1')
  await expect(rate).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(clock.locator(':focus')).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')
  await expect(rate).toBeFocused()
})

test('[2.1.2] [2.4.3] what the clock asks in a window is answered by keys, and the focus finds back into its row', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  const clock = page.getByRole('toolbar', { name: 'The contact centre’s clock' })
  const jump = clock.getByRole('button', { name: /a callback is given up/ })
  await clock.getByRole('button', { name: 'Pause the clock' }).focus()
  await page.keyboard.press('End')
  await expect(jump).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Stay here' })).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Escape')
  await expect(jump).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(clock.getByRole('button', { name: '+10 s' })).toBeFocused()
})

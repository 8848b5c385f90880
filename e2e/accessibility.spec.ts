import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { takeNextStep, test } from './tester.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function expectClean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  expect(found).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`axe finds nothing at any step of the workbench, ${colorScheme}, ${width} pixels wide`, async ({
      page,
      tester,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await page.goto(tester.url)
      await expectClean(page, 'at the start')
      for (let interaction = 0; interaction < 8; interaction += 1) {
        await takeNextStep(page, `line ${interaction}`)
        await expectClean(page, `after interaction ${interaction + 1}`)
      }
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      expect(isWider).toBe(false)
    })

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the classic page, ${colorScheme}`, async ({ page, tester }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${tester.url}/gmstester/chat.html`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectClean(page, 'classic page')
  })

import { expect } from '@playwright/test'
import { expectClean } from './axe.ts'
import { test } from './tester.ts'

const pages = ['/services', '/services?create=true', '/services/chat-delay?advanced=true', '/services/none']
const others = ['/connect', '/help', '/fidelity', '/settings']

for (const theme of ['light', 'dark', 'contrast'])
  for (const width of [1440, 320])
    test(`axe finds nothing where a tester is set up and explained, ${theme}, ${width} pixels wide`, async ({
      page,
      tester,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await page.addInitScript((name) => window.localStorage.setItem('theme', name), theme)
      for (const path of [...pages, ...others]) {
        await page.goto(`${tester.url}${path}`)
        await expect(page.locator('main')).toBeVisible()
        await expect(page.getByRole('status').filter({ hasText: 'Reading' })).toHaveCount(0)
        await expectClean(page, path)
        const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
        expect(isWider, path).toBe(false)
      }
    })

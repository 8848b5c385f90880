import { expect, type Page } from '@playwright/test'
import { keep } from './states.ts'
import { test } from './tester.ts'

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('an address that no page has says so in the midst of the navigation, and leads on', async ({
  page,
  tester,
  context,
}, info) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of ['/sessions', '/services/chat-delay/nowhere', '/gmstester/nowhere'])
    expect((await page.goto(`${tester.url}${path}`))?.status(), path).toBe(404)
  await expect(page).toHaveTitle('There is no page here · GMS Tester')
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
  await keep(page, info, { name: 'no such page', shown: () => title(page, 'There is no page here') })
  await page.getByRole('main').getByRole('link', { name: 'Help' }).click()
  await expect(title(page, 'Help')).toBeVisible()
  await context.addCookies([{ name: 'gms-tester-language', value: 'de', url: tester.url }])
  await page.goto(`${tester.url}/scenarios`)
  await expect(title(page, 'Hier ist keine Seite')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Werkbank' }).click()
  await expect(page).toHaveURL(new RegExp(`^${tester.url}/(\\?|$)`))
})

test.describe('what breaks', () => {
  test.use({ mayComplain: true })

  /** Breaks whatever asks the browser about a medium of this sort, unless the page says no. */
  const breakMedia = (page: Page, sort: string) =>
    page.addInitScript((broken) => {
      const ask = window.matchMedia.bind(window)
      window.matchMedia = (query) => {
        if (query.includes(broken) && localStorage.getItem('broken') !== 'no')
          throw new Error('broken on purpose')
        return ask(query)
      }
    }, sort)

  test('a page that stops as a whole leaves the navigation, and is drawn again', async ({
    page,
    tester,
  }, info) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await breakMedia(page, 'min-width')
    await page.addInitScript(() => localStorage.setItem('broken', 'no'))
    await page.goto(tester.url)
    const customer = page.locator('section#customer')
    await expect(customer).toBeVisible()
    await page.evaluate(() => localStorage.removeItem('broken'))
    await page.setViewportSize({ width: 1000, height: 900 })
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText('broken on purpose')
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
    await expect(alert.getByRole('button', { name: 'Copy the report' })).toBeVisible()
    await keep(page, info, { name: 'a page that stopped', shown: () => alert })
    await page.evaluate(() => localStorage.setItem('broken', 'no'))
    await alert.getByRole('button', { name: 'Draw it again' }).click()
    await expect(customer).toBeVisible()
  })

  test('what stops everything says so in the language of the page, and loads it again', async ({
    page,
    tester,
    context,
  }, info) => {
    await context.addCookies([{ name: 'gms-tester-language', value: 'de', url: tester.url }])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await breakMedia(page, 'prefers-color-scheme')
    await page.goto(`${tester.url}/help`)
    const said = () => title(page, 'GMS Tester ist in diesem Browser stehen geblieben.')
    await expect(said()).toBeVisible()
    await keep(page, info, { name: 'everything stopped', shown: said })
    await page.evaluate(() => localStorage.setItem('broken', 'no'))
    await page.getByRole('link', { name: 'Seite neu laden' }).click()
    await expect(title(page, 'Hilfe')).toBeVisible()
  })
})

import { expect } from '@playwright/test'
import { test } from './tester.ts'

test('language and theme stay in the browser, version and section callback with the tester', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/settings`)
  await page.getByRole('radio', { name: 'High contrast' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await page.getByRole('radio', { name: '8.5.2' }).click()
  await expect(page.getByText('Saved: GMS version')).toBeVisible()
  expect(await tester.api('GET', '/settings')).toMatchObject({ gmsVersion: '8.5.2' })

  await page.getByLabel('Set an option').selectOption('_throttle_ttl_1')
  await page.getByRole('textbox', { name: '_throttle_ttl_1' }).fill('long')
  await expect(page.getByText('“long” is not a whole number.').first()).toBeVisible()
  await page.getByRole('textbox', { name: '_throttle_ttl_1' }).fill('60')
  await page.getByRole('button', { name: 'Save the option' }).click()
  await expect(page.getByRole('list', { name: 'Set options' })).toContainText('_throttle_ttl_1 = 60')

  await page.getByRole('switch', { name: 'chat-delay' }).click()
  await expect(page.getByRole('switch', { name: 'chat-delay' })).toBeChecked()
  expect(await tester.api('GET', '/paused-services')).toEqual({ services: ['chat-delay'] })

  await page.getByRole('radio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
})

test('credentials of section server are set, asked for, and taken out', async ({ page, tester }) => {
  const ask = async (authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization }
    return (await fetch(`${tester.url}/genesys/1/admin/callback/watermarks`, { headers })).status
  }
  await page.goto(`${tester.url}/settings`)
  const set = async (option: string, value: string) => {
    await page.getByLabel('Set user name or password').selectOption(option)
    await page.getByRole('textbox', { name: option }).fill(value)
    await page.getByRole('textbox', { name: option }).press('Enter')
    await expect(page.getByText(`Saved: ${option}`)).toBeVisible()
  }
  await page.getByLabel('Set user name or password').selectOption('username')
  await page.getByRole('textbox', { name: 'username' }).fill('a:b')
  await expect(page.getByText('A user name has no colon').first()).toBeVisible()
  await set('username', 'gms')
  expect(await ask()).toBe(200)
  await set('password', 'secret')
  const list = page.getByRole('list', { name: 'Set credentials' })
  await expect(list.locator('code')).toHaveText(['username = gms', 'password = secret'])
  expect([await ask(), await ask(`Basic ${btoa('gms:secret')}`)]).toEqual([401, 200])

  await page.getByRole('button', { name: 'Clear password' }).click()
  await expect(list.locator('code')).toHaveText(['username = gms'])
  expect(await ask()).toBe(200)
})

test('density is that of every list', async ({ page, tester }) => {
  await page.goto(`${tester.url}/services`)
  const row = page.getByRole('list', { name: 'Configured services' }).getByRole('listitem').first()
  const height = async () => (await row.boundingBox())?.height ?? 0
  const compact = await height()
  await page.goto(`${tester.url}/settings`)
  await page.getByRole('radio', { name: 'Comfortable' }).check()
  await page.goto(`${tester.url}/services`)
  await expect.poll(height).toBeCloseTo(compact + 8, 0)
})

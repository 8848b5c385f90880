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

test('density is that of every list, in every tab', async ({ page, tester }) => {
  await page.goto(`${tester.url}/services`)
  const row = page.getByRole('list', { name: 'Configured services' }).getByRole('listitem').first()
  const height = async () => (await row.boundingBox())?.height ?? 0
  const compact = await height()
  const other = await page.context().newPage()
  await other.goto(`${tester.url}/settings`)
  await other.getByRole('radio', { name: 'Comfortable' }).check()
  await expect.poll(height).toBeCloseTo(compact + 8, 0)
  await page.reload()
  await expect.poll(height).toBeCloseTo(compact + 8, 0)
})

test('an option is edited by keys: into the field, out of it again, and past what somebody else has saved', async ({
  page,
  tester,
}) => {
  const set = (value: string) => tester.api('PATCH', '/settings', { callback: { _throttle_ttl_1: value } })
  await set('60')
  await page.goto(`${tester.url}/settings`)
  const pencil = page.getByRole('button', { name: 'Edit _throttle_ttl_1' })
  const field = page.getByRole('textbox', { name: '_throttle_ttl_1' })
  await pencil.press('Enter')
  await expect(field).toBeFocused()
  await field.fill('65')
  await field.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(pencil).toBeFocused()
  await pencil.press('Enter')
  await expect(field).toHaveValue('60')
  await field.fill('70')
  await set('80')
  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody else has changed it meanwhile.' })
  await expect(conflict).toContainText('80')
  await conflict.getByRole('button', { name: 'Go on with mine' }).press('Enter')
  await expect(field).toBeFocused()
  await field.press('Enter')
  await expect(pencil).toBeFocused()
  expect(await tester.api('GET', '/settings')).toMatchObject({ callback: { _throttle_ttl_1: '70' } })

  // One's own clearing is not somebody else's.
  await pencil.press('Enter')
  await field.fill('75')
  const clear = page.getByRole('button', { name: 'Clear _throttle_ttl_1' })
  await clear.press('Enter')
  await expect(clear).toHaveCount(0)
  await expect(field).toHaveValue('75')
  await expect(conflict).toHaveCount(0)
  await field.press('Enter')
  await expect(clear).toBeVisible()
  await clear.press('Enter')
  await expect(page.getByLabel('Set an option')).toBeFocused()
})

const refusal = {
  status: 503,
  contentType: 'application/json',
  body: '{"error":{"code":"storage-failed","message":"Nothing can be kept any more.","details":[]}}',
}

test('what is typed or switched while something is being saved stays, also when that failed and is tried again', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/settings`)
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route(/\/api\/settings$/, async (route) => {
    if (route.request().method() === 'PATCH') await held
    await route.fallback()
  })
  const prefix = page.getByRole('textbox', { name: 'Id prefix' })
  await prefix.fill('12')
  await prefix.press('Enter')
  await prefix.fill('123')
  letThrough()
  await expect(page.getByText('Saved: Id prefix').first()).toBeVisible()
  await expect(prefix).toHaveValue('123')

  const paused = /\/api\/paused-services$/
  await page.route(paused, (route) =>
    route.request().method() === 'PUT' ? route.fulfill(refusal) : route.fallback(),
  )
  const pausedNow = async () =>
    ((await tester.api('GET', '/paused-services')) as { services: string[] }).services
  await page.getByRole('switch', { name: 'chat-delay' }).click()
  await expect(page.getByText('Not saved: Paused services').first()).toBeVisible()
  await page.unroute(paused)
  await page.getByRole('switch', { name: 'request-chat' }).click()
  await page.getByRole('switch', { name: 'All services' }).click()
  await expect.poll(pausedNow).toEqual(['all', 'request-chat'])
  const notices = page.getByRole('region', { name: 'Notices' })
  await notices.getByRole('button', { name: 'Try again', includeHidden: true }).first().click()
  await expect(page.getByRole('switch', { name: 'chat-delay' })).toBeChecked()
  await expect.poll(pausedNow).toEqual(['all', 'chat-delay', 'request-chat'])
})

test('settings that cannot be read say so, each in its place, and “Try again” reads what has failed', async ({
  page,
  tester,
}) => {
  const reads = { options: /\/api\/settings\/callback-options$/, services: /\/api\/services$/ }
  // Refused all the time: else something might have them read before the button is pressed.
  for (const calls of Object.values(reads)) await page.route(calls, (route) => route.fulfill(refusal))
  await page.goto(`${tester.url}/settings`)
  for (const [said, calls] of [
    ['The options could not be read.', reads.options],
    ['The paused services could not be read.', reads.services],
  ] as const) {
    const alert = page.getByRole('alert').filter({ hasText: said })
    await expect(alert).toContainText('Nothing can be kept any more.')
    const asked = page.waitForRequest(calls)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await asked
    await expect(alert).toContainText('Nothing can be kept any more.')
  }
})

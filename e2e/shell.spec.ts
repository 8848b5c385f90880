import { expect, type Page } from '@playwright/test'
import { test } from './tester.ts'

test('what is not as by default stands in the bar, and leads to where it is changed', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/wire`)
  const bar = page.getByRole('banner')
  await expect(bar.getByRole('button', { name: 'Help and keys' })).toBeVisible()
  await expect(bar.getByRole('link')).toHaveCount(1)
  await tester.api('PATCH', '/settings', { gmsVersion: '8.5.2' })
  await tester.api('PUT', '/paused-services', { services: ['chat-delay'] })
  await expect(bar.getByRole('link', { name: 'GMS 8.5.2' })).toBeVisible()
  await bar.getByRole('link', { name: 'Paused: chat-delay' }).click()
  await expect(page).toHaveURL(/\/settings#paused$/)
  await tester.api('PUT', '/paused-services', { services: [] })
  await expect(bar.getByRole('link', { name: /^Paused/ })).toHaveCount(0)
  await tester.api('PATCH', '/services/chat-delay', { options: { _ttl: '600' } })
  await bar.getByRole('link', { name: 'Changed: chat-delay' }).click()
  await expect(page).toHaveURL(/\/services\/chat-delay\?show=changed$/)
  await expect(page.getByText('_ttl', { exact: true }).first()).toBeVisible()
  await tester.api('PATCH', '/services/chat-delay', { options: { _ttl: null } })
  await expect(bar.getByRole('link', { name: /^Changed/ })).toHaveCount(0)
})

test('the palette and the keys go to a panel, to the next event, and switch back ends', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/wire`)
  const run = async (text: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or run' }).fill(text)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await expect(page.getByRole('button', { name: 'Help and keys' })).toBeVisible()
  await run('focus agent')
  await expect(page.locator('section#agent')).toBeFocused()
  await run('urs down')
  await expect(page.getByRole('banner')).toContainText('URS')
  await run('urs up')
  await run('reset')
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible()
  await page.keyboard.press('Escape')
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  const form = new FormData()
  form.set('_customer_number', '4082652649')
  await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, { method: 'POST', body: form })
  const clock = async () => Date.parse(((await tester.api('GET', '/clock')) as { now: string }).now)
  await expect(page.getByRole('button', { name: /^next: / })).toBeVisible()
  const before = await clock()
  await page.keyboard.press('Control+Shift+Period')
  // What comes next is asked first when a callback may end by it; else the clock is there at once.
  const asked = page.getByRole('button', { name: 'Jump' })
  await expect
    .poll(async () => (await asked.isVisible()) || (await clock()) - before > 20_000, { timeout: 5_000 })
    .toBe(true)
})

test('the palette does not say that a jump is done which is asked first, and finds a callback by its id', async ({
  page,
  tester,
}) => {
  const form = new FormData()
  form.set('_customer_number', '4082652649')
  const start = `${tester.url}/genesys/1/service/callback/chat-delay`
  const started = await fetch(start, { method: 'POST', body: form })
  const { _id: id } = (await started.json()) as { _id: string }
  await page.goto(`${tester.url}/wire`)
  await expect(page.getByRole('button', { name: /^next: / })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Help and keys' })).toBeVisible()
  const run = async (text: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or run' }).fill(text)
    await page.keyboard.press('Enter')
  }
  await run('next event')
  await expect(page.getByRole('button', { name: 'Jump' })).toBeVisible()
  await page.keyboard.press('Escape')
  await run('clock +10s')
  const done = page.getByRole('region', { name: 'Notices' }).getByText(/^Done: /)
  await expect(done).toHaveText(['Done: Move the clock 10 s ahead'])
  // As where it is not among those that the palette has read.
  await page.route(/\/gmstester\/api\/callbacks\?/, (route) =>
    route.fulfill({ json: { items: [], total: 0 } }),
  )
  await page.reload()
  await expect(page.getByRole('button', { name: 'Help and keys' })).toBeVisible()
  await run(id)
  await expect(page).toHaveURL(`${tester.url}/callbacks/${id}`)
})

/** The tester keeps nothing any more: what would change something is refused. */
const refuseChanges = (page: Page, path: RegExp) =>
  page.route(path, (route) =>
    route.request().method() === 'GET'
      ? route.fallback()
      : route.fulfill({
          status: 503,
          json: {
            error: { code: 'storage-failed', message: 'Nothing can be kept any more.', details: [] },
          },
        }),
  )

test('a key or a button of the clock that fails says so, and why, and tries again', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/wire`)
  const bar = page.getByRole('banner')
  await expect(bar.getByRole('button', { name: 'Pause the clock' })).toBeVisible()
  await expect(bar.getByRole('button', { name: 'Help and keys' })).toBeVisible()
  await refuseChanges(page, /\/gmstester\/api\/clock$/)
  await page.keyboard.press('Control+.')
  const notices = page.getByRole('region', { name: 'Notices' })
  await expect(notices.getByText('The clock did not change.')).toBeVisible()
  await expect(notices.getByText('Nothing can be kept any more.')).toBeVisible()
  await bar.getByRole('button', { name: 'Pause the clock' }).click()
  await expect(notices.getByText('The clock did not change.')).toHaveCount(2)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await notices.getByRole('button', { name: 'Try again', includeHidden: true }).first().click()
  await expect(bar.getByRole('button', { name: 'Let the clock run' })).toBeVisible()
  await bar.getByRole('button', { name: 'paused' }).click()
  await expect(bar.getByRole('button', { name: 'Pause the clock' })).toBeVisible()
})

test('a jump to the next event that fails says so, by key and by button', async ({ page, tester }) => {
  await tester.api('POST', '/generators', {
    service: 'chat-delay',
    arrivals: { law: 'poisson', perHour: 120 },
    running: true,
  })
  await tester.api('POST', '/clock', { pause: true })
  await page.goto(`${tester.url}/wire`)
  const next = page.getByRole('button', { name: /^next: / })
  await expect(next).toBeVisible()
  await expect(page.getByRole('button', { name: 'Help and keys' })).toBeVisible()
  await refuseChanges(page, /\/gmstester\/api\/clock$/)
  const told = page.getByRole('region', { name: 'Notices' }).getByText('The clock did not change.')
  await page.keyboard.press('Control+Shift+Period')
  await expect(told).toHaveCount(1)
  await next.click()
  await expect(told).toHaveCount(2)
})

test('a back end that cannot be brought up says so', async ({ page, tester }) => {
  await tester.api('PATCH', '/back-ends', { push: 'down' })
  await page.goto(`${tester.url}/queue`)
  await refuseChanges(page, /\/gmstester\/api\/back-ends$/)
  await page.getByRole('button', { name: 'Bring it up' }).click()
  const notices = page.getByRole('region', { name: 'Notices' })
  await expect(notices.getByText('Push provider was not brought up.')).toBeVisible()
  await page.getByRole('button', { name: 'Push provider down' }).click()
  await page.getByRole('switch', { name: 'Push provider' }).click()
  await expect(notices.getByText('Push provider was not switched.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await notices.getByRole('button', { name: 'Try again', includeHidden: true }).first().click()
  await expect(page.getByRole('button', { name: 'Back ends: all up' })).toBeVisible()
})

test('the language is chosen in the bar', async ({ page, tester }) => {
  await page.goto(`${tester.url}/help`)
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitem', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hilfe' })).toBeVisible()
})

test('a language that was chosen in another tab is that of the whole next page', async ({ page, tester }) => {
  await page.goto(`${tester.url}/help`)
  const other = await page.context().newPage()
  await other.goto(`${tester.url}/help`)
  await other.getByRole('button', { name: 'Language: English' }).click()
  await other.getByRole('menuitem', { name: 'Deutsch' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Hilfe' })).toBeVisible()
  await other.close()
  await page.getByRole('link', { name: 'Connect' }).first().click()
  await expect(page.getByRole('button', { name: 'Sprache: Deutsch' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
})

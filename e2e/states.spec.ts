import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, type Route, type TestInfo } from '@playwright/test'
import { fill } from './screens.ts'
import { nextStep, test } from './tester.ts'

/** A place that shows something of the server: where it stands, and what it reads. */
interface Place {
  name: string
  path: string
  /** The region or the page that shows it. */
  at: string
  reads: RegExp
  /** What it says when there is nothing. */
  empty: RegExp
}

const places: readonly Place[] = [
  {
    name: 'queue panel',
    path: '/',
    at: '#queue',
    reads: /\/gmstester\/api\/queues$/,
    empty: /Nobody is waiting/,
  },
  {
    name: 'agent panel',
    path: '/',
    at: '#agent',
    reads: /\/gmstester\/api\/agents$/,
    empty: /Go ready to receive chats/i,
  },
  {
    name: 'wire',
    path: '/wire',
    at: '#content',
    reads: /\/gmstester\/api\/traffic\?/,
    empty: /No traffic yet/,
  },
  {
    name: 'callbacks',
    path: '/callbacks',
    at: '#content',
    reads: /\/gmstester\/api\/callbacks\?/,
    empty: /No callback/i,
  },
  {
    name: 'services',
    path: '/services',
    at: '#content',
    reads: /\/gmstester\/api\/services$/,
    empty: /chat-delay/,
  },
]

/** Photographs a state for the report, and looks for faults that axe can see. */
async function keep(page: Page, info: TestInfo, name: string): Promise<void> {
  await info.attach(name, {
    body: await page.screenshot({ animations: 'disabled' }),
    contentType: 'image/png',
  })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join()}`),
      name,
    )
    .toEqual([])
}

const answerNever = () => new Promise<void>(() => undefined)
const refuse = (route: Route) =>
  route.fulfill({
    status: 503,
    contentType: 'application/json',
    body: '{"error":{"code":"storage-failed","message":"Nothing can be kept any more.","details":[]}}',
  })

for (const { name, path, at, reads, empty } of places)
  test(`the ${name} says when there is nothing, when it is awaited, and when it cannot be had`, async ({
    page,
    tester,
  }, info) => {
    await page.goto(`${tester.url}${path}`)
    await expect(page.locator(at).getByText(empty).first()).toBeVisible()
    await keep(page, info, `${name}, empty`)

    await page.route(reads, answerNever)
    await page.goto(`${tester.url}${path}`)
    await expect(page.locator(at).locator('output, [aria-busy="true"]').first()).toBeVisible()
    await keep(page, info, `${name}, loading`)
    await page.unroute(reads)

    await page.route(reads, refuse)
    await page.goto(`${tester.url}${path}`)
    await expect(page.locator(at).getByText('Nothing can be kept any more.').first()).toBeVisible()
    await keep(page, info, `${name}, error`)
    await page.unroute(reads)
    await page.locator(at).getByRole('button', { name: 'Try again' }).first().click()
    await expect(page.locator(at).getByText(empty).first()).toBeVisible()
  })

test('the customer panel keeps what was typed when the request fails, and says why', async ({
  page,
  tester,
}, info) => {
  await page.goto(tester.url)
  await page.getByRole('textbox', { name: /^Reason/ }).fill('a typed reason')
  await page.route('**/genesys/1/service/callback/**', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/json',
      body: '{"message":"URS is down","exception":"com.genesyslab.gsg.services.Failure"}',
    }),
  )
  await nextStep(page).click()
  const failure = page.locator('#customer').getByRole('alert')
  await expect(failure).toContainText('URS is down')
  await expect(failure).toBeFocused()
  await expect(page.getByRole('textbox', { name: /^Reason/ })).toHaveValue('a typed reason')
  await keep(page, info, 'customer panel, error')
})

test('a callback that is not there says so, and what to do', async ({ page, tester }, info) => {
  await page.goto(`${tester.url}/callbacks/369-none`)
  await expect(page.getByText('369-none').first()).toBeVisible()
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /callbacks/i })
      .first(),
  ).toBeVisible()
  await keep(page, info, 'callback that is not there')
})

test('the wire says when the filter hides every row', async ({ page, tester }, info) => {
  await fill(page, tester)
  await page.goto(`${tester.url}/wire?q=${encodeURIComponent('"nothing has these words"')}`)
  await expect(page.getByText(/filter hides/i)).toBeVisible()
  await keep(page, info, 'wire, everything filtered')
})

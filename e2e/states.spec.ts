import { expect, type Locator, type Page, type Route } from '@playwright/test'
import { fill } from './screens.ts'
import { keep, widths } from './states.ts'
import { nextStep, test } from './tester.ts'

/** A place that shows something of the server: where it stands, and what it reads. */
interface Place {
  name: string
  path: string
  /** The region or the page that shows it. */
  at: string
  reads: RegExp
  /** What it says when there is nothing: how it stands at the beginning. */
  empty: RegExp
  /** There always is something: the page's own customers speak. It stands empty where the tester says so. */
  isNeverEmpty?: boolean
  panel?: 'Queue' | 'Agent' | 'Wire'
}

const places: readonly Place[] = [
  {
    name: 'queue panel',
    path: '/',
    at: '#queue',
    reads: /\/gmstester\/api\/queues$/,
    empty: /Nobody is waiting/,
    panel: 'Queue',
  },
  {
    name: 'agent panel',
    path: '/',
    at: '#agent',
    reads: /\/gmstester\/api\/agents$/,
    empty: /Go ready to receive chats/i,
    panel: 'Agent',
  },
  {
    name: 'wire panel',
    path: '/',
    at: '#wire',
    reads: /\/gmstester\/api\/traffic\?/,
    empty: /No traffic yet/,
    isNeverEmpty: true,
    panel: 'Wire',
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
  {
    name: 'service',
    path: '/services/chat-delay',
    at: '#content',
    reads: /\/gmstester\/api\/services$/,
    empty: /^_target$/,
  },
  {
    name: 'agent desktop',
    path: '/agent',
    at: '#content',
    reads: /\/gmstester\/api\/agents$/,
    empty: /Go ready to receive chats/i,
  },
  {
    name: 'queue page',
    path: '/queue',
    at: '#content',
    reads: /\/gmstester\/api\/queues$/,
    empty: /Nobody is waiting/,
  },
  {
    name: 'connect page',
    path: '/connect',
    at: '#content',
    reads: /\/gmstester\/api\/addresses$/,
    empty: /^http:\S+\/genesys$/,
  },
  {
    name: 'settings',
    path: '/settings',
    at: '#content',
    reads: /\/gmstester\/api\/settings$/,
    empty: /Id prefix/,
  },
  {
    name: 'wallboard',
    path: '/wallboard',
    at: 'main',
    reads: /\/gmstester\/api\/statistics$/,
    empty: /Waiting/i,
  },
]

const answerNever = () => new Promise<void>(() => undefined)
const sayNothing = async (route: Route) => {
  const response = await route.fetch()
  const answer = (await response.json()) as object
  await route.fulfill({ response, json: { ...answer, items: [] } })
}
const refuse = (route: Route) =>
  route.fulfill({
    status: 503,
    contentType: 'application/json',
    body: '{"error":{"code":"storage-failed","message":"Nothing can be kept any more.","details":[]}}',
  })

for (const { name, path, at, reads, empty, isNeverEmpty, panel } of places)
  test(`the ${name} says when there is nothing, when it is awaited, and when it cannot be had`, async ({
    page,
    tester,
  }, info) => {
    const answer = () => (isNeverEmpty === true ? page.route(reads, sayNothing) : page.unroute(reads))
    await answer()
    await page.goto(`${tester.url}${path}`)
    await expect(page.locator(at).getByText(empty).first()).toBeVisible()
    const view = (state: string, shown: () => Locator) =>
      keep(page, info, { name: `${name}, ${state}`, shown, panel })
    await view('empty', () => page.locator(at).getByText(empty))
    await page.unroute(reads)

    await page.route(reads, answerNever)
    await page.goto(`${tester.url}${path}`)
    const awaited = () => page.locator(at).locator('.skeleton, [aria-busy="true"]')
    await expect(awaited().first()).toBeVisible()
    await expect(page.locator(at).getByText(empty)).toHaveCount(0)
    await view('loading', awaited)
    await page.unroute(reads)

    await page.route(reads, refuse)
    await page.goto(`${tester.url}${path}`)
    await expect(page.locator(at).getByText('Nothing can be kept any more.').first()).toBeVisible()
    await expect(page.locator(at).getByText(empty)).toHaveCount(0)
    await view('error', () => page.locator(at).getByText('Nothing can be kept any more.'))
    const report = page.locator(at).getByRole('button', { name: /Copy (?:the report|details)/ })
    await expect(report.first()).toBeVisible()
    const again = page.locator(at).getByRole('button', { name: 'Try again' }).first()
    const asked = page.waitForRequest(reads)
    await again.click()
    await asked
    await page.unroute(reads)
    await answer()
    // A press is needed as long as nothing else has had it read anew: push may.
    await expect(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1000 })
      await expect(page.locator(at).getByText(empty).first()).toBeVisible({ timeout: 3000 })
    }).toPass()
  })

/** What shows one thing of the contact centre, and is never empty. */
const details = [
  {
    name: 'callback',
    reads: /\/gmstester\/api\/callbacks\/369-[^/]+$/,
    path: (id: string) => `/callbacks/${id}`,
  },
  { name: 'detail of the wire', reads: /\/gmstester\/api\/traffic\/\d+$/, path: () => '/wire/1' },
  {
    name: 'cards of the queue page',
    reads: /\/gmstester\/api\/(?:thresholds|queues\/VQ_Chat\/ewt|statistics|generators|services)$/,
    path: () => '/queue?queue=VQ_Chat',
  },
] as const

for (const { name, reads, path } of details)
  test(`the ${name} says when it is awaited, and when it cannot be had`, async ({ page, tester }, info) => {
    const body = new FormData()
    body.set('_customer_number', '5551')
    const started = await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, {
      method: 'POST',
      body,
    })
    const { _id } = (await started.json()) as { _id: string }
    const url = `${tester.url}${path(_id)}`
    await page.route(reads, answerNever)
    await page.goto(url)
    const awaited = () => page.locator('#content').locator('.skeleton, [aria-busy="true"]')
    await expect(awaited().first()).toBeVisible()
    await keep(page, info, { name: `${name}, loading`, shown: awaited })
    await page.unroute(reads)
    await page.route(reads, refuse)
    await page.goto(url)
    const failed = () => page.locator('#content').getByText('Nothing can be kept any more.')
    await expect(failed().first()).toBeVisible()
    await keep(page, info, { name: `${name}, error`, shown: failed })
    await page.unroute(reads)
    const again = page.locator('#content').getByRole('button', { name: 'Try again' })
    await expect(async () => {
      if ((await again.count()) > 0) await again.first().click({ timeout: 1000 })
      await expect(failed()).toHaveCount(0, { timeout: 1000 })
    }).toPass()
  })

/** GMS answers a start with its own failure, once it is told to. */
async function failStarts(page: Page): Promise<() => void> {
  let answer = () => {}
  const told = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/genesys/1/service/callback/**', async (route) => {
    await told
    await route.fulfill({
      status: 500,
      contentType: 'application/json',
      body: '{"message":"URS is down","exception":"com.genesyslab.gsg.services.Failure"}',
    })
  })
  return answer
}

for (const width of widths)
  test(`[3.3.1] the customer panel keeps what was typed when the request fails, and says why, ${width} pixels wide`, async ({
    page,
    tester,
  }, info) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(tester.url)
    const start = () => page.locator('#customer').getByRole('button', { name: 'Start callback' })
    await expect(start()).toBeVisible()
    await keep(page, info, { name: 'customer panel, empty', shown: start, width })
    await page.getByRole('textbox', { name: /^Reason/ }).fill('a typed reason')
    const answer = await failStarts(page)
    await nextStep(page).click()
    const sending = () => page.locator('#customer').getByRole('button', { name: 'Sending…' })
    await expect(sending()).toBeVisible()
    await expect(page.getByRole('textbox', { name: /^Reason/ })).toHaveValue('a typed reason')
    await keep(page, info, { name: 'customer panel, sending', shown: sending, width })
    answer()
    const failure = page.locator('#customer').getByRole('alert')
    await expect(failure).toContainText('URS is down')
    await expect(failure).toBeFocused()
    await expect(page.getByRole('textbox', { name: /^Reason/ })).toHaveValue('a typed reason')
    await keep(page, info, { name: 'customer panel, error', shown: () => failure, width })
  })

test('what failed in the customer panel stays told in every layout, until it is tried again', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  const answer = await failStarts(page)
  answer()
  await nextStep(page).click()
  const failure = page.locator('#customer').getByRole('alert')
  await expect(failure).toContainText('URS is down')
  const layouts = [
    [1100, page.getByRole('tablist', { name: 'Queue or agent' })],
    [800, page.getByRole('navigation', { name: 'Panels' })],
    [1440, page.getByRole('separator', { name: 'Left edge: Agent' })],
  ] as const
  for (const [width, itsOwn] of layouts) {
    await page.setViewportSize({ width, height: 900 })
    await expect(itsOwn).toBeVisible()
    await expect(failure, `${width} pixels wide`).toContainText('URS is down')
    await expect(failure).toBeFocused()
  }
  // Whoever goes through the customers by key is not taken out of the row of tabs.
  await page.getByRole('button', { name: 'Add customer' }).click()
  await expect(failure).toHaveCount(0)
  const customers = page.getByRole('tablist', { name: 'Customers' })
  await customers.getByRole('tab', { name: /^B/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(failure).toContainText('URS is down')
  await expect(customers.getByRole('tab', { name: /^A/ })).toBeFocused()

  await page.unroute('**/genesys/1/service/callback/**')
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(failure).toHaveCount(0)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', /^make-ready/)
})

test('a callback that cannot be read says why, and is read when it is tried again', async ({
  page,
  tester,
  browser,
}, info) => {
  const one = /\/gmstester\/api\/callbacks\/369-[^/]+$/
  const panel = page.locator('#customer')
  const tryAgain = (from: Page) => from.locator('#customer').getByRole('button', { name: 'Try again' })
  await page.goto(tester.url)
  await nextStep(page).click()
  await expect(page).toHaveURL(/callback=369-/)
  await page.route(one, answerNever)
  await page.reload()
  const awaited = panel.getByText('Looking the callback up…')
  await expect(awaited).toBeVisible()
  // What comes soon is not seen to have been awaited.
  await expect(awaited).toHaveCSS('animation-delay', '0.15s')
  await page.unroute(one)
  let askedAt = 0
  await page.route(one, (route) => {
    askedAt = Date.now()
    return refuse(route)
  })
  await page.reload()
  const unreadable = () => page.locator('#customer').getByText('The callback cannot be read.')
  await expect(unreadable()).toBeVisible()
  await keep(page, info, {
    name: 'customer panel, callback unreadable',
    shown: unreadable,
    panel: 'Customer',
  })
  // Another width of the page draws another panel, which asks by itself, sooner or later.
  await page.reload()
  await expect(unreadable()).toBeVisible()
  await expect.poll(() => Date.now() - askedAt).toBeGreaterThan(2_000)
  await page.unroute(one)
  await tryAgain(page).click()
  await expect(panel.getByTestId('position')).toHaveText('1')

  // Whoever only watches it, and has lost the connection.
  const context = await browser.newContext()
  const watching = await context.newPage()
  await watching.route(one, (route) => route.abort())
  await watching.goto(page.url())
  await expect(watching.getByText('The tester does not answer. Is it still running?')).toBeVisible()
  await watching.unroute(one)
  await tryAgain(watching).click()
  await expect(watching.getByRole('heading', { name: 'Bob Markel' })).toBeVisible()
  await context.close()
})

test('a callback that is not there says so, and what to do', async ({ page, tester }, info) => {
  await page.goto(`${tester.url}/callbacks/369-none`)
  const said = () => page.getByText('The tester knows no callback of this id.')
  await expect(said()).toBeVisible()
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /callbacks/i })
      .first(),
  ).toBeVisible()
  await keep(page, info, { name: 'callback that is not there', shown: said })
})

test('the wire says when the filter hides every row', async ({ page, tester }, info) => {
  await fill(page, tester)
  await page.goto(`${tester.url}/wire?q=${encodeURIComponent('"nothing has these words"')}`)
  await expect(page.getByText(/filter hides/i)).toBeVisible()
  await expect(page.getByText(/not in headers and bodies/)).toBeVisible()
  await keep(page, info, { name: 'wire, everything filtered', shown: () => page.getByText(/filter hides/i) })
})

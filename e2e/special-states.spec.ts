import { expect } from '@playwright/test'
import { fill } from './screens.ts'
import { startChat } from './start-chat.ts'
import { keep } from './states.ts'
import { takeNextStep, test } from './tester.ts'

test('the wire keeps its rows when the stream is lost, and says so', async ({ page, tester }, info) => {
  await fill(page, tester)
  await page.goto(`${tester.url}/wire`)
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await page.route(/\/gmstester\/api\/traffic\?/, (route) => route.abort())
  await tester.api('POST', '/agents/ben/state', { state: 'ready' })
  const shown = () => page.getByText(/What is here stays/)
  await expect(shown()).toBeVisible()
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await keep(page, info, { name: 'wire, stream lost', shown })
})

test('the wire that is not followed counts what is new', async ({ page, tester }, info) => {
  await fill(page, tester)
  await page.goto(`${tester.url}/wire`)
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await page.getByRole('button', { name: 'Follow' }).click()
  await tester.api('POST', '/agents/ben/state', { state: 'ready' })
  const shown = () => page.getByRole('button', { name: /^\d+ new/ })
  await expect(shown()).toBeVisible()
  await keep(page, info, { name: 'wire, not followed', shown })
})

test('an agent’s desktop says when a chat rings, when he has all he may, and when he missed one', async ({
  page,
  tester,
}, info) => {
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await page.goto(`${tester.url}/agent?agent=anna`)
  await startChat(tester, 'Mia')
  const ringing = () => page.getByRole('region', { name: 'Incoming chat from Mia' })
  await expect(ringing()).toBeVisible()
  await keep(page, info, { name: 'agent, ringing', shown: ringing })
  await page.keyboard.press('Alt+a')
  const full = () => page.getByText('At capacity')
  await expect(full().first()).toBeVisible()
  await keep(page, info, { name: 'agent, at capacity', shown: full })
  await tester.api('POST', '/agents/ben/state', { state: 'ready' })
  await page.goto(`${tester.url}/agent?agent=ben`)
  await startChat(tester, 'Zoe', 'zoe')
  await expect(page.getByRole('region', { name: 'Incoming chat from Zoe' })).toBeVisible()
  const missed = () => page.getByText(/missed/)
  await expect(missed()).toHaveCount(0)
  await tester.api('POST', '/clock', { advanceSeconds: 31 })
  await expect(missed().first()).toBeVisible()
  await keep(page, info, { name: 'agent, missed', shown: missed })
})

test('an agent’s desktop says that work goes on after a chat, and who works by himself', async ({
  page,
  tester,
}, info) => {
  await tester.api('PUT', '/agents/anna', { name: 'Anna', groups: ['Billing'], wrapUpSeconds: null })
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await page.goto(`${tester.url}/agent?agent=anna`)
  const mia = await startChat(tester, 'Mia')
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByRole('log', { name: 'Chat of Anna with Mia' })).toBeVisible()
  await mia.send('ixn/chat/disconnect')
  const after = () => page.getByText('After-call work')
  await expect(after().first()).toBeVisible()
  await keep(page, info, { name: 'agent, after-call work', shown: after })
  await page.goto(`${tester.url}/agent?agent=ben`)
  await page.getByRole('button', { name: 'Let the agent work by itself' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  // The dialog says it too, until it has closed.
  const alone = () => page.getByLabel('Presence of Ben').getByText('Ben works by itself')
  await expect(alone()).toBeVisible()
  await keep(page, info, { name: 'agent, works by himself', shown: alone })
})

test('every page says that the tester is of another build', async ({ page, tester }, info) => {
  // The page must know the build it came from before another one answers.
  const told = page.waitForResponse('**/gmstester/api/health')
  await page.goto(`${tester.url}/agent?agent=anna`)
  await (await told).finished()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.route('**/gmstester/api/health', async (route) => {
    const health = (await (await route.fetch()).json()) as object
    await route.fulfill({ json: { ...health, build: 'another', version: '9.9.9' } })
  })
  // Everything is asked again, as after a restart.
  await tester.api('POST', '/reset')
  const shown = () => page.getByText(/restarted with another build of its pages \(version 9\.9\.9\)/)
  await expect(shown()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reload' })).toBeInViewport()
  await keep(page, info, { name: 'page, another build', shown })
})

test('the queue panel says that URS is down, and what follows', async ({ page, tester }, info) => {
  await page.goto(tester.url)
  await tester.api('PATCH', '/back-ends', { urs: 'down' })
  const shown = () => page.getByText(/Nobody is told of an agent/).filter({ visible: true })
  await expect(shown().first()).toBeVisible()
  await keep(page, info, { name: 'queue panel, URS down', shown, panel: 'Queue' })
})

test('the customer panel says that push is off, and that a callback is gone', async ({
  page,
  tester,
}, info) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  const customer = page.locator('#customer')
  await customer.getByText('Off', { exact: true }).click()
  const off = () => customer.getByText('Push and polling off')
  await expect(off()).toBeVisible()
  await keep(page, info, { name: 'customer panel, push off', shown: off, panel: 'Customer' })
  await tester.api('POST', '/clock', { advanceSeconds: 90_000 })
  const gone = () => customer.getByText(/The time to live was over at \d\d:\d\d:\d\d\./)
  await expect(gone()).toBeVisible()
  await expect(customer.getByRole('button', { name: 'Start again' })).toBeVisible()
  await keep(page, info, { name: 'customer panel, callback gone', shown: gone, panel: 'Customer' })
})

test.describe('a panel that breaks', () => {
  test.use({ mayComplain: true })

  test('says so, and the others go on', async ({ page, tester }, info) => {
    // Figures that only this panel looks at are missing.
    await page.route(/\/gmstester\/api\/queues$/, async (route) => {
      const queues = (await (await route.fetch()).json()) as object[]
      await route.fulfill({ json: queues.map((queue) => ({ ...queue, sinceReset: null })) })
    })
    await page.goto(tester.url)
    const shown = () => page.locator('#queue').getByText('This panel has stopped working.')
    await expect(shown()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Start callback' }).first()).toBeVisible()
    await keep(page, info, { name: 'queue panel, broken', shown, panel: 'Queue' })
  })

  test('says so where its header breaks too, and has a report to copy', async ({ page, tester, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.route(/\/gmstester\/api\/queues$/, (route) => route.fulfill({ json: {} }))
    await page.goto(tester.url)
    const panel = page.locator('section#queue')
    await expect(panel.getByText('This panel has stopped working.')).toBeVisible()
    await panel.getByRole('button', { name: 'Copy the report' }).click()
    await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(tester.url)
    await expect(page.getByRole('button', { name: 'Start callback' }).first()).toBeVisible()
  })

  test('the top bar breaks alone as well', async ({ page, tester }) => {
    await page.route(/\/gmstester\/api\/clock$/, (route) =>
      route.fulfill({ json: { now: 'never', paused: true, rate: 1, hurriesUntil: null, next: null } }),
    )
    await page.goto(tester.url)
    const stopped = page.getByText('This part of the page has stopped working.')
    await expect(stopped).toHaveCount(1)
    await expect(page.getByRole('banner')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Start callback' }).first()).toBeVisible()
  })
})

import { expect } from '@playwright/test'
import { expectClean } from './axe.ts'
import { keep, widths } from './states.ts'
import { test, type Tester } from './tester.ts'

/** The order of the line as the tester says it, by names. */
async function lineOf(tester: Tester): Promise<(string | null)[]> {
  const queue = (await tester.api('GET', '/queues/VQ_Chat')) as { entries: { customerName: string | null }[] }
  return queue.entries.map(({ customerName }) => customerName)
}

test('[2.5.7] somebody is moved from 5 to 1, given a priority and removed by keys alone', async ({
  page,
  tester,
}) => {
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 5 })
  await page.goto(`${tester.url}/queue?queue=VQ_Chat`)
  const row = page.getByRole('row').filter({ hasText: 'Caller 5' })
  await row.focus()
  for (let position = 4; position >= 1; position -= 1) {
    await page.keyboard.press('Alt+ArrowUp')
    await expect(row).toHaveAttribute('aria-rowindex', String(position + 1))
    await expect(row).toBeFocused()
  }
  await expect(async () =>
    expect(await lineOf(tester)).toEqual(['Caller 5', 'Caller 1', 'Caller 2', 'Caller 3', 'Caller 4']),
  ).toPass()
  await page.keyboard.press('End')
  await expect(page.getByRole('row').filter({ hasText: 'Caller 4' })).toBeFocused()
  await page.keyboard.press('p')
  await page.getByRole('textbox', { name: 'Priority' }).fill('7')
  await page.keyboard.press('Enter')
  await expect(async () => expect((await lineOf(tester))[0]).toBe('Caller 4')).toPass()
  await row.focus()
  await page.keyboard.press('Delete')
  await expect(async () =>
    expect(await lineOf(tester)).toEqual(['Caller 4', 'Caller 1', 'Caller 2', 'Caller 3']),
  ).toPass()
})

test('somebody is dragged to the front, and moved back to the end by menu', async ({ page, tester }) => {
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 5 })
  await page.goto(`${tester.url}/queue?queue=VQ_Chat`)
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await row('Caller 5').locator('[draggable=true]').dragTo(row('Caller 1'))
  await expect(row('Caller 5')).toHaveAttribute('aria-rowindex', '2')
  await expect
    .poll(() => lineOf(tester))
    .toEqual(['Caller 5', 'Caller 1', 'Caller 2', 'Caller 3', 'Caller 4'])
  await page.getByRole('button', { name: 'Actions for Caller 5' }).click()
  await page.getByRole('menuitem', { name: 'Move to the end' }).click()
  await expect(row('Caller 5')).toHaveAttribute('aria-rowindex', '6')
  await expect.poll(() => lineOf(tester)).toEqual([1, 2, 3, 4, 5].map((number) => `Caller ${number}`))
})

test('the line of the workbench has the same keys and menu, and the ids of the wire', async ({
  page,
  tester,
}) => {
  const { ids } = (await tester.api('POST', '/queues/VQ_Chat/callers', { count: 5 })) as { ids: string[] }
  await page.goto(tester.url)
  const panel = page.locator('section#queue')
  const row = panel.getByRole('row').filter({ hasText: 'Caller 5' })
  await expect(row).toContainText(`…${ids[4]?.slice(-6)}`)
  await row.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(row).toHaveAttribute('aria-rowindex', '5')
  await expect(row).toBeFocused()
  await expect
    .poll(() => lineOf(tester))
    .toEqual(['Caller 1', 'Caller 2', 'Caller 3', 'Caller 5', 'Caller 4'])
  await page.keyboard.press('Enter')
  await expect(row.getByRole('button', { name: /^Why\?/ })).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('p')
  await page.getByRole('textbox', { name: 'Priority' }).fill('7')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('priority 7')
  await panel.getByRole('button', { name: 'Actions for Caller 1' }).click()
  await page.getByRole('menuitem', { name: 'Move to the end' }).click()
  await expect
    .poll(() => lineOf(tester))
    .toEqual(['Caller 5', 'Caller 2', 'Caller 3', 'Caller 4', 'Caller 1'])
  await row.focus()
  await page.keyboard.press('Delete')
  await expect(row).toHaveCount(0)
})

test('a line of a thousand is drawn in sight only, and all of it can be reached', async ({
  page,
  tester,
}, info) => {
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 500 })
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 500 })
  await page.goto(tester.url)
  const grid = page.locator('section#queue').getByRole('grid')
  await expect(grid).toHaveAttribute('aria-rowcount', '1001')
  const rows = grid.locator('tr[data-service]')
  expect(await rows.count()).toBeLessThan(60)
  await keep(page, info, {
    name: 'queue panel, a line of a thousand',
    shown: () => page.locator('section#queue').getByRole('grid').locator('tr[data-service]'),
    panel: 'Queue',
  })
  // The look has drawn the panel anew, in another layout and back.
  await page.reload()
  await expect(grid).toHaveAttribute('aria-rowcount', '1001')
  await rows.first().focus()
  await page.keyboard.press('End')
  await expect(rows.last()).toBeFocused()
  await expect(rows.last()).toHaveAttribute('aria-rowindex', '1001')
})

test('nobody waits: the customer is one press away', async ({ page, tester }) => {
  await page.goto(tester.url)
  const panel = page.locator('section#queue')
  await panel.getByRole('button', { name: 'Start as customer' }).click()
  await expect(page.locator('section#customer')).toBeFocused()
  await page.goto(`${tester.url}/queue`)
  await page.getByRole('button', { name: 'Start as customer' }).click()
  await expect(page.locator('section#customer')).toBeFocused()
})

test('the keyboard stays in the clock’s row, and where callers are added and removed', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  await tester.api('POST', '/generators', {
    service: 'chat-delay',
    arrivals: { law: 'poisson', perHour: 1 },
    running: true,
  })
  const bar = page.getByRole('toolbar')
  await bar.getByRole('button', { name: /^next: / }).focus()
  await tester.api('DELETE', '/generators/generator-1')
  await expect(bar.getByRole('button', { name: 'Pause the clock' })).toBeFocused()

  const panel = page.locator('section#queue')
  const one = panel.getByRole('button', { name: '+1 caller', exact: true })
  await one.focus()
  await page.keyboard.press('Enter')
  const remove = panel.getByRole('button', { name: 'Remove 1 synthetic' })
  await expect(remove).toBeVisible()
  await expect(one).toBeFocused()
  await remove.focus()
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: 'Start as customer' })).toBeVisible()
  await expect(one).toBeFocused()
})

for (const path of ['/?panel=queue', '/queue'])
  test(`whom somebody waits for is told 320 pixels wide too, on ${path}`, async ({ page, tester }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await tester.api('POST', '/queues/VQ_Chat/callers', { count: 12 })
    await page.goto(`${tester.url}${path}`)
    const grid = page.getByRole('grid', { name: 'Who waits' })
    await expect(grid.getByText('Billing@StatServer.GA').filter({ visible: true }).first()).toBeVisible()
    await expect(grid.getByText(/^…[0-9a-f]{6}$/).first()).toBeVisible()
    const isCut = await grid.evaluate(
      (element) => (element.parentElement?.scrollWidth ?? 0) > (element.parentElement?.clientWidth ?? 0),
    )
    expect(isCut).toBe(false)
  })

test('the agents of the panel keep their place while they are read, and say when they cannot be', async ({
  page,
  tester,
}) => {
  await page.route(/\/gmstester\/api\/agents$/, () => new Promise(() => undefined))
  await page.goto(tester.url)
  const panel = page.locator('section#queue')
  const below = panel.getByRole('heading', { name: 'Agents' }).locator('xpath=../following-sibling::*[1]')
  await expect(panel.getByRole('heading', { name: 'Agents' })).toBeVisible()
  const awaited = await below.boundingBox()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.goto(tester.url)
  await expect(panel.getByRole('button', { name: 'Make ready Ben' })).toBeVisible()
  const there = await below.boundingBox()
  if (!awaited || !there) throw new Error('what stands below the agents has no box')
  expect(Math.abs(there.y - awaited.y)).toBeLessThan(6)
})

test('ten callers are two clicks, and the estimate shown is the one that is told', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/queue`)
  await page.getByRole('button', { name: '+10 callers' }).click()
  await page.getByRole('button', { name: '+1 caller', exact: true }).click()
  await expect(page.getByRole('grid', { name: 'Who waits' })).toHaveAttribute('aria-rowcount', '12')
  const estimate = page.getByRole('region', { name: 'Estimated wait', exact: true })
  await estimate.getByRole('button', { name: 'Use fixed' }).click()
  await expect(estimate.getByText('Fixed at 30 s').first()).toBeVisible()
  const rule = page.getByRole('region', { name: 'Threshold', exact: true })
  await expect(rule.getByRole('row').filter({ hasText: 'up to 35 s' })).toContainText('now')
  await expect(rule.getByText('eta <= 35 and position <=5').first()).toBeVisible()
  await rule.getByRole('textbox', { name: 'chat-delay' }).fill('0:6,x')
  await expect(rule.getByText('Pair 2, “x”, is not seconds:position')).toBeVisible()
})

test('a generator is begun from a preset, and the tester says what is wrong at its field', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/queue`)
  await page.getByRole('button', { name: 'Busy hour' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: /^Customers an hour/ }).fill('0')
  await form.getByRole('button', { name: 'Add and start' }).click()
  await expect(form.getByText('This is a number from 0.01 to 360000.').last()).toBeVisible()
  await form.getByRole('textbox', { name: /^Customers an hour/ }).fill('3600')
  await form.getByRole('button', { name: 'Add and start' }).click()
  await expect(form).toHaveCount(0)
  const card = page.getByRole('region', { name: 'Load generators' })
  await expect(card.getByText('3600 an hour now.')).toBeVisible()
  await card.getByRole('button', { name: 'Stop generator-1' }).click()
  await expect(card.getByText('stopped')).toBeVisible()
})

test('charts whose figures cannot be read say so, and are read again', async ({ page, tester }) => {
  await page.route(/\/gmstester\/api\/statistics$/, (route) =>
    route.fulfill({
      status: 503,
      json: { error: { code: 'storage-failed', message: 'Nothing can be kept any more.', details: [] } },
    }),
  )
  await page.goto(`${tester.url}/queue`)
  const charts = page.getByRole('region', { name: 'Over time', exact: true })
  await expect(charts.getByText('The statistics cannot be read.')).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await charts.getByRole('button', { name: 'Try again' }).click()
  await expect(charts.getByRole('img', { name: 'Waiting over time' })).toBeVisible()
})

test('what the cards cannot read they say, and what was typed stays until it is set', async ({
  page,
  tester,
}) => {
  await tester.api('PUT', '/queues/VQ_Chat/ewt', { model: 'fixed', seconds: 30 })
  await page.route(/\/gmstester\/api\/(services|queues\/VQ_Chat\/estimates)$/, (route) => route.abort())
  await page.goto(`${tester.url}/queue`)
  for (const name of ['Targets and skills', 'Threshold', 'Load generators']) {
    const card = page.getByRole('region', { name, exact: true })
    await expect(card.getByRole('alert')).toContainText('The services could not be read.')
  }
  const estimate = page.getByRole('region', { name: 'Estimated wait', exact: true })
  await expect(estimate.getByText('What the models say could not be read.')).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  const rule = page.getByRole('region', { name: 'Threshold', exact: true })
  await rule.getByRole('button', { name: 'Try again' }).click()
  const table = rule.getByRole('textbox', { name: 'chat-delay' })
  await expect(table).toBeVisible()

  await page.route(/\/gmstester\/api\/(thresholds|queues\/VQ_Chat\/ewt)/, (route) => route.abort())
  await table.fill('0:6')
  await expect(rule.getByText('Whom the table lets pass could not be read.')).toBeVisible()
  await expect(table).not.toHaveAttribute('aria-invalid')
  const seconds = estimate.getByRole('textbox', { name: /^Seconds/ })
  await seconds.fill('45')
  await estimate.getByRole('button', { name: 'Set' }).click()
  await expect(estimate.getByText('Setting the estimate', { exact: false })).toBeVisible()
  await expect(seconds).toHaveValue('45')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await estimate.getByRole('button', { name: 'Set' }).click()
  await expect(estimate.getByText('Fixed at 45 s').first()).toBeVisible()
})

for (const width of widths)
  test(`axe finds nothing on the queue page, ${width} pixels wide`, async ({ page, tester }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    await tester.api('POST', '/queues/VQ_Chat/callers', { count: 10 })
    await page.goto(`${tester.url}/queue`)
    await expect(page.getByRole('grid', { name: 'Who waits' })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Waiting over time' })).toBeVisible()
    await page
      .getByRole('region', { name: 'Waiting over time' })
      .getByRole('button', { name: 'Show as table' })
      .click()
    await expectClean(page, 'queue page')
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(isWider).toBe(false)
  })

test('a start request that is refused is listed with the rule that said no', async ({ page, tester }) => {
  await page.goto(`${tester.url}/queue?queue=VQ_Chat`)
  const list = page.getByRole('region', { name: 'Refused requests' })
  await expect(list.getByText('No start request has been refused.')).toBeVisible()
  const refused = await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, { method: 'POST' })
  expect(refused.status).toBe(400)
  await expect(list.getByText('Invalid option: a mandatory parameter is missing.')).toBeVisible()
  await expect(list.getByText('CB3')).toBeVisible()
})

test('a generator that runs is told of in the workbench, with its rate', async ({ page, tester }, info) => {
  await page.goto(tester.url)
  const panel = page.getByRole('region', { name: 'Queue' })
  await expect(panel.getByText('an hour')).toHaveCount(0)
  await tester.api('POST', '/generators', {
    service: 'chat-delay',
    arrivals: { law: 'poisson', perHour: 120 },
    running: true,
  })
  const runs = () => panel.getByText('generator-1 runs: one by one at random, 120 an hour')
  await expect(runs()).toBeVisible()
  await keep(page, info, { name: 'queue panel, generator running', shown: runs, panel: 'Queue' })
  await panel.getByRole('link', { name: 'Generators' }).click()
  await expect(page).toHaveURL(/\/queue\?queue=VQ_Chat/)
})

test('the queue in view is that of the callback the page is about, until another one is chosen, on both pages', async ({
  page,
  tester,
}) => {
  await tester.api('PUT', '/services/other', {
    template: 'Chat-Delayed',
    options: { _urs_virtual_queue: 'VQ_Another', _target: 'Billing@StatServer.GA' },
  })
  const body = new URLSearchParams({ _customer_number: '5551' })
  const started = await fetch(`${tester.url}/genesys/1/service/callback/other`, { method: 'POST', body })
  const { _id: id } = (await started.json()) as { _id: string }
  const inView = page.getByRole('combobox', { name: 'Queue' })
  const rail = page.getByRole('navigation', { name: 'Main navigation' })
  await page.goto(`${tester.url}/?callback=${id}`)
  await expect(inView).toHaveValue('VQ_Another')
  await rail.getByRole('link', { name: 'Queue' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Queue' })).toBeVisible()
  await expect(inView).toHaveValue('VQ_Another')
  await inView.selectOption('VQ_Chat')
  await expect(page).toHaveURL(/queue=VQ_Chat/)
  await rail.getByRole('link', { name: 'Wire' }).click()
  await rail.getByRole('link', { name: 'Workbench' }).click()
  await expect(inView).toHaveValue('VQ_Chat')
  await expect(page).toHaveURL(/queue=VQ_Chat/)
})

for (const path of ['/queue', '/'])
  test(`a queue of a link that is not there is said, with those that are, on ${path}`, async ({
    page,
    tester,
  }) => {
    await page.goto(`${tester.url}${path}?queue=VQ_None`)
    const alert = page.getByRole('alert').filter({ hasText: 'There is no queue VQ_None.' })
    await alert.getByRole('button', { name: 'Show VQ_Chat' }).click()
    await expect(page.getByRole('button', { name: '+1 caller', exact: true })).toBeVisible()
    await expect(page).toHaveURL(/queue=VQ_Chat/)
  })

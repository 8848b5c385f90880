import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test, type Tester } from './tester.ts'

/** Sends what a customer's app sends. */
const appOf =
  ({ url }: Tester) =>
  async (path: string, fields: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const answer = await fetch(`${url}/genesys/1/service/${path}`, {
      method: 'POST',
      headers: { gms_user: 'me' },
      body,
    })
    return (await answer.json()) as { _id: string }
  }

const start = async (tester: Tester, name: string) =>
  (await appOf(tester)('callback/chat-delay', { _customer_number: '5551', usr_customer_name: name }))._id

test('the monitor lists callbacks as they come, narrows them, and cancels those that can be', async ({
  page,
  tester,
}) => {
  const send = appOf(tester)
  await tester.api('PATCH', '/services/chat-delay', {
    options: { _retain_session_until_ixn_deleted: 'true' },
  })
  const bob = await start(tester, 'Bob')
  await start(tester, 'Mia')
  await page.goto(`${tester.url}/callbacks`)
  const rows = page.getByRole('region', { name: 'List of callbacks' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await start(tester, 'Eve')
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1)).toContainText('Eve')

  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await send(`${bob}/connect`)
  await send(`${bob}/ixn/chat`, { notify_by: 'comet' })
  await tester.api('POST', `/agents/anna/interactions/${bob}/accept`)
  await expect(rows.filter({ hasText: 'Bob' })).toContainText('PROCESSING')
  await page.getByRole('button', { name: 'Actions for Bob' }).click()
  await expect(page.getByRole('menuitem', { name: /Cancel…/ })).toContainText(
    'customer and agent are talking',
  )
  await page.keyboard.press('Escape')

  await page.getByRole('searchbox', { name: 'Text' }).fill('mia')
  await expect(rows).toHaveCount(2)
  await expect(page).toHaveURL(/text=mia/)
  await page.reload()
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(rows).toHaveCount(4)

  await page.getByRole('checkbox', { name: 'Select all that are loaded' }).check()
  await expect(page.getByText('1 of them cannot be cancelled and stays as it is.')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel 2 callbacks' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel 2 callbacks' }).click()
  await expect(rows.filter({ hasText: 'CANCELLED_BY_ADMIN' })).toHaveCount(2)

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const csv = readFileSync(await (await saving).path(), 'utf8')
  expect(csv.split('\r\n')[0]).toContain('id,state,reason,customer')
  expect(csv).toContain(bob)
  expect(csv.trimEnd().split('\r\n')).toHaveLength(4)
})

test('a submitted parameter is a column under the title that the installation gives it', async ({
  page,
  tester,
}) => {
  await tester.api('PATCH', '/settings', {
    callback: { callback_column_alias: '{"usr_reason":"What it is about"}' },
  })
  await appOf(tester)('callback/chat-delay', {
    _customer_number: '5551',
    usr_customer_name: 'Mia',
    usr_reason: 'an invoice',
  })
  await page.goto(`${tester.url}/callbacks`)
  const list = page.getByRole('region', { name: 'List of callbacks' })
  const heading = list.getByRole('columnheader', { name: 'What it is about' })
  await expect(heading).toBeVisible()
  await expect(list.getByRole('cell', { name: 'an invoice' })).toBeVisible()

  await page.getByRole('button', { name: 'Columns' }).click()
  await expect(page.getByText(/^Where there is little room/)).toBeVisible()
  const choice = page.getByRole('checkbox', { name: 'What it is about usr_reason' })
  await choice.uncheck()
  await expect(heading).toHaveCount(0)
  await page.reload()
  await expect(list.getByRole('columnheader', { name: 'Waits for' })).toBeVisible()
  await expect(heading).toHaveCount(0)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'As it was' }).click()
  await expect(heading).toBeVisible()
})

test('a long list is drawn in part, and read on page by page', async ({ page, tester }) => {
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 300 })
  await page.goto(`${tester.url}/callbacks`)
  await expect(page.getByText('250 of 300')).toBeVisible()
  const list = page.getByRole('region', { name: 'List of callbacks' })
  expect(await list.getByRole('row').count()).toBeLessThan(100)
  // A list that is still being drawn grows under the scroll: to its end means until it is there.
  const toTheEnd = () => list.evaluate((region) => region.scrollTo(0, region.scrollHeight))
  await expect(async () => {
    await toTheEnd()
    await expect(page.getByText('300 of 300')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(async () => {
    await toTheEnd()
    await expect(list.getByRole('row').last()).toContainText('Caller 1', { timeout: 1_000 })
  }).toPass()
})

test('the monitor is narrowed to a time by keys, and the address says which', async ({ page, tester }) => {
  await start(tester, 'Mia')
  await tester.api('POST', '/clock', { advanceSeconds: 7_200 })
  await start(tester, 'Eve')
  await page.goto(`${tester.url}/callbacks`)
  const rows = page.getByRole('region', { name: 'List of callbacks' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  const time = page.getByRole('combobox', { name: 'Desired time' })
  await time.focus()
  await page.keyboard.press('ArrowDown')
  await expect(time).toHaveValue('hour')
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('Eve')
  await expect(page).toHaveURL(/time=hour/)
  await page.reload()
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('Eve')
  await start(tester, 'Kim')
  await expect(rows).toHaveCount(3)

  await time.focus()
  await page.keyboard.press('End')
  await expect(time).toHaveValue('between')
  await expect(rows).toHaveCount(4)
  const { items } = (await tester.api('GET', '/callbacks?text=Mia')) as { items: { desiredAt: string }[] }
  const around = (minutes: number) => {
    const at = new Date(Date.parse(items[0]?.desiredAt ?? '') + minutes * 60_000)
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  }
  await page.getByLabel('From', { exact: true }).fill(around(-10))
  await expect(rows).toHaveCount(4)
  await page.getByLabel('To', { exact: true }).fill(around(10))
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('Mia')
  await expect(page).toHaveURL(/from=.*to=/)
  await page.reload()
  await expect(page.getByLabel('To', { exact: true })).toHaveValue(around(10))
  await expect(rows.last()).toContainText('Mia')
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(rows).toHaveCount(4)
})

test('the page of a callback goes through its events, and shows each moment as it was', async ({
  page,
  tester,
}) => {
  const send = appOf(tester)
  const bob = await start(tester, 'Bob')
  await page.goto(`${tester.url}/callbacks/${bob}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bob')
  const states = page.getByRole('list', { name: 'States it came through' })
  await expect(states).toContainText('QUEUED')

  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await send(`${bob}/connect`)
  await send(`${bob}/ixn/chat`, { notify_by: 'comet' })
  await tester.api('POST', `/agents/anna/interactions/${bob}/accept`)
  await send(`${bob}/ixn/chat/send`, { message: 'Hello there' })
  await expect(states).toContainText('COMPLETED')
  const transcript = page.getByRole('region', { name: 'Transcript at this moment' })
  const wire = page.getByRole('region', { name: 'Wire at this moment' })
  await expect(transcript).toContainText('Hello there')
  await expect(wire).toContainText('/ixn/chat/send')

  const scrubber = page.getByRole('slider', { name: 'Event' })
  await scrubber.focus()
  await page.keyboard.press('Home')
  await expect(page).toHaveURL(/event=\d+/)
  await expect(transcript).not.toContainText('Hello there')
  await expect(states).not.toContainText('COMPLETED')
  await expect(wire.getByRole('link')).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(scrubber).toHaveAttribute('aria-valuetext', /An agent is available/)
  await page.reload()
  await expect(scrubber).toHaveAttribute('aria-valuetext', /An agent is available/)
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(page).not.toHaveURL(/event=/)

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export JSON' }).click()
  const saved = JSON.parse(readFileSync(await (await saving).path(), 'utf8')) as object
  expect(saved).toMatchObject({ callback: { id: bob, chat: { state: 'talking' } }, wireDropped: 0 })

  const drawing = page.getByRole('region', { name: 'Sequence diagram' }).last()
  await drawing.getByRole('link', { name: 'URS to GMS: agent is available' }).press('Enter')
  await expect(page).toHaveURL(/event=\d+/)
  await expect(scrubber).toHaveAttribute('aria-valuetext', /An agent is available/)
  const names = page.getByRole('list', { name: 'What the names mean' })
  await names.getByRole('button', { name: 'URS' }).click()
  await expect(page.getByRole('dialog')).toContainText('Universal Routing Server')
  await page.keyboard.press('Escape')
  // Where there is no room for a drawing, the file has one all the same.
  await page.setViewportSize({ width: 600, height: 800 })
  await expect(page.getByRole('radio', { name: 'Diagram' })).toBeHidden()
  const drawn = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save SVG' }).click()
  const svg = readFileSync(await (await drawn).path(), 'utf8')
  expect(svg).toContain('POST …/connect')
  expect(svg).not.toContain('var(')

  await page.goto(`${tester.url}/callbacks/369-none`)
  await expect(page.getByText('The tester knows no callback of this id.')).toBeVisible()
  await page.getByRole('link', { name: 'See all callbacks' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Callbacks' })).toBeVisible()
})

test('a callback that is older than the log says that rows of it are missing', async ({ page, tester }) => {
  const bob = await start(tester, 'Bob')
  await page.goto(`${tester.url}/callbacks/${bob}`)
  const wire = page.getByRole('region', { name: 'Wire at this moment' })
  await expect(wire.getByRole('link')).toHaveCount(1)
  const missing = page.getByText('The log is younger than this callback', { exact: false })
  await expect(missing).toHaveCount(0)
  await tester.api('POST', '/reset', {})
  await tester.api('POST', '/reset/undo')
  await page.reload()
  // Beside the rows, and beside the drawing that is made of them.
  await expect(missing).toHaveCount(2)
  await expect(missing.first()).toBeVisible()
  await expect(wire.getByRole('link')).toHaveCount(0)
})

test('a question whose answer is under way stays until it is told how it went', async ({ page, tester }) => {
  await start(tester, 'Mia')
  await page.goto(`${tester.url}/callbacks`)
  for (const { path, role, deed, button, keep } of [
    {
      path: /\/service\/callback\/chat-delay\//,
      role: 'dialog',
      deed: /^Reschedule…/,
      button: 'Reschedule',
      keep: 'Leave it',
    },
    {
      path: /\/admin\/callback\/cancel/,
      role: 'alertdialog',
      deed: /^Cancel…/,
      button: 'Cancel the callback',
      keep: 'Keep',
    },
  ] as const) {
    let answer = () => {}
    const answered = new Promise<void>((resolve) => (answer = resolve))
    await page.route(path, async (route) => {
      await answered
      await route.fulfill({ status: 500, json: { message: 'Not today.', exception: 'x' } })
    })
    await page.getByRole('button', { name: 'Actions for Mia' }).click()
    await page.getByRole('menuitem', { name: deed }).click()
    const question = page.getByRole(role)
    await question.getByRole('button', { name: button }).click()
    await expect(question.getByText('It is on its way.')).toBeVisible()
    await page.keyboard.press('Escape')
    await question.getByRole('button', { name: keep }).press('Enter')
    answer()
    await expect(question).toContainText('Not today.')
    await question.getByRole('button', { name: keep }).click()
    await expect(question).toHaveCount(0)
  }
})

test('while another filter is read, what stands there is marked as that of the one before', async ({
  page,
  tester,
}) => {
  await start(tester, 'Mia')
  await start(tester, 'Eve')
  await page.goto(`${tester.url}/callbacks`)
  const list = page.getByRole('region', { name: 'List of callbacks' })
  await expect(page.getByText('2 of 2')).toBeVisible()
  let read = () => {}
  const isRead = new Promise<void>((resolve) => (read = resolve))
  await page.route(/\/gmstester\/api\/callbacks\?.*text=mia/, async (route) => {
    await isRead
    await route.continue()
  })
  await page.getByRole('searchbox', { name: 'Text' }).fill('mia')
  await expect(list).toHaveAttribute('aria-busy', 'true')
  await expect(page.getByText('2 of 2')).toBeHidden()
  read()
  await expect(page.getByText('1 of 1')).toBeVisible()
  await expect(list).toHaveAttribute('aria-busy', 'false')

  await page.route(/\/gmstester\/api\/callbacks\?/, (route) =>
    route.fulfill({ status: 500, json: { error: { code: 'x', message: 'Not today.', details: [] } } }),
  )
  await start(tester, 'Mia')
  await expect(page.getByRole('alert').filter({ hasText: 'Not today.' })).toContainText(
    'The callbacks could not be read again.',
  )
})

test('the event that the reader comes to is in sight, and its list stays a list', async ({
  page,
  tester,
}) => {
  const bob = await start(tester, 'Bob')
  for (let round = 0; round < 12; round += 1)
    for (const state of ['ready', 'not-ready']) await tester.api('POST', '/agents/anna/state', { state })
  // As high as the page: what is not to be seen is out of sight in its own box.
  await page.setViewportSize({ width: 1440, height: 3_000 })
  await page.goto(`${tester.url}/callbacks/${bob}`)
  await expect(page).toHaveTitle(new RegExp(bob))
  const happened = page.getByRole('region', { name: 'What happened' }).last()
  const current = happened.locator('[aria-current=step]')
  await expect(current).toBeInViewport()
  await page.getByRole('slider', { name: 'Event' }).press('Home')
  await expect(current).toBeInViewport()

  await page.getByText('List', { exact: true }).click()
  await expect(page).toHaveURL(/view=list/)
  const list = page.getByRole('list', { name: 'Sequence diagram' })
  await list
    .getByRole('link', { name: /agent is available/ })
    .first()
    .press('Enter')
  await expect(page).toHaveURL(/view=list.*event=|event=.*view=list/)
  await expect(list.locator('[aria-current=step]')).toHaveCount(1)
})

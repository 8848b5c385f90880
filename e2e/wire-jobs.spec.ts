import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { keep } from './states.ts'
import { test, type Tester } from './tester.ts'

const headers = { gms_user: 'u1' }
const number = '4082652649'

/** A start whose JSON breaks, one by a form, and five polls that are answered alike. */
async function play({ url }: Tester): Promise<void> {
  const starts = `${url}/genesys/1/service/callback/chat-delay`
  const json = { ...headers, 'content-type': 'application/json' }
  await fetch(starts, { method: 'POST', headers: json, body: `{"_customer_number":"${number}",}` })
  const form = new FormData()
  form.set('_customer_number', number)
  form.set('usr_customer_name', 'Bob Markel')
  const started = await fetch(starts, { method: 'POST', headers, body: form })
  const { _id } = (await started.json()) as { _id: string }
  for (let poll = 0; poll < 5; poll += 1)
    await fetch(`${url}/genesys/1/service/${_id}/check-queue-position`, { method: 'POST', headers })
}

/** A push client on a WebSocket that has shaken hands, by hand: what it sends is up to the test. */
async function openSocket({ url }: Tester) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/genesys/cometd`)
  await once(socket, 'open')
  const send = (...messages: object[]) => socket.send(JSON.stringify(messages))
  const ask = async (message: object) => {
    send(message)
    const [data] = (await once(socket, 'message')) as [Buffer]
    return JSON.parse(data.toString()) as [{ clientId: string }]
  }
  const supportedConnectionTypes = ['websocket']
  const ext = { gms_user: 'u1' }
  const [{ clientId }] = await ask({
    channel: '/meta/handshake',
    version: '1.0',
    supportedConnectionTypes,
    ext,
    id: 1,
  })
  const connect = (id: number) => ({ channel: '/meta/connect', clientId, connectionType: 'websocket', id })
  // The first is answered at once.
  await ask(connect(2))
  return {
    send,
    hold: () => send(connect(3)),
    leave: () => ask({ channel: '/meta/disconnect', clientId, id: 4 }),
    close: () => socket.close(),
  }
}

const rowOf = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text })
const detail = (page: Page) => page.getByRole('region', { name: /^Detail of/ })
const tab = (page: Page, name: string) => detail(page).getByRole('tab', { name }).click()

test('a broken start is understood, mended and sent again; a whole one is read part by part', async ({
  page,
  tester,
}) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  await rowOf(page, '✕400').click()
  await tab(page, 'Raw')
  await expect(detail(page)).toContainText(/The JSON breaks in line 1, column 34 of the body/)
  await expect(detail(page).locator('mark')).toHaveText('}')
  await detail(page).getByRole('button', { name: 'Edit & replay' }).click()
  await page.getByRole('textbox', { name: 'Body' }).fill(`{"_customer_number":"${number}"}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Sent again: 200')).toBeVisible()
  await page.getByRole('button', { name: /^Open #/ }).click()
  await tab(page, 'Overview')
  await expect(detail(page).getByRole('heading', { name: 'Repeats' })).toBeVisible()

  await rowOf(page, 'start callback').filter({ hasNotText: '✕' }).first().click()
  await tab(page, 'Parts')
  await expect(detail(page).getByRole('row').filter({ hasText: 'usr_customer_name' })).toContainText(
    'Bob Markel',
  )
  await tab(page, 'vs. documented')
  await expect(detail(page)).toContainText('Beside the documented example')
  await expect(detail(page)).toContainText('Every documented field is there')
})

test('an edited request that cannot be sent stays in its window, says so, and is sent once it can', async ({
  page,
  tester,
}) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  await rowOf(page, '✕400').click()
  await detail(page).getByRole('button', { name: 'Edit & replay' }).click()
  const body = page.getByRole('textbox', { name: 'Body' })
  const mended = `{"_customer_number":"${number}"}`
  await body.fill(mended)
  await page.route('**/genesys/1/service/**', (route) => route.abort())
  const dialog = page.getByRole('dialog', { name: /^Edit and replay/ })
  await dialog.getByRole('button', { name: 'Send' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Send did not work')
  await expect(dialog.getByRole('alert')).not.toContainText('Failed to fetch')
  await expect(body).toHaveValue(mended)
  await page.unroute('**/genesys/1/service/**')
  await dialog.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Sent again: 200')).toBeVisible()
  await expect(
    page.getByText(/marked as a replay of #\d+\. .*they are left out: user-agent\.$/),
  ).toBeVisible()
  await expect(dialog).toHaveCount(0)
})

test('an archive that is refused says why in its own words', async ({ page, tester }) => {
  await page.route('**/traffic.har*', (route) =>
    route.fulfill({
      status: 503,
      json: { error: { code: 'starting', message: 'It is starting.', details: [] } },
    }),
  )
  await page.goto(`${tester.url}/wire`)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem').first().click()
  const notices = page.getByRole('region', { name: 'Notices' })
  await expect(notices).toContainText('It could not be exported.')
  await expect(notices.getByText('It is starting.', { exact: true })).toBeVisible()
})

test('polls that say nothing new are one line, and open', async ({ page, tester }) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  const fold = rowOf(page, '4 × check-queue-position')
  await expect(fold).toContainText('folded')
  await expect(rowOf(page, '/check-queue-position')).toHaveCount(1)
  await fold.click()
  await expect(rowOf(page, '/check-queue-position')).toHaveCount(5)
  await expect(page.locator('[role="grid"] tr[data-index="0"]')).toBeVisible()
})

test('what is looked for in a body is opened, marked and counted, and Enter goes on', async ({
  page,
  tester,
}) => {
  const parts = Array.from({ length: 300 }, (_, index) => ({ name: `part ${index}`, value: 'none' }))
  parts[250] = { name: 'needle', value: 'NEEDLE of part 250' }
  const long = { ...headers, 'content-type': 'application/json' }
  const body = JSON.stringify({ parts, last: { needle: 1 } })
  await fetch(`${tester.url}/genesys/1/service/none/connect`, { method: 'POST', headers: long, body })
  await page.goto(`${tester.url}/wire`)
  await rowOf(page, 'none/connect').click()
  await tab(page, 'Request')
  const tree = detail(page).getByRole('tree')
  await expect(tree).toBeVisible()
  await expect(tree).not.toContainText('needle')
  const box = detail(page).getByRole('textbox', { name: 'Find in the JSON' })
  await box.fill('needle')
  await expect(detail(page).getByText('1 of 3')).toBeVisible()
  await expect(tree).toContainText('NEEDLE of part 250')
  const marked = () =>
    page.evaluate(() =>
      ['json-current', 'json-found'].map((name) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
      ),
    )
  await expect.poll(marked).toEqual([['needle'], ['NEEDLE', 'needle']])
  await box.press('Enter')
  await expect(detail(page).getByText('2 of 3')).toBeVisible()
  await expect(tree.getByText('NEEDLE of part 250')).toBeInViewport()
  await tree.getByRole('button', { name: 'Close this part' }).first().click()
  await expect(tree).not.toContainText('NEEDLE')
  await box.press('Enter')
  await expect.poll(marked).toEqual([['needle'], ['needle', 'NEEDLE']])
  await box.fill('nowhere')
  await expect(detail(page).getByText('Not in it')).toBeVisible()
  await expect.poll(marked).toEqual([[], []])
})

test('what comes in carries nobody away who reads further up, and is counted', async ({ page, tester }) => {
  await play(tester)
  const call = () => fetch(`${tester.url}/genesys/1/service/none/connect`, { method: 'POST', headers })
  for (let more = 0; more < 40; more += 1) await call()
  await page.goto(`${tester.url}/wire`)
  await expect(rowOf(page, '✕').last()).toBeVisible()
  await page.getByRole('grid').hover()
  await page.mouse.wheel(0, -2_000)
  const toNewest = page.getByRole('button', { name: 'To the newest' })
  await expect(toNewest).toBeVisible()
  // What tells where the reader is has a place of its own, below the rows.
  await page.getByRole('grid').press('Home')
  const grid = await page.getByRole('grid').locator('..').boundingBox()
  for (const told of [toNewest, page.getByText(/^row 1 of \d+$/)])
    expect((await told.boundingBox())?.y).toBeGreaterThanOrEqual((grid?.y ?? 0) + (grid?.height ?? 0))
  await call()
  await call()
  await page.getByRole('button', { name: '2 new' }).click()
  await expect(page.getByRole('button', { name: /new/ })).toHaveCount(0)
})

test('a followed wire that becomes lower shows the newest rows, and no gap', async ({ page, tester }) => {
  const call = () => fetch(`${tester.url}/genesys/1/service/none/connect`, { method: 'POST', headers })
  for (let more = 0; more < 60; more += 1) await call()
  await page.goto(`${tester.url}/wire`)
  await expect(rowOf(page, '✕').last()).toBeInViewport()
  await page.setViewportSize({ width: 1440, height: 450 })
  await expect(rowOf(page, '✕').last()).toBeInViewport()
  const grid = await page.getByRole('grid').locator('..').boundingBox()
  if (!grid) throw new Error('the grid has no box')
  for (let y = grid.y + 40; y < grid.y + grid.height; y += 28) {
    const isRow = ([x, at]: [number, number]) => Boolean(document.elementFromPoint(x, at)?.closest('tr'))
    expect(await page.evaluate(isRow, [grid.x + 200, y] as [number, number]), `at ${y}`).toBe(true)
  }
})

test('a rush of rows leaves those in view as they are, loses no press, and stands in its order in the page then', async ({
  page,
  tester,
}) => {
  const rush = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () =>
        fetch(`${tester.url}/genesys/1/service/none/connect`, { method: 'POST', headers }),
      ),
    )
  await rush(80)
  await page.clock.install()
  await page.goto(`${tester.url}/wire`)
  const places = () =>
    page
      .getByRole('grid')
      .locator('tr[data-index]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-index'))))
  await expect.poll(async () => (await places()).at(-1)).toBe(79)
  const kept = await page.locator('tr[data-index="75"]').elementHandle()
  if (!kept) throw new Error('the row is not there')
  // Nothing of it is written anew: what is seen of it stands still.
  await kept.evaluate((row) => {
    new MutationObserver(() => row.setAttribute('data-changed', '')).observe(row, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await rush(15)
  await expect.poll(async () => Math.max(...(await places()))).toBe(94)
  expect(await kept.getAttribute('data-index')).toBe('75')
  expect(await kept.getAttribute('data-changed')).toBeNull()
  // Nor is anybody's press lost: nothing is put in order under a pointer that is down.
  const inOrder = async () => {
    const now = await places()
    return now.every((place, nth) => nth === 0 || place > (now[nth - 1] ?? 0))
  }
  await expect.poll(inOrder).toBe(true)
  const newest = page.locator('tr[data-index="94"]')
  const number = await newest.locator('td').first().textContent()
  await newest.hover()
  await page.mouse.down()
  await expect(async () => {
    await rush(15)
    await expect.poll(inOrder, { timeout: 500 }).toBe(false)
  }).toPass()
  // Longer than rows ever wait for their order.
  await page.clock.fastForward(1_500)
  expect(await inOrder()).toBe(false)
  await page.mouse.up()
  await expect(page).toHaveURL(new RegExp(`/wire/${number}$`))
  await expect.poll(inOrder).toBe(true)
})

test('the archive that is saved has the rows, and no phone number', async ({ page, tester }) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  await page.getByRole('button', { name: 'Export' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /HAR 1.2, redacted/ }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('gms-tester.har')
  const text = readFileSync(await saved.path(), 'utf8')
  const { log } = JSON.parse(text) as { log: { version: string; entries: object[] } }
  expect(log.version).toBe('1.2')
  expect(log.entries.length).toBeGreaterThanOrEqual(7)
  expect(text).not.toContain(number)
})

test('headers that stand twice and every line end survive to the screen', async ({ page, tester }) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  await rowOf(page, 'start callback').filter({ hasNotText: '✕' }).first().click()
  await tab(page, 'Raw')
  const raw = (side: string, form: string) => detail(page).getByRole('region', { name: `${side}, ${form}` })
  const answer = await raw('Response', 'Text').textContent()
  expect(answer?.match(/Cache-Control: [\w-]+\\r\\n\n/g)).toEqual([
    'Cache-Control: no-cache\\r\\n\n',
    'Cache-Control: no-store\\r\\n\n',
  ])
  await expect(raw('Request', 'Text')).toContainText(
    /name="usr_customer_name"\\r\\n\s*\\r\\n\s*Bob Markel\\r\\n/,
  )
  await detail(page).getByText('Hex', { exact: true }).click()
  await expect(raw('Request', 'Hex')).toContainText('0d 0a')
})

/** Opens a start whose body is no UTF-8 on the wire; answers the bytes of that body. */
async function openStartInLatin1(page: Page, url: string): Promise<Buffer> {
  const body = Buffer.from('_customer_number=1&usr_reason=Gr\xfc\xdfe', 'latin1')
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const start = `${url}/genesys/1/service/callback/chat-delay`
  await fetch(start, { method: 'POST', headers: { ...headers, ...type }, body })
  await page.goto(`${url}/wire`)
  await rowOf(page, 'start callback').click()
  return body
}

test('bytes that are no UTF-8 are shown as they came', async ({ page, tester }) => {
  await openStartInLatin1(page, tester.url)
  await tab(page, 'Raw')
  await expect(detail(page)).toContainText('Not all of it is UTF-8')
  await expect(detail(page)).toContainText('HTTP/1.1 400 Bad Request')
  await detail(page).getByText('Hex', { exact: true }).click()
  const hex = await detail(page).getByRole('region', { name: 'Request, Hex' }).textContent()
  const bytes = Array.from(hex?.matchAll(/[\da-f]{6} {2}((?:[\da-f]{2} )+)/g) ?? [], ([, line]) => line).join(
    '',
  )
  expect(bytes.trim()).toMatch(/47 72 fc df 65$/)
  await tab(page, 'Parts')
  await expect(detail(page).getByRole('row').filter({ hasText: 'usr_reason' })).toContainText(
    '5 bytes, no text',
  )
})

test('a number that a browser would round is shown as it was sent', async ({ page, tester }) => {
  const type = { 'content-type': 'application/json' }
  const body = '{"id":12345678901234567890}'
  await fetch(`${tester.url}/genesys/1/service/none/connect`, {
    method: 'POST',
    headers: { ...headers, ...type },
    body,
  })
  await page.goto(`${tester.url}/wire`)
  await rowOf(page, 'none/connect').click()
  await tab(page, 'Request')
  await expect(detail(page)).toContainText('The tree is not quite what was sent')
  await detail(page).getByText('Text', { exact: true }).click()
  await expect(detail(page).getByRole('region', { name: 'Request body, Text' })).toHaveText(
    /"id": 12345678901234567890\s/,
  )
})

test('a body that is no text is not offered as one, and is sent as it came beside what is edited', async ({
  page,
  tester,
}) => {
  const body = await openStartInLatin1(page, tester.url)
  await detail(page).getByRole('button', { name: 'Edit & replay' }).click()
  const dialog = page.getByRole('dialog', { name: /^Edit and replay/ })
  await expect(dialog).toContainText('no UTF-8 text, so it cannot be edited here. 35 bytes are sent')
  await expect(dialog.getByRole('textbox', { name: 'Body' })).toHaveCount(0)
  await dialog.getByRole('textbox', { name: 'Path and query' }).fill('/genesys/1/service/none/connect')
  await dialog.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('button', { name: /^Open #/ }).click()
  await expect(page).toHaveURL(/\/wire\/\d+/)
  const number = /\d+$/.exec(new URL(page.url()).pathname)?.[0]
  expect(await tester.api('GET', `/traffic/${number}`)).toMatchObject({
    path: '/genesys/1/service/none/connect',
    requestBase64: body.toString('base64'),
  })
})

test('the documented body of 44 bytes is a valid form of no parts; a wrong boundary is marked', async ({
  page,
  tester,
}) => {
  const boundary = `${'-'.repeat(24)}0123456789abcd`
  const send = async (named: string) => {
    const body = `--${boundary}--\r\n`
    expect(body).toHaveLength(44)
    const type = { 'content-type': `multipart/form-data; boundary=${named}` }
    const address = `${tester.url}/genesys/1/service/none/connect`
    await fetch(address, { method: 'POST', headers: { ...headers, ...type }, body })
  }
  await send(boundary)
  await send(boundary.replace('abcd', 'abxy'))
  await page.goto(`${tester.url}/wire`)
  await rowOf(page, '✕').first().click()
  await tab(page, 'Parts')
  await expect(detail(page)).toContainText('0 parts, valid: 44 bytes')
  await rowOf(page, '✕').last().click()
  await expect(detail(page)).toContainText('The boundary of the header is not in the body.')
  await expect(detail(page).locator('mark')).toHaveText(['xy', 'cd'])
})

test('a connect over a WebSocket is a bar that grows while it is held, and has its length then', async ({
  page,
  tester,
}) => {
  const socket = await openSocket(tester)
  socket.hold()
  // It is the tester's time that counts, not that of a browser whose clock is an hour off.
  await page.clock.install({ time: Date.now() + 3_600_000 })
  await page.goto(`${tester.url}/wire`)
  const held = rowOf(page, /\d s…/)
  await expect(held).toContainText('/meta/connect')
  await expect(held).toContainText(/(?<!\d)[2-9] s…/)
  await page.getByRole('button', { name: 'Held', exact: true }).click()
  await expect(rowOf(page, 'SEND')).toHaveCount(1)
  await page.getByRole('button', { name: 'Held', exact: true }).click()
  await socket.leave()
  await expect(rowOf(page, '/meta/disconnect').first()).toBeVisible()
  await expect(held).toHaveCount(0)
  await rowOf(page, '2 heartbeats').click()
  await expect(rowOf(page, '/meta/connect').filter({ hasText: /\d s(?!…)/ })).toBeVisible()
  socket.close()
})

test('a client that is turned away stands out, and is found among the errors', async ({ page, tester }) => {
  const socket = await openSocket(tester)
  await socket.leave()
  for (const id of [5, 6])
    socket.send({ channel: '/meta/connect', clientId: 'gone', connectionType: 'websocket', id })
  await page.goto(`${tester.url}/wire`)
  await expect(rowOf(page, '402::Unknown client')).toHaveCount(2)
  await page.getByRole('button', { name: 'Errors' }).click()
  await expect(rowOf(page, '✕')).toHaveCount(2)
  await rowOf(page, '✕').first().click()
  await expect(detail(page)).toContainText('Handshake anew')
  socket.close()
})

test('row 10,001 makes one go, and the header says so', async ({ page, tester }, info) => {
  const newest = async () =>
    ((await tester.api('GET', '/traffic?limit=1&after=999999999')) as { next: number }).next
  const call = () => fetch(`${tester.url}/genesys/1/service/none/connect`, { method: 'POST', headers })
  const socket = await openSocket(tester)
  for (let frame = await newest(); frame < 9_980; frame += 2) socket.send()
  await expect.poll(newest).toBeGreaterThan(9_975)
  while ((await newest()) < 10_000) await call()
  await page.goto(`${tester.url}/wire`)
  await expect(page.getByText('of 10,000')).toBeVisible()
  // Of all these rows those stand in the page that are in view, and a few.
  await expect(page.getByRole('row').last()).toBeInViewport()
  expect(await page.locator('*').count()).toBeLessThan(1_500)
  await page.getByRole('row').last().click()
  // The two connects that shook hands are folded into one.
  await expect(page.getByText('row 9,999 of 9,999')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/older ones? (is|are) gone/)).toHaveCount(0)
  await call()
  const gone = () => page.getByText('1 older one is gone')
  await expect(gone()).toBeVisible()
  await keep(page, info, { name: 'wire, older rows gone', shown: gone })
  socket.close()
})

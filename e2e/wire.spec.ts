import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { nextStep, test, type Tester } from './tester.ts'

/** A client that asks too early, whom a push then reaches over a poll that was held. */
async function play({ url, api }: Tester): Promise<void> {
  const headers = { gms_user: 'u1' }
  const start = new FormData()
  for (const [name, value] of Object.entries({
    _customer_number: '4082652649',
    _device_os: 'comet',
    _device_notification_id: 'u1',
  }))
    start.set(name, value)
  const path = `${url}/genesys/1/service`
  const started = await fetch(`${path}/callback/chat-delay`, { method: 'POST', body: start, headers })
  const { _id } = (await started.json()) as { _id: string }
  await fetch(`${path}/${_id}/connect`, { method: 'POST', headers })
  const bayeux = async (message: object) => {
    const response = await fetch(`${url}/genesys/cometd`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify([message]),
    })
    return (await response.json()) as { clientId: string }[]
  }
  const [shaken] = await bayeux({
    channel: '/meta/handshake',
    version: '1.0',
    supportedConnectionTypes: ['long-polling'],
  })
  const clientId = shaken?.clientId ?? ''
  await bayeux({ channel: '/meta/subscribe', clientId, subscription: '/_genesys' })
  const connect = { channel: '/meta/connect', clientId, connectionType: 'long-polling' }
  await bayeux(connect)
  const held = bayeux(connect)
  await api('POST', '/agents/anna/state', { state: 'ready' })
  await held
}

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const detail = (page: Page) => page.getByRole('region', { name: /^Detail of/ })

test('from a push back to the agent’s call, by pointer and by key', async ({ page, tester }) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  await rowOf(page, 'PUSH').click()
  await expect(page).toHaveURL(/\/wire\/\d+$/)
  const pushed = page.url()
  await expect(detail(page).getByText('An agent is available, announcement 1')).toBeVisible()
  await detail(page)
    .getByRole('button', { name: /agents\/anna\/state/ })
    .click()
  await expect(detail(page)).toContainText('The agent’s desktop sent POST /gmstester/api/agents/anna/state')
  await page.getByRole('grid').focus()
  await page.keyboard.press(']')
  await expect(page).toHaveURL(pushed)
  await page.keyboard.press('Escape')
  await expect(detail(page)).toHaveCount(0)
})

test('a query finds, explains itself, and stands in the address', async ({ page, tester }) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  const box = page.getByRole('combobox', { name: 'Search the wire' })
  await box.fill('is:er')
  await page.getByRole('option', { name: 'error' }).click()
  await expect(rowOf(page, 'connect')).toHaveCount(1)
  await expect(page).toHaveURL(/q=is:error/)
  await box.fill('is:error status:5yy')
  await expect(page.getByText('5yy is no status.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove is:error' }).click()
  await expect(box).toHaveValue('status:5yy')
  await page.getByRole('button', { name: 'Push', exact: true }).click()
  await expect(box).toHaveValue('status:5yy kind:push')
  await expect(rowOf(page, 'PUSH')).toHaveCount(1)
})

test('a refused request says why, is sent again in two clicks, and is pinned', async ({ page, tester }) => {
  await play(tester)
  await page.goto(`${tester.url}/wire?q=is:error`)
  await rowOf(page, 'connect').click()
  await expect(detail(page)).toContainText('Wait for service.agentavailable')
  await detail(page).getByRole('button', { name: 'Replay', exact: true }).click()
  // Now the agent is there.
  await expect(page.getByText('Sent again: 200')).toBeVisible()
  await page.getByRole('button', { name: /^Open #/ }).click()
  await expect(detail(page).getByRole('heading', { name: 'Repeats' })).toBeVisible()
  await detail(page).getByRole('button', { name: 'Pin' }).click()
  await expect(detail(page).getByRole('button', { name: 'Unpin' })).toBeVisible()
})

test('a key that a row has no use for says why', async ({ page, tester }) => {
  await play(tester)
  const body = JSON.stringify({ text: 'x'.repeat(300_000) })
  const headers = { 'content-type': 'application/json' }
  await fetch(`${tester.url}/genesys/1/service/none/connect`, { method: 'POST', headers, body })
  await page.goto(`${tester.url}/wire`)
  const notices = page.getByRole('region', { name: 'Notices' })
  const pressAt = async (text: string, key: string) => {
    await rowOf(page, text).click()
    await page.getByRole('grid').focus()
    await page.keyboard.press(key)
  }
  await pressAt('PUSH', 'c')
  await expect(notices).toContainText('Only a request by HTTP can be written as code.')
  for (const key of ['r', 'e']) {
    await page.getByRole('grid').focus()
    await page.keyboard.press(key)
    const notice = notices
      .getByRole('dialog')
      .filter({ hasText: 'Only a request by REST can be sent again.' })
    await expect(notice).toHaveCount(1)
    // Hidden from screen readers until the corner is entered.
    await notice.getByLabel('Dismiss').click()
    await expect(notice).toHaveCount(0)
  }
  await pressAt('agents/anna/state', '[')
  await expect(notices).toContainText(/Nothing on the wire led to #\d+/)
  await pressAt('none/connect', ']')
  await expect(notices).toContainText(/#\d+ has led to nothing on the wire so far/)
  await page.keyboard.press('r')
  await expect(notices).toContainText('its body was longer than what is kept')
})

test('cells are walked through by the arrows, and the column stays from row to row', async ({
  page,
  tester,
}) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  await expect(rowOf(page, 'PUSH')).toBeVisible()
  const grid = page.getByRole('grid')
  const isNamed = () =>
    grid.evaluate((table) => {
      const id = table.getAttribute('aria-activedescendant')
      const there = id === null ? null : document.getElementById(id)
      return there === null ? null : `${there.tagName} ${there.textContent}`
    })
  await grid.focus()
  await page.keyboard.press('Home')
  await expect.poll(isNamed).toMatch(/^TR/)
  await page.keyboard.press('ArrowRight')
  await expect.poll(isNamed).toBe('TD 1')
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(isNamed).toMatch(/^TD POST.*chat-delay/)
  const cell = page.getByRole('gridcell').and(page.locator('[id$="-cell"]'))
  await expect(cell).toHaveCount(1)
  await expect(cell).toHaveCSS('outline-style', 'solid')
  await page.keyboard.press('ArrowRight')
  await expect.poll(isNamed).toBe('TD 200 OK')
  await page.keyboard.press('ArrowDown')
  await expect.poll(isNamed).toMatch(/^TD ✕\d{3} [A-Z]/)
  await page.keyboard.press('End')
  await expect(cell).toHaveCount(1)
  for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press('ArrowLeft')
  await expect.poll(isNamed).toMatch(/^TR/)
  await expect(cell).toHaveCount(0)
})

test('a broad row says what its status means and what led to it, a narrow one the number alone', async ({
  page,
  tester,
}) => {
  await play(tester)
  await page.goto(`${tester.url}/wire`)
  await expect(rowOf(page, 'agents/anna/state')).toContainText('200 OK')
  await expect(rowOf(page, 'PUSH')).toContainText(/← #\d+/)
  await page.setViewportSize({ width: 900, height: 900 })
  await expect(rowOf(page, 'agents/anna/state')).not.toContainText('OK')
  await expect(rowOf(page, 'PUSH')).not.toContainText('←')
})

test('what an Android phone would be sent is a row, rendered and not sent', async ({ page, tester }) => {
  const start = new FormData()
  for (const [name, value] of Object.entries({
    _customer_number: '4082652649',
    _device_os: 'gcm',
    _device_notification_id: 'token-of-the-phone',
  }))
    start.set(name, value)
  await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, { method: 'POST', body: start })
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await page.goto(`${tester.url}/wire`)
  await page.getByRole('button', { name: 'Outbox' }).click()
  await expect(page).toHaveURL(/q=is:unsent/)
  await rowOf(page, 'rendered, not sent').click()
  await expect(detail(page)).toContainText('as Firebase Cloud Messaging would be asked to send it')
  await detail(page).getByRole('tab', { name: 'Rendered' }).click()
  await expect(detail(page)).toContainText('token-of-the-phone')
})

test('[2.3.1] the row that a pressed control has caused is marked', async ({ page, tester }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(tester.url)
  const marked = page.locator('tr.row-fresh')
  await expect(marked).toHaveCount(0)
  const seen = marked.filter({ hasText: 'chat-delay' }).waitFor()
  await nextStep(page).click()
  await seen
  await expect(marked).toHaveCount(0)
})

test('axe finds nothing on the page, with and without a row', async ({ page, tester }) => {
  await play(tester)
  const expectClean = async (what: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html}`)).toEqual([])
  }
  await page.goto(`${tester.url}/wire`)
  await expect(rowOf(page, 'PUSH')).toBeVisible()
  await expectClean('the list')
  await rowOf(page, '→ /_genesys').click()
  for (const tab of ['Overview', 'Request', 'Bayeux', 'Raw']) {
    await detail(page).getByRole('tab', { name: tab }).click()
    await expectClean(tab)
  }
})

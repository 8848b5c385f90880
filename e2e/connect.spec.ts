import { expect, type Page } from '@playwright/test'
import { runCurl } from './curl.ts'
import { test } from './tester.ts'

const states = (page: Page) =>
  page
    .locator('[data-check]')
    .evaluateAll((items) =>
      items
        .filter((item) => item.getAttribute('data-state') === 'done')
        .map((item) => item.getAttribute('data-check')),
    )

test('the checklist turns green by itself while a client calls, and says what is missing', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/connect`)
  await expect(
    page.getByText(`${tester.url.replace('127.0.0.1', 'localhost')}/genesys`).first(),
  ).toBeVisible()
  await expect(page.getByText('No client but this page has called yet.')).toBeVisible()

  const request = async (path: string, fields: Record<string, string> = {}) =>
    (await (
      await fetch(`${tester.url}/genesys/1/service/${path}`, {
        method: 'POST',
        headers: { gms_user: 'phone' },
        body: new URLSearchParams(fields),
      })
    ).json()) as { _id: string }
  const bayeux = async (message: Record<string, unknown>) =>
    (await (
      await fetch(`${tester.url}/genesys/cometd`, {
        method: 'POST',
        headers: { gms_user: 'phone', 'content-type': 'application/json' },
        body: JSON.stringify([message]),
      })
    ).json()) as [{ clientId: string }]

  const [{ clientId }] = await bayeux({
    channel: '/meta/handshake',
    version: '1.0',
    supportedConnectionTypes: ['long-polling'],
  })
  await bayeux({ channel: '/meta/subscribe', clientId, subscription: '/_genesys' })
  const { _id: id } = await request('callback/chat-delay', {
    _customer_number: '4082652649',
    _device_os: 'comet',
    _device_notification_id: 'phone',
  })
  await expect.poll(() => states(page)).toEqual(['start', 'user', 'comet', 'subscribe'])

  await request(`${id}/connect`)
  const connect = page.locator('[data-check=connect]')
  await expect(connect).toContainText('connect was refused')

  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await bayeux({ channel: '/meta/connect', clientId, connectionType: 'long-polling' })
  await request(`${id}/connect`)
  await request(`${id}/ixn/chat`, { notify_by: 'comet', firstName: 'Bob', lastName: 'Markel', subject: 'x' })
  await expect.poll(() => states(page)).toContain('chat')
  expect(await states(page)).toEqual(['start', 'user', 'comet', 'subscribe', 'push', 'connect', 'chat'])
  await expect(connect.getByRole('link')).toHaveAttribute('href', /^\/wire\/\d+$/)
})

test('pasting the command makes the callback appear', async ({ page, tester }) => {
  await page.goto(`${tester.url}/connect`)
  const command = await page.getByRole('region', { name: 'curl command that starts a callback' }).innerText()
  expect(await runCurl(command)).toHaveProperty('_id')
  await expect(page.locator('[data-check=start]')).toHaveAttribute('data-state', 'done')
  await expect(page.getByRole('link', { name: 'Open that callback' })).toBeVisible()
})

test('pasting what the tester says when it starts makes the callback appear in the page that is open', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  const queue = page.getByRole('region', { name: 'Queue' })
  await expect(queue.getByText('Nobody is waiting')).toBeVisible()
  await page.evaluate(() => Object.assign(window, { isTheSame: true }))
  expect(await runCurl(/curl .*/.exec(tester.banner)?.[0] ?? '')).toHaveProperty('_id')
  await expect(queue.getByRole('button', { name: 'Bob Markel', exact: true })).toBeVisible()
  expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true)
})

import { expect, type Page } from '@playwright/test'
import { personas } from '../components/customer/personas.ts'
import { takeNextStep, test, type Tester } from './tester.ts'

const panel = (page: Page) => page.locator('#customer')

interface Row {
  number: number
  method: string
  path: string
}

/** The newest request to this path, as it crossed the wire. */
async function requestTo(tester: Tester, path: string): Promise<string> {
  const { items } = (await tester.api('GET', '/traffic?limit=1000')) as { items: Row[] }
  const row = items.findLast((one) => one.method === 'POST' && one.path === path)
  const detail = (await tester.api('GET', `/traffic/${row?.number}`)) as { requestBody: string }
  return detail.requestBody
}

const start = '/genesys/1/service/callback/chat-delay'

test('the form sends the five documented parts, byte for byte', async ({ page, tester }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  const { items } = (await tester.api('GET', '/callbacks')) as { items: { user: string }[] }
  const body = await requestTo(tester, start)
  const boundary = /^--(\S+)\r\n/.exec(body)?.[1] ?? ''
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  expect(body).toBe(
    [
      part('_customer_number', '4082652649'),
      part('usr_customer_name', 'Bob Markel'),
      part('usr_reason', 'billing question'),
      part('_device_notification_id', items[0]?.user ?? ''),
      part('_device_os', 'comet'),
      `--${boundary}--\r\n`,
    ].join(''),
  )
})

test('a file and a doubled field reach the server as they were put together', async ({ page, tester }) => {
  await page.goto(tester.url)
  await panel(page).getByRole('button', { name: 'Send as…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send as…' })
  await dialog.getByRole('button', { name: 'Double part 3' }).click()
  await dialog
    .getByRole('listitem', { name: /^Part 4/ })
    .getByLabel('Value')
    .fill('refund')
  await dialog.getByRole('button', { name: 'Add a file part' }).click()
  await expect(dialog.getByLabel('The body, as it will be sent')).toContainText('filename="note.txt"')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog.getByText('Answered 400')).toBeVisible()
  const body = await requestTo(tester, start)
  expect(body.match(/name="usr_reason"/g)).toHaveLength(2)
  expect(body).toContain('name="file"; filename="note.txt"\r\nContent-Type: text/plain\r\n\r\nHello\r\n')

  // The wire shows them part by part.
  await page.keyboard.press('Escape')
  const wire = page.getByRole('region', { name: 'Wire' })
  await wire.getByRole('row').filter({ hasText: 'callback/chat-delay' }).last().click()
  await wire.getByRole('tab', { name: 'Parts' }).click()
  const parts = wire.getByRole('region', { name: 'Request' }).getByRole('row')
  await expect(parts.filter({ hasText: 'usr_reason' })).toHaveText([/billing question/, /refund/])
  await expect(parts.filter({ hasText: 'note.txt' })).toContainText(['text/plain'])
  await panel(page).getByRole('button', { name: 'Send as…' }).click()

  // Without the file it is a callback like any other, and this customer’s.
  await dialog.getByRole('button', { name: 'Remove part 7' }).click()
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(panel(page).getByTestId('position')).toHaveText('1')
})

test('the editor of a request stays open when the page takes another layout', async ({ page, tester }) => {
  await page.goto(tester.url)
  const open = panel(page).getByRole('button', { name: 'Send as…' })
  await open.click()
  const dialog = page.getByRole('dialog', { name: 'Send as…' })
  await dialog.getByLabel('Path').fill('/genesys/1/service/callback/none')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog.getByText('Answered 404')).toBeVisible()
  await dialog.getByRole('switch', { name: 'Leave the closing boundary out' }).click()
  // What lies under the editor has no roles meanwhile.
  const layouts = [
    [1100, '[role="tablist"][aria-label="Queue or agent"]'],
    [800, 'nav[aria-label="Panels"]'],
    [1440, '[role="separator"][aria-label="Left edge: Agent"]'],
  ] as const
  for (const [width, itsOwn] of layouts) {
    await page.setViewportSize({ width, height: 900 })
    await expect(page.locator(itsOwn)).toBeAttached()
    await expect(dialog.getByText('Answered 404'), `${width} pixels wide`).toBeVisible()
    await expect(dialog.getByRole('switch', { name: 'Leave the closing boundary out' })).toBeChecked()
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(open).toBeFocused()
})

for (const { chip, name, said, answered } of [
  { chip: 'Mei', name: '陳美 Mei', said: '帳單 問題', answered: '你好，陳美' },
  { chip: 'RTL', name: 'ليلى حداد', said: 'متى تصل الفاتورة؟', answered: 'غدًا، يا ليلى' },
  { chip: 'Emoji', name: 'Zoë 🦄 Łukasz', said: '💳 lost 👩‍👩‍👧‍👦', answered: 'naïve 😀 Zoë' },
])
  test(`what ${chip} writes goes to the agent and back`, async ({ page, tester }) => {
    await page.goto(tester.url)
    const agent = page.getByRole('region', { name: 'Agent' })
    await panel(page).getByRole('button', { name: chip, exact: true }).click()
    for (let interaction = 0; interaction < 6; interaction += 1) await takeNextStep(page, said)
    await takeNextStep(page, answered)
    await expect(agent.getByText(name).first()).toBeVisible()
    await expect(agent.getByRole('log').getByText(said, { exact: true })).toBeVisible()
    await expect(panel(page).getByRole('log').getByText(answered, { exact: true })).toBeVisible()
  })

test('each persona fills the form in by one press', async ({ page, tester }) => {
  await page.goto(tester.url)
  const field = (label: RegExp) => panel(page).getByRole('textbox', { name: label })
  for (const [chip, { name, number, reason }] of [
    ['Mei', personas.mei],
    ['Long', personas.long],
    ['RTL', personas.rtl],
    ['Emoji', personas.emoji],
    ['Empty', personas.empty],
    ['Bob', personas.bob],
  ] as const) {
    await panel(page).getByRole('button', { name: chip, exact: true }).click()
    await expect(field(/^Name/)).toHaveValue(name)
    await expect(field(/^Phone number/)).toHaveValue(number)
    await expect(field(/^Reason/)).toHaveValue(reason)
  }
})

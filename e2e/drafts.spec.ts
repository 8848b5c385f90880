import { expect, type Page } from '@playwright/test'
import { fill } from './screens.ts'
import { test } from './tester.ts'

/** A form whose text is to be kept: where it stands, how it is opened, a field of it, and what is typed there. */
interface Form {
  name: string
  path: string
  opened?: (page: Page) => Promise<void>
  label: string | RegExp
  text: string
}

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click()

const forms: readonly Form[] = [
  { name: 'disposition', path: '/agent?agent=anna', label: /^Note/, text: 'half a note' },
  {
    name: 'standard responses',
    path: '/agent?agent=anna',
    opened: press('Standard responses'),
    label: 'Text of response 1',
    text: 'half a response',
  },
  {
    name: 'work by himself',
    path: '/agent?agent=ben',
    opened: press('Let the agent work by itself'),
    label: /^Script/,
    text: 'half a script',
  },
  {
    name: 'agent',
    path: '/agent?agent=ben',
    opened: press('Set up Ben'),
    label: /^Groups/,
    text: 'Billing, Lo',
  },
  {
    name: 'generator',
    path: '/queue',
    opened: press('New generator'),
    label: /^Customers an hour/,
    text: '4711',
  },
  { name: 'target', path: '/queue', label: 'Try a target', text: 'Billing@Stat' },
  { name: 'threshold', path: '/queue', label: /^chat-delay/, text: '4711:11' },
  { name: 'new service', path: '/services?create=true', label: 'Service name', text: 'half-a-name' },
  {
    name: 'new parameter',
    path: '/services/chat-delay',
    opened: press('Add New'),
    label: /^Value/,
    text: 'half a value',
  },
  { name: 'id prefix', path: '/settings', label: 'Id prefix', text: '4711' },
]

test('what is typed and not sent survives a reload in every form', async ({ page, tester }) => {
  await fill(page, tester)
  for (const { name, path, opened, label, text } of forms) {
    const field = page.getByRole('textbox', { name: label }).first()
    await page.goto(`${tester.url}${path}`)
    await opened?.(page)
    await field.fill(text)
    await page.reload()
    await opened?.(page)
    await expect.soft(field, name).toHaveValue(text)
  }
})

test('a request that is edited survives a reload, and is forgotten once it is sent', async ({
  page,
  tester,
}) => {
  const state = '/gmstester/api/agents/anna/state'
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  const { items } = (await tester.api('GET', '/traffic?limit=100')) as {
    items: { number: number; path: string }[]
  }
  const number = items.find((item) => item.path === state)?.number
  await page.goto(`${tester.url}/wire/${number}`)
  await press('Edit & replay')(page)
  await page.getByLabel('Path and query').fill('/gmstester/api/agents/ben/state')
  await page.reload()
  await press('Edit & replay')(page)
  await expect(page.getByLabel('Path and query')).toHaveValue('/gmstester/api/agents/ben/state')
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(`${tester.url}/wire/${number}`)
  await press('Edit & replay')(page)
  await expect(page.getByLabel('Path and query')).toHaveValue(state)
})

test('a form that is given up begins anew, and so does one that is saved', async ({ page, tester }) => {
  await page.goto(`${tester.url}/agent?agent=ben`)
  await press('Set up Ben')(page)
  await page.getByLabel(/^Groups/).fill('Billing, Lo')
  const drafts = () => page.evaluate(() => sessionStorage.getItem('gms-tester-drafts') ?? '')
  await expect.poll(drafts).toContain('Billing, Lo')
  await press('Cancel')(page)
  await press('Set up Ben')(page)
  await expect(page.getByLabel(/^Groups/)).not.toHaveValue('Billing, Lo')
  await page.getByLabel(/^Groups/).fill('Billing, Loans')
  await press('Save')(page)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await drafts()).not.toContain('Loans')
})

for (const [name, opened, save] of [
  ['agent', 'Set up Ben', 'Save'],
  ['work by himself', 'Let the agent work by itself', 'Begin'],
] as const)
  test(`a form that is being saved is not left before that has come to something: ${name}`, async ({
    page,
    tester,
  }) => {
    await page.goto(`${tester.url}/agent?agent=ben`)
    await press(opened)(page)
    const field = page.getByRole('textbox').first()
    let goOn = () => undefined as void
    const hasTried = new Promise<void>((resolve) => (goOn = resolve))
    await page.route('**/gmstester/api/agents/ben', async (route) => {
      await hasTried
      await route.fulfill({ status: 503, contentType: 'application/json', body: '{}' })
    })
    const changed = page.getByRole('textbox', { name: /^(Groups|Script)/ })
    await changed.fill('Billing, Lo')
    await press(save)(page)
    await expect(page.getByRole('button', { name: save })).toHaveAttribute('aria-busy', 'true')
    await field.press('Escape')
    goOn()
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
    await expect(changed).toHaveValue('Billing, Lo')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

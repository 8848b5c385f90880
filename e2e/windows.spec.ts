import { expect, type Locator, type Page } from '@playwright/test'
import { expectClean } from './axe.ts'
import { fill, open } from './screens.ts'
import { widths } from './states.ts'
import { takeNextStep, test } from './tester.ts'

/** Something that opens over a page: what it is, and how it is opened there. */
type Opened = readonly [name: string, shown: (page: Page) => Locator, open: (page: Page) => Promise<void>]

const dialog = (page: Page) => page.getByRole('dialog')
const question = (page: Page) => page.getByRole('alertdialog')
const menu = (page: Page) => page.getByRole('menu')
const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('main').getByRole('button', { name }).first().click()
const inBar = (name: string | RegExp) => (page: Page) =>
  page.getByRole('banner').getByRole('button', { name }).click()
/** Of an agent's chat, which stands behind a tab on a narrow page. */
const inChat = (name: string) => async (page: Page) => {
  const tab = page.getByRole('tab', { name: 'Chat', exact: true })
  if (await tab.isVisible()) await tab.click()
  await press(name)(page)
}
const choose = (trigger: string, item: RegExp) => async (page: Page) => {
  await press(trigger)(page)
  await page.getByRole('menuitem', { name: item }).click()
}

/** The screens with what opens over each. */
const places: readonly (readonly [path: string, ...opened: Opened[]])[] = [
  [
    '/help',
    [
      'palette',
      (page) => page.getByRole('combobox', { name: 'Search or run' }),
      (page) => page.keyboard.press('Control+k'),
    ],
    ['shortcuts', dialog, (page) => page.keyboard.press('?')],
    ['themes', menu, inBar('Theme')],
    ['question before a reset', question, inBar('Reset…')],
    ['question before a jump of the clock', question, inBar(/^next: /)],
  ],
  [
    '/queue?queue=VQ_Chat',
    ['generator', dialog, press('Busy hour')],
    ['menu of who waits', menu, press('Actions for Caller 1')],
    ['priority', dialog, choose('Actions for Caller 1', /^Set priority/)],
  ],
  [
    '/agent?agent=anna',
    ['agent who works by himself', dialog, press('Let the agent work by itself')],
    ['alerts', dialog, press('When a chat rings')],
    ['transfer', menu, inChat('Transfer')],
    ['responses', dialog, press('Standard responses')],
  ],
  [
    '/callbacks',
    ['menu of a callback', menu, press('Actions for Zoe')],
    ['reschedule', dialog, choose('Actions for Zoe', /^Reschedule/)],
    ['cancel', question, choose('Actions for Zoe', /^Cancel/)],
    ['columns', dialog, press('Columns')],
  ],
  [
    '/services/chat-delay',
    ['parameter', dialog, press('Add New')],
    ['question before a service is deleted', question, press(/^Delete/)],
  ],
]

/** What opens over an opened row of the wire. */
const overRow: readonly Opened[] = [
  ['edit and replay', dialog, press('Edit & replay')],
  ['note', dialog, press('Note')],
  ['export', menu, press('Export')],
]

for (const width of widths)
  test(`axe finds nothing in any window, menu or notice, ${width} pixels wide`, async ({ page, tester }) => {
    test.slow()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const { row } = await fill(page, tester)
    const body = new FormData()
    body.set('_customer_number', '5551')
    body.set('usr_customer_name', 'Zoe')
    await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, { method: 'POST', body })
    // Nobody times out while it is looked at.
    await tester.api('POST', '/clock', { pause: true })
    await page.setViewportSize({ width, height: 900 })
    const look = async ([name, shown, show]: Opened) => {
      await show(page)
      await expect(shown(page), name).toBeVisible()
      await expectClean(page, name, '[role=dialog], [role=alertdialog], [role=menu]')
      await page.keyboard.press('Escape')
      await expect(shown(page)).toHaveCount(0)
    }
    for (const [path, ...opened] of places) {
      await open(page, `${tester.url}${path}`)
      for (const one of opened) await look(one)
    }
    await open(page, `${tester.url}/wire/${row}`)
    for (const one of overRow) await look(one)
    await page.route('**/genesys/1/**', (route) => route.abort())
    await press('Replay')(page)
    const dismiss = { name: 'Dismiss', includeHidden: true }
    await expect(page.getByRole('button', dismiss)).toBeVisible()
    // Until the corner is entered it is said, not read: it says itself, as an alert, without its controls.
    await page.keyboard.press('F6')
    await expect(page.getByRole('button', { ...dismiss, includeHidden: false })).toBeVisible()
    await expectClean(page, 'notice')
    await page.unroute('**/genesys/1/**')

    await tester.api('POST', '/clock', { pause: false })
    await open(page, tester.url)
    for (const line of ['Hello', 'Goodbye']) await takeNextStep(page, line)
    await look(['curl', dialog, press('Do it with curl')])
    await press('Add customer')(page)
    await look(['request of the customer, put together by hand', dialog, press('Send as…')])
  })

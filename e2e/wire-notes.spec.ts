import { expect, type Page } from '@playwright/test'
import { expectClean } from './axe.ts'
import { test, type Tester } from './tester.ts'

const rowOf = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text })
const detail = (page: Page) => page.getByRole('region', { name: /^Detail of/ })
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' })

/** So many rows, the first of which calls for a note: later ones come after it. */
async function play({ url, api }: Tester): Promise<void> {
  await fetch(`${url}/genesys/1/service/none/connect`, { method: 'POST' })
  for (let turn = 0; turn < 60; turn += 1)
    await api('POST', '/agents/anna/state', { state: turn % 2 === 0 ? 'ready' : 'not-ready' })
}

const openAt = async (page: Page, { url }: Tester, query = '') => {
  await page.goto(`${url}/wire?q=${query}`)
  await expect(page.getByRole('grid')).toBeVisible()
}

test('a note is written by key, stands in its row and in its detail, and is found', async ({
  page,
  tester,
}) => {
  await play(tester)
  await openAt(page, tester, 'none/connect')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('n')
  await expect(note(page)).toBeFocused()
  await expect(note(page)).toHaveValue('')
  await expectClean(page, 'the window of a note')
  await page.keyboard.type('Asks before it starts')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeFocused()
  // As one who listens hears the row: with its mark, and what is written.
  const row = page.getByRole('row', { name: /pinned.*connect.*note: Asks before it starts/ })
  await expect(row).toHaveCount(1)
  await expectClean(page, 'a row with a note')
  await page.keyboard.press('Enter')
  await expect(detail(page).getByRole('heading', { name: 'Note' })).toBeVisible()
  await expect(detail(page)).toContainText('Asks before it starts')
  for (const query of ['is:noted', '%22before it%22']) {
    await openAt(page, tester, query)
    await expect(row).toHaveCount(1)
    await expect(page.getByRole('row')).toHaveCount(2)
  }

  await row.click()
  await detail(page).getByRole('button', { name: 'Edit note…' }).click()
  await expect(note(page)).toHaveValue('Asks before it starts')
  await page.getByRole('button', { name: 'Remove note' }).click()
  await expect(detail(page).getByRole('heading', { name: 'Note' })).toHaveCount(0)
  await expect(detail(page).getByRole('button', { name: 'Note…' })).toBeFocused()
  await expect(rowOf(page, 'none/connect')).toHaveCount(0)
})

test('a pin and a note on an old row reach another browser, and go again', async ({
  page,
  tester,
  browser,
}) => {
  await play(tester)
  await openAt(page, tester, 'none/connect')
  const other = await browser.newPage()
  await openAt(other, tester, 'none/connect')
  await rowOf(page, 'none/connect').click()
  await detail(page).getByRole('button', { name: 'Pin' }).click()
  const pinned = other.getByRole('row', { name: /pinned/ })
  await expect(pinned).toHaveCount(1)
  await detail(page).getByRole('button', { name: 'Note…' }).click()
  await note(page).fill('Look at the id')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(rowOf(other, 'Look at the id')).toHaveCount(1)
  await detail(page).getByRole('button', { name: 'Unpin' }).click()
  await expect(pinned).toHaveCount(0)
  await expect(rowOf(other, 'Look at the id')).toHaveCount(1)
  await tester.api('DELETE', '/traffic/1/comment')
  for (const one of [page, other]) await expect(rowOf(one, 'Look at the id')).toHaveCount(0)
  await other.close()
})

test('a note that cannot be saved stays in its window; Escape leaves it', async ({ page, tester }) => {
  await play(tester)
  await openAt(page, tester, 'none/connect')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('n')
  await note(page).fill('First line')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('second line')
  await page.route('**/traffic/*/comment', (route) => route.abort())
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Save note did not work')
  await expect(note(page)).toHaveValue('First line\nsecond line')
  await page.unroute('**/traffic/*/comment')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(rowOf(page, /First line\s+second line/)).toHaveCount(1)

  await page.getByRole('grid').focus()
  await page.keyboard.press('n')
  await note(page).fill('x'.repeat(501))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('at most 500 characters')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('grid').focus()
  await page.keyboard.press('n')
  await expect(note(page)).toHaveValue('First line\nsecond line')
})

test('after g, n is the page’s: it leads to Connect and writes no note', async ({ page, tester }) => {
  await play(tester)
  await openAt(page, tester)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  // Once it has been opened, its window is there as soon as its key is pressed.
  await page.keyboard.press('n')
  await expect(note(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()
  const opened = await page.evaluateHandle(() => {
    const seen = { dialogs: 0 }
    new MutationObserver(() => {
      seen.dialogs += document.querySelectorAll('[role="dialog"]').length
    }).observe(document.body, { childList: true, subtree: true })
    return seen
  })
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/connect$/)
  expect(await opened.jsonValue()).toEqual({ dialogs: 0 })
})

/** Another log, in which other rows have the numbers of those there were. */
async function restartOn(tester: Tester): Promise<void> {
  await tester.crashAndRestart()
  await fetch(`${tester.url}/genesys/1/service/other/connect`, { method: 'POST' })
}

test('over a restart a note goes to no other row, and the number that is open is not another row’s in silence', async ({
  page,
  tester,
}) => {
  await play(tester)
  await page.goto(`${tester.url}/wire/1`)
  await expect(detail(page)).toContainText('none/connect')
  await detail(page).getByRole('button', { name: 'Note…' }).click()
  await note(page).fill('Asks before it starts')
  await restartOn(tester)
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('begun a new log')
  await expect(note(page)).toHaveValue('Asks before it starts')
  expect(await tester.api('GET', '/traffic/1')).toMatchObject({ comment: null, isPinned: false })
  await page.keyboard.press('Escape')

  const isGone = detail(page).getByText('The row that was opened as #1 is gone')
  await expect(isGone).toBeVisible({ timeout: 15_000 })
  await page.reload()
  await expect(isGone).toBeVisible()
  await detail(page).getByRole('button', { name: 'Open the new #1' }).click()
  await expect(detail(page)).toContainText('other/connect')
  await expect(detail(page)).toBeFocused()
})

test('over a restart an edited request stays what it was, is sent, and repeats no other row', async ({
  page,
  tester,
}) => {
  await play(tester)
  await page.goto(`${tester.url}/wire/1`)
  await detail(page).getByRole('button', { name: 'Edit & replay' }).click()
  const path = page.getByRole('textbox', { name: 'Path and query' })
  await path.fill('/genesys/1/service/none/connect?again')
  await restartOn(tester)
  await expect(page.getByText('The row that was opened as #1 is gone')).toBeAttached({ timeout: 15_000 })
  await expect(path).toHaveValue('/genesys/1/service/none/connect?again')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Sent again: 404')).toBeVisible()
  await expect
    .poll(() => tester.api('GET', '/traffic?after=0&limit=1000'))
    .toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ path: '/genesys/1/service/none/connect?again', replayOf: null }),
      ]),
    })
})

test('the window of a note stays open when the workbench takes another layout', async ({ page, tester }) => {
  await play(tester)
  await page.goto(`${tester.url}/?wire=1`)
  await detail(page).getByRole('button', { name: 'Note…' }).click()
  await note(page).fill('Half a sentence')
  await page.setViewportSize({ width: 700, height: 800 })
  await expect(page.getByRole('navigation', { name: 'Panels', includeHidden: true })).toBeAttached()
  await expect(note(page)).toHaveValue('Half a sentence')
})
